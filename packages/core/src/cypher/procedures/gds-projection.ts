import { DirectedGraph, UndirectedGraph } from "graphology";
import type { GraphReader } from "../../graph/graph-reader.js";
import { CypherError } from "../source/cypher-error.js";
import type { CypherMap, CypherValue } from "../values/cypher-value.js";
import { isList, isMap, isNumber, toDouble } from "../values/is-value.js";

/**
 * A part of the graph as the algorithms take it. Nodes go by their ids; relationships that run alongside each
 * other are one edge, whose `count` says how many they are and whose `weight` is the sum of theirs.
 */
export interface Projection {
  readonly graph: DirectedGraph<object, EdgeFigures> | UndirectedGraph<object, EdgeFigures>;
  readonly relationshipCount: number;
}

interface EdgeFigures {
  readonly count: number;
  readonly weight: number;
}

type Orientation = "NATURAL" | "REVERSE" | "UNDIRECTED";

interface ProjectedType {
  readonly type: string | null;
  readonly orientation: Orientation;
  readonly property: string | null;
}

/** The nodes of some labels and the relationships of some types between them, as GDS's native projection. */
export function project(
  reader: GraphReader,
  nodes: CypherValue,
  relationships: CypherValue,
  step: () => void,
): Projection {
  const types = typesOf(relationships);
  const isUndirected = types.every(({ orientation }) => orientation === "UNDIRECTED");
  if (!isUndirected && types.some(({ orientation }) => orientation === "UNDIRECTED")) {
    throw gdsFailed("A projection has either directed or UNDIRECTED relationships, not both here.");
  }
  const graph = isUndirected
    ? new UndirectedGraph<object, EdgeFigures>()
    : new DirectedGraph<object, EdgeFigures>();
  for (const label of labelsOf(nodes)) {
    reader.forEachNode(label, (node) => {
      step();
      graph.mergeNode(String(node));
      return true;
    });
  }
  let relationshipCount = 0;
  for (const { type, orientation, property } of types) {
    reader.forEachRelationship(type, (relationship) => {
      step();
      const [start, end] = [reader.startOf(relationship), reader.endOf(relationship)].map(String);
      if (
        start === undefined ||
        end === undefined ||
        !graph.hasNode(start) ||
        !graph.hasNode(end)
      ) {
        return true;
      }
      const [from, to] = orientation === "REVERSE" ? [end, start] : [start, end];
      const value =
        property === null ? undefined : reader.relationshipProperty(relationship, property);
      const own = value !== undefined && isNumber(value) ? toDouble(value) : 1;
      graph.updateEdge(from, to, ({ count = 0, weight = 0 }) => ({
        count: count + 1,
        weight: weight + own,
      }));
      relationshipCount += 1;
      return true;
    });
  }
  return { graph, relationshipCount };
}

function labelsOf(given: CypherValue): readonly (string | null)[] {
  const names = isMap(given) ? [...given.values()].map((each) => entryOf(each, "label")) : given;
  const labels = isList(names) ? names : [names];
  return labels.map((label) => nameOf(label, "label"));
}

function typesOf(given: CypherValue): readonly ProjectedType[] {
  if (!isMap(given)) {
    return (isList(given) ? given : [given]).map((type) => ({
      type: nameOf(type, "relationship type"),
      orientation: "NATURAL",
      property: null,
    }));
  }
  return [...given].map(([name, entry]) => {
    const type = entryOf(entry, "type") ?? name;
    const properties = isMap(entry) ? (entry.get("properties") ?? null) : null;
    const property = isMap(properties) ? ([...properties.keys()][0] ?? null) : properties;
    return {
      type: nameOf(type, "relationship type"),
      orientation: orientationOf(isMap(entry) ? (entry.get("orientation") ?? null) : null),
      property: typeof property === "string" ? property : null,
    };
  });
}

const entryOf = (entry: CypherValue, key: string): CypherValue =>
  isMap(entry) ? (entry.get(key) ?? null) : entry;

function nameOf(value: CypherValue, what: string): string | null {
  if (typeof value !== "string") {
    throw gdsFailed(
      `A projection was given no name of a ${what}. Write a text, a list of texts, or '*'.`,
    );
  }
  return value === "*" ? null : value;
}

function orientationOf(value: CypherValue): Orientation {
  const written = typeof value === "string" ? value.toUpperCase() : "NATURAL";
  if (written === "NATURAL" || written === "REVERSE" || written === "UNDIRECTED") {
    return written;
  }
  throw gdsFailed(`There is no orientation \`${written}\`. Write NATURAL, REVERSE or UNDIRECTED.`);
}

/** A number of the configuration. */
export function figure(config: CypherMap, key: string, otherwise: number): number {
  const value = config.get(key) ?? null;
  return isNumber(value) ? toDouble(value) : otherwise;
}

export function gdsFailed(message: string): CypherError {
  return new CypherError({
    kind: "ProcedureError",
    phase: "runtime",
    detail: "ProcedureCallFailed",
    message,
  });
}
