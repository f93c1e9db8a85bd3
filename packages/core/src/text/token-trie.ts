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
  matchesAt(tokens: readonly Token[], from: number): TrieMatch<T>[] {
    const found: TrieMatch<T>[] = [];
    let node: TrieNode<T> | undefined = this.#root;
    let at = from;
    while (node?.next !== undefined) {
      const token: Token | undefined = tokens[at];
      if (token === undefined) break;
      if (at > from && joinsTokens(tokens, at)) {
        at += 1;
        continue;
      }
      node = node.next.get(tokenKey(token));
      at += 1;
      if (node?.values !== undefined) found.push({ from, to: at, values: node.values });
    }
    return found;
  }

  /** The longest entry that starts at one token. */
  longestAt(tokens: readonly Token[], from: number): TrieMatch<T> | undefined {
    return this.matchesAt(tokens, from).at(-1);
  }
}

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
