// A dictionary of token sequences. Each node is a Map from the next folded token; a walk from every
// position costs at most the longest entry, so a scan of n tokens takes O(n · longest entry).
import type { Token } from "./tokenize.js";

interface TrieNode<T> {
  next: Map<string, TrieNode<T>> | undefined;
  values: T[] | undefined;
}

/** An entry found in a text: tokens `from` up to but not including `to`, and every value stored there. */
export interface TrieMatch<T> {
  readonly from: number;
  readonly to: number;
  readonly values: readonly T[];
}

/** A dictionary of names, each a sequence of folded tokens, that is matched against token lists. */
export class TokenTrie<T> {
  readonly #root: TrieNode<T> = { next: undefined, values: undefined };

  /** Stores a value under a sequence of folded tokens; several values may share one. */
  add(tokens: readonly string[], value: T): void {
    let node = this.#root;
    for (const token of tokens) {
      node.next ??= new Map();
      let next = node.next.get(token);
      if (next === undefined) {
        next = { next: undefined, values: undefined };
        node.next.set(token, next);
      }
      node = next;
    }
    if (node === this.#root) return;
    node.values ??= [];
    node.values.push(value);
  }

  /**
   * Every entry that starts at one token, shortest first. Hyphens between words are passed
   * over, so `al-Qaim` and `al Qaim` are one entry.
   */
  matchesAt(tokens: readonly Token[], from: number): readonly TrieMatch<T>[] {
    const first = this.#startAt(tokens, from);
    // Most words of a text start no entry.
    if (first === undefined) return NONE;
    const found: TrieMatch<T>[] = [];
    this.#walk(first, tokens, from, (match) => found.push(match));
    return found;
  }

  /** The longest entry that starts at one token. */
  longestAt(tokens: readonly Token[], from: number): TrieMatch<T> | undefined {
    const first = this.#startAt(tokens, from);
    let longest: TrieMatch<T> | undefined;
    if (first !== undefined) {
      this.#walk(first, tokens, from, (match) => {
        longest = match;
      });
    }
    return longest;
  }

  #startAt(tokens: readonly Token[], from: number): TrieNode<T> | undefined {
    const token = tokens[from];
    return token === undefined ? undefined : this.#root.next?.get(tokenKey(token));
  }

  /** Calls back with every entry on the way from a node that one token leads to. */
  #walk(
    first: TrieNode<T>,
    tokens: readonly Token[],
    from: number,
    call: (match: TrieMatch<T>) => void,
  ): void {
    let node: TrieNode<T> | undefined = first;
    let at = from + 1;
    while (node !== undefined) {
      if (node.values !== undefined) call({ from, to: at, values: node.values });
      if (node.next === undefined) return;
      while (joinsTokens(tokens, at)) at += 1;
      const token: Token | undefined = tokens[at];
      if (token === undefined) return;
      node = node.next.get(tokenKey(token));
      at += 1;
    }
  }
}

const NONE: readonly never[] = [];

const HYPHENS = new Set(["-", "‐", "‑", "–"]);

/** True for a sign that joins parts of one name: a hyphen, or the stop of `St.` and `Mt.`. */
export function joinsTokens(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (token?.kind !== "mark" || before === undefined || before.kind === "mark") return false;
  if (token.text === ".") return before.end === token.start && before.text.length <= 3;
  return HYPHENS.has(token.text) && before.end === token.start;
}

/** What a token is compared by: its folded form, `'s` for a possessive, or the sign itself. */
export function tokenKey(token: Token): string {
  if (token.kind === "possessive") return "'s";
  return token.folded === "" ? token.text : token.folded;
}

/** A name as the keys of a {@link TokenTrie}: folded tokens without the signs that join them. */
export function trieKey(tokens: readonly Token[]): string[] {
  return tokens.filter((_, at) => !joinsTokens(tokens, at)).map(tokenKey);
}
