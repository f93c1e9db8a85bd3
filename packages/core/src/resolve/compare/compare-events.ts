import type { RelationRole } from "../../model/schema.js";
import type { Neighbourhood } from "../identify/neighbourhood.js";
import type { Profile } from "../identify/profile.js";
import type { ResolvedEnds } from "../identify/resolved-ends.js";
import type { Comparer } from "./comparison.js";

const TARGETED: ReadonlySet<RelationRole> = new Set(["targeted"]);

/** Groups without a name: one where the action against them is one, and never by their name. */
export function createUnnamedNetworkComparer(
  neighbourhood: Neighbourhood,
  ends: ResolvedEnds,
): Comparer {
  const actionsOf = (profile: Profile): readonly string[] =>
    profile.members.flatMap((member) =>
      neighbourhood
        .incoming(member.id, TARGETED)
        .flatMap((claim) => ends.canonicalOf(claim.subject) ?? []),
    );
  return {
    mergeAt: 0.92,
    isOnceADocument: true,
    blocksOf: actionsOf,
    contradiction: () => null,
    compare: () => ({ score: 0.95, reasons: ["target of one operation"] }),
  };
}

/** Legs of traffic: one where one action found them and their ends can be the same. */
export function createRouteComparer(neighbourhood: Neighbourhood, ends: ResolvedEnds): Comparer {
  const endsOf = (profile: Profile, role: RelationRole): ReadonlySet<string> =>
    new Set(
      profile.members.flatMap((member) =>
        neighbourhood
          .outgoing(member.id, new Set([role]))
          .flatMap((claim) => ends.canonicalOf(claim.object) ?? []),
      ),
    );
  const clash = (a: Profile, b: Profile, role: RelationRole): boolean => {
    const left = endsOf(a, role);
    const right = endsOf(b, role);
    return left.size > 0 && right.size > 0 && ![...left].some((end) => right.has(end));
  };
  return {
    mergeAt: 0.92,
    isOnceADocument: false,
    blocksOf: (profile) =>
      [...endsOf(profile, "found-in")].flatMap((action) =>
        [...endsOf(profile, "route-of")].map((goods) => `${action} ${goods}`),
      ),
    contradiction: (a, b) => {
      if (clash(a, b, "route-from")) return "different origins";
      return clash(a, b, "route-to") ? "different destinations" : null;
    },
    compare: (a, b) =>
      clash(a, b, "route-from") || clash(a, b, "route-to")
        ? null
        : { score: 0.95, reasons: ["same goods, found in one operation"] },
  };
}

/** Things that are one at sight or not at all. */
export const exactComparer: Comparer = {
  mergeAt: 1,
  isOnceADocument: false,
  blocksOf: () => [],
  contradiction: () => null,
  compare: () => null,
};
