import type { Expression } from "../ast/expression.js";
import type { SetItem } from "../ast/query.js";
import { entriesOf } from "../evaluate/compile-map-projection.js";
import { compileWrittenNames } from "../evaluate/dynamic-names.js";
import type { Row } from "../evaluate/row.js";
import type { SetPlan } from "../plan/plan.js";
import type { Scope } from "../plan/scope.js";
import { type CypherMap, type CypherValue, NodeValue } from "../values/cypher-value.js";
import { typeMismatch } from "../values/value-error.js";
import type { BuildContext } from "./build-context.js";
import { type Operator, operator, ROW } from "./operator.js";
import {
  assertLive,
  type Element,
  elementOf,
  propertyKeys,
  setProperty,
} from "./write-elements.js";

/** Each row after its assignments. */
export function set(context: BuildContext, plan: SetPlan, input: Operator): Operator {
  const assignAll = compileSetItems(context, plan.items, plan.scope);
  return operator((row) => {
    const status = input.next(row);
    if (status === ROW) {
      assignAll(row);
    }
    return status;
  }, input.reset);
}

/** What is left to do of one assignment once its right side is known. */
type Write = () => void;
const NO_WRITE: Write = () => undefined;

/** The assignments of one SET read what was there before any of them, as Neo4j does. */
export function compileSetItems(
  context: BuildContext,
  items: readonly SetItem[],
  scope: Scope,
): (row: Row) => void {
  const prepared = items.map((item) => compileItem(context, item, scope));
  const [only] = prepared;
  if (only !== undefined && prepared.length === 1) {
    return (row) => {
      only(row)();
    };
  }
  return (row) => {
    for (const write of prepared.map((prepare) => prepare(row))) {
      write();
    }
  };
}

function compileItem(context: BuildContext, item: SetItem, scope: Scope): (row: Row) => Write {
  switch (item.kind) {
    case "property":
      return compilePropertyItem(context, item, scope);
    case "replace":
    case "add":
      return compileMapItem(context, item, scope);
    case "labels":
      return compileLabelItem(context, item, scope);
  }
}

type ItemOf<K extends SetItem["kind"]> = SetItem & { readonly kind: K };

function compilePropertyItem(
  context: BuildContext,
  item: ItemOf<"property">,
  scope: Scope,
): (row: Row) => Write {
  const { runtime } = context;
  const { element, key } = compileTarget(context, item.target, scope);
  const value = context.compile(item.value, scope);
  return (row) => {
    const target = element(row);
    // What an element that is not there would be given is not worked out.
    if (target === null) return NO_WRITE;
    const name = key(row);
    const assigned = value(row);
    return () => {
      setProperty(runtime, target, name, assigned);
    };
  };
}

/** The element and the key behind `n.key` or `n["key"]`. */
export function compileTarget(
  context: BuildContext,
  target: Expression & { readonly kind: "PropertyAccess" | "IndexAccess" },
  scope: Scope,
): { readonly element: (row: Row) => Element | null; readonly key: (row: Row) => string } {
  const subject = context.compile(target.subject, scope);
  const element = (row: Row) => elementOf("A property", subject(row));
  if (target.kind === "PropertyAccess") {
    const { key } = target;
    return { element, key: () => key };
  }
  const index = context.compile(target.index, scope);
  return {
    element,
    key: (row) => {
      const key = index(row);
      if (typeof key !== "string") {
        throw typeMismatch("The name of a property", "a text", key);
      }
      return key;
    },
  };
}

function compileMapItem(
  context: BuildContext,
  item: ItemOf<"replace" | "add">,
  scope: Scope,
): (row: Row) => Write {
  const { runtime } = context;
  const subject = context.compile(item.target, scope);
  const value = context.compile(item.value, scope);
  const isReplacing = item.kind === "replace";
  return (row) => {
    const target = elementOf("`SET`", subject(row));
    if (target === null) return NO_WRITE;
    const given: CypherValue = value(row);
    if (given === null && !isReplacing) {
      return NO_WRITE;
    }
    const map: CypherMap = given === null ? new Map() : entriesOf(runtime, given);
    return () => {
      writeMap(context, target, map, isReplacing);
    };
  };
}

function writeMap(
  { runtime }: BuildContext,
  target: Element,
  map: CypherMap,
  isReplacing: boolean,
): void {
  if (isReplacing) {
    for (const key of propertyKeys(runtime, target)) {
      if ((map.get(key) ?? null) === null) {
        setProperty(runtime, target, key, null);
      }
    }
  }
  for (const [key, value] of map) {
    setProperty(runtime, target, key, value);
  }
}

function compileLabelItem(
  context: BuildContext,
  item: ItemOf<"labels">,
  scope: Scope,
): (row: Row) => Write {
  const subject = context.compile(item.target, scope);
  const { graph, changes } = context.runtime;
  const labels = compileWrittenNames(context, item.labels, scope);
  return (row) => {
    const target = subject(row);
    if (target === null) {
      return NO_WRITE;
    }
    if (!(target instanceof NodeValue)) {
      throw typeMismatch("A label", "a node", target);
    }
    const added = labels(row);
    return () => {
      assertLive(context.runtime, target);
      for (const label of added) {
        if (!graph.hasLabel(target.slot, label)) {
          changes.labelsAdded += 1;
          graph.addLabel(target.slot, label);
        }
      }
    };
  };
}
