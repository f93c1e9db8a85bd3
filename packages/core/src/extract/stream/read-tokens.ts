import type { WordLists } from "../../packs/word-lists.js";
import type { WordSlot } from "../../packs/word-slots.js";
import { tokenKey } from "../../text/token-trie.js";
import { type Token, tokenize } from "../../text/tokenize.js";

/** What knows the word lists of the pack that it is in. */
export interface Listed {
  readonly lists: ReadonlySet<WordSlot>;
}

/** A token with the word lists that hold it. */
export interface ReadToken extends Token, Listed {}

/** True for a word of a list of the pack; a place past the end of a sentence is in none. */
export const is = (word: Listed | undefined, list: WordSlot): boolean =>
  word?.lists.has(list) === true;

/** The tokens of a text between two offsets, each looked up in the lists once. */
export const readTokens = (
  words: WordLists,
  text: string,
  start?: number,
  end?: number,
): ReadToken[] =>
  tokenize(text, start, end).map((token) => ({ ...token, lists: words.listsOf(tokenKey(token)) }));
