import { mapInputs } from "../plan/map-inputs.js";
import type { AggregatePlan, MatchPlan, Plan } from "../plan/plan.js";
import type { Binding } from "../plan/slots.js";
import { namesIn } from "../plan/walk-ast.js";
import { countByColumns } from "./count-by-columns.js";
import { lowerMatch } from "./lower-match.js";
import { markDistinctEnds } from "./mark-distinct-ends.js";
import { markTopGroups } from "./mark-top-groups.js";
import type { Pace } from "./pace.js";
import type { Statistics } from "./statistics.js";

/** What is known of the use that a plan is put to. */
export interface PlanUse {
  /** It only matters which rows there are, not how many of each, as for EXISTS. */
  readonly ignoresRepeats: boolean;
  /** The query deletes, so that a variable may hold something that is gone. */
  readonly deletes: boolean;
}

/** The plan with every MATCH replaced by operators in the order that the graph's statistics suggest. */
export function optimize(
  plan: Plan,
  statistics: Statistics,
  pace: Pace,
  { ignoresRepeats, deletes }: PlanUse,
): Plan {
  const marked = markDistinctEnds(lower(plan, statistics, pace, deletes), ignoresRepeats);
  // Columns are read without asking whether an element is still there.
  return deletes ? marked : markTopGroups(countByColumns(marked));
}

function lower(plan: Plan, statistics: Statistics, pace: Pace, deletes: boolean): Plan {
  const go = (match: Plan, reader: Plan | null): Plan => {
    if (match.kind !== "Match") {
      return match;
    }
    const counts = reader?.kind === "Aggregate" && !deletes;
    const read = counts ? namesCounted(reader, match) : null;
    return lowerMatch(match, match.input, statistics, pace, read);
  };
  const below = (step: Plan): Plan =>
    mapInputs(step, (input) => go(below(input), input === inputOf(step) ? step : null));
  return go(below(plan), null);
}

const inputOf = (plan: Plan): Plan | null => ("input" in plan ? plan.input : null);

/** The names of a pattern that an aggregation reads; null when it needs all of its rows. */
function namesCounted(reader: AggregatePlan, { pattern }: MatchPlan): ReadonlySet<string> | null {
  const { nodes, relationships, shortest, searches, paths } = pattern;
  const keepsList = relationships.some((entry) => entry.length !== null && entry.keepsList);
  if (keepsList || shortest.length + searches.length + paths.length > 0) {
    return null;
  }
  const isKey = ({ binding }: { readonly binding: Binding }) =>
    reader.keys.some(({ kind, slot }) => kind === binding.kind && slot === binding.slot);
  const counted = reader.items.filter(
    ({ name, distinct, arguments: [argument] }) =>
      name.toLowerCase() === "count" && !distinct && argument?.kind === "Variable",
  );
  return new Set([
    ...[...nodes, ...relationships].filter(isKey).map(({ name }) => name),
    ...namesIn(reader.keyItems.map(({ expression }) => expression)),
    ...namesIn(
      reader.items.filter((item) => !counted.includes(item)).map((item) => item.arguments),
    ),
  ]);
}
