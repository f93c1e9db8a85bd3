import type { Expression } from "../ast/expression.js";

interface AstNode {
  readonly kind: string;
}

function isAstNode(value: object): value is AstNode {
  return "kind" in value && typeof value.kind === "string";
}

/**
 * Visits every AST node under `root`, itself included, parents first. `visit` returns false to skip
 * what lies below a node.
 */
export function walkAst(root: unknown, visit: (node: AstNode) => boolean): void {
  if (!isRecord(root)) {
    return;
  }
  if (Array.isArray(root)) {
    for (const item of root) {
      walkAst(item, visit);
    }
    return;
  }
  if (isAstNode(root) && !visit(root)) {
    return;
  }
  for (const key in root) {
    // Every node has a span, and there is nothing in it.
    if (key !== "span") walkAst(root[key], visit);
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

/** Whether a node of the AST is one of the given kinds; narrows to the expressions of those kinds. */
function isVariable(node: AstNode): node is Expression & { readonly kind: "Variable" } {
  return node.kind === "Variable";
}

/**
 * Names of all variables that occur under `root`, local ones of comprehensions and subqueries
 * included: a superset of the free variables.
 */
export function namesIn(root: unknown): ReadonlySet<string> {
  const names = new Set<string>();
  walkAst(root, (node) => {
    if (isVariable(node)) {
      names.add(node.name);
    }
    return true;
  });
  return names;
}

/** Whether any node under `root` has one of the kinds. */
export function hasKind(root: unknown, kinds: ReadonlySet<string>): boolean {
  let found = false;
  walkAst(root, (node) => {
    found ||= kinds.has(node.kind);
    return !found;
  });
  return found;
}
