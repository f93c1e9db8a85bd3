import type { ColumnValues } from "../../../graph/column-values.js";
import type { PropertyColumn } from "../../../graph/property-column.js";
import type { Expression } from "../../ast/expression.js";
import type { AggregatePlan } from "../../plan/plan.js";
import type { Binding } from "../../plan/slots.js";
import type { BuildContext } from "../build-context.js";
import { IdPairs } from "../id-pairs.js";
import { BATCH_ROWS, type Batch } from "./batch.js";
import { columnOf, propertyOfElement } from "./column-kernel.js";

/** Integers below this are codes themselves, larger ones are numbered from here on. */
const SMALL = 4_096;

/** Small numbers that tell apart what the grouping keys read of an element; equal ones mean equal keys. */
export interface KeyCodes {
  /** A code for each row of the batch, -1 where the element or what is read of it is null. */
  readonly codesOf: (batch: Batch) => Int32Array;
  /** Whether the codes are the ids themselves. */
  readonly areIds: () => boolean;
  /** Forgets what has been learnt of the graph, which may change between two runs. */
  readonly clear: () => void;
}

/** Where the only key is a type or a property with few values its codes serve, otherwise the ids. */
export function keyCodes(context: BuildContext, plan: AggregatePlan, element: Binding): KeyCodes {
  const [item] = plan.keyItems;
  const only = plan.keys.length === 1 ? item?.expression : undefined;
  if (only !== undefined && element.kind === "relationship" && isTypeOf(only)) {
    return typeCodes(context, element);
  }
  const property = only === undefined ? null : propertyOfElement(only, plan.scope);
  return property === null
    ? {
        codesOf: (batch) => batch.column(element.slot),
        areIds: () => true,
        clear: () => undefined,
      }
    : columnCodes(context, element, property.key);
}

function typeCodes({ runtime }: BuildContext, { slot }: Binding): KeyCodes {
  const codes = new Int32Array(BATCH_ROWS);
  return {
    codesOf: (batch) => {
      const ids = batch.column(slot);
      for (let at = 0; at < batch.size; at += 1) {
        const id = ids[at] ?? -1;
        codes[at] = id < 0 ? -1 : runtime.graph.relationshipTypeId(id);
      }
      return codes;
    },
    areIds: () => false,
    clear: () => undefined,
  };
}

/** Whether the expression is `type(r)`. */
function isTypeOf(expression: Expression): boolean {
  return (
    expression.kind === "FunctionCall" &&
    expression.name.toLowerCase() === "type" &&
    expression.arguments[0]?.kind === "Variable"
  );
}

function columnCodes(context: BuildContext, element: Binding, key: string): KeyCodes {
  const codes = new Int32Array(BATCH_ROWS);
  const numbers = new IdPairs();
  const codeOf = (values: ColumnValues): ((slot: number) => number) | null => {
    switch (values.kind) {
      case "text":
        return (slot) => values.codeAt(slot);
      case "int32":
        return (slot) => {
          const value = values.items[slot] ?? 0;
          return value >= 0 && value < SMALL ? value : SMALL + numbers.add(value, 0);
        };
      default:
        return null;
    }
  };
  return {
    codesOf: (batch) => {
      const ids = batch.column(element.slot);
      const column = columnOf(context, element, key);
      const read = column?.dense == null ? null : codeOf(column.dense);
      return column === undefined || read === null
        ? ids
        : fill(codes, ids, batch.size, column, read);
    },
    areIds: () => {
      const column = columnOf(context, element, key);
      return column?.dense == null || codeOf(column.dense) === null;
    },
    clear: () => {
      numbers.clear();
    },
  };
}

function fill(
  codes: Int32Array,
  ids: Int32Array,
  size: number,
  { presence }: PropertyColumn,
  read: (slot: number) => number,
): Int32Array {
  for (let at = 0; at < size; at += 1) {
    const id = ids[at] ?? -1;
    codes[at] = id >= 0 && presence.has(id) ? read(id) : -1;
  }
  return codes;
}
