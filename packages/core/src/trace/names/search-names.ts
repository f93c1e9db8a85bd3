import { type ReadName, readKnownName, readName } from "./read-name.js";
import { spellingOf } from "./spelling.js";

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
/**
 * Indexes of what a query may mean, best first: whole names before aliases, then what begins so, then
 * what has words that begin so, then one slip of spelling in a word, then a name spelt in another way or
 * another script. An acronym is found as it stands or unfinished, never by a slip: one letter parts two
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

/**
 * Indexes of what a query names in full, spelt in another way; of people only by two names or more.
 * O(names × their length).
 */
export function spellingsOf(names: readonly SearchName[], query: string): readonly number[] {
  const wanted = readName(query.slice(0, LONGEST_QUERY));
  const isSpelt = ({ name, aliases, isPerson }: SearchName): boolean =>
    [name, ...aliases].some((one) => spellingOf(readKnownName(one), wanted, isPerson) === "whole");
  return wanted.words.length === 0
    ? []
    : names.flatMap((one, index) => (isSpelt(one) ? [index] : []));
}

/** Ranks of one way of matching: by the name itself, and half a step later by an alias. */
const ALIAS = 0.5;
const NO_MATCH = 6;

function rankOf({ name, aliases, isPerson }: SearchName, wanted: ReadName): number {
  let best = matchOf(readKnownName(name), wanted, isPerson);
  for (const alias of aliases) {
    best = Math.min(best, matchOf(readKnownName(alias), wanted, isPerson) + ALIAS);
  }
  return best;
}

function matchOf(name: ReadName, wanted: ReadName, isPerson: boolean): number {
  if (name.folded === wanted.folded) return 0;
  if (name.words.join(" ") === wanted.words.join(" ")) return 1;
  if (name.folded.startsWith(wanted.folded)) return 2;
  if (wanted.words.every((word) => name.words.some((own) => own.startsWith(word)))) return 3;
  if (isOneSlip(name, wanted)) return 4;
  return spellingOf(name, wanted, isPerson) === null ? NO_MATCH + 1 : 5;
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
