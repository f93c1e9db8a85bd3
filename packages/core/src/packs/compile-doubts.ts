import { fold } from "../text/fold.js";
import type { LexiconTable } from "./compile-lexicon.js";
import type { NameDoubt } from "./domain-pack.js";
import type { DomainSections } from "./pack-sections.js";

/**
 * The doubtful names of a field by their spelling in lower case.
 * @throws RedthreadError `PACK_INVALID` for a word that no table of names has.
 */
export function compileDoubts(
  { value, fault }: DomainSections["doubtful"],
  tables: readonly LexiconTable[],
): ReadonlyMap<string, NameDoubt> {
  const names = new Set(
    tables.flatMap(({ rows }) =>
      rows.flatMap((row) => [row.name, ...row.aliases].map((name) => name.toLowerCase())),
    ),
  );
  return new Map(
    Object.entries(value.words).map(([word, { not_before, only_after, opens }]) => {
      if (!names.has(word))
        throw fault(["words", word], `doubts \`${word}\`, which no table of names has`);
      const onlyAfter = only_after.length === 0 ? null : new Set(only_after.map(fold));
      return [word, { notBefore: new Set(not_before.map(fold)), onlyAfter, opens }];
    }),
  );
}
