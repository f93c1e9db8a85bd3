import type { AggregateItem } from "../../plan/plan.js";
import type { Scope } from "../../plan/scope.js";
import type { CypherValue } from "../../values/cypher-value.js";
import type { BuildContext } from "../build-context.js";
import type { BatchCell } from "./batch-cell.js";
import { columnOf, propertyOfElement } from "./column-kernel.js";
import { countRowsCell, countValuesCell } from "./count-cell.js";
import { countDistinctCell } from "./distinct-cell.js";
import { extremeCell } from "./extreme-cell.js";
import { rowCell } from "./row-cell.js";
import { SumCell } from "./sum-cell.js";

/** Holds on to what an aggregate keeps. */
export interface Keeping {
  readonly value: (value: CypherValue) => void;
  readonly ids: (count: number) => void;
}

/** The aggregate over columns where there is one for it, row by row otherwise. */
export function compileBatchCell(
  context: BuildContext,
  item: AggregateItem,
  scope: Scope,
  keep: Keeping,
): BatchCell {
  if (item.star) {
    return countRowsCell();
  }
  const [argument] = item.arguments;
  const name = item.name.toLowerCase();
  const bound = argument?.kind === "Variable" ? scope.find(argument.name) : undefined;
  if (name === "count" && bound !== undefined && bound.kind !== "value") {
    return item.distinct
      ? countDistinctCell(bound.slot, keep.ids)
      : countValuesCell(bound.slot, null);
  }
  const other = rowCell(context, item, scope, keep.value);
  const property = argument === undefined ? null : propertyOfElement(argument, scope);
  if (property === null || item.distinct) {
    return other;
  }
  const { slot } = property.binding;
  const column = () => columnOf(context, property.binding, property.key);
  switch (name) {
    case "count":
      return countValuesCell(slot, column);
    case "sum":
    case "avg":
      return new SumCell(name, slot, column, other);
    case "min":
    case "max":
      return extremeCell(name === "min" ? 1 : -1, slot, column, other);
    default:
      return other;
  }
}
