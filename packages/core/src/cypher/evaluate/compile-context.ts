import type { Expression } from "../ast/expression.js";
import type { Pattern } from "../ast/pattern.js";
import type { Query } from "../ast/query.js";
import type { Scope } from "../plan/scope.js";
import type { Binding, SlotAllocator } from "../plan/slots.js";
import type { CypherValue } from "../values/cypher-value.js";
import type { Row } from "./row.js";
import type { Runtime } from "./runtime.js";

/** An expression, compiled: its value for the row. */
export type Evaluate = (row: Row) => CypherValue;
/** A condition, compiled: whether it has the wanted truth value for the row. */
export type Test = (row: Row) => boolean;

/** What an expression may search for. */
export type SubqueryBody =
  | {
      readonly kind: "pattern";
      readonly pattern: Pattern;
      readonly where: Expression | null;
    }
  | { readonly kind: "query"; readonly query: Query };

/** A search inside an expression, compiled. */
export interface Subquery {
  /** Variables that the search binds, over those around it. */
  readonly scope: Scope;
  readonly columns: readonly Binding[];
  /** Calls `visit` for each row found; return false to stop. */
  each(row: Row, visit: (row: Row) => boolean): void;
  exists(row: Row): boolean;
  count(row: Row): number;
}

/** What compiling an expression takes; `compile` and `test` are the way back into the whole. */
export interface CompileContext {
  readonly runtime: Runtime;
  readonly slots: SlotAllocator;
  /** The query deletes, so that a variable may hold something that is gone. */
  readonly checksDeleted: boolean;
  compile(expression: Expression, scope: Scope): Evaluate;
  /** True exactly when the condition is `wanted`; null is neither. */
  test(condition: Expression, scope: Scope, wanted: boolean): Test;
  /** `onlyExists`: the search is asked for nothing but whether it finds anything. */
  subquery(body: SubqueryBody, scope: Scope, onlyExists?: boolean): Subquery;
}
