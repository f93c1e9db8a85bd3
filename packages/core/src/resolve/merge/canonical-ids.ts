import { byId, type Profile } from "../identify/profile.js";

/**
 * The canonical id of each cluster, in the order given: the id of its best known profile, the one
 * with a key, else with the fullest name, else with the least id. Where another cluster holds a
 * profile of the same base id, the hash of content is part of it.
 */
export function canonicalIds(
  clusters: readonly (readonly Profile[])[],
): ReadonlyMap<readonly Profile[], string> {
  const holders = new Map<string, number>();
  for (const cluster of clusters) {
    for (const base of new Set(cluster.map((profile) => profile.base))) {
      holders.set(base, (holders.get(base) ?? 0) + 1);
    }
  }
  return new Map(
    clusters.map((cluster) => {
      const named = [...cluster].sort(bestKnownFirst)[0];
      const base = named?.base ?? "";
      return [cluster, (holders.get(base) ?? 0) > 1 ? (named?.id ?? base) : base];
    }),
  );
}

const bestKnownFirst = (a: Profile, b: Profile): number =>
  Number(hasKey(b)) - Number(hasKey(a)) ||
  b.comparable.split(" ").length - a.comparable.split(" ").length ||
  b.comparable.length - a.comparable.length ||
  byId(a, b);

const hasKey = (profile: Profile): boolean => profile.members.some((member) => member.key !== null);
