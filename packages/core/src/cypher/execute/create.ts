import { compileWrittenNames, compileWrittenType } from "../evaluate/dynamic-names.js";
import { readBinding, writeBinding } from "../evaluate/read-binding.js";
import type { Row } from "../evaluate/row.js";
import type { CreatePattern, CreatePlan, CreateRelationship } from "../plan/plan.js";
import type { Scope } from "../plan/scope.js";
import { CypherError } from "../source/cypher-error.js";
import { type CypherValue, NodeValue, RelationshipValue } from "../values/cypher-value.js";
import { typeMismatch } from "../values/value-error.js";
import type { BuildContext } from "./build-context.js";
import { pathOf } from "./build-path.js";
import { type Operator, operator, ROW } from "./operator.js";
import { createNode, createRelationship, newProperties } from "./write-elements.js";

/** Each row with a new copy of the pattern. */
export function create(context: BuildContext, plan: CreatePlan, input: Operator): Operator {
  const createOnce = compileCreate(context, plan.pattern, plan.scope);
  return operator((row) => {
    const status = input.next(row);
    if (status === ROW) {
      createOnce(row);
    }
    return status;
  }, input.reset);
}

/** Creates the pattern once for the row and binds its variables. */
export function compileCreate(
  context: BuildContext,
  pattern: CreatePattern,
  scope: Scope,
): (row: Row) => void {
  const { runtime } = context;
  const nodes = pattern.nodes.map(({ to, labels, properties }) => {
    const evaluate = properties === null ? null : context.compile(properties, scope);
    const names = compileWrittenNames(context, labels, scope);
    return (row: Row) => {
      const slot = createNode(runtime, names(row), newProperties(evaluate, row));
      writeBinding(row, to, new NodeValue(slot));
    };
  });
  const relationships = pattern.relationships.map((item) =>
    compileRelationship(context, item, scope),
  );
  return (row) => {
    for (const createOne of nodes) {
      createOne(row);
    }
    for (const createOne of relationships) {
      createOne(row);
    }
    for (const { path, elements } of pattern.paths) {
      row.values[path.slot] = pathOf(runtime.graph, row, elements);
    }
  };
}

function compileRelationship(
  context: BuildContext,
  item: CreateRelationship,
  scope: Scope,
): (row: Row) => void {
  const { runtime } = context;
  const evaluate = item.properties === null ? null : context.compile(item.properties, scope);
  const type = compileWrittenType(context, item.type, scope);
  const readStart = readBinding(item.from);
  const readEnd = readBinding(item.target);
  return (row) => {
    const start = endOf(context, item.fromName, readStart(row));
    const end = endOf(context, item.targetName, readEnd(row));
    const properties = newProperties(evaluate, row);
    const slot = createRelationship(runtime, type(row), start, end, properties);
    writeBinding(row, item.to, new RelationshipValue(slot));
  };
}

function endOf({ runtime }: BuildContext, name: string, value: CypherValue): number {
  if (value instanceof NodeValue && runtime.isLiveNode(value.slot)) {
    return value.slot;
  }
  if (value === null || value instanceof NodeValue) {
    const found = value === null ? "is null" : "has been deleted";
    throw new CypherError({
      kind: "EntityNotFound",
      phase: "runtime",
      detail: value === null ? "MissingNode" : "DeletedEntityAccess",
      message: `A relationship cannot be created: its node \`${name.trim()}\` ${found}. Leave such rows out with WHERE.`,
    });
  }
  throw typeMismatch("A relationship", "nodes as its ends", value);
}
