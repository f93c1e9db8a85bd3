// Weighted interval scheduling: of overlapping readings those are kept whose weights add up to most.
// The weight grows with the square of the length, so one long name beats the short ones inside it;
// scores and then a fixed order of roles settle equal lengths. O(n log n).
import type { EntityRole } from "../../model/schema.js";
import type { Candidate } from "./candidate.js";

/** Which reading wins where nothing else tells. */
const ROLES: readonly EntityRole[] = [
  "body",
  "group",
  "vessel",
  "country",
  "place",
  "goods",
  "official",
  "person",
  "organization",
];

const weightOf = (candidate: Candidate): number => {
  const length = candidate.to - candidate.from;
  const order = ROLES.indexOf(candidate.role);
  return length * length * (0.5 + candidate.score) - order / 1000;
};

/**
 * The candidates of one sentence that do not overlap and weigh most, in text order. `lost` hears of
 * every other one and of the first chosen one that has words of it.
 */
export function chooseCandidates(
  candidates: readonly Candidate[],
  lost: ((candidate: Candidate, to: Candidate) => void) | null = null,
): Candidate[] {
  const sorted = [...candidates].sort(byEnd);
  const best: number[] = [0];
  const taken: boolean[] = [];
  const before: number[] = [];
  for (const [at, candidate] of sorted.entries()) {
    const last = lastEndingBy(sorted, candidate.from, at);
    const withIt = (best[last] ?? 0) + weightOf(candidate);
    const without = best[at] ?? 0;
    before.push(last);
    taken.push(withIt > without);
    best.push(Math.max(withIt, without));
  }
  const chosen: Candidate[] = [];
  let at = sorted.length;
  while (at > 0) {
    const candidate = sorted[at - 1];
    if (taken[at - 1] === true && candidate !== undefined) {
      chosen.push(candidate);
      at = before[at - 1] ?? 0;
    } else at -= 1;
  }
  chosen.reverse();
  if (lost !== null) tellLost(candidates, chosen, lost);
  return chosen;
}

function tellLost(
  candidates: readonly Candidate[],
  chosen: readonly Candidate[],
  lost: (candidate: Candidate, to: Candidate) => void,
): void {
  const kept = new Set(chosen);
  const byStart = candidates.filter((one) => !kept.has(one)).sort((a, b) => a.from - b.from);
  let at = 0;
  for (const one of byStart) {
    while ((chosen[at]?.to ?? Number.POSITIVE_INFINITY) <= one.from) at += 1;
    const winner = chosen[at];
    if (winner !== undefined && winner.from < one.to) lost(one, winner);
  }
}

const byEnd = (a: Candidate, b: Candidate): number =>
  a.to - b.to ||
  a.from - b.from ||
  ROLES.indexOf(a.role) - ROLES.indexOf(b.role) ||
  (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);

/** How many of the first `limit` candidates end at or before a token: binary search. */
function lastEndingBy(sorted: readonly Candidate[], from: number, limit: number): number {
  let low = 0;
  let high = limit;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.to ?? 0) <= from) low = middle + 1;
    else high = middle;
  }
  return low;
}
