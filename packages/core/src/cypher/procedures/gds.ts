import { bidirectional } from "graphology-shortest-path/dijkstra.js";
import { Float } from "../../graph/property-value.js";
import type { Procedure, ProcedureContext } from "../execute/procedure.js";
import type { ProcedureField } from "../semantics/catalog.js";
import { type CypherMap, type CypherValue, NodeValue } from "../values/cypher-value.js";
import { isMap } from "../values/is-value.js";
import { GROUPS, type Measure, SCORES } from "./gds-measures.js";
import { similarPairs, triangles } from "./gds-neighbours.js";
import { figure, gdsFailed, type Projection, project } from "./gds-projection.js";

type Rows = Iterable<readonly CypherValue[]>;
type Run = (projection: Projection, config: CypherMap, context: ProcedureContext) => Rows;

const NODE_ID: ProcedureField = { name: "nodeId", type: "INTEGER" };
const NOTHING: CypherMap = new Map();

/** Graph algorithms by the names that GDS gives them. Projections last as long as the set. */
export function gdsProcedures(): readonly Procedure[] {
  const projections = new Map<string, Projection>();
  const stream = (name: string, outputs: readonly ProcedureField[], run: Run): Procedure => ({
    signature: {
      name: `gds.${name}.stream`,
      inputs: [
        { name: "graph", type: "ANY" },
        { name: "configuration", type: "MAP", optional: true },
      ],
      outputs,
    },
    call: ([graph, configuration], context) => {
      const projection = chosen(projections, graph ?? null, context);
      const given = isMap(graph ?? null) ? (graph ?? null) : (configuration ?? null);
      return run(projection, isMap(given) ? given : NOTHING, context);
    },
  });
  const float = (name: string): ProcedureField => ({ name, type: "FLOAT" });
  const integer = (name: string): ProcedureField => ({ name, type: "INTEGER" });
  return [
    ...catalogProcedures(projections),
    ...Object.entries(SCORES).map(([name, measure]) =>
      stream(
        name,
        [NODE_ID, float("score")],
        figures(measure, (value) => new Float(value)),
      ),
    ),
    ...Object.entries(GROUPS).map(([name, measure]) => {
      const column = name === "louvain" ? "communityId" : "componentId";
      return stream(name, [NODE_ID, integer(column)], figures(measure, Math.trunc));
    }),
    stream("triangleCount", [NODE_ID, integer("triangleCount")], (projection, _config, { step }) =>
      triangles(projection, step).map((each) => [Number(each.node), each.triangles]),
    ),
    stream(
      "localClusteringCoefficient",
      [NODE_ID, float("localClusteringCoefficient")],
      (projection, _config, { step }) =>
        triangles(projection, step).map((each) => [Number(each.node), new Float(each.coefficient)]),
    ),
    stream(
      "nodeSimilarity",
      [integer("node1"), integer("node2"), float("similarity")],
      (projection, config, { step }) => {
        const limits = {
          topK: figure(config, "topK", 10),
          cutoff: figure(config, "similarityCutoff", 1e-42),
        };
        return similarPairs(projection, limits, step).map(({ node, other, similarity }) => [
          Number(node),
          Number(other),
          new Float(similarity),
        ]);
      },
    ),
    stream(
      "shortestPath.dijkstra",
      [
        integer("index"),
        integer("sourceNode"),
        integer("targetNode"),
        float("totalCost"),
        { name: "nodeIds", type: "LIST<INTEGER>" },
        { name: "costs", type: "LIST<FLOAT>" },
      ],
      cheapestPath,
    ),
  ];
}

