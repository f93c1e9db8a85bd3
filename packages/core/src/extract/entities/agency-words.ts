import type { DomainPack } from "../../packs/domain-pack.js";
import { tokenKey } from "../../text/token-trie.js";
import { tokenize } from "../../text/tokenize.js";

/**
 * The words that make a body's name, sorted: without articles, joins, states and demonyms, and with
 * one word for those of one meaning. `Iraqi Interior Ministry`, `Ministry of Interior` and `Iraq's
 * interior ministry` have the same.
 */
export function agencyWords(name: string, pack: DomainPack): string[] {
  const tokens = tokenize(name);
  const same = pack.wording.tables.words.body_synonyms;
  const words = new Set<string>();
  for (let at = 0; at < tokens.length; at += 1) {
    const state = pack.lexicon
      .matchesAt(tokens, at)
      .findLast((match) => match.values.some(({ entry }) => entry.role === "country"));
    if (state !== undefined) {
      at = state.to - 1;
      continue;
    }
    const token = tokens[at];
    const key = token === undefined ? "" : tokenKey(token);
    if (token?.kind === "mark" || pack.words.listsOf(key).has("body_small_words")) continue;
    for (const word of (same.get(key) ?? parted(key, pack)).split(" "))
      if (word !== "") words.add(word);
  }
  const list = [...words];
  const armed = words.has("armed") && words.has("force") && list.length === 2;
  return armed ? ["army"] : list.sort();
}

/** `counterterrorism` as `counter terrorism`, where what follows the prefix is a field of bodies. */
function parted(word: string, { words }: DomainPack): string {
  const prefix = words.entries("joined_prefixes").find((one) => word.startsWith(one));
  const field = prefix === undefined ? "" : word.slice(prefix.length);
  return words.has("agency_fields", field) ? `${prefix} ${field}` : word;
}
