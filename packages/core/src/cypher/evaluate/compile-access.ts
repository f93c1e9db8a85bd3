import type { PropertyColumn } from "../../graph/property-column.js";
import type {
  Expression,
  IndexAccess,
  LabelExpression,
  LabelPredicate,
  PropertyAccess,
  SliceAccess,
} from "../ast/expression.js";
import type { Scope } from "../plan/scope.js";
import { CypherError } from "../source/cypher-error.js";
import { componentOf } from "../values/component.js";
import {
  type CypherValue,
  NodeRecord,
  NodeValue,
  RelationshipRecord,
  RelationshipValue,
} from "../values/cypher-value.js";
import { isList, isMap, isPoint, isTemporal } from "../values/is-value.js";
import { elementAt, itemsOf, slice } from "../values/list-access.js";
import { typeMismatch } from "../values/value-error.js";
import type { CompileContext, Evaluate } from "./compile-context.js";
import { deletedEntity } from "./deleted-entity.js";
import { compileDynamicNames } from "./dynamic-names.js";
import type { Row } from "./row.js";
import type { Runtime } from "./runtime.js";

/** `subject.key`; straight from the graph where the subject is bound by a pattern. */
export function compileProperty(
  context: CompileContext,
  expression: PropertyAccess,
  scope: Scope,
): Evaluate {
  const { key } = expression;
  const fast = compileElementProperty(context, expression.subject, key, scope);
  if (fast !== null) {
    return fast;
  }
  const subject = context.compile(expression.subject, scope);
  const { runtime } = context;
  return (row) => propertyOf(runtime, subject(row), key);
}

function compileElementProperty(
  context: CompileContext,
  subject: Expression,
  key: string,
  scope: Scope,
): Evaluate | null {
  const binding = subject.kind === "Variable" ? scope.find(subject.name) : undefined;
  if (binding === undefined || binding.kind === "value" || context.checksDeleted) {
    return null;
  }
  const { graph } = context.runtime;
  return binding.kind === "node"
    ? readColumn(binding.slot, () => graph.nodeColumn(key))
    : readColumn(binding.slot, () => graph.relationshipColumn(key));
}

/** Reads a property of the element in a slot; its column is looked up once, and stays the same from then on. */
function readColumn(slot: number, findColumn: () => PropertyColumn | undefined): Evaluate {
  let column: PropertyColumn | undefined;
  return (row) => {
    const id = row.ids[slot] ?? -1;
    column ??= findColumn();
    return id < 0 || column === undefined ? null : (column.get(id) ?? null);
  };
}

/** The property, map entry or component `key` of any value that has such. */
export function propertyOf(runtime: Runtime, subject: CypherValue, key: string): CypherValue {
  if (subject === null) {
    return null;
  }
  if (isMap(subject)) {
    return subject.get(key) ?? null;
  }
  if (subject instanceof NodeValue) {
    if (!runtime.isLiveNode(subject.slot)) {
      throw deletedEntity("node");
    }
    return runtime.graph.nodeProperty(subject.slot, key) ?? null;
  }
  if (subject instanceof RelationshipValue) {
    if (!runtime.graph.hasRelationship(subject.slot)) {
      throw deletedEntity("relationship");
    }
    return runtime.graph.relationshipProperty(subject.slot, key) ?? null;
  }
  if (subject instanceof NodeRecord || subject instanceof RelationshipRecord) {
    return subject.properties.get(key) ?? null;
  }
  if (isTemporal(subject) || isPoint(subject)) {
    const component = componentOf(subject, key);
    if (component !== undefined) {
      return component;
    }
  }
  throw typeMismatch(`\`.${key}\``, "a node, a relationship, a map or a value with parts", subject);
}

/** `subject[index]`. */
export function compileIndex(
  context: CompileContext,
  expression: IndexAccess,
  scope: Scope,
): Evaluate {
  const subject = context.compile(expression.subject, scope);
  const index = context.compile(expression.index, scope);
  const { runtime } = context;
  return (row) => indexed(runtime, subject(row), index(row));
}

function indexed(runtime: Runtime, subject: CypherValue, index: CypherValue): CypherValue {
  if (subject === null || index === null) {
    return null;
  }
  if (isList(subject)) {
    return elementAt(subject, index);
  }
  if (typeof index !== "string") {
    if (isMap(subject)) {
      throw new CypherError({
        kind: "TypeError",
        phase: "runtime",
        detail: "MapElementAccessByNonString",
        message:
          "A map was asked for an entry by a value that is no text. Use the name of the entry.",
      });
    }
    throw typeMismatch("`[…]`", "a list with an integer, or a map or element with a text", subject);
  }
  return propertyOf(runtime, subject, index);
}

/** `subject[from..to]`; null when a bound that is written is null. */
export function compileSlice(
  context: CompileContext,
  expression: SliceAccess,
  scope: Scope,
): Evaluate {
  const subject = context.compile(expression.subject, scope);
  const from = expression.from === null ? null : context.compile(expression.from, scope);
  const to = expression.to === null ? null : context.compile(expression.to, scope);
  return (row) => {
    const list = itemsOf(subject(row));
    const start = from === null ? 0 : from(row);
    const end = to === null ? Number.MAX_SAFE_INTEGER : to(row);
    if (list === null || start === null || end === null) {
      return null;
    }
    return slice(list, start, end);
  };
}

type HasName = (runtime: Runtime, element: CypherValue, name: string) => boolean;

const hasName: HasName = (runtime, element, name) => {
  if (element instanceof NodeValue) {
    return runtime.graph.hasLabel(element.slot, name);
  }
  return element instanceof RelationshipValue && runtime.graph.typeOf(element.slot) === name;
};

/** `n:Label` and `r:TYPE`, with `&`, `|`, `!` and `%`. */
export function compileLabels(
  context: CompileContext,
  expression: LabelPredicate,
  scope: Scope,
): Evaluate {
  const subject = context.compile(expression.subject, scope);
  const { runtime } = context;
  const holds = compileHolds(context, expression.labels, scope);
  return (row) => {
    const element = subject(row);
    if (element === null) {
      return null;
    }
    if (element instanceof NodeValue) {
      if (context.checksDeleted && !runtime.isLiveNode(element.slot)) {
        throw deletedEntity("node");
      }
    } else if (!(element instanceof RelationshipValue)) {
      throw typeMismatch("A label test", "a node or a relationship", element);
    }
    return holds(element, row);
  };
}

type Holds = (element: NodeValue | RelationshipValue, row: Row) => boolean;

function compileHolds(context: CompileContext, labels: LabelExpression, scope: Scope): Holds {
  const { runtime } = context;
  switch (labels.kind) {
    case "label":
      return (element) => hasName(runtime, element, labels.name);
    case "dynamic": {
      const names = compileDynamicNames(context, labels, scope);
      return (element, row) => {
        const has = (name: string) => hasName(runtime, element, name);
        return labels.quantifier === "any" ? names(row).some(has) : names(row).every(has);
      };
    }
    case "wildcard":
      return (element) =>
        !(element instanceof NodeValue) || runtime.graph.labelsOf(element.slot).length > 0;
    case "not": {
      const operand = compileHolds(context, labels.operand, scope);
      return (element, row) => !operand(element, row);
    }
    case "and":
    case "or": {
      const left = compileHolds(context, labels.left, scope);
      const right = compileHolds(context, labels.right, scope);
      return labels.kind === "and"
        ? (element, row) => left(element, row) && right(element, row)
        : (element, row) => left(element, row) || right(element, row);
    }
  }
}
