import { NO_LISTS, type WordLists } from "../../packs/word-lists.js";
import type { WordSlot } from "../../packs/word-slots.js";
import type { NumberTable, WordNumbers } from "../../packs/word-tables.js";
import { tokenKey } from "../../text/token-trie.js";
import { type Token, tokenize } from "../../text/tokenize.js";

/** What knows the word lists of the pack that it is in. */
export interface Listed {
  readonly lists: ReadonlySet<WordSlot>;
}

/** A token with the word lists that hold it, and what it says as a number. */
export interface ReadToken extends Token, Listed {
  readonly numbers: WordNumbers;
}

/** True for a word of a list of the pack; a place past the end of a sentence is in none. */
export const is = (word: Listed | undefined, list: WordSlot): boolean =>
  word !== undefined && word.lists !== NO_LISTS && word.lists.has(list);

/** The tokens of a text between two offsets, each looked up in the lists once. */
export const readTokens = (
  words: WordLists,
  text: string,
  start?: number,
  end?: number,
): ReadToken[] =>
  tokenize(text, start, end).map((token) => {
    const key = tokenKey(token);
    const { start, end: to, text: written, folded, kind } = token;
    const lists = words.listsOf(key);
    return { start, end: to, text: written, folded, kind, lists, numbers: words.numbersOf(key) };
  });

/** What a word says as a number by a table of the pack, such as 3 for `march`. */
export const numberOf = (token: ReadToken | undefined, table: NumberTable): number | undefined =>
  token?.numbers[table];

/** Which part of a whole a word names: a fourth for `quarter`. */
export function partOf(token: ReadToken | undefined): number | undefined {
  const parts = numberOf(token, "fractions");
  return parts === undefined ? undefined : 1 / parts;
}
