import type { GraphReader } from "../graph/graph-reader.js";
import { didYouMean } from "../text/did-you-mean.js";
import type { Expression } from "./ast/expression.js";
import { labelNames } from "./ast/expression-children.js";
import type { NodePattern, RelationshipPattern } from "./ast/pattern.js";
import type { Statement } from "./ast/query.js";
import { walkAst } from "./plan/walk-ast.js";

/** Names that a query looks for in the graph. */
interface LookedUp {
  readonly labels: Set<string>;
  readonly types: Set<string>;
  readonly keys: Set<string>;
  /** Variables of patterns: only their properties are the graph's. */
  readonly elements: Set<string>;
}

type Visited = { readonly kind: string } & (Expression | NodePattern | RelationshipPattern);

/** What these write may well be new. */
const WRITING: ReadonlySet<string> = new Set([
  "CreateClause",
  "MergeClause",
  "SetClause",
  "RemoveClause",
]);

/**
 * Returns what finds the labels, types and property keys of a query that the graph does not have, each
 * as a sentence. An unknown name matches nothing, which is no error, but seldom meant.
 */
export function unknownNames(statement: Statement, graph: GraphReader): () => readonly string[] {
  const { labels, types, keys } = lookedUp(statement);
  const find = (): readonly string[] => {
    const isUnknownLabel = (name: string) => graph.countWithLabel(name) === 0;
    const isUnknownType = (name: string) => graph.countWithType(name) === 0;
    const unknownLabels = [...labels].filter(
      (name) => isUnknownLabel(name) && !(types.has(name) && !isUnknownType(name)),
    );
    const unknownTypes = [...types].filter((name) => isUnknownType(name) && !labels.has(name));
    const used = keys.size === 0 ? [] : graph.propertyKeys();
    const unknownKeys = [...keys].filter((name) => !used.includes(name));
    return [
      ...unknownLabels.map((name) => sentence("label", name, graph.labels())),
      ...unknownTypes.map((name) => sentence("relationship type", name, graph.relationshipTypes())),
      ...unknownKeys.map((name) => sentence("property", name, used)),
    ];
  };
  let seenVersion = -1;
  let found: readonly string[] = [];
  return () => {
    if (graph.version !== seenVersion) {
      seenVersion = graph.version;
      found = find();
    }
    return found;
  };
}

function sentence(what: string, name: string, known: readonly string[]): string {
  const meant = didYouMean(name, known);
  const hint = meant === null ? "" : ` Did you mean \`${meant}\`?`;
  return `Nothing in the graph has the ${what} \`${name}\`.${hint}`;
}

function lookedUp(statement: Statement): LookedUp {
  const names: LookedUp = {
    labels: new Set(),
    types: new Set(),
    keys: new Set(),
    elements: new Set(),
  };
  walkAst(statement, (node) => {
    if (WRITING.has(node.kind)) {
      return false;
    }
    if (isVisited(node)) {
      visitPattern(node, names);
    }
    return true;
  });
  walkAst(statement, (node) => {
    if (isVisited(node) && node.kind === "PropertyAccess" && node.subject.kind === "Variable") {
      if (names.elements.has(node.subject.name)) {
        names.keys.add(node.key);
      }
    }
    return !WRITING.has(node.kind);
  });
  return names;
}

function isVisited(node: { readonly kind: string }): node is Visited {
  return VISITED.has(node.kind);
}

const VISITED: ReadonlySet<string> = new Set([
  "NodePattern",
  "RelationshipPattern",
  "LabelPredicate",
  "PropertyAccess",
]);

function visitPattern(node: Visited, names: LookedUp): void {
  switch (node.kind) {
    case "NodePattern":
      addAll(names.labels, node.labels === null ? [] : labelNames(node.labels));
      visitElement(node, names);
      break;
    case "RelationshipPattern":
      addAll(names.types, node.types === null ? [] : labelNames(node.types));
      visitElement(node, names);
      break;
    case "LabelPredicate":
      addAll(names.labels, labelNames(node.labels));
      addAll(names.types, labelNames(node.labels));
      break;
    default:
      break;
  }
}

function visitElement(node: NodePattern | RelationshipPattern, names: LookedUp): void {
  if (node.variable !== null) {
    names.elements.add(node.variable.name);
  }
  if (node.properties?.kind === "MapLiteral") {
    addAll(
      names.keys,
      node.properties.entries.map(({ key }) => key),
    );
  }
}

function addAll(to: Set<string>, names: readonly string[]): void {
  for (const name of names) {
    to.add(name);
  }
}
