import type { PackFiles } from "@redthread/core/packs";

/** A pack under other names, and the way back. */
export interface RenamedPack {
  readonly files: PackFiles;
  /** Types of the renamed pack by the new name, with the old one. */
  readonly types: ReadonlyMap<string, string>;
}

const SYLLABLES = ["bo", "ka", "lu", "mi", "ne", "po", "ra", "su", "ti", "vo"];

/** The n-th word that means nothing, `boka` and on; later ones sort before earlier ones. */
function nonsense(index: number): string {
  const turned = 99 - index;
  return `${SYLLABLES[Math.floor(turned / 10)]}${SYLLABLES[turned % 10]}x`;
}

type Rename = readonly [name: string, renamed: string];

/** The entity types and relationship types that a `schema.yaml` declares, each with a name that means nothing. */
function typeRenames(schema: string): readonly Rename[] {
  const declared = (pattern: RegExp) => [...schema.matchAll(pattern)].map(([, name = ""]) => name);
  const entities = declared(/^ {2}(\p{Lu}\p{Ll}\w*):$/gmu).map((name, index): Rename => {
    const word = nonsense(index);
    return [name, word.charAt(0).toUpperCase() + word.slice(1)];
  });
  const relations = declared(/^ {2}(\p{Lu}[\p{Lu}_]*): \{/gmu).map(
    (name, index): Rename => [
      name,
      `${nonsense(index).toUpperCase()}_${nonsense(index + 1).toUpperCase()}`,
    ],
  );
  return [...entities, ...relations];
}

/** The name of a list stands alone on its line; the words it holds stay. */
function renameLists(words: string): string {
  let lists = 0;
  return words.replace(/^ {2}\w+:$/gm, () => `  ${nonsense(lists++)}:`);
}

const renameAll = (text: string, renames: readonly Rename[]): string =>
  renames.reduce(
    (renamed, [name, other]) => renamed.replace(new RegExp(`\\b${name}\\b`, "g"), other),
    text,
  );

/** Every entity type, relationship type, table and word list of a domain under a name that means nothing. */
export function renamePack(files: PackFiles): RenamedPack {
  const types = typeRenames(files.domain.get("schema.yaml") ?? "");
  const tables = tablesOf(files).map((path): Rename => [path, tableName(path, files)]);
  const domain = new Map<string, string>();
  for (const [path, text] of files.domain) {
    if (path.startsWith("lexica/")) domain.set(tableName(path, files), text);
    else if (path === "words.yaml") domain.set(path, renameLists(text));
    else if (WORDS.has(path)) domain.set(path, text);
    else domain.set(path, renameAll(renameAll(text, types), tables));
  }
  return {
    files: { ...files, domain },
    types: new Map(types.map(([name, renamed]) => [renamed, name])),
  };
}

/** Files of words alone. */
const WORDS: ReadonlySet<string> = new Set(["units.tsv", "doubtful.yaml"]);

const tablesOf = (files: PackFiles): readonly string[] =>
  [...files.domain.keys()].filter((path) => path.startsWith("lexica/")).sort();

const tableName = (path: string, files: PackFiles): string =>
  `lexica/${nonsense(tablesOf(files).indexOf(path))}.tsv`;
