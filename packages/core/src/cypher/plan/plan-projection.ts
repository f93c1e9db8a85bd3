import type { Expression } from "../ast/expression.js";
import type { Projection, ProjectionItem, SortItem } from "../ast/query.js";
import { findAggregates, hasAggregate } from "./aggregates.js";
import { determinantsOf } from "./determinants.js";
import { readsOf } from "./footprint.js";
import type { AggregateItem, Assignment, Column, SortKey } from "./plan.js";
import { beforeRead, type Planning, type PlanState, reading, settled } from "./planning.js";
import { Scope } from "./scope.js";
import type { Binding } from "./slots.js";
import { namesIn } from "./walk-ast.js";

/** A projection planned up to its LIMIT, with the columns in the order written. */
export interface PlannedProjection {
  readonly state: PlanState;
  readonly columns: readonly Column[];
}

/** An item of a projection, with the place its value goes to. */
interface Item {
  readonly name: string;
  readonly expression: Expression;
  readonly binding: Binding;
}

/**
 * The body of WITH and RETURN: items, DISTINCT, ORDER BY, SKIP, LIMIT and the WHERE of WITH, in that
 * order of evaluation.
 */
export function planProjection(
  planning: Planning,
  before: PlanState,
  projection: Projection,
  where: Expression | null = null,
): PlannedProjection {
  const start = reading(
    beforeRead(before),
    readsOf([projection.items.map(({ expression }) => expression), projection.orderBy, where]),
  );
  const items = itemsOf(planning, start.scope, projection);
  const columns = items.map(({ name, binding }) => ({ name, binding }));
  const scope = Scope.of(columns.map(({ name, binding }) => [name, binding]));
  const isGrouped = items.some(({ expression }) => hasAggregate(planning.catalog, expression));
  const isPlain = !isGrouped && !projection.distinct;
  const isTop =
    isPlain && where === null && projection.limit !== null && projection.orderBy.length > 0;
  const state = isTop
    ? planTopItems(start, projection, items)
    : planAllItems(planning, start, projection, items, isGrouped, where);
  // What is worked out behind a sort is read while later clauses run already.
  const late = isTop ? items.map(({ expression }) => expression) : where;
  return { state: reading({ ...state, scope }, readsOf(late)), columns };
}

/** Every item is worked out for every row before the rows are ordered. */
function planAllItems(
  planning: Planning,
  start: PlanState,
  projection: Projection,
  items: readonly Item[],
  isGrouped: boolean,
  where: Expression | null,
): PlanState {
  const projected = isGrouped
    ? planAggregation(planning, start, items, projection.orderBy)
    : planItems(start, items);
  const unique = projection.distinct ? withDistinct(projected, items) : projected;
  // With grouping or DISTINCT the rows before are gone: ORDER BY sees what is projected, and parts written alike.
  const base = isGrouped ? unique.scope : projection.distinct ? Scope.empty : start.scope;
  const scope = seeing(base, items);
  const bindings = [
    ...items.map(({ binding }) => binding),
    ...[...namesIn(where)].flatMap((name) => scope.find(name) ?? []),
  ];
  const keys = projection.orderBy.map(({ expression, descending }) => ({
    expression,
    descending,
    scope,
  }));
  const limited = withLimits(withOrder(unique, projection, keys, bindings), projection);
  return withCondition(limited, where, scope);
}

/** Only a few rows are wanted: items that do not decide which are worked out for those alone. */
function planTopItems(start: PlanState, projection: Projection, items: readonly Item[]): PlanState {
  const decides = ({ name }: Item) =>
    projection.orderBy.some(
      ({ expression }) => !isVariable(expression, name) && namesIn(expression).has(name),
    );
  const early = items.filter((item) => isPassedOn(start.scope, item) || decides(item));
  const late = items.filter((item) => !early.includes(item));
  const scope = seeing(start.scope, early);
  const keys = projection.orderBy.map(({ expression, descending }) => {
    const named = late.find(({ name }) => isVariable(expression, name));
    return named === undefined
      ? { expression, descending, scope }
      : { expression: named.expression, descending, scope: start.scope };
  });
  const kept = [...namesIn(late.map(({ expression }) => expression))];
  const bindings = [
    ...early.map(({ binding }) => binding),
    ...kept.flatMap((name) => start.scope.find(name) ?? []),
  ];
  const sorted = withOrder(planItems(start, early), projection, keys, bindings);
  return planItems({ ...withLimits(sorted, projection), scope: start.scope }, late);
}

function isVariable(expression: Expression, name: string): boolean {
  return expression.kind === "Variable" && expression.name === name;
}

