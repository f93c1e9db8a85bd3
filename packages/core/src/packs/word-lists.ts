import { foldName } from "../text/fold.js";
import { TokenTrie, tokenKey, trieKey } from "../text/token-trie.js";
import { tokenize } from "../text/tokenize.js";
import { WORD_SLOTS, type WordSlot } from "./word-slots.js";
import { compileNumbers, type WordNumbers, type WordTables } from "./word-tables.js";

/** A slot of `words.yaml`, or one of the two word files of a language. */
export type AnyListName = WordSlot | "common" | "given_names";

/** Word lists of a pack, folded for look-up. */
export interface WordLists {
  /** True when a list holds the folded word. */
  has(list: AnyListName, folded: string): boolean;
  /** The lists that hold one word, by its key in a {@link TokenTrie}. */
  listsOf(key: string): ReadonlySet<WordSlot>;
  /** What one word says as a number, by its key. */
  numbersOf(key: string): WordNumbers;
  /** The phrases of a list as a trie over folded tokens. */
  phrases(list: AnyListName): TokenTrie<string>;
  /**
   * A regular expression with lists in it: `<slot>` stands for any entry of the slot. Compiled once.
   * @throws TypeError for a slot that no language has.
   */
  pattern(template: string, flags?: string): RegExp;
  /** The entries of a list as written, in the order of the files. */
  entries(list: AnyListName): readonly string[];
}

/** Compiles lists for look-up; phrases keep their order in the file. */
export function compileWordLists(
  lists: Readonly<Record<AnyListName, readonly string[]>>,
  numbers: WordTables["numbers"],
): WordLists {
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
  const index = indexWords(lists);
  return {
    listsOf: (key) => index.get(key) ?? NO_LISTS,
    numbersOf: compileNumbers(numbers),
    has: (list, folded) => sets.get(list)?.has(folded) === true,
    phrases: (list) => tries.get(list) ?? empty,
    pattern: patternsOf(lists),
    entries: (list) => lists[list],
  };
}

const SLOT = /(?<!\(\?)<([a-z_]+)>/g;

function patternsOf(lists: Readonly<Record<string, readonly string[]>>): WordLists["pattern"] {
  const made = new Map<string, RegExp>();
  const source = (slot: string): string => {
    const words = lists[slot];
    if (words === undefined) throw new TypeError(`No language has a word list \`${slot}\`.`);
    const longest = words.toSorted((a, b) => b.length - a.length);
    return `(?:${longest.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|")})`;
  };
  return (template, flags = "u") => {
    const key = `${flags}/${template}`;
    const known = made.get(key);
    if (known !== undefined) return known;
    const pattern = new RegExp(
      template.replace(SLOT, (_, slot: string) => source(slot)),
      flags,
    );
    made.set(key, pattern);
    return pattern;
  };
}

/** What no list holds is in these. */
export const NO_LISTS: ReadonlySet<WordSlot> = new Set();

/** The lists of every word that is in any, those of a whole language aside. */
function indexWords({
  common: _common,
  given_names: _givenNames,
  ...lists
}: Readonly<Record<AnyListName, readonly string[]>>): ReadonlyMap<string, ReadonlySet<WordSlot>> {
  const index = new Map<string, Set<WordSlot>>();
  for (const slot of WORD_SLOTS) {
    for (const word of lists[slot]) {
      const key = keyOf(word);
      if (key === null) continue;
      const known = index.get(key);
      if (known === undefined) index.set(key, new Set([slot]));
      else known.add(slot);
    }
  }
  return index;
}

/** The key of a single word or sign; an ending such as `'s` is its own, others have none. */
function keyOf(word: string): string | null {
  if (word.startsWith("'")) return word;
  const [token, more] = tokenize(word);
  return token === undefined || more !== undefined ? null : tokenKey(token);
}

/** Lists of single words are this long or longer; no trie is built for them. */
const LARGE_LIST = 1000;

const foldWord = (word: string): string => foldName(word) || word;