function catalogProcedures(projections: Map<string, Projection>): readonly Procedure[] {
  return [
    {
      signature: {
        name: "gds.graph.project",
        inputs: [
          { name: "graphName", type: "STRING" },
          { name: "nodeProjection", type: "ANY" },
          { name: "relationshipProjection", type: "ANY" },
          { name: "configuration", type: "MAP", optional: true },
        ],
        outputs: [
          { name: "graphName", type: "STRING" },
          { name: "nodeCount", type: "INTEGER" },
          { name: "relationshipCount", type: "INTEGER" },
        ],
      },
      call: ([name, nodes, relationships], { graph, step }) => {
        if (projections.has(String(name))) {
          throw gdsFailed(
            `There is a projection \`${String(name)}\`. Drop it with \`gds.graph.drop\`.`,
          );
        }
        const made = project(graph, nodes ?? null, relationships ?? null, step);
        projections.set(String(name), made);
        return [[name ?? null, made.graph.order, made.relationshipCount]];
      },
    },
    {
      signature: {
        name: "gds.graph.drop",
        inputs: [
          { name: "graphName", type: "STRING" },
          { name: "failIfMissing", type: "BOOLEAN", optional: true },
        ],
        outputs: [{ name: "graphName", type: "STRING" }],
      },
      call: ([name, failIfMissing]) => {
        if (!projections.delete(String(name)) && failIfMissing !== false) {
          throw noProjection(String(name));
        }
        return [[name ?? null]];
      },
    },
    {
      signature: {
        name: "gds.graph.list",
        inputs: [],
        outputs: [
          { name: "graphName", type: "STRING" },
          { name: "nodeCount", type: "INTEGER" },
          { name: "relationshipCount", type: "INTEGER" },
        ],
      },
      call: () =>
        [...projections].map(([name, made]) => [name, made.graph.order, made.relationshipCount]),
    },
  ];
}

/** A projection by its name, or one that is described in the call itself. */
function chosen(
  projections: ReadonlyMap<string, Projection>,
  given: CypherValue,
  { graph, step }: ProcedureContext,
): Projection {
  if (isMap(given)) {
    const all = "*";
    const nodes = given.get("nodeProjection") ?? all;
    return project(graph, nodes, given.get("relationshipProjection") ?? all, step);
  }
  const known = projections.get(String(given));
  if (known === undefined) {
    throw noProjection(String(given));
  }
  return known;
}

function noProjection(name: string) {
  return gdsFailed(
    `There is no projection \`${name}\`. Make one in the same run with \`CALL gds.graph.project('${name}', 'Label', 'TYPE')\`, or write \`{nodeProjection: 'Label', relationshipProjection: 'TYPE'}\` in place of its name.`,
  );
}

function figures(measure: Measure, value: (figure: number) => CypherValue): Run {
  return (projection, config) => {
    if (projection.graph.order === 0) {
      return [];
    }
    return Object.entries(measure(projection, config))
      .sort(([a], [b]) => Number(a) - Number(b))
      .map(([node, found]) => [Number(node), value(found)]);
  };
}

function* cheapestPath({ graph }: Projection, config: CypherMap): Rows {
  const [source, target] = ["sourceNode", "targetNode"].map((key) =>
    idOf(config.get(key) ?? null, key),
  );
  if (
    source === undefined ||
    target === undefined ||
    !graph.hasNode(source) ||
    !graph.hasNode(target)
  ) {
    throw gdsFailed("`sourceNode` and `targetNode` have to be nodes of the projection.");
  }
  const weighted = config.get("relationshipWeightProperty") != null;
  const costOf = (_edge: string, { weight }: { readonly weight: number }) =>
    weighted ? weight : 1;
  const path: readonly string[] | null = bidirectional(graph, source, target, costOf);
  if (path === null) {
    return;
  }
  const costs = [0];
  for (const [at, node] of path.slice(1).entries()) {
    const edge = graph.edge(path[at], node);
    costs.push((costs.at(-1) ?? 0) + (weighted ? graph.getEdgeAttribute(edge, "weight") : 1));
  }
  const ids = path.map(Number);
  const total = new Float(costs.at(-1) ?? 0);
  yield [0, Number(source), Number(target), total, ids, costs.map((cost) => new Float(cost))];
}

function idOf(value: CypherValue, key: string): string {
  if (value instanceof NodeValue) {
    return String(value.slot);
  }
  if (typeof value === "number") {
    return String(value);
  }
  throw gdsFailed(`\`${key}\` has to be a node.`);
}
