import { RedthreadError } from "../../errors/redthread-error.js";
import type { ResolutionDecision } from "../../model/entity.js";
import type { Judgement } from "../../model/judgement.js";
import { type Comparer, REVIEW_AT, type ScoredPair } from "../compare/comparison.js";
import { byId, type Profile } from "../identify/profile.js";
import { Clusters } from "./clusters.js";
import type { JudgedLink } from "./judged-links.js";
import { ReviewList } from "./review-list.js";

/** Profiles united, with the reasons; `a` and `b` of a decision are profile ids. */
export interface Clustering {
  readonly clusters: readonly (readonly Profile[])[];
  readonly decisions: readonly ResolutionDecision[];
  /** Pairs that may be one beside those listed for review. */
  readonly unlistedReviews: number;
}

/**
 * Clusters of profiles. People's judgements come first, then pairs by falling score and rising id;
 * every union is checked between all profiles of both clusters, so that no chain of likenesses
 * joins what a judgement or a contradiction holds apart.
 * @throws RedthreadError `JUDGEMENT_INVALID` when judgements contradict each other.
 */
export function clusterProfiles(
  profiles: readonly Profile[],
  pairs: readonly ScoredPair[],
  comparer: Comparer,
  links: readonly JudgedLink[],
): Clustering {
  const same = links.filter((link) => link.judgement.verdict === "same");
  const clear = same.filter((link) => link.a.length === 1 && link.b.length === 1);
  let pending = same.filter((link) => !clear.includes(link));
  let forced = clear;
  let clustering = clusterOnce(profiles, pairs, comparer, links, forced);
  while (pending.length > 0) {
    const { sets } = clustering;
    const settled = pending.filter((link) => isOneSet(sets, link.a) && isOneSet(sets, link.b));
    if (settled.length === 0) break;
    forced = [...forced, ...settled];
    pending = pending.filter((link) => !settled.includes(link));
    clustering = clusterOnce(profiles, pairs, comparer, links, forced);
  }
  const { sets, decisions, unlistedReviews } = clustering;
  return { clusters: sets.sets(), decisions, unlistedReviews };
}

const isOneSet = (sets: Clusters, profiles: readonly Profile[]): boolean =>
  new Set(profiles.map((profile) => sets.setOf(profile))).size === 1;

function clusterOnce(
  profiles: readonly Profile[],
  pairs: readonly ScoredPair[],
  comparer: Comparer,
  links: readonly JudgedLink[],
  forced: readonly JudgedLink[],
): Omit<Clustering, "clusters"> & { readonly sets: Clusters } {
  const sets = new Clusters(profiles, comparer, links);
  const decisions: ResolutionDecision[] = [];
  for (const { a, b, judgement } of forced) {
    for (const one of a) for (const other of b) sets.union(one, other);
    decisions.push(judgedDecision(a, b, judgement));
  }
  assertConsistent(sets, links, forced);
  const open: ScoredPair[] = [];
  for (const pair of [...pairs].sort(strongestFirst)) {
    if (sets.setOf(pair.a) === sets.setOf(pair.b)) continue;
    if (pair.score < comparer.mergeAt) {
      open.push(pair);
      continue;
    }
    const obstacle = sets.obstacle(sets.setOf(pair.a), sets.setOf(pair.b));
    if (obstacle === null) {
      sets.union(pair.a, pair.b);
      decisions.push(decide(pair, "merged"));
    } else {
      decisions.push({ ...decide(pair, "apart"), reasons: [...pair.reasons, obstacle] });
    }
  }
  const reviews = new ReviewList();
  const reviewAt = comparer.reviewAt ?? REVIEW_AT;
  for (const decision of openDecisions(open, sets, reviewAt, reviews)) decisions.push(decision);
  return { sets, decisions, unlistedReviews: reviews.left };
}

/** One decision a pair of clusters, the strongest; pairs a person has judged are not asked again. */
function openDecisions(
  pairs: readonly ScoredPair[],
  sets: Clusters,
  reviewAt: number,
  reviews: ReviewList,
): readonly ResolutionDecision[] {
  const told = new Map<readonly Profile[], Set<readonly Profile[]>>();
  const decisions: ResolutionDecision[] = [];
  for (const pair of pairs) {
    const left = sets.setOf(pair.a);
    const right = sets.setOf(pair.b);
    if (left === right || told.get(left)?.has(right) === true) continue;
    for (const [from, to] of [
      [left, right],
      [right, left],
    ] as const) {
      const known = told.get(from) ?? new Set();
      told.set(from, known.add(to));
    }
    if (sets.judgedApart(left, right) !== null) continue;
    if (pair.score < reviewAt) decisions.push(decide(pair, "apart"));
    else if (reviews.offer(left, right)) decisions.push(decide(pair, "review"));
  }
  return decisions;
}

const decide = (pair: ScoredPair, outcome: ResolutionDecision["outcome"]): ResolutionDecision => ({
  a: pair.a.id,
  b: pair.b.id,
  outcome,
  score: pair.score,
  reasons: pair.reasons,
  ...(pair.features === undefined ? {} : { features: pair.features }),
});

function judgedDecision(
  a: readonly Profile[],
  b: readonly Profile[],
  judgement: Judgement,
): ResolutionDecision {
  const [first = "", second = ""] = [firstId(a), firstId(b)].sort();
  const reasons = [`judged same by ${judgement.by}`];
  return { a: first, b: second, outcome: "merged", score: 1, reasons };
}

const firstId = (profiles: readonly Profile[]): string => [...profiles].sort(byId)[0]?.id ?? "";

function assertConsistent(
  sets: Clusters,
  links: readonly JudgedLink[],
  forced: readonly JudgedLink[],
): void {
  for (const { a, b, judgement } of links) {
    if (judgement.verdict !== "different") continue;
    const torn = a.find((one) => b.some((other) => sets.setOf(one) === sets.setOf(other)));
    if (torn === undefined) continue;
    const set = sets.setOf(torn);
    const chain = forced
      .filter((link) => link.a.some((profile) => set.includes(profile)))
      .map((link) => tell(link.judgement));
    throw new RedthreadError(
      "JUDGEMENT_INVALID",
      `Judgements contradict each other: ${tell(judgement)}, yet ${chain.join(", ")}. Take one of them back.`,
    );
  }
}

const tell = ({ a, b, verdict, by, at }: Judgement): string =>
  `\`${a}\` and \`${b}\` are ${verdict} (${by}, ${at})`;

const strongestFirst = (x: ScoredPair, y: ScoredPair): number =>
  y.score - x.score || byId(x.a, y.a) || byId(x.b, y.b);
