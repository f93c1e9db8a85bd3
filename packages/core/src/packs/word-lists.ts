import { foldName } from "../text/fold.js";
import { TokenTrie, trieKey } from "../text/token-trie.js";
import { tokenize } from "../text/tokenize.js";

/** The lists of `words.yaml`. */
export const WORD_LISTS = [
  "abbreviations",
  "boilerplate_lines",
  "boilerplate_end",
  "stop_words_en",
  "stop_words_es",
  "stop_words_fr",
  "stop_words_pt",
  "stop_words_de",
  "stop_words_it",
  "stop_words_nl",
  "stop_words_tr",
  "agency_heads",
  "agency_weak_heads",
  "agency_fields",
  "state_heads",
  "bare_heads",
  "agency_anaphors",
  "umbrella",
  "ranks",
  "strong_ranks",
  "titles",
  "posts",
  "public_posts",
  "open_posts",
  "private_bodies",
  "kin",
  "roles",
  "honorific_after",
  "speech_verbs",
  "person_verbs",
  "person_introducers",
  "name_particles",
  "days_and_months",
  "organization_heads",
  "media_heads",
  "organization_strong_heads",
  "place_heads_after",
  "place_heads_kept",
  "place_heads_before",
  "locative",
  "locative_strong",
  "compass",
  "state_from",
  "state_verbs",
  "network_heads",
  "network_strong_heads",
  "not_entities",
] as const;

export type WordListName = (typeof WORD_LISTS)[number];

/** A list of `words.yaml`, or one of the two word files. */
export type AnyListName = WordListName | "common" | "given_names";

/** Word lists of a pack, folded for look-up. */
export interface WordLists {
  /** True when a list holds the folded word. */
  has(list: AnyListName, folded: string): boolean;
  /** The phrases of a list as a trie over folded tokens. */
  phrases(list: AnyListName): TokenTrie<string>;
}

/** Compiles lists for look-up; phrases keep their order in the file. */
export function compileWordLists(lists: Readonly<Record<string, readonly string[]>>): WordLists {
  const sets = new Map<string, ReadonlySet<string>>();
  const tries = new Map<string, TokenTrie<string>>();
  for (const [name, words] of Object.entries(lists)) {
    sets.set(name, new Set(words.map(foldWord)));
    if (words.length > LARGE_LIST) continue;
    const trie = new TokenTrie<string>();
    for (const word of words) trie.add(trieKey(tokenize(word)), word);
    tries.set(name, trie);
  }
  const empty = new TokenTrie<string>();
  return {
    has: (list, folded) => sets.get(list)?.has(folded) === true,
    phrases: (list) => tries.get(list) ?? empty,
  };
}

/** Lists of single words are this long or longer; no trie is built for them. */
const LARGE_LIST = 1000;

const foldWord = (word: string): string => foldName(word) || word;
