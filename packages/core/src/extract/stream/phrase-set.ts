import { TokenTrie, trieKey } from "../../text/token-trie.js";
import { type Token, tokenize } from "../../text/tokenize.js";

/** A phrase found in a sentence: tokens `from` up to but not including `to`. */
export interface PhraseHit<T> {
  readonly from: number;
  readonly to: number;
  readonly value: T;
}

/** Phrases of a pack with what each stands for; the longest one that fits is found. */
export class PhraseSet<T> {
  readonly #trie = new TokenTrie<T>();
  /** First tokens, so that most words of a text cost one look. */
  readonly #first = new Set<string>();

  add(phrase: string, value: T): void {
    const key = trieKey(tokenize(phrase));
    this.#trie.add(key, value);
    this.#first.add(key[0] ?? "");
  }

  /** The longest phrase that starts at a token; of equal ones the first that was added. */
  at(tokens: readonly Token[], from: number): PhraseHit<T> | undefined {
    if (!this.#first.has(tokens[from]?.folded ?? "")) return undefined;
    const match = this.#trie.longestAt(tokens, from);
    const value = match?.values[0];
    return match === undefined || value === undefined
      ? undefined
      : { from: match.from, to: match.to, value };
  }

  /** Every phrase of a sentence, none overlapping, in text order. */
  hits(tokens: readonly Token[]): PhraseHit<T>[] {
    const found: PhraseHit<T>[] = [];
    let at = 0;
    while (at < tokens.length) {
      const hit = tokens[at]?.kind === "word" ? this.at(tokens, at) : undefined;
      if (hit !== undefined) found.push(hit);
      at = hit?.to ?? at + 1;
    }
    return found;
  }
}

/** A phrase set of plain phrases. */
export function phraseSet(phrases: readonly string[]): PhraseSet<true> {
  const set = new PhraseSet<true>();
  for (const phrase of phrases) set.add(phrase, true);
  return set;
}
