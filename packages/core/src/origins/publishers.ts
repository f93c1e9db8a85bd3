// Who published a report, over all ways of writing it: "The Tigris Daily", "tigris-daily.com" and
// "Tigris Dialy" are one voice. Two spellings taken for one cost a case a corroboration that it may
// have; one publisher taken for two would give it one that it has not. So near names are one.
import type { DomainPack } from "../packs/domain-pack.js";
import { compareText } from "../text/compare.js";
import { editSimilarity } from "../text/edit-similarity.js";
import { foldName } from "../text/fold.js";
import { TokenTrie } from "../text/token-trie.js";
import { type Token, tokenize } from "../text/tokenize.js";

export type OriginWords = Pick<DomainPack, "words" | "lexicon">;

/** A publisher's name found in a text: tokens `from` up to but not including `to`. */
export interface NamedPublisher {
  readonly from: number;
  readonly to: number;
  readonly key: string;
  readonly spelling: string;
}

/** The publishers that a case knows of. */
export interface Publishers {
  /** Equal for every way of writing one publisher, slips of the pen among them. */
  readonly keyOf: (name: string) => string;
  /**
   * Equal for one name with or without article, ending and spaces. What is said of one publisher
   * (a grade, a retraction) goes by this: a paper one letter apart may be another.
   */
  readonly spellingOf: (name: string) => string;
  /** Whether a name is that of a publisher of the case. */
  readonly isKnown: (name: string) => boolean;
  /** A name of each key, for a reader. */
  readonly nameOf: (key: string) => string;
  /** Publishers named in a sentence, in text order. */
  readonly namedIn: (tokens: readonly Token[]) => readonly NamedPublisher[];
}

/** Names shorter than this are told apart by every letter. */
const NEAR_FROM = 8;
/** What is left of a name without its last words must have as many letters to stand for it. */
const SHORTEST_CORE = 4;

/** Publishers by the names that documents bear. */
export function knowPublishers(names: Iterable<string>, pack: OriginWords): Publishers {
  const written = [...new Set(names)].sort(compareText);
  const plain = new Map(written.map((name) => [name, plainKey(name, pack)]));
  const keys = [...new Set(plain.values())].sort(compareText);
  const run = uniteAddresses(keys, pack);
  const spellingOf = (name: string): string => {
    const key = plain.get(name) ?? plainKey(name, pack);
    return run.get(key) ?? key;
  };
  const near = uniteNear(keys, written, run, pack);
  const keyOf = (name: string): string => {
    const key = spellingOf(name);
    return near.get(key) ?? key;
  };
  const shown = new Map<string, string>();
  for (const name of written) if (!shown.has(keyOf(name))) shown.set(keyOf(name), name);
  const trie = nameTrie(written, { keyOf, spellingOf }, pack);
  return {
    keyOf,
    spellingOf,
    isKnown: (name) => shown.has(keyOf(name)),
    nameOf: (key) => shown.get(key) ?? key,
    namedIn: (tokens) => findNames(tokens, trie, pack),
  };
}

/** A name without article, ending and spaces; the key of the pack where it knows the outlet. */
function plainKey(name: string, { words, lexicon }: OriginWords): string {
  const parts = wordsOf(name, words);
  const known = outletKey(name, lexicon) ?? outletKey(parts.join(" "), lexicon);
  if (known !== null) return known;
  let end = parts.length;
  while (
    end > 1 &&
    words.has("publisher_tails", parts[end - 1] ?? "") &&
    parts.slice(0, end - 1).join("").length >= SHORTEST_CORE
  )
    end -= 1;
  // A name of signs alone is told apart by them.
  return parts.slice(0, end).join("") || foldName(name) || name.trim();
}

/** Key of an outlet that the pack knows by just this name. */
function outletKey(name: string, lexicon: OriginWords["lexicon"]): string | null {
  const tokens = tokenize(name);
  const known = lexicon.longestAt(tokens, 0);
  if (known?.to !== tokens.length) return null;
  return known.values.find((one) => one.entry.kind === "media")?.entry.key ?? null;
}

