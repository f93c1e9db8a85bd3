import type { Entity, IdentityDecision, ResolutionDecision } from "../../model/entity.js";
import type { Judgement } from "../../model/judgement.js";
import { compareText } from "../../text/compare.js";
import type { Profile } from "../identify/profile.js";
import type { EntityJoin } from "../join-across-types.js";
import type { JudgedLink, LinkVerdict } from "./judged-links.js";

/** Collects why things were united or kept apart, step by step. */
export interface DecisionBook {
  /** Decisions about profiles, and what people said of them. */
  readonly add: (
    profiles: readonly Profile[],
    decisions: readonly ResolutionDecision[],
    verdicts: ReadonlyMap<JudgedLink, LinkVerdict>,
  ) => void;
  /**
   * All decisions, sorted. A merge tells of profiles, so that it can be taken back; the rest tells of the
   * entities that came of all steps.
   */
  readonly settle: (joined: {
    readonly entities: readonly Entity[];
    readonly joins?: readonly EntityJoin[];
  }) => readonly IdentityDecision[];
}

export function createDecisionBook(): DecisionBook {
  const book: IdentityDecision[] = [];
  return {
    add: (profiles, decisions, verdicts) => {
      const memberOf = new Map(profiles.map(({ id, members }) => [id, members[0]?.id ?? id]));
      const member = (id: string): string => memberOf.get(id) ?? id;
      for (const one of decisions) book.push({ ...one, members: [member(one.a), member(one.b)] });
      for (const one of profiles) book.push(...groupedDecisions(one));
      for (const [link, verdict] of verdicts) book.push(...heldApart(link, verdict));
    },
    settle: ({ entities, joins = [] }) => {
      const entityOf = new Map(
        entities.flatMap(({ id, members }) => members.map((member) => [member, id] as const)),
      );
      const joined = joins.map(joinDecision);
      return sortDecisions([...book, ...joined].flatMap((one) => withEntityIds(one, entityOf)));
    },
  };
}

/** States and goods are one by their key alone, whatever reports tell of them. */
function groupedDecisions({ id, members }: Profile): readonly IdentityDecision[] {
  const [first, ...others] = members;
  if (first === undefined) return [];
  const reason =
    first.key === null ? "all that tells them is the same" : `both are \`${first.key}\``;
  return others.map((other) => ({
    a: id,
    b: id,
    outcome: "merged",
    score: 1,
    reasons: [reason],
    members: [first.id, other.id],
  }));
}

/** What a person holds apart, whether or not anything speaks for its being one. */
function heldApart({ pair, a, b }: JudgedLink, verdict: LinkVerdict): readonly IdentityDecision[] {
  const [left, right] = [leastMember(a), leastMember(b)];
  const isApart = pair.verdict !== "same" && verdict.kind !== "several";
  if (!isApart || left === null || right === null) return [];
  const { judgement } = pair;
  return [
    {
      a: left,
      b: right,
      outcome: "apart",
      score: 0,
      reasons: [toldBy(pair.verdict, judgement)],
      members: [left, right],
    },
  ];
}

const joinDecision = ({ pair, members }: EntityJoin): IdentityDecision => ({
  a: members[0],
  b: members[1],
  outcome: "merged",
  score: 1,
  reasons: [toldBy("same", pair.judgement)],
  members,
});

const toldBy = (verdict: string, { by }: Judgement): string => `judged ${verdict} by ${by}`;

const leastMember = (profiles: readonly Profile[]): string | null =>
  profiles.flatMap(({ members }) => members.map(({ id }) => id)).sort()[0] ?? null;

/** None where people made one of what was kept apart before, or hold apart what is one all the same. */
function withEntityIds(
  decision: IdentityDecision,
  entityOf: ReadonlyMap<string, string>,
): readonly IdentityDecision[] {
  const [left, right] = decision.members;
  const [a, b] = [entityOf.get(left) ?? left, entityOf.get(right) ?? right];
  if (decision.outcome === "merged") return a === b ? [decision] : [];
  if (a === b) return [];
  return a < b
    ? [{ ...decision, a, b }]
    : [{ ...decision, a: b, b: a, members: [right, left] as const }];
}

function sortDecisions(decisions: readonly IdentityDecision[]): readonly IdentityDecision[] {
  const keyed = decisions.map((decision) => ({
    key: [decision.a, decision.b, decision.outcome, ...decision.members].join(" "),
    decision,
  }));
  keyed.sort(
    (x, y) =>
      compareText(x.key, y.key) ||
      y.decision.score - x.decision.score ||
      compareText(x.decision.reasons.join(" "), y.decision.reasons.join(" ")),
  );
  return keyed.map(({ decision }) => decision);
}