/** A scope in which projected items can be named, or written again as they were. */
function seeing(base: Scope, items: readonly Item[]): Scope {
  return base
    .with(items.map(({ name, binding }) => [name, binding]))
    .knowing(items.map(({ expression, binding }) => [expression, binding]));
}

function itemsOf(planning: Planning, scope: Scope, projection: Projection): readonly Item[] {
  const starred: Item[] = projection.star
    ? [...scope.visible()]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, binding]) => ({
          name,
          expression: { kind: "Variable", name, span: projection.span },
          binding,
        }))
    : [];
  return [...starred, ...projection.items.map((item) => itemOf(planning, scope, item))];
}

/** A variable that is passed on keeps its place; everything else gets one of its own. */
function itemOf(planning: Planning, scope: Scope, item: ProjectionItem): Item {
  const { expression } = item;
  const passed = expression.kind === "Variable" ? scope.find(expression.name) : undefined;
  const name = item.alias?.name ?? item.name;
  return { name, expression, binding: passed ?? planning.slots.value() };
}

function planItems(state: PlanState, items: readonly Item[]): PlanState {
  const assignments = items.filter((item) => !isPassedOn(state.scope, item)).map(toAssignment);
  return assignments.length === 0
    ? state
    : {
        ...state,
        plan: { kind: "Assign", input: state.plan, items: assignments, scope: state.scope },
      };
}

function isPassedOn(scope: Scope, { expression, binding }: Item): boolean {
  return expression.kind === "Variable" && scope.find(expression.name) === binding;
}

const toAssignment = ({ expression, binding }: Item): Assignment => ({ expression, to: binding });

/** Items without an aggregate are the grouping keys; the others are computed from keys and aggregates. */
function planAggregation(
  planning: Planning,
  state: PlanState,
  items: readonly Item[],
  orderBy: readonly SortItem[],
): PlanState {
  const keys = items.filter(({ expression }) => !hasAggregate(planning.catalog, expression));
  const computed = items.filter((item) => !keys.includes(item));
  const aggregates = findAggregates(planning.catalog, [
    ...computed.map(({ expression }) => expression),
    ...orderBy.map(({ expression }) => expression),
  ]).map((call) => ({ call, binding: planning.slots.value() }));
  const plan = settled(state, {
    kind: "Aggregate",
    input: state.plan,
    keys: keys.map(({ binding }) => binding),
    keyItems: keys.filter((key) => !isPassedOn(state.scope, key)).map(toAssignment),
    determinants: determinantsOf(
      keys.map(({ expression }) => expression),
      state.scope,
    ),
    byColumns: false,
    top: null,
    items: aggregates.map(
      ({ call, binding }): AggregateItem => ({
        name: call.name,
        arguments: call.arguments,
        star: call.star,
        distinct: call.distinct,
        to: binding,
      }),
    ),
    scope: state.scope,
  });
  const scope = Scope.of(variableKeys(keys)).knowing([
    ...keys.map(({ expression, binding }) => [expression, binding] as const),
    ...aggregates.map(({ call, binding }) => [call, binding] as const),
  ]);
  return planItems({ ...plan, scope }, computed);
}

/** `RETURN n, n.weight + count(*)`: the variable behind a grouping key stays readable. */
function variableKeys(keys: readonly Item[]): (readonly [string, Binding])[] {
  return keys.flatMap(({ expression, binding }) =>
    expression.kind === "Variable" ? [[expression.name, binding] as const] : [],
  );
}

function withDistinct(state: PlanState, items: readonly Item[]): PlanState {
  const keys = items.map(({ binding }) => binding);
  return { ...state, plan: { kind: "Distinct", input: state.plan, keys } };
}

function withOrder(
  state: PlanState,
  { skip, limit }: Projection,
  keys: readonly SortKey[],
  bindings: readonly Binding[],
): PlanState {
  if (keys.length === 0) {
    return state;
  }
  return settled(state, {
    kind: "Sort",
    input: state.plan,
    keys,
    bindings,
    top: limit === null ? [] : [...(skip === null ? [] : [skip]), limit],
  });
}

/** The WHERE of WITH sees what ORDER BY sees: old variables too, where rows have not been grouped. */
function withCondition(state: PlanState, where: Expression | null, scope: Scope): PlanState {
  return where === null
    ? state
    : { ...state, plan: { kind: "Filter", input: state.plan, tests: [where], scope } };
}

function withLimits(state: PlanState, { skip, limit }: Projection): PlanState {
  const skipped: PlanState =
    skip === null ? state : { ...state, plan: { kind: "Skip", input: state.plan, count: skip } };
  return limit === null
    ? skipped
    : {
        ...skipped,
        plan: {
          kind: "Limit",
          input: skipped.plan,
          count: limit,
          // After a sort or a grouping the writes have happened already.
          drains: skipped.hasWrites,
        },
      };
}
