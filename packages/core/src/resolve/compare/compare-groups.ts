import { distance } from "fastest-levenshtein";
import { foldName } from "../../text/fold.js";
import {
  type GroupHeads,
  normalizeBodyName,
  normalizeNetworkName,
} from "../identify/name-words.js";
import type { Profile } from "../identify/profile.js";
import type { Comparer, Comparison } from "./comparison.js";

/** Named networks and organizations: one by an alias, to be asked about by a like spelling. */
export const createGroupComparer = (heads: GroupHeads): Comparer => ({
  mergeAt: 0.92,
  isOnceADocument: false,
  blocksOf: (profile) => {
    const words = [...namesOf(profile, heads)].flatMap((name) => name.split(" "));
    const acronym = profile.acronym === null ? [] : [`acronym ${profile.acronym}`];
    return [
      ...new Set([...words.map((word) => `${profile.type} ${word.slice(0, 4)}`), ...acronym]),
    ];
  },
  contradiction: (a, b) =>
    a.type === b.type ? null : `different kinds: ${[a.type, b.type].sort().join(", ")}`,
  compare: (a, b) => compareGroups(a, b, heads),
});

function compareGroups(a: Profile, b: Profile, heads: GroupHeads): Comparison | null {
  if (a.type !== b.type) return null;
  const names = namesOf(a, heads);
  const shared = [...namesOf(b, heads)].filter((name) => names.has(name));
  if (shared.length > 0) {
    return { score: 0.95, reasons: [`shared name: ${shared.sort()[0]}`] };
  }
  if (a.acronym !== null && a.acronym === b.acronym) {
    return { score: 0.88, reasons: [`same acronym: ${a.acronym}`] };
  }
  const longest = Math.max(a.comparable.length, b.comparable.length);
  const likeness = 1 - distance(a.comparable, b.comparable) / longest;
  return likeness >= 0.85 && longest > 6
    ? { score: 0.7 + 0.15 * likeness, reasons: [`like names: ${likeness.toFixed(2)}`] }
    : null;
}

/** Every name of the group in the form that is compared; bare acronyms are left to `acronym`. */
function namesOf(profile: Profile, heads: GroupHeads): ReadonlySet<string> {
  const normalize = (name: string): string =>
    profile.role === "group"
      ? normalizeNetworkName(name, heads)
      : normalizeBodyName(foldName(name));
  const names = profile.members.flatMap((member) => [member.name, ...member.aliases]);
  const kept = names.filter((name) => name !== name.toUpperCase()).map(normalize);
  return new Set([profile.comparable, ...kept].filter((name) => name.length > 3));
}
