import type { GraphReader } from "../../graph/graph-reader.js";
import type { Procedure } from "../execute/procedure.js";
import type { ProcedureField } from "../semantics/catalog.js";
import { type CypherValue, RelationshipValue } from "../values/cypher-value.js";
import { isMap } from "../values/is-value.js";
import { type Bounds, boundsFrom, pathOfWalk, type Walk, walks } from "./apoc-walk.js";

const PATH: ProcedureField = { name: "path", type: "PATH" };
const CONFIGURED: readonly ProcedureField[] = [
  { name: "startNode", type: "ANY" },
  { name: "config", type: "MAP" },
];

/** The procedures of apoc that read: what the graph is made of, and what lies around a node. */
export const APOC_PROCEDURES: readonly Procedure[] = [
  {
    signature: {
      name: "apoc.meta.stats",
      inputs: [],
      outputs: [
        { name: "labelCount", type: "INTEGER" },
        { name: "relTypeCount", type: "INTEGER" },
        { name: "propertyKeyCount", type: "INTEGER" },
        { name: "nodeCount", type: "INTEGER" },
        { name: "relCount", type: "INTEGER" },
        { name: "labels", type: "MAP" },
        { name: "relTypesCount", type: "MAP" },
      ],
    },
    call: (_args, { graph }) => [statsOf(graph)],
  },
  {
    signature: {
      name: "apoc.path.expand",
      inputs: [
        { name: "startNode", type: "ANY" },
        { name: "relFilter", type: "STRING?" },
        { name: "labelFilter", type: "STRING?" },
        { name: "minDepth", type: "INTEGER" },
        { name: "maxDepth", type: "INTEGER" },
      ],
      outputs: [PATH],
    },
    call: ([start, relationshipFilter, labelFilter, minLevel, maxLevel], { graph, step }) => {
      const config = new Map(
        Object.entries({ relationshipFilter, labelFilter, minLevel, maxLevel }).map(
          ([key, value]) => [key, value ?? null] as const,
        ),
      );
      return pathsFrom(graph, start ?? null, { ...boundsFrom(config), oncePerNode: false }, step);
    },
  },
  walking("apoc.path.expandConfig", [PATH], (graph, start, bounds, step) =>
    pathsFrom(graph, start, bounds, step),
  ),
  walking("apoc.path.spanningTree", [PATH], (graph, start, bounds, step) =>
    pathsFrom(graph, start, { ...bounds, oncePerNode: true }, step),
  ),
  walking(
    "apoc.path.subgraphNodes",
    [{ name: "node", type: "NODE" }],
    function* (graph, start, bounds, step) {
      for (const { end } of walks(graph, start, { ...bounds, oncePerNode: true }, step)) {
        yield [end];
      }
    },
  ),
  walking(
    "apoc.path.subgraphAll",
    [
      { name: "nodes", type: "LIST<NODE>" },
      { name: "relationships", type: "LIST<RELATIONSHIP>" },
    ],
    (graph, start, bounds, step) => {
      const found = [...walks(graph, start, { ...bounds, oncePerNode: true }, step)];
      return [[found.map(({ end }) => end), between(graph, found, bounds, step)]];
    },
  ),
];

type WalkRows = (
  graph: GraphReader,
  start: CypherValue,
  bounds: Bounds,
  step: () => void,
) => Iterable<readonly CypherValue[]>;

function walking(name: string, outputs: readonly ProcedureField[], rows: WalkRows): Procedure {
  return {
    signature: { name, inputs: CONFIGURED, outputs },
    call: ([start, config], { graph, step }) => {
      const given = config ?? null;
      return rows(graph, start ?? null, boundsFrom(isMap(given) ? given : new Map()), step);
    },
  };
}

function* pathsFrom(
  graph: GraphReader,
  start: CypherValue,
  bounds: Bounds,
  step: () => void,
): Iterable<readonly CypherValue[]> {
  for (const walk of walks(graph, start, bounds, step)) {
    yield [pathOfWalk(walk)];
  }
}

/** All relationships of the wanted types between the nodes found. */
function between(
  graph: GraphReader,
  found: readonly Walk[],
  { types }: Bounds,
  step: () => void,
): readonly RelationshipValue[] {
  const inside = new Set(found.map(({ end }) => end.slot));
  const seen = new Set<number>();
  const names = types === null ? null : types.flatMap(({ type }) => (type === null ? [] : [type]));
  for (const node of inside) {
    graph.expand(node, "out", names, (relationship, neighbour) => {
      step();
      if (inside.has(neighbour)) {
        seen.add(relationship);
      }
      return true;
    });
  }
  return [...seen].sort((a, b) => a - b).map((slot) => new RelationshipValue(slot));
}

function statsOf(graph: GraphReader): readonly CypherValue[] {
  const [labels, types] = [graph.labels(), graph.relationshipTypes()];
  const counts = (names: readonly string[], count: (name: string) => number) =>
    new Map(names.map((name) => [name, count(name)] as const));
  return [
    labels.length,
    types.length,
    graph.propertyKeys().length,
    graph.nodeCount,
    graph.relationshipCount,
    counts(labels, (name) => graph.countWithLabel(name)),
    counts(types, (name) => graph.countWithType(name)),
  ];
}
