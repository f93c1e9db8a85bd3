import type { Expression, LabelExpression } from "../ast/expression.js";
import type { Plan } from "./plan.js";

/** Part of the query text that an expression was written as; what a pattern implies has none of its own. */
export type TextOf = (expression: Expression) => string;

/** One operator of a printed plan. */
export interface PlanLine {
  readonly plan: Plan;
  readonly text: string;
}

/**
 * A plan as indented lines, the operator that gives the rows first and each input below what reads it;
 * the inner side of an operator with two stands further right.
 */
export function printPlan(plan: Plan, textOf: TextOf, depth = 0): readonly PlanLine[] {
  const line = { plan, text: `${"  ".repeat(depth)}${plan.kind}${detail(plan, textOf)}` };
  switch (plan.kind) {
    case "Argument":
      return [line];
    case "Union":
      return [
        line,
        ...plan.branches.flatMap(({ plan: branch }) => printPlan(branch, textOf, depth + 1)),
      ];
    case "Branch":
      return [
        line,
        ...plan.branches.flatMap(({ plan: branch }) => printPlan(branch, textOf, depth + 1)),
        ...printPlan(plan.input, textOf, depth),
      ];
    case "Optional":
    case "Apply":
    case "Merge":
    case "Foreach":
      return [
        line,
        ...printPlan(plan.inner, textOf, depth + 1),
        ...printPlan(plan.input, textOf, depth),
      ];
    default:
      return [line, ...printPlan(plan.input, textOf, depth)];
  }
}

/** Conditions that a pattern implies have no text of their own: `(p:Port {depth: 9})` gives two. */
function testText(test: Expression, textOf: TextOf): string {
  if (test.kind === "LabelPredicate" && test.subject.kind === "Variable") {
    return `${variableText(test.subject.name)}:${labelText(test.labels, textOf)}`;
  }
  if (test.kind === "ComparisonChain" && test.operands.length === 2) {
    const [left, right] = test.operands;
    if (
      left?.kind === "PropertyAccess" &&
      left.subject.kind === "Variable" &&
      right !== undefined
    ) {
      const subject = variableText(left.subject.name);
      return `${subject}.${left.key} ${test.operators[0] ?? ""} ${textOf(right)}`;
    }
  }
  return textOf(test);
}

const variableText = (name: string): string => (name.startsWith(" ") ? "_" : name);

function labelText(labels: LabelExpression, textOf: TextOf): string {
  switch (labels.kind) {
    case "label":
      return labels.name;
    case "dynamic":
      return `$${labels.quantifier}(${textOf(labels.names)})`;
    case "wildcard":
      return "%";
    case "not":
      return `!${labelText(labels.operand, textOf)}`;
    case "and":
      return `${labelText(labels.left, textOf)}&${labelText(labels.right, textOf)}`;
    case "or":
      return `${labelText(labels.left, textOf)}|${labelText(labels.right, textOf)}`;
  }
}

function detail(plan: Plan, textOf: TextOf): string {
  const parts = [searchDetail(plan, textOf), rowDetail(plan, textOf)].filter((part) => part !== "");
  const tests = "tests" in plan ? plan.tests.map((test) => testText(test, textOf)) : [];
  const where = tests.length === 0 ? "" : ` where ${tests.join(" and ")}`;
  return `${parts.map((part) => ` ${part}`).join("")}${where}`;
}

function searchDetail(plan: Plan, textOf: TextOf): string {
  switch (plan.kind) {
    case "NodeScan":
      return plan.label === null ? "all nodes" : `:${plan.label}`;
    case "NodeSeek":
      return `:${plan.label}(${plan.key}) ${plan.many ? "in" : "="} ${textOf(plan.value)}`;
    case "NodeJoin": {
      const nodes = plan.label === null ? "all nodes" : `:${plan.label}`;
      return `${nodes} by ${textOf(plan.key)} = ${textOf(plan.value)}`;
    }
    case "RelationshipScan":
      return typesOf(plan.types);
    case "Expand":
      return `${arrow(plan.direction, typesOf(plan.types))}${plan.into ? " into" : ""}`;
    case "ExpandCount": {
      const labels = plan.endLabels.map((label) => `:${label}`).join("");
      return `${arrow(plan.direction, typesOf(plan.types))}${labels}${plan.to === null ? "" : " into"}`;
    }
    case "ExpandTwice": {
      const labels = plan.middleLabels.map((label) => `:${label}`).join("");
      const first = arrow(plan.first.direction, typesOf(plan.first.types));
      const second = arrow(plan.second.direction, typesOf(plan.second.types));
      return `${first.slice(0, -1)}${labels}${second.slice(1)}${plan.into ? " into" : ""}`;
    }
    case "CountStore":
      return plan.counted.of === "nodes"
        ? (plan.counted.label ?? "all nodes")
        : `relationships${typesOf(plan.counted.types)}`;
    case "ExpandVariable": {
      const bounds = `*${plan.min}..${plan.max ?? ""}`;
      const ends = plan.distinctEnds ? " distinct ends" : "";
      return `${arrow(plan.direction, typesOf(plan.types) + bounds)}${plan.into ? " into" : ""}${ends}`;
    }
    case "PathSearch": {
      const { selector, types } = plan.search;
      const chosen = selector === null ? "all" : `${selector.count}`;
      const groups = selector?.groups === true ? " groups" : "";
      return `${chosen}${groups} ()-[${typesOf(types)}*]-()${plan.into ? " into" : ""}`;
    }
    case "ShortestPath": {
      const { relationship, all } = plan.shortest;
      return `${all ? "all" : "one"} ${arrow(relationship.direction, typesOf(relationship.types))}`;
    }
    default:
      return "";
  }
}

function rowDetail(plan: Plan, textOf: TextOf): string {
  switch (plan.kind) {
    case "Assign":
      return plan.items.map(({ expression }) => textOf(expression)).join(", ");
    case "Aggregate":
      return plan.items
        .map(({ name, star, distinct, arguments: args }) => {
          const inside = star ? "*" : args.map(textOf).join(", ");
          return `${name}(${distinct ? "distinct " : ""}${inside})`;
        })
        .join(", ");
    case "Sort": {
      const keys = plan.keys.map(
        ({ expression, descending }) => `${textOf(expression)}${descending ? " desc" : ""}`,
      );
      return `${keys.join(", ")}${plan.top.length > 0 ? " top" : ""}`;
    }
    case "Skip":
    case "Limit":
      return textOf(plan.count);
    case "Unwind":
    case "Foreach":
      return textOf(plan.list);
    case "Union":
      return plan.distinct ? "distinct" : "all";
    case "Branch":
      return plan.branches
        .map(({ condition }) => (condition === null ? "else" : textOf(condition)))
        .join(", ");
    case "ProcedureCall":
      return plan.name;
    default:
      return "";
  }
}

function typesOf(types: readonly string[] | null): string {
  return types === null ? "" : `:${types.join("|")}`;
}

function arrow(direction: "out" | "in" | "both", inside: string): string {
  const start = direction === "in" ? "<-" : "-";
  const end = direction === "out" ? "->" : "-";
  return `()${start}[${inside}]${end}()`;
}
