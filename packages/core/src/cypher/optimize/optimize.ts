import { mapInputs } from "../plan/map-inputs.js";
import type { Plan } from "../plan/plan.js";
import { lowerMatch } from "./lower-match.js";
import { markDistinctEnds } from "./mark-distinct-ends.js";
import type { Pace } from "./pace.js";
import type { Statistics } from "./statistics.js";

/**
 * The plan with every MATCH replaced by operators in the order that the graph's statistics suggest.
 * `ignoresRepeats`: it only matters which rows there are, not how many of each, as for EXISTS.
 */
export function optimize(
  plan: Plan,
  statistics: Statistics,
  pace: Pace,
  ignoresRepeats = false,
): Plan {
  return markDistinctEnds(lower(plan, statistics, pace), ignoresRepeats);
}

function lower(plan: Plan, statistics: Statistics, pace: Pace): Plan {
  const lowered = mapInputs(plan, (input) => lower(input, statistics, pace));
  return lowered.kind === "Match" ? lowerMatch(lowered, lowered.input, statistics, pace) : lowered;
}
