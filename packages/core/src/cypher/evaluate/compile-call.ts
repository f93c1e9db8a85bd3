import type { FunctionCall } from "../ast/expression.js";
import { findFunction } from "../functions/registry.js";
import type { Scope } from "../plan/scope.js";
import { CypherError } from "../source/cypher-error.js";
import { type CypherValue, NodeValue, RelationshipValue } from "../values/cypher-value.js";
import type { CompileContext, Evaluate } from "./compile-context.js";
import { deletedEntity } from "./deleted-entity.js";

/** Functions that look into an element, and so fail on one that is gone; type() and id() do not. */
const LOOKING: ReadonlySet<string> = new Set(["labels", "keys", "properties", "point"]);

const COALESCE = findFunction("coalesce");

/** A call of a scalar function. @throws CypherError `UnknownFunction` */
export function compileCall(
  context: CompileContext,
  expression: FunctionCall,
  scope: Scope,
): Evaluate {
  const found = findFunction(expression.name);
  if (found === undefined) {
    throw new CypherError({
      kind: "SyntaxError",
      phase: "compile time",
      detail: "UnknownFunction",
      message: `There is no function \`${expression.name}\`.`,
      span: expression.span,
    });
  }
  const direct = compileDirect(context, expression, scope);
  if (direct !== null) {
    return direct;
  }
  const args = expression.arguments.map((argument) => context.compile(argument, scope));
  if (found === COALESCE) {
    return firstGiven(args);
  }
  const { runtime } = context;
  const { budget } = runtime;
  const call = (values: readonly CypherValue[]): CypherValue => {
    for (const value of values) {
      budget.lookThrough(value);
    }
    return budget.admitMade(found.call(values, runtime.functions));
  };
  if (context.checksDeleted && LOOKING.has(found.name.toLowerCase())) {
    return (row) => {
      const values = args.map((arg) => arg(row));
      values.forEach((value) => {
        assertLive(context, value);
      });
      return call(values);
    };
  }
  const [first] = args;
  if (first !== undefined && args.length === 1) {
    return (row) => call([first(row)]);
  }
  return (row) => call(args.map((arg) => arg(row)));
}

/** `coalesce` works out no more than it needs: what stands behind the first value may not even be possible. */
function firstGiven(args: readonly Evaluate[]): Evaluate {
  return (row) => {
    for (const arg of args) {
      const value = arg(row);
      if (value !== null) {
        return value;
      }
    }
    return null;
  };
}

/** type(r) and labels(n) of elements that a pattern has bound: no value is made on the way. */
function compileDirect(
  context: CompileContext,
  { name, arguments: args }: FunctionCall,
  scope: Scope,
): Evaluate | null {
  const [argument] = args;
  const binding = argument?.kind === "Variable" ? scope.find(argument.name) : undefined;
  if (binding === undefined || args.length !== 1 || context.checksDeleted) {
    return null;
  }
  const { graph } = context.runtime;
  const { slot, kind } = binding;
  const wanted = name.toLowerCase();
  if (kind === "relationship" && wanted === "type") {
    return (row) => {
      const id = row.ids[slot] ?? -1;
      return id < 0 ? null : graph.typeOf(id);
    };
  }
  if (kind === "node" && wanted === "labels") {
    return (row) => {
      const id = row.ids[slot] ?? -1;
      return id < 0 ? null : graph.labelsOf(id);
    };
  }
  return null;
}

function assertLive({ runtime }: CompileContext, value: CypherValue): void {
  if (value instanceof NodeValue && !runtime.isLiveNode(value.slot)) {
    throw deletedEntity("node");
  }
  if (value instanceof RelationshipValue && !runtime.graph.hasRelationship(value.slot)) {
    throw deletedEntity("relationship");
  }
}
