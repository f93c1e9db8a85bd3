import type { MapProjection, MapProjectionItem } from "../ast/expression.js";
import type { Scope } from "../plan/scope.js";
import {
  type CypherMap,
  type CypherValue,
  NodeRecord,
  NodeValue,
  RelationshipRecord,
  RelationshipValue,
} from "../values/cypher-value.js";
import { isMap } from "../values/is-value.js";
import { typeMismatch } from "../values/value-error.js";
import { propertyOf } from "./compile-access.js";
import type { CompileContext, Evaluate } from "./compile-context.js";
import type { Row } from "./row.js";
import type { Runtime } from "./runtime.js";

type AddItem = (row: Row, subject: CypherValue, to: Map<string, CypherValue>) => void;

/** `n {.name, .*, key: value, variable}`; null for null. */
export function compileMapProjection(
  context: CompileContext,
  expression: MapProjection,
  scope: Scope,
): Evaluate {
  const subject = context.compile(expression.subject, scope);
  const items = expression.items.map((item) => compileItem(context, item, scope));
  const { runtime } = context;
  return (row) => {
    const value = subject(row);
    if (value === null) {
      return null;
    }
    const map = new Map<string, CypherValue>();
    for (const addItem of items) {
      addItem(row, value, map);
    }
    return runtime.budget.admitMade<CypherMap>(map);
  };
}

function compileItem(context: CompileContext, item: MapProjectionItem, scope: Scope): AddItem {
  const { runtime } = context;
  switch (item.kind) {
    case "property":
      return (_row, subject, to) => {
        to.set(item.key, propertyOf(runtime, subject, item.key));
      };
    case "all-properties":
      return (_row, subject, to) => {
        for (const [key, value] of entriesOf(runtime, subject)) {
          to.set(key, value);
        }
      };
    case "entry": {
      const value = context.compile(item.value, scope);
      return (row, _subject, to) => {
        to.set(item.key, value(row));
      };
    }
    case "variable": {
      const value = context.compile(item.variable, scope);
      return (row, _subject, to) => {
        to.set(item.variable.name, value(row));
      };
    }
  }
}

/** All properties of an element, or the entries of a map. @throws CypherError `InvalidArgumentType` for anything else */
export function entriesOf(runtime: Runtime, subject: CypherValue): CypherMap {
  const { graph } = runtime;
  if (isMap(subject)) {
    return subject;
  }
  if (subject instanceof NodeValue) {
    const { slot } = subject;
    return new Map(
      graph.nodePropertyKeys(slot).map((key) => [key, graph.nodeProperty(slot, key) ?? null]),
    );
  }
  if (subject instanceof RelationshipValue) {
    const { slot } = subject;
    return new Map(
      graph
        .relationshipPropertyKeys(slot)
        .map((key) => [key, graph.relationshipProperty(slot, key) ?? null]),
    );
  }
  if (subject instanceof NodeRecord || subject instanceof RelationshipRecord) {
    return subject.properties;
  }
  throw typeMismatch("A map", "a map, a node or a relationship", subject);
}
