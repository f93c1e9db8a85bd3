import type { GraphReader } from "../../graph/graph-reader.js";
import {
  type CypherMap,
  type CypherValue,
  NodeValue,
  PathValue,
  RelationshipValue,
} from "../values/cypher-value.js";
import { isList } from "../values/is-value.js";
import { badArgument, typeMismatch } from "../values/value-error.js";

/** A way on that may be taken: relationships of a type, or of any, in a direction. */
interface WalkedType {
  readonly type: string | null;
  readonly direction: "out" | "in" | "both";
}

/** How far a walk goes, over what, and to what. */
export interface Bounds {
  readonly min: number;
  readonly max: number;
  readonly limit: number;
  /** Null: all relationships. */
  readonly types: readonly WalkedType[] | null;
  readonly allowed: ReadonlySet<string>;
  readonly denied: ReadonlySet<string>;
  /** Where a walk ends; nodes without these labels are passed and not given. */
  readonly terminators: ReadonlySet<string>;
  readonly ends: ReadonlySet<string>;
  /** Each node is met once, by the shortest way; otherwise only a relationship is not walked twice. */
  readonly oncePerNode: boolean;
}

const KNOWN: ReadonlySet<string> = new Set(
  "minLevel maxLevel relationshipFilter labelFilter limit uniqueness bfs filterStartNode".split(
    " ",
  ),
);

/** @throws CypherError for a setting that is not known here, which would change what is found */
export function boundsFrom(config: CypherMap): Bounds {
  const unknown = [...config.keys()].find((key) => !KNOWN.has(key));
  if (unknown !== undefined) {
    throw badArgument(
      `apoc.path has no setting \`${unknown}\` here. Known are ${[...KNOWN].join(", ")}.`,
    );
  }
  const number = (key: string, otherwise: number): number => {
    const value = config.get(key) ?? null;
    return typeof value === "number" && value >= 0 ? value : otherwise;
  };
  const filter = labelFilterOf(textOf(config.get("labelFilter") ?? null));
  return {
    min: number("minLevel", 0),
    max: number("maxLevel", Number.POSITIVE_INFINITY),
    limit: number("limit", Number.POSITIVE_INFINITY),
    types: typesOf(textOf(config.get("relationshipFilter") ?? null)),
    ...filter,
    oncePerNode: config.get("uniqueness") === "NODE_GLOBAL",
  };
}

const textOf = (value: CypherValue): string => (typeof value === "string" ? value : "");

/** `A|B>|<C|>`: either way, out, in, out of any type. */
function typesOf(filter: string): Bounds["types"] {
  if (filter === "") {
    return null;
  }
  return filter.split("|").map((entry) => {
    const type = entry.replaceAll(/[<>]/g, "");
    const direction = entry.startsWith("<") ? "in" : entry.endsWith(">") ? "out" : "both";
    return { type: type === "" ? null : type, direction };
  });
}

/** `+A|-B|/C|>D`: only over, never over, up to, and those that are given. */
function labelFilterOf(filter: string) {
  const entries = filter.split("|").filter((entry) => entry !== "");
  const having = (sign: string) =>
    new Set(entries.filter((entry) => entry.startsWith(sign)).map((entry) => entry.slice(1)));
  const plain = entries.filter((entry) => !"+-/>".includes(entry.charAt(0)));
  return {
    allowed: new Set([...having("+"), ...plain]),
    denied: having("-"),
    terminators: having("/"),
    ends: having(">"),
  };
}

/** A walk from its start; `before` is what it goes on from. */
export interface Walk {
  readonly end: NodeValue;
  readonly by: number | null;
  readonly before: Walk | null;
  readonly length: number;
}

/** The walks within the bounds, shorter ones first. The start is not held to the filter of labels. */
export function* walks(
  graph: GraphReader,
  start: CypherValue,
  bounds: Bounds,
  step: () => void,
): Generator<Walk> {
  let given = 0;
  for (const walk of allWalks(graph, start, bounds, step)) {
    if (given >= bounds.limit) {
      return;
    }
    given += 1;
    yield walk;
  }
}

function* allWalks(
  graph: GraphReader,
  start: CypherValue,
  bounds: Bounds,
  step: () => void,
): Generator<Walk> {
  const seen = new Set<number>();
  let level: Walk[] = startsOf(start).map((end) => ({ end, by: null, before: null, length: 0 }));
  for (const { end } of level) {
    seen.add(end.slot);
  }
  while (level.length > 0) {
    const next: Walk[] = [];
    for (const walk of level) {
      step();
      const isEnd = walk.length > 0 && hasAny(graph, walk.end.slot, bounds.terminators);
      if (walk.length >= bounds.min && isGiven(graph, walk, bounds, isEnd)) {
        yield walk;
      }
      if (!isEnd && walk.length < bounds.max) {
        next.push(...onwards(graph, walk, bounds, seen, step));
      }
    }
    level = next;
  }
}

function startsOf(start: CypherValue): readonly NodeValue[] {
  const nodes = isList(start) ? start : [start];
  return nodes.map((node) => {
    if (!(node instanceof NodeValue)) {
      throw typeMismatch("The start of `apoc.path`", "a node or a list of nodes", node);
    }
    return node;
  });
}

const hasAny = (graph: GraphReader, node: number, labels: ReadonlySet<string>): boolean =>
  [...labels].some((label) => graph.hasLabel(node, label));

function isGiven(graph: GraphReader, walk: Walk, bounds: Bounds, isEnd: boolean): boolean {
  const { ends, terminators } = bounds;
  return ends.size + terminators.size === 0 || isEnd || hasAny(graph, walk.end.slot, ends);
}

function onwards(
  graph: GraphReader,
  walk: Walk,
  bounds: Bounds,
  seen: Set<number>,
  step: () => void,
): readonly Walk[] {
  const found: Walk[] = [];
  for (const { type, direction } of bounds.types ?? [{ type: null, direction: "both" } as const]) {
    graph.expand(walk.end.slot, direction, type === null ? null : [type], (by, neighbour) => {
      step();
      const isNew = bounds.oncePerNode ? !seen.has(neighbour) : !usesRelationship(walk, by);
      if (isNew && mayPass(graph, neighbour, bounds)) {
        seen.add(neighbour);
        found.push({ end: new NodeValue(neighbour), by, before: walk, length: walk.length + 1 });
      }
      return true;
    });
  }
  return found;
}

function usesRelationship(walk: Walk, relationship: number): boolean {
  for (let at: Walk | null = walk; at !== null; at = at.before) {
    if (at.by === relationship) {
      return true;
    }
  }
  return false;
}

function mayPass(graph: GraphReader, node: number, bounds: Bounds): boolean {
  const { allowed, denied, terminators, ends } = bounds;
  if (hasAny(graph, node, denied)) {
    return false;
  }
  return allowed.size === 0 || [allowed, terminators, ends].some((set) => hasAny(graph, node, set));
}

export function pathOfWalk(walk: Walk): PathValue {
  const nodes: NodeValue[] = [];
  const relationships: RelationshipValue[] = [];
  for (let at: Walk | null = walk; at !== null; at = at.before) {
    nodes.unshift(at.end);
    if (at.by !== null) {
      relationships.unshift(new RelationshipValue(at.by));
    }
  }
  return new PathValue(nodes, relationships);
}
