import type { Expression, LabelExpression } from "../ast/expression.js";
import { dynamicNames } from "../ast/expression-children.js";
import type { PatternPart } from "../ast/pattern.js";
import type { RemoveItem, SetItem, WrittenName } from "../ast/query.js";
import { walkAst } from "./walk-ast.js";

type Names = ReadonlySet<string> | "any";

/** What of the graph a clause reads, or writes: property keys, labels and relationship types by name. */
export interface Footprint {
  readonly keys: Names;
  readonly labels: Names;
  readonly types: Names;
}

const NONE: ReadonlySet<string> = new Set();
export const NOTHING: Footprint = { keys: NONE, labels: NONE, types: NONE };
export const EVERYTHING: Footprint = { keys: "any", labels: "any", types: "any" };

/** Stands for "a node" among the labels that a creation touches, so that even `CREATE ()` touches something. */
const SOME_NODE = "";

const names = (...given: readonly string[]): Names => new Set(given);

/** Whether what the one writes may be what the other reads. */
export function overlaps(reads: Footprint, writes: Footprint): boolean {
  return (
    share(reads.keys, writes.keys) ||
    share(reads.labels, writes.labels) ||
    share(reads.types, writes.types)
  );
}

function share(a: Names, b: Names): boolean {
  if (a === "any" || b === "any") {
    return isSome(a) && isSome(b);
  }
  return [...a].some((name) => b.has(name));
}

const isSome = (given: Names): boolean => given === "any" || given.size > 0;

export const isNothing = ({ keys, labels, types }: Footprint): boolean =>
  !isSome(keys) && !isSome(labels) && !isSome(types);

export function together(...footprints: readonly Footprint[]): Footprint {
  return footprints.reduce(
    (a, b) => ({
      keys: join(a.keys, b.keys),
      labels: join(a.labels, b.labels),
      types: join(a.types, b.types),
    }),
    NOTHING,
  );
}

function join(a: Names, b: Names): Names {
  return a === "any" || b === "any" ? "any" : new Set([...a, ...b]);
}

/** Searches of their own, and looks that name no property. */
const SEARCHING: ReadonlySet<string> = new Set([
  "IndexAccess",
  "PatternPredicate",
  "PatternComprehension",
  "SubqueryExpression",
  "ShortestPathExpression",
  "MapProjection",
]);

/** What expressions read, wherever they stand under `root`. */
export function readsOf(root: unknown): Footprint {
  let reads = NOTHING;
  walkAst(root, (node) => {
    reads = together(reads, readsOfNode(node));
    return true;
  });
  return reads;
}

function readsOfNode(node: { readonly kind: string }): Footprint {
  if (isKind(node, "PropertyAccess")) {
    return { ...NOTHING, keys: names(node.key) };
  }
  if (isKind(node, "LabelPredicate")) {
    return { ...NOTHING, labels: "any" };
  }
  if (isKind(node, "FunctionCall")) {
    // `labels(n)` and `properties(n)` look into what they are given; `toUpper(n.name)` does not.
    return node.arguments.some(({ kind }) => kind === "Variable") ? EVERYTHING : NOTHING;
  }
  return SEARCHING.has(node.kind) ? EVERYTHING : NOTHING;
}

function isKind<K extends Expression["kind"]>(
  node: { readonly kind: string },
  kind: K,
): node is Extract<Expression, { readonly kind: K }> {
  return node.kind === kind;
}

/** What a search for the pattern looks at. */
export function readsOfPattern(
  { element }: PatternPart,
  isBound: (name: string) => boolean,
): Footprint {
  const properties = [...element.nodes, ...element.relationships].flatMap((part) =>
    part.properties?.kind === "MapLiteral" ? part.properties.entries.map(({ key }) => key) : [],
  );
  const opaque = [...element.nodes, ...element.relationships].some(
    (part) => part.properties !== null && part.properties.kind !== "MapLiteral",
  );
  const labels = element.nodes
    .filter(({ variable }) => variable === null || !isBound(variable.name))
    .map(({ labels: wanted }) => (isDynamic(wanted) ? [] : labelNames(wanted)));
  return {
    keys: opaque ? "any" : new Set(properties),
    labels: labels.some((some) => some.length === 0) ? "any" : new Set(labels.flat()),
    types: namesOf(element.relationships.map(({ types }) => types)),
  };
}

/** What creating the pattern touches. The keys of a new element are nobody's before it is found by its label. */
export function writesOfPattern(parts: readonly PatternPart[]): Footprint {
  const nodes = parts.flatMap(({ element }) => element.nodes);
  const relationships = parts.flatMap(({ element }) => element.relationships);
  return {
    keys: NONE,
    labels: join(names(SOME_NODE), namesOf(nodes.map(({ labels }) => labels))),
    types: namesOf(relationships.map(({ types }) => types)),
  };
}

/** What SET and REMOVE touch. */
export function writesOfItems(items: readonly (SetItem | RemoveItem)[]): Footprint {
  return together(
    ...items.map((item): Footprint => {
      switch (item.kind) {
        case "labels":
          return { ...NOTHING, labels: writtenNames(item.labels) };
        case "property":
          return {
            ...NOTHING,
            keys: item.target.kind === "PropertyAccess" ? names(item.target.key) : "any",
          };
        default:
          return { ...NOTHING, keys: item.kind === "add" ? keysOf(item.value) : "any" };
      }
    }),
  );
}

function keysOf(map: Expression): Names {
  return map.kind === "MapLiteral" ? new Set(map.entries.map(({ key }) => key)) : "any";
}

function writtenNames(labels: readonly WrittenName[]): Names {
  const fixed = labels.filter((label) => typeof label === "string");
  return fixed.length < labels.length ? "any" : new Set(fixed);
}

/** What a row says may be any name. */
function namesOf(labels: readonly (LabelExpression | null)[]): Names {
  return labels.some(isDynamic) ? "any" : new Set(labels.flatMap(labelNames));
}

const isDynamic = (labels: LabelExpression | null): boolean => dynamicNames(labels).length > 0;

function labelNames(labels: LabelExpression | null): readonly string[] {
  if (labels === null) {
    return [];
  }
  switch (labels.kind) {
    case "label":
      return [labels.name];
    case "and":
    case "or":
      return [...labelNames(labels.left), ...labelNames(labels.right)];
    case "dynamic":
    case "not":
    case "wildcard":
      return [];
  }
}
