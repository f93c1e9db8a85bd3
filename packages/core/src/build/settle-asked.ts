import type { Resolution } from "../model/entity.js";
import type { Judgement, JudgementOutcome } from "../model/judgement.js";
import { tellLine } from "../resolve/judge/tell-outcomes.js";

/**
 * Outcomes in which what is asked of a person stands as entities to choose from. A line that somebody found
 * again asks nothing any more.
 */
export function settleAsked(
  outcomes: readonly JudgementOutcome[],
  { entities }: Resolution,
): readonly JudgementOutcome[] {
  if (!outcomes.some(({ status }) => status === "asked")) return outcomes;
  const finders = new Map<string, Judgement>();
  for (const { judgement } of outcomes) {
    if (judgement?.finds !== undefined) finders.set(judgement.finds, judgement);
  }
  const entityOf = new Map(
    entities.flatMap(({ id, members }) => members.map((member) => [member, id] as const)),
  );
  return outcomes.map((outcome): JudgementOutcome => {
    if (outcome.status !== "asked") return outcome;
    const { asks, ...rest } = outcome;
    const finder = finders.get(outcome.source.id ?? "");
    if (finder !== undefined)
      return { ...rest, status: "replaced", says: `was found again: ${tellLine(finder)}` };
    if (asks === undefined) return outcome;
    const fits = [...new Set(asks.fits.flatMap((member) => entityOf.get(member) ?? []))].sort();
    return fits.length === 0 ? rest : { ...rest, asks: { side: asks.side, fits } };
  });
}
