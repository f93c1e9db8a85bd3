// Profiles of one signature compare alike, so that one stands for all of them: a spokesman named in a
// thousand reports costs a thousand comparisons and not half a million. Those that stand for others are
// compared where they share a block; in a block that is too full each meets the nearest by name alone, so
// that the cost grows with the number of things and not with its square.
import { compareText } from "../../text/compare.js";
import { type Comparer, type ScoredPair, shareDocument } from "../compare/comparison.js";
import type { Profile } from "../identify/profile.js";

/** Members of a block up to which every pair of them is compared. */
const FULL_BLOCK = 40;
/** How many of the nearest by name each meets in a fuller block. */
const NEAREST = 8;
/** How many that look into one block meet there, at most: more would all be doubtful. */
const MET = 12;

/** Profiles of one signature, in order of id. */
interface Alike {
  readonly first: Profile;
  readonly profiles: readonly Profile[];
  /** True where two of them are one thing on what they have in common. */
  readonly isOne: boolean;
}

/**
 * Pairs of profiles that share a block and compare to something, each once. Profiles that a person
 * has judged are always compared one by one.
 */
export function comparePairs(
  profiles: readonly Profile[],
  comparer: Comparer,
  judged: ReadonlySet<Profile>,
): readonly ScoredPair[] {
  const pairs: ScoredPair[] = [];
  const add = (one: Profile, other: Profile): ScoredPair | null => {
    const isWithin = comparer.isOnceADocument && shareDocument([one], [other]);
    const [a, b] = one.id < other.id ? [one, other] : [other, one];
    const comparison = isWithin
      ? (comparer.compareInDocument?.(a, b) ?? null)
      : comparer.compare(a, b);
    if (comparison === null) return null;
    const pair = { a, b, ...comparison };
    pairs.push(pair);
    return isWithin ? null : pair;
  };
  const groups = groupAlike(profiles, comparer, judged);
  for (const group of groups) addWithin(group, add);
  for (const [at, others] of partners(groups, comparer)) {
    const group = groups[at];
    for (const other of others) {
      const met = groups[other];
      if (group !== undefined && met !== undefined) addBetween(group, met, comparer.mergeAt, add);
    }
  }
  return pairs;
}

type AddPair = (a: Profile, b: Profile) => ScoredPair | null;

function groupAlike(
  profiles: readonly Profile[],
  comparer: Comparer,
  judged: ReadonlySet<Profile>,
): readonly Alike[] {
  const bySignature = new Map<string, Profile[]>();
  for (const profile of profiles) {
    const own = judged.has(profile) ? undefined : comparer.signatureOf?.(profile);
    const signature = own ?? `id ${profile.id}`;
    const known = bySignature.get(signature);
    if (known === undefined) bySignature.set(signature, [profile]);
    else known.push(profile);
  }
  return [...bySignature.values()].flatMap((alike) => {
    const [first, second] = alike;
    if (first === undefined) return [];
    const score = second === undefined ? 0 : (comparer.compare(first, second)?.score ?? 0);
    return [{ first, profiles: alike, isOne: score >= comparer.mergeAt }];
  });
}

/** Each is tied to the first and to the one before, which stand in other documents as a rule. */
function addWithin({ profiles, first, isOne }: Alike, add: AddPair): void {
  for (const [index, other] of profiles.entries()) {
    const before = profiles[index - 1];
    if (before === undefined) continue;
    const pair = add(before, other);
    if (before !== first && (isOne || pair === null)) add(first, other);
  }
}

/** The firsts of two groups; where they are one, so are the others that their own group leaves apart. */
function addBetween(one: Alike, other: Alike, mergeAt: number, add: AddPair): void {
  const pair = add(one.first, other.first);
  const isMerged = pair !== null && pair.score >= mergeAt;
  if (!isMerged && pair !== null) return;
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const) {
    // A pair that one document tells apart says nothing of the others.
    if (from.isOne && isMerged) continue;
    for (const profile of from.profiles.slice(1, isMerged ? undefined : MET))
      add(profile, to.first);
  }
}

/** For each group the later ones that it shares a block with. */
function* partners(
  groups: readonly Alike[],
  comparer: Comparer,
): Iterable<readonly [number, readonly number[]]> {
  const order = groups.map((_, at) => at).sort((x, y) => byName(groups[x], groups[y]));
  const blocks = indexKeys(groups, order, (profile) => comparer.blocksOf(profile));
  const looked = new Set(groups.flatMap(({ first }) => comparer.looksInto?.(first) ?? []));
  const met = indexKeys(groups, order, (profile) =>
    (comparer.isMetIn?.(profile) ?? []).filter((key) => looked.has(key)),
  );
  const found: (Set<number> | undefined)[] = [];
  const join = (x: number, y: number): void => {
    if (x === y) return;
    const [low, high] = x < y ? [x, y] : [y, x];
    const known = found[low] ?? new Set();
    found[low] = known.add(high);
  };
  for (const block of blocks.values()) joinBlock(block, join);
  for (const [at, { first }] of groups.entries())
    for (const key of comparer.looksInto?.(first) ?? [])
      for (const other of (met.get(key) ?? []).slice(0, MET)) join(at, other);
  for (const at of groups.keys()) {
    const others = found[at];
    if (others !== undefined) yield [at, [...others].sort((x, y) => x - y)];
  }
}

/** The groups under each key of their firsts, in the order given. */
function indexKeys(
  groups: readonly Alike[],
  order: readonly number[],
  keysOf: (profile: Profile) => readonly string[],
): ReadonlyMap<string, readonly number[]> {
  const index = new Map<string, number[]>();
  for (const at of order) {
    const profile = groups[at]?.first;
    for (const key of profile === undefined ? [] : new Set(keysOf(profile))) push(index, key, at);
  }
  return index;
}

function joinBlock(block: readonly number[], join: (x: number, y: number) => void): void {
  const reach = block.length <= FULL_BLOCK ? block.length : NEAREST;
  for (const [index, at] of block.entries())
    for (const other of block.slice(index + 1, index + 1 + reach)) join(at, other);
}

const byName = (a: Alike | undefined, b: Alike | undefined): number =>
  compareText(a?.first.comparable ?? "", b?.first.comparable ?? "") ||
  compareText(a?.first.id ?? "", b?.first.id ?? "");

function push(lists: Map<string, number[]>, key: string, item: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}
