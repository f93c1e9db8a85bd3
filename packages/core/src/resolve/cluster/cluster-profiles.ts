import type { ResolutionDecision } from "../../model/entity.js";
import { type Comparer, REVIEW_AT, type ScoredPair } from "../compare/comparison.js";
import { byId, type Profile } from "../identify/profile.js";
import type { JudgedLink, LinkVerdict } from "../judge/judged-links.js";
import { Clusters } from "./clusters.js";
import { ReviewList } from "./review-list.js";
import { settleStatements, toStatement, uniteAll } from "./settle-links.js";

/** Profiles united, with the reasons; `a` and `b` of a decision are profile ids. */
export interface Clustering {
  readonly clusters: readonly (readonly Profile[])[];
  readonly decisions: readonly ResolutionDecision[];
  /** Pairs that may be one beside those listed for review. */
  readonly unlistedReviews: number;
  /** What became of each link. */
  readonly verdicts: ReadonlyMap<JudgedLink, LinkVerdict>;
}

/**
 * Clusters of profiles. People's judgements come first, then pairs by falling score and rising id;
 * every union is checked between all profiles of both clusters, so that no chain of likenesses
 * joins what a judgement or a contradiction holds apart. A judgement whose side turns out to be several
 * things is applied to none of them, and where judgements contradict each other things stay apart.
 */
export function clusterProfiles(
  profiles: readonly Profile[],
  pairs: readonly ScoredPair[],
  comparer: Comparer,
  links: readonly JudgedLink[],
): Clustering {
  let heard = links.filter(isClear);
  let pending = links.filter((link) => !isClear(link));
  let clustering = clusterOnce(profiles, pairs, comparer, heard);
  while (pending.length > 0) {
    const { sets } = clustering;
    const settled = new Set(
      pending.filter((link) => isOneSet(sets, link.a) && isOneSet(sets, link.b)),
    );
    if (settled.size === 0) break;
    heard = [...heard, ...settled];
    pending = pending.filter((link) => !settled.has(link));
    clustering = clusterOnce(profiles, pairs, comparer, heard);
  }
  const { sets, decisions, unlistedReviews, disputed } = clustering;
  const verdicts = new Map<JudgedLink, LinkVerdict>();
  for (const link of heard) {
    const chain = disputed.get(link) ?? overruledBy(link, heard, sets);
    verdicts.set(link, chain === undefined ? { kind: "holds" } : { kind: "disputed", chain });
  }
  for (const link of pending) {
    const side = isOneSet(sets, link.a) ? "b" : "a";
    const things = [...new Set(link[side].map((profile) => sets.setOf(profile)))];
    verdicts.set(link, { kind: "several", side, things });
  }
  return { clusters: sets.sets(), decisions, unlistedReviews, verdicts };
}

/** Who says that two things are one of which somebody is unsure, or undefined where nobody does. */
function overruledBy(
  { pair, a, b }: JudgedLink,
  links: readonly JudgedLink[],
  sets: Clusters,
): readonly JudgedLink[] | undefined {
  if (pair.verdict !== "unsure") return undefined;
  const joined = a.find((one) => b.some((other) => sets.setOf(one) === sets.setOf(other)));
  if (joined === undefined) return undefined;
  const set = new Set(sets.setOf(joined));
  return links.filter((link) => link.pair.verdict === "same" && link.a.some((one) => set.has(one)));
}

/** Whether a link is followed whatever its sides turn out to be: what is seen apart stays apart. */
function isClear({ pair, a, b }: JudgedLink): boolean {
  if (a.length === 1 && b.length === 1) return true;
  return pair.verdict !== "same" && pair.a.kind === "things" && pair.b.kind === "things";
}

const isOneSet = (sets: Clusters, profiles: readonly Profile[]): boolean =>
  new Set(profiles.map((profile) => sets.setOf(profile))).size === 1;

function clusterOnce(
  profiles: readonly Profile[],
  pairs: readonly ScoredPair[],
  comparer: Comparer,
  links: readonly JudgedLink[],
): Omit<Clustering, "clusters" | "verdicts"> & {
  readonly sets: Clusters;
  readonly disputed: ReadonlyMap<JudgedLink, readonly JudgedLink[]>;
} {
  const sets = new Clusters(profiles, comparer, links);
  const decisions: ResolutionDecision[] = [];
  const { followed, disputed } = settle(links);
  for (const link of followed) {
    uniteAll(sets, link);
    decisions.push(judgedDecision(link));
  }
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
  return { sets, decisions, unlistedReviews: reviews.left, disputed };
}

/** Links that unite as far as no other contradicts them; who is unsure contradicts nobody. */
function settle(links: readonly JudgedLink[]): {
  readonly followed: readonly JudgedLink[];
  readonly disputed: ReadonlyMap<JudgedLink, readonly JudgedLink[]>;
} {
  const sure = links.filter(({ pair }) => pair.verdict !== "unsure").map(toStatement);
  const { followed, disputed } = settleStatements<Profile, (typeof sure)[number]>(sure);
  return {
    followed: followed.map(({ link }) => link),
    disputed: new Map([...disputed].map(([one, chain]) => [one.link, chain.map((by) => by.link)])),
  };
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

function judgedDecision({ a, b, pair }: JudgedLink): ResolutionDecision {
  const [first = "", second = ""] = [firstId(a), firstId(b)].sort();
  const reasons = [`judged same by ${pair.judgement.by}`];
  return { a: first, b: second, outcome: "merged", score: 1, reasons };
}

const firstId = (profiles: readonly Profile[]): string => [...profiles].sort(byId)[0]?.id ?? "";

const strongestFirst = (x: ScoredPair, y: ScoredPair): number =>
  y.score - x.score || byId(x.a, y.a) || byId(x.b, y.b);
