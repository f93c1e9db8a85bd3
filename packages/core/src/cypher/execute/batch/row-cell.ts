import type { AggregateItem } from "../../plan/plan.js";
import type { Scope } from "../../plan/scope.js";
import type { CypherValue } from "../../values/cypher-value.js";
import { type Cell, compileCell } from "../aggregate-cell.js";
import type { BuildContext } from "../build-context.js";
import type { BatchCell } from "./batch-cell.js";

/** Any aggregate, row by row. */
export function rowCell(
  context: BuildContext,
  item: AggregateItem,
  scope: Scope,
  keep: (value: CypherValue) => void,
): BatchCell {
  const start = compileCell(context, item, scope, keep);
  const addsOnce = ignoresRepeats(item);
  const { budget } = context.runtime;
  const cells: Cell[] = [];
  return {
    isByRow: true,
    add: (batch, groups, count, row) => {
      while (cells.length < count) {
        cells.push(start());
      }
      for (let at = 0; at < batch.size; at += 1) {
        batch.load(row, at);
        const cell = cells[groups[at] ?? 0];
        const times = addsOnce ? 1 : (batch.weights?.[at] ?? 1);
        for (let time = 0; time < times; time += 1) {
          budget.stepWithoutPause();
          cell?.add(row);
        }
      }
    },
    result: (group) => {
      cells[group] ??= start();
      return cells[group].result();
    },
    clear: () => {
      cells.length = 0;
    },
  };
}

/** Aggregates for which a value counts once. */
function ignoresRepeats({ name, distinct }: AggregateItem): boolean {
  const lower = name.toLowerCase();
  return distinct || lower === "min" || lower === "max";
}
