import { turned } from "../plan/expand-direction.js";
import { idSlots, slotsIn } from "../plan/id-slots.js";
import { mapInputs } from "../plan/map-inputs.js";
import type { AggregateItem, ExpandPlan, Plan } from "../plan/plan.js";
import type { Scope } from "../plan/scope.js";
import { asTwice, isBoundLater, labelsAsked, slotsOfTwice } from "./expand-twice.js";

/** Id slots that are read by something above. */
type Read = ReadonlySet<number>;

/**
 * Marks aggregations that can be read by columns, and lets their rows stand for many: a relationship of
 * which nothing is asked is counted instead of followed, and so are the ways over a node in between.
 */
export function countByColumns(plan: Plan): Plan {
  if (plan.kind !== "Aggregate" || !bindsOnlyIds(plan.input)) {
    return mapInputs(plan, countByColumns);
  }
  const bound = slotsBoundFor(plan.input);
  const items = plan.items.map((item) => countingRows(item, plan.scope, bound));
  const read = new Set([
    ...idSlots([...plan.keys, ...(plan.determinants ?? [])]),
    ...slotsIn([plan.keyItems.map(({ expression }) => expression)], plan.scope),
    ...slotsIn([items.map((item) => item.arguments)], plan.scope),
  ]);
  // A list of all values shows the order in which the rows came.
  const keepsOrder = items.some(({ name, distinct }) => isCollect(name) && !distinct);
  return { ...plan, byColumns: true, items, input: weighed(plan.input, read, !keepsOrder) };
}

const isCollect = (name: string): boolean => name.toLowerCase() === "collect";

/** Whether the operators set nothing but id slots, down to the row that they start from. */
function bindsOnlyIds(plan: Plan): boolean {
  switch (plan.kind) {
    case "Argument":
      return true;
    case "NodeScan":
    case "NodeSeek":
    case "NodeJoin":
    case "RelationshipScan":
    case "TakeNode":
    case "TakeRelationship":
    case "Expand":
    case "Filter":
      return bindsOnlyIds(plan.input);
    case "ExpandVariable":
      return plan.list === null && bindsOnlyIds(plan.input);
    case "Optional":
      return (
        plan.nulls.every(({ kind }) => kind !== "value") &&
        bindsOnlyIds(plan.inner) &&
        bindsOnlyIds(plan.input)
      );
    default:
      return false;
  }
}

/** Slots of elements that are there in every row. */
function slotsBoundFor(plan: Plan): ReadonlySet<number> {
  const bound = new Set<number>();
  for (let at: Plan = plan; at.kind !== "Argument" && "input" in at; at = at.input) {
    if (at.kind === "NodeScan" || at.kind === "NodeSeek" || at.kind === "NodeJoin") {
      bound.add(at.node.slot);
    } else if (at.kind === "Expand" || at.kind === "RelationshipScan") {
      bound.add(at.relationship.slot);
      bound.add(at.from.slot);
      bound.add(at.to.slot);
    }
  }
  return bound;
}

/** `count(n)` of something that is never null counts rows. */
function countingRows(item: AggregateItem, scope: Scope, bound: Read): AggregateItem {
  const [argument] = item.arguments;
  const binding = argument?.kind === "Variable" ? scope.find(argument.name) : undefined;
  const countsAll =
    item.name.toLowerCase() === "count" &&
    !item.distinct &&
    binding !== undefined &&
    binding.kind !== "value" &&
    bound.has(binding.slot);
  return countsAll ? { ...item, star: true, arguments: [] } : item;
}

/** The input with rows that stand for many, as far as nothing above can tell. */
function weighed(plan: Plan, read: Read, mayReorder: boolean): Plan {
  const go = (input: Plan, more: readonly number[]): Plan =>
    weighed(input, new Set([...read, ...more]), mayReorder);
  switch (plan.kind) {
    case "Filter":
      return { ...plan, input: go(plan.input, slotsIn([plan.tests], plan.scope)) };
    case "NodeScan":
      if (plan.tests.length === 0 && !read.has(plan.node.slot)) {
        const counted = { of: "nodes", label: plan.label } as const;
        return { kind: "CountStore", input: go(plan.input, []), counted };
      }
      return { ...plan, input: go(plan.input, slotsIn([plan.tests], plan.scope)) };
    case "RelationshipScan": {
      const own = idSlots([plan.relationship, plan.from, plan.to]);
      if (plan.tests.length > 0 || plan.unlike.length > 0 || own.some((slot) => read.has(slot))) {
        return plan;
      }
      const { types, direction } = plan;
      const counted = { of: "relationships", types, bothWays: direction === "both" } as const;
      return plan.from.slot === plan.to.slot
        ? plan
        : { kind: "CountStore", input: go(plan.input, []), counted };
    }
    case "Expand":
      return weighedExpand(plan, read, mayReorder);
    default:
      return plan;
  }
}

function weighedExpand(plan: ExpandPlan, read: Read, mayReorder: boolean): Plan {
  const go = (input: Plan, more: readonly number[]): Plan =>
    weighed(input, new Set([...read, ...more]), mayReorder);
  // A bound end is better summed up over the node in between than relationship by relationship.
  const twice = mayReorder ? asTwice(plan, read) : null;
  if (twice?.into === true) {
    return { ...twice, input: go(twice.input, slotsOfTwice(twice)) };
  }
  const endLabels = plan.into ? [] : labelsAsked(plan);
  const isUnread =
    !read.has(plan.relationship.slot) &&
    (plan.into ? plan.tests.length === 0 : !read.has(plan.to.slot));
  const ends = plan.into ? [plan.from, plan.to] : [plan.from];
  const { from, direction, types, unlike } = plan;
  if (isUnread && endLabels !== null) {
    const input = go(plan.input, idSlots([...ends, ...unlike]));
    const count = { kind: "ExpandCount", input, types, endLabels, unlike } as const;
    if (!plan.into) {
      return { ...count, from, to: null, direction };
    }
    return isBoundLater(from, plan.to, plan.input)
      ? { ...count, from: plan.to, to: from, direction: turned(direction) }
      : { ...count, from, to: plan.to, direction };
  }
  if (twice !== null) {
    return { ...twice, input: go(twice.input, slotsOfTwice(twice)) };
  }
  const needed = [...slotsIn([plan.tests], plan.scope), ...idSlots([...ends, ...unlike])];
  return { ...plan, input: go(plan.input, needed) };
}
