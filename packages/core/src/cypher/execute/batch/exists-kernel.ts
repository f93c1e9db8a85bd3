import type { Expression, LabelExpression } from "../../ast/expression.js";
import type { NodePattern, PatternElement, RelationshipPattern } from "../../ast/pattern.js";
import { turned } from "../../plan/expand-direction.js";
import { alternatives } from "../../plan/pattern-graph.js";
import type { Scope } from "../../plan/scope.js";
import { directionOf } from "../../plan/search-steps.js";
import type { BuildContext } from "../build-context.js";
import type { BatchTest } from "./batch-test.js";
import { Steps } from "./steps.js";

/**
 * Whether a node has a relationship of some types to a node with some labels, or has none: straight from
 * the rows of the types. Null for every other test.
 */
export function existsKernel(
  context: BuildContext,
  test: Expression,
  scope: Scope,
): BatchTest | null {
  const isWanted = !(test.kind === "UnaryExpression" && test.operator === "not");
  const asked = test.kind === "UnaryExpression" && !isWanted ? test.operand : test;
  const link = linkOf(asked, scope);
  if (link === null) {
    return null;
  }
  const { graph, budget } = context.runtime;
  const steps = new Steps(graph, link.direction, link.types);
  return (batch, places, count) => {
    steps.ask(count);
    const labelled = link.labels.map((label) => graph.nodesWithLabel(label));
    const nodes = batch.column(link.slot);
    let looked = count;
    const isLinked = (node: number): boolean => {
      for (const { rows } of steps.segments) {
        const { neighbours } = rows;
        const end = rows.end(node);
        for (let at = rows.start(node); at < end; at += 1) {
          looked += 1;
          const neighbour = neighbours[at] ?? 0;
          if (labelled.every((bits) => bits?.has(neighbour) === true)) {
            return true;
          }
        }
      }
      return false;
    };
    let kept = 0;
    for (let at = 0; at < count; at += 1) {
      const place = places[at] ?? 0;
      const node = nodes[place] ?? -1;
      if ((node >= 0 && isLinked(node)) === isWanted) {
        places[kept] = place;
        kept += 1;
      }
    }
    budget.stepWithoutPause(looked);
    return kept;
  };
}

/** One relationship from a node that is bound to one of which only labels are asked. */
interface Link {
  readonly slot: number;
  readonly direction: "in" | "out" | "both";
  readonly types: readonly string[] | null;
  readonly labels: readonly string[];
}

function linkOf(test: Expression, scope: Scope): Link | null {
  const element = elementOf(test);
  const [left, right] = element?.nodes ?? [];
  const [relationship, ...more] = element?.relationships ?? [];
  if (
    element?.where !== null ||
    left === undefined ||
    right === undefined ||
    relationship === undefined ||
    more.length > 0 ||
    !isPlain(relationship, scope)
  ) {
    return null;
  }
  const direction = directionOf(relationship);
  return (
    linkFrom(left, right, relationship, direction, scope) ??
    linkFrom(right, left, relationship, turned(direction), scope)
  );
}

function linkFrom(
  from: NodePattern,
  to: NodePattern,
  { types }: RelationshipPattern,
  direction: Link["direction"],
  scope: Scope,
): Link | null {
  const binding = from.variable === null ? undefined : scope.find(from.variable.name);
  const labels = to.labels === null ? [] : labelsOf(to.labels);
  const isBound = binding?.kind === "node" && from.labels === null && asksNothing(from);
  if (!isBound || labels === null || !asksNothing(to) || isKnown(to, scope)) {
    return null;
  }
  if (to.variable !== null && to.variable.name === from.variable?.name) {
    return null;
  }
  return {
    slot: binding.slot,
    direction,
    types: types === null ? null : alternatives(types),
    labels,
  };
}

/** The one pattern of `EXISTS { (a)-->() }`, `EXISTS { MATCH (a)-->() }` or `(a)-->()`. */
function elementOf(test: Expression): PatternElement | null {
  if (test.kind === "PatternPredicate") {
    return test.pattern;
  }
  if (test.kind !== "SubqueryExpression" || test.form !== "exists") {
    return null;
  }
  const { body } = test;
  const match = body.kind === "pattern" ? body : onlyMatchOf(body.query);
  const [part, ...more] = match?.pattern.parts ?? [];
  const isOne = part !== undefined && more.length === 0 && match?.where === null;
  return isOne && part.variable === null && part.shortest === null && part.selector === null
    ? part.element
    : null;
}

type Body = Extract<Expression, { readonly kind: "SubqueryExpression" }>["body"];
type Query = Extract<Body, { readonly kind: "query" }>["query"];

function onlyMatchOf({ parts: [only, ...others] }: Query) {
  const [clause, ...more] = only?.clauses ?? [];
  return others.length === 0 &&
    more.length === 0 &&
    clause?.kind === "MatchClause" &&
    !clause.optional
    ? clause
    : null;
}

function isPlain(relationship: RelationshipPattern, scope: Scope): boolean {
  const { length, body, types } = relationship;
  return (
    length === null &&
    body === null &&
    asksNothing(relationship) &&
    !isKnown(relationship, scope) &&
    (types === null || alternatives(types) !== null)
  );
}

const asksNothing = ({ properties, where }: NodePattern | RelationshipPattern): boolean =>
  properties === null && where === null;

const isKnown = ({ variable }: NodePattern | RelationshipPattern, scope: Scope): boolean =>
  variable !== null && scope.find(variable.name) !== undefined;

/** The labels that all have to be there; null where the expression says something else. */
function labelsOf(labels: LabelExpression): readonly string[] | null {
  if (labels.kind === "label") {
    return [labels.name];
  }
  if (labels.kind !== "and") {
    return null;
  }
  const [left, right] = [labelsOf(labels.left), labelsOf(labels.right)];
  return left === null || right === null ? null : [...left, ...right];
}
