import type { RegexNode } from "./regex-node.js";

/** How often a backtracking matcher may come back: `factor × length^exponent`, or without bound. */
export interface BacktrackingCost {
  readonly factor: number;
  readonly exponent: number;
  /** A repetition inside a repetition, or a choice inside one: exponential in the worst case. */
  readonly isUnbounded: boolean;
}

const NONE: BacktrackingCost = { factor: 1, exponent: 0, isUnbounded: false };

const isFixed = (cost: BacktrackingCost): boolean =>
  cost.factor === 1 && cost.exponent === 0 && !cost.isUnbounded;

/** An upper bound that is easy to see: choices and repetitions that vary multiply. */
export function backtrackingCost(node: RegexNode): BacktrackingCost {
  switch (node.kind) {
    case "character":
    case "assertion":
    case "reference":
      return NONE;
    case "sequence":
      return product(node.items.map(backtrackingCost));
    case "choice": {
      const inner = product(node.options.map(backtrackingCost));
      return { ...inner, factor: inner.factor * node.options.length };
    }
    case "group":
    case "atomic":
    case "look":
      return backtrackingCost(node.body);
    case "repeat":
      return repeatCost(node);
  }
}

function product(costs: readonly BacktrackingCost[]): BacktrackingCost {
  return {
    factor: costs.reduce((factor, cost) => factor * cost.factor, 1),
    exponent: costs.reduce((exponent, cost) => exponent + cost.exponent, 0),
    isUnbounded: costs.some((cost) => cost.isUnbounded),
  };
}

function repeatCost(node: Extract<RegexNode, { kind: "repeat" }>): BacktrackingCost {
  const inner = backtrackingCost(node.body);
  const isSingle = node.max === 0 || (node.max === 1 && node.min === 1);
  if (isSingle) {
    return inner;
  }
  if (!isFixed(inner) && node.max !== 1) {
    return { ...inner, isUnbounded: true };
  }
  const ways = node.max === null ? 1 : node.max - node.min + 1;
  return {
    factor: inner.factor * ways,
    exponent: inner.exponent + (node.max === null ? 1 : 0),
    isUnbounded: inner.isUnbounded,
  };
}
