import type { Row } from "../evaluate/row.js";
import type { CreateNode, CreateRelationship, MergePlan } from "../plan/plan.js";
import { CypherError } from "../source/cypher-error.js";
import { isMap } from "../values/is-value.js";
import type { BuildContext } from "./build-context.js";
import { compileCreate } from "./create.js";
import { DONE, type Operator, operator, PAUSED, ROW } from "./operator.js";
import { RowBuffer } from "./row-buffer.js";
import { compileSetItems } from "./set.js";

/**
 * Each row with every match of the pattern or, when there is none, with the pattern created. A row
 * sees what earlier rows have created.
 */
export function merge(
  context: BuildContext,
  plan: MergePlan,
  input: Operator,
  inner: Operator,
): Operator {
  const createOnce = compileCreate(context, plan.pattern, plan.scope);
  const onCreate = compileSetItems(context, plan.onCreate, plan.scope);
  const onMatch = compileSetItems(context, plan.onMatch, plan.scope);
  const assertNoNull = compileNullCheck(context, plan);
  const { budget } = context.runtime;
  // All matches are found before the first is changed: ON MATCH must not disturb the search.
  const matches = new RowBuffer(context.runtime.budget, plan.bindings);
  let at = 0;

  const mergeRow = (row: Row): void => {
    assertNoNull(row);
    inner.reset();
    matches.clear();
    at = 0;
    budget.hold();
    while (inner.next(row) === ROW) {
      matches.push(row);
    }
    budget.release();
    if (matches.count === 0) {
      createOnce(row);
      onCreate(row);
    }
  };
  return operator(
    (row) => {
      for (;;) {
        if (at < matches.count) {
          matches.load(row, at);
          at += 1;
          onMatch(row);
          return ROW;
        }
        const status = input.next(row);
        if (status === DONE || status === PAUSED) {
          return status;
        }
        mergeRow(row);
        if (matches.count === 0) {
          return ROW;
        }
      }
    },
    () => {
      matches.clear();
      at = 0;
      input.reset();
    },
  );
}

/** A property that is null never matches, and would be lost on creation: such a MERGE is refused. */
function compileNullCheck(context: BuildContext, plan: MergePlan): (row: Row) => void {
  const created: readonly (CreateNode | CreateRelationship)[] = [
    ...plan.pattern.nodes,
    ...plan.pattern.relationships,
  ];
  const checks = created.flatMap(({ properties }) =>
    properties === null ? [] : [context.compile(properties, plan.scope)],
  );
  return (row) => {
    for (const check of checks) {
      const map = check(row);
      const found = isMap(map) ? [...map].find(([, value]) => value === null) : undefined;
      if (found !== undefined) {
        throw new CypherError({
          kind: "SemanticError",
          phase: "runtime",
          detail: "MergeReadOwnWrites",
          message: `\`MERGE\` was given null for the property \`${found[0]}\`, and null matches nothing. Leave such rows out with WHERE, or merge without the property.`,
        });
      }
    }
  };
}
