import { foldName } from "../../text/fold.js";
import { personNameSimilarity } from "../../text/person-name-similarity.js";

/** Something with names to search for. */
export interface SearchName {
  readonly name: string;
  readonly aliases: readonly string[];
  /** True for a person, whose name desks spell each in their own way. */
  readonly isPerson: boolean;
}

/** Longest query that is looked at; nothing has a longer name. */
const LONGEST_QUERY = 200;
/** Shortest word in which a slip of spelling is forgiven. */
const SHORTEST_SLIP = 4;
/** Longest word in capitals that is taken for an acronym. */
const LONGEST_ACRONYM = 6;
/** Likeness from which two spellings of a person's name are one; of a family name alone, which reaches .8. */
const SAME_PERSON = 0.85;
const SAME_FAMILY = 0.76;
const ARTICLES: ReadonlySet<string> = new Set(["al", "el"]);

/**
 * Indexes of what a query may mean, best first: whole names before aliases, then what begins so, then
 * what has words that begin so, then one slip of spelling in a word, then a person's name spelt in
 * another way. An acronym is found as it stands or unfinished, never by a slip: one letter parts two
 * services. O(names × their length).
 */
export function searchNames(
  names: readonly SearchName[],
  query: string,
  limit: number,
): readonly number[] {
  const wanted = readName(query.slice(0, LONGEST_QUERY));
  if (wanted.words.length === 0) return [];
  return names
    .map((one, index) => ({ index, rank: rankOf(one, wanted), length: one.name.length }))
    .filter(({ rank }) => rank < NO_MATCH)
    .sort((a, b) => a.rank - b.rank || a.length - b.length || a.index - b.index)
    .slice(0, limit)
    .map(({ index }) => index);
}

/** A name as it is compared. */
interface ReadName {
  readonly text: string;
  readonly folded: string;
  /** Without articles, unless it has no other word. */
  readonly words: readonly string[];
  /** Which of the words are acronyms. */
  readonly acronyms: ReadonlySet<string>;
}

const known = new Map<string, ReadName>();
/** Names kept read, so that a search at each key pressed folds nothing twice. */
const MOST_KNOWN = 20_000;

function readKnown(text: string): ReadName {
  const found = known.get(text);
  if (found !== undefined) return found;
  if (known.size >= MOST_KNOWN) known.clear();
  const read = readName(text);
  known.set(text, read);
  return read;
}

function readName(text: string): ReadName {
  const folded = foldLetters(text);
  const all = folded.split(" ").filter(Boolean);
  const plain = all.filter((word) => !ARTICLES.has(word));
  const capitals = text.match(/[\p{Lu}\p{N}.]+(?![\p{L}\p{N}])/gu) ?? [];
  const acronyms = capitals
    .map(foldLetters)
    .filter((word) => word.length > 1 && word.length <= LONGEST_ACRONYM);
  return { text, folded, words: plain.length > 0 ? plain : all, acronyms: new Set(acronyms) };
}

/** A folded name, Arabic letters that are written in several ways in one of them. */
const foldLetters = (text: string): string =>
  foldName(text)
    .replaceAll("\u0640", "")
    .replace(/[\u0622\u0623\u0625\u0671]/g, "\u0627")
    .replace(/[\u0649\u06cc]/g, "\u064a")
    .replaceAll("\u0629", "\u0647");

/** Ranks of one way of matching: by the name itself, and half a step later by an alias. */
const ALIAS = 0.5;
const NO_MATCH = 6;

function rankOf({ name, aliases, isPerson }: SearchName, wanted: ReadName): number {
  let best = matchOf(readKnown(name), wanted, isPerson);
  for (const alias of aliases) {
    best = Math.min(best, matchOf(readKnown(alias), wanted, isPerson) + ALIAS);
  }
  return best;
}

function matchOf(name: ReadName, wanted: ReadName, isPerson: boolean): number {
  if (name.folded === wanted.folded) return 0;
  if (name.words.join(" ") === wanted.words.join(" ")) return 1;
  if (name.folded.startsWith(wanted.folded)) return 2;
  if (wanted.words.every((word) => name.words.some((own) => own.startsWith(word)))) return 3;
  if (isOneSlip(name, wanted)) return 4;
  return isPerson && isSpeltAlike(name.text, wanted) ? 5 : NO_MATCH + 1;
}

/** Every word but one begins a word of the name, and that one does with a single slip. */
function isOneSlip(name: ReadName, wanted: ReadName): boolean {
  const odd = wanted.words.filter((word) => !name.words.some((own) => own.startsWith(word)));
  const [word = ""] = odd;
  if (odd.length !== 1 || word.length < SHORTEST_SLIP || wanted.acronyms.has(word)) return false;
  return name.words.some((own) => !name.acronyms.has(own) && isSlip(word, own));
}

/** One letter more, less, other, or two neighbours swapped. */
function isSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  const isSwapped =
    restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA.length > 1 && isSwapped)
  );
}

function isSpeltAlike(name: string, { text, words }: ReadName): boolean {
  const likeness = personNameSimilarity(name, text);
  return likeness >= (words.length === 1 ? SAME_FAMILY : SAME_PERSON);
}