const WEB = /^(?:https?:\/\/)?(?:www\.)?([\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)(?:[/?#:]\S*)?$/iu;

/** The words of a name or web address, without the article. */
function wordsOf(name: string, words: OriginWords["words"]): readonly string[] {
  const address = WEB.exec(name.trim())?.[1];
  if (address !== undefined) {
    const labels = address.toLowerCase().split(".");
    while (labels.length > 1 && words.has("web_endings", labels.at(-1) ?? "")) labels.pop();
    return labels.flatMap((label) => label.split("-"));
  }
  const parts = foldName(name).split(" ");
  return words.has("outlet_articles", parts[0] ?? "") && parts.length > 1 ? parts.slice(1) : parts;
}

/**
 * An address runs its article on: `thenational.ae` is The National, where the case has that name or the
 * pack knows it. Alone, an address keeps its letters: Thessaloniki has no article.
 */
function uniteAddresses(
  keys: readonly string[],
  { words, lexicon }: OriginWords,
): ReadonlyMap<string, string> {
  const known = new Set(keys);
  return new Map(
    keys.flatMap((key) => {
      for (const article of words.entries("outlet_articles")) {
        const rest = key.startsWith(article) ? key.slice(article.length) : "";
        if (rest.length < SHORTEST_CORE) continue;
        const outlet = outletKey(`${article} ${rest}`, lexicon) ?? outletKey(rest, lexicon);
        if (outlet !== null) return [[key, outlet] as const];
        if (known.has(rest)) return [[key, rest] as const];
      }
      return [];
    }),
  );
}

/** For each key the least key of those that differ by a slip of the pen or are its initials. */
function uniteNear(
  keys: readonly string[],
  names: readonly string[],
  run: ReadonlyMap<string, string>,
  pack: OriginWords,
): ReadonlyMap<string, string> {
  const roots = new Map<string, string>();
  const rootOf = (key: string): string => {
    let root = key;
    for (let up = roots.get(root); up !== undefined; up = roots.get(root)) root = up;
    return root;
  };
  const unite = (a: string, b: string): void => {
    const [from, to] = [rootOf(a), rootOf(b)].sort(compareText);
    if (from !== undefined && to !== undefined && from !== to) roots.set(to, from);
  };
  const own = [...new Set(keys.map((key) => run.get(key) ?? key))].sort(compareText);
  for (const alike of shareAllButOne(own))
    for (const [at, key] of alike.entries())
      for (const other of alike.slice(at + 1)) if (areNear(key, other)) unite(key, other);
  const all = new Set(own);
  for (const name of names) {
    const initials = wordsOf(name, pack.words)
      .map((word) => word.charAt(0))
      .join("");
    const key = plainKey(name, pack);
    if (initials.length > 2 && all.has(initials)) unite(run.get(key) ?? key, initials);
  }
  return new Map(own.map((key) => [key, rootOf(key)]));
}

/** Keys that are equal but for a letter of each: all that can be a slip of the pen apart. */
function shareAllButOne(keys: readonly string[]): Iterable<readonly string[]> {
  const buckets = new Map<string, string[]>();
  for (const key of keys) {
    if (key.length < NEAR_FROM - 1) continue;
    const letters = [...key];
    const shorter = letters.map((_, at) => letters.toSpliced(at, 1).join(""));
    for (const one of new Set([key, ...shorter]))
      buckets.set(one, [...(buckets.get(one) ?? []), key]);
  }
  return buckets.values();
}

/** One letter more, less or other, or two that changed places; figures are never a slip. */
function areNear(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < NEAR_FROM || Math.abs(a.length - b.length) > 1) return false;
  if (digitsOf(a) !== digitsOf(b)) return false;
  const apart = Math.round((1 - editSimilarity(a, b)) * Math.max(a.length, b.length));
  return apart <= 1 || (apart === 2 && [...a].sort().join("") === [...b].sort().join(""));
}

const digitsOf = (text: string): string => text.replace(/\D/g, "");

/** What a name in a text stands for. */
type NameTrie = TokenTrie<{
  readonly key: string;
  readonly spelling: string;
  readonly isShort: boolean;
}>;

/** Every name, without its article, and its last word where it is a kind of paper and only one's. */
function nameTrie(
  names: readonly string[],
  { keyOf, spellingOf }: Pick<Publishers, "keyOf" | "spellingOf">,
  { words }: OriginWords,
): NameTrie {
  const trie: NameTrie = new TokenTrie();
  const short = new Map<string, Set<string>>();
  for (const name of names) {
    const parts = foldName(name).split(" ");
    const bare = words.has("outlet_articles", parts[0] ?? "") ? parts.slice(1) : parts;
    trie.add(bare, { key: keyOf(name), spelling: spellingOf(name), isShort: false });
    const last = bare.at(-1) ?? "";
    if (bare.length > 1 && words.has("media_heads", last))
      short.set(last, (short.get(last) ?? new Set()).add(name));
  }
  for (const [last, called] of short) {
    const [name] = called;
    const keys = new Set([...called].map(keyOf));
    if (name !== undefined && keys.size === 1)
      trie.add([last], { key: keyOf(name), spelling: spellingOf(name), isShort: true });
  }
  return trie;
}

function findNames(
  tokens: readonly Token[],
  trie: NameTrie,
  { words }: OriginWords,
): readonly NamedPublisher[] {
  const found: NamedPublisher[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    if (!isCapital(tokens[at])) continue;
    const match = trie.longestAt(tokens, at);
    const value = match?.values[0];
    if (match === undefined || value === undefined) continue;
    // "the Gazette" is a paper told before; "gazette" alone is a word.
    if (value.isShort && !words.has("outlet_articles", tokens[at - 1]?.folded ?? "")) continue;
    const { key, spelling } = value;
    found.push({ from: at, to: match.to, key, spelling });
    at = match.to - 1;
  }
  return found;
}

const isCapital = (token: Token | undefined): boolean => /^\p{Lu}/u.test(token?.text ?? "");
