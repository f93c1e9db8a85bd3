// Every profile of a block is compared with every other, but profiles of one signature compare
// alike: where two of them are one thing, one stands for all, so that a spokesman named in a
// thousand reports costs a thousand comparisons and not half a million.
import { compareText } from "../../text/compare.js";
import { type Comparer, type ScoredPair, shareDocument } from "../compare/comparison.js";
import type { Profile } from "../identify/profile.js";

/**
 * Pairs of profiles that share a block and compare to something, each once. Profiles that a person
 * has judged are always compared one by one.
 */
export function comparePairs(
  profiles: readonly Profile[],
  comparer: Comparer,
  judged: ReadonlySet<Profile>,
): readonly ScoredPair[] {
  const signatureOf = (profile: Profile): string =>
    judged.has(profile) ? profile.id : (comparer.signatureOf?.(profile) ?? profile.id);
  const seen = new Set<string>();
  const pairs: ScoredPair[] = [];
  const compare = (a: Profile, b: Profile): ScoredPair | null => {
    const comparison = comparer.compare(a, b);
    return comparison === null ? null : { a, b, ...comparison };
  };
  const add = (a: Profile, b: Profile): void => {
    const key = `${a.id} ${b.id}`;
    if (seen.has(key)) return;
    seen.add(key);
    if (comparer.isOnceADocument && shareDocument([a], [b])) return;
    const pair = compare(a, b);
    if (pair !== null) pairs.push(pair);
  };
  const isOne = (a: Profile, b: Profile): boolean =>
    (compare(a, b)?.score ?? 0) >= comparer.mergeAt;
  for (const block of blocksOf(profiles, comparer)) {
    const groups = groupBy(block, signatureOf);
    const standing = groups.flatMap((group) => standFor(group, isOne, add));
    addAll(standing.sort(byProfileId), add);
  }
  return pairs;
}

type AddPair = (a: Profile, b: Profile) => void;

/** Who stands for a group of one signature: the first for all, tied to each, where they are one thing. */
function standFor(
  group: readonly Profile[],
  isOne: (a: Profile, b: Profile) => boolean,
  add: AddPair,
): readonly Profile[] {
  const [first, second] = group;
  if (first === undefined || second === undefined || !isOne(first, second)) return group;
  for (const [index, other] of group.entries()) {
    const before = group[index - 1];
    if (before === undefined) continue;
    add(first, other);
    add(before, other);
  }
  return [first];
}

function addAll(profiles: readonly Profile[], add: AddPair): void {
  for (const [index, a] of profiles.entries()) for (const b of profiles.slice(index + 1)) add(a, b);
}

const byProfileId = (a: Profile, b: Profile): number => compareText(a.id, b.id);

function blocksOf(profiles: readonly Profile[], comparer: Comparer): readonly Profile[][] {
  const blocks = new Map<string, Profile[]>();
  for (const profile of profiles) {
    for (const key of new Set(comparer.blocksOf(profile))) {
      const block = blocks.get(key);
      if (block === undefined) blocks.set(key, [profile]);
      else block.push(profile);
    }
  }
  return [...blocks.values()].filter((block) => block.length > 1);
}

function groupBy(
  profiles: readonly Profile[],
  keyOf: (profile: Profile) => string,
): readonly Profile[][] {
  const groups = new Map<string, Profile[]>();
  for (const profile of profiles) {
    const key = keyOf(profile);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [profile]);
    else group.push(profile);
  }
  return [...groups.values()];
}
