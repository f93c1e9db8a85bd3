import type { Expression, Quantifier } from "../ast/expression.js";
import { namesIn, walkAst } from "./walk-ast.js";

/** What every node, or every relationship, of a path has to pass; `name` stands for it. */
export interface StepPredicate {
  readonly of: "nodes" | "relationships";
  readonly name: string;
  readonly predicate: Expression;
}

/**
 * `all(n IN nodes(p) WHERE …)` and `none(r IN relationships(p) WHERE …)` as a condition on each part of
 * the path alone, which a search can look at on its way; null for everything else.
 */
export function stepPredicateOf(
  predicate: Expression,
  pathName: string | null,
  relationshipsName: string,
): StepPredicate | null {
  if (
    predicate.kind !== "Quantifier" ||
    predicate.where === null ||
    (predicate.quantifier !== "all" && predicate.quantifier !== "none")
  ) {
    return null;
  }
  const of = partsOf(predicate.list, pathName, relationshipsName);
  const name = predicate.variable.name;
  const used = namesIn(predicate.where);
  const looksAtWhole = (pathName !== null && used.has(pathName)) || used.has(relationshipsName);
  if (of === null || looksAtWhole || bindsAnew(predicate.where, name)) {
    return null;
  }
  return { of, name, predicate: conditionOf(predicate, predicate.where) };
}

/** `none` holds only where the condition is false for certain: unknown is not enough. */
function conditionOf({ quantifier, span }: Quantifier, where: Expression): Expression {
  return quantifier === "all"
    ? where
    : { kind: "UnaryExpression", operator: "not", operand: where, span };
}

function partsOf(
  list: Expression,
  pathName: string | null,
  relationshipsName: string,
): StepPredicate["of"] | null {
  if (list.kind === "Variable") {
    return list.name === relationshipsName ? "relationships" : null;
  }
  const [argument] = list.kind === "FunctionCall" ? list.arguments : [];
  if (list.kind !== "FunctionCall" || argument?.kind !== "Variable" || argument.name !== pathName) {
    return null;
  }
  const name = list.name.toLowerCase();
  return name === "nodes" || name === "relationships" ? name : null;
}

/** Whether something inside gives the name another meaning. */
function bindsAnew(where: Expression, name: string): boolean {
  let found = false;
  walkAst(where, (node) => {
    found ||=
      ("variable" in node && isNamed(node.variable, name)) ||
      ("accumulator" in node && isNamed(node.accumulator, name)) ||
      node.kind === "SubqueryExpression";
    return !found;
  });
  return found;
}

function isNamed(variable: unknown, name: string): boolean {
  return (
    typeof variable === "object" &&
    variable !== null &&
    "name" in variable &&
    variable.name === name
  );
}

/** The expression with one variable called otherwise. */
export function renamed(expression: Expression, from: string, to: string): Expression {
  const rename = (part: unknown): unknown => {
    if (Array.isArray(part)) {
      return part.map(rename);
    }
    if (typeof part !== "object" || part === null) {
      return part;
    }
    if ("kind" in part && part.kind === "Variable" && "name" in part && part.name === from) {
      return { ...part, name: to };
    }
    return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, rename(value)]));
  };
  return rename(expression) as Expression; // the same tree but for one name
}
