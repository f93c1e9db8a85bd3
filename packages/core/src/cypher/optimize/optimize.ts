import { mapInputs } from "../plan/map-inputs.js";
import type { Plan } from "../plan/plan.js";
import { lowerMatch } from "./lower-match.js";
import type { Statistics } from "./statistics.js";

/** The plan with every MATCH replaced by operators in the order that the graph's statistics suggest. */
export function optimize(plan: Plan, statistics: Statistics): Plan {
  const lowered = mapInputs(plan, (input) => optimize(input, statistics));
  return lowered.kind === "Match" ? lowerMatch(lowered, lowered.input, statistics) : lowered;
}
