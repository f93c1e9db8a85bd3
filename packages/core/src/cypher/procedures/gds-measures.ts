import louvainModule from "graphology-communities-louvain";
import { connectedComponents, stronglyConnectedComponents } from "graphology-components";
import betweennessModule from "graphology-metrics/centrality/betweenness.js";
import closenessModule from "graphology-metrics/centrality/closeness.js";
import eigenvectorModule from "graphology-metrics/centrality/eigenvector.js";
import pagerankModule from "graphology-metrics/centrality/pagerank.js";
import type { CypherMap } from "../values/cypher-value.js";
import { figure, gdsFailed, type Projection } from "./gds-projection.js";

/** These modules are the functions themselves, whatever their types say of a default export. */
const itself = <T>(module: { readonly default: T }): T => module as unknown as T;
const louvain = itself(louvainModule);
const betweenness = itself(betweennessModule);
const closeness = itself(closenessModule);
const eigenvector = itself(eigenvectorModule);
const pagerank = itself(pagerankModule);

/** A figure for each node, by its id. */
export type Measure = (
  projection: Projection,
  config: CypherMap,
) => Readonly<Record<string, number>>;

/** Steps that an algorithm over all pairs may take, since it cannot be stopped on its way. */
const MAX_STEPS = 500_000_000;

function requireSmall({ graph }: Projection): void {
  const steps = graph.order * Math.max(graph.size, 1);
  if (steps > MAX_STEPS) {
    throw gdsFailed(
      `The projection has ${graph.order} nodes and ${graph.size} edges, too many for an algorithm over all pairs. Project fewer labels or types.`,
    );
  }
}

const weightOf = (config: CypherMap): "weight" | "count" =>
  config.get("relationshipWeightProperty") == null ? "count" : "weight";

/** Those that give a number for a node. */
export const SCORES: Readonly<Record<string, Measure>> = {
  /** As GDS scales it: the mean over all nodes is 1. */
  pageRank: ({ graph }, config) => {
    const ranks = converging("gds.pageRank", () =>
      pagerank(graph, {
        alpha: figure(config, "dampingFactor", 0.85),
        maxIterations: 1000,
        tolerance: figure(config, "tolerance", 1e-10),
        getEdgeWeight: weightOf(config),
      }),
    );
    return scaled(ranks, graph.order);
  },
  eigenvector: ({ graph }, config) =>
    converging("gds.eigenvector", () =>
      eigenvector(graph, {
        maxIterations: 10_000,
        tolerance: figure(config, "tolerance", 1e-10),
        getEdgeWeight: weightOf(config),
      }),
    ),
  degree: ({ graph }, config) => {
    const weight = weightOf(config);
    const degrees = Object.fromEntries(graph.nodes().map((node) => [node, 0]));
    graph.forEachEdge((_edge, attributes, source, target) => {
      degrees[source] = (degrees[source] ?? 0) + attributes[weight];
      if (graph.type === "undirected") {
        degrees[target] = (degrees[target] ?? 0) + attributes[weight];
      }
    });
    return degrees;
  },
  betweenness: (projection) => {
    requireSmall(projection);
    return betweenness(projection.graph, { normalized: false, getEdgeWeight: null });
  },
  closeness: (projection, config) => {
    requireSmall(projection);
    return closeness(projection.graph, {
      wassermanFaust: config.get("useWassermanFaust") === true,
    });
  },
};

function converging<T>(name: string, run: () => T): T {
  try {
    return run();
  } catch (cause) {
    if (cause instanceof Error && cause.message.includes("failed to converge")) {
      throw gdsFailed(
        `\`${name}\` does not come to rest on this projection. Give a larger \`tolerance\`.`,
      );
    }
    throw cause;
  }
}

const scaled = (figures: Readonly<Record<string, number>>, by: number) =>
  Object.fromEntries(Object.entries(figures).map(([node, value]) => [node, value * by]));

/** Those that put nodes together; the groups are numbered by their first nodes. */
export const GROUPS: Readonly<Record<string, Measure>> = {
  louvain: ({ graph }, config) =>
    renumbered(louvain(graph, { getEdgeWeight: weightOf(config), randomWalk: false })),
  wcc: ({ graph }) => renumbered(membership(connectedComponents(graph))),
  scc: ({ graph }) => renumbered(membership(stronglyConnectedComponents(graph))),
};

function membership(groups: readonly (readonly string[])[]): Readonly<Record<string, number>> {
  return Object.fromEntries(groups.flatMap((group, at) => group.map((node) => [node, at])));
}

function renumbered(groups: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  const numbers = new Map<number, number>();
  const nodes = Object.keys(groups).sort((a, b) => Number(a) - Number(b));
  return Object.fromEntries(
    nodes.map((node) => {
      const group = groups[node] ?? 0;
      const number = numbers.get(group) ?? numbers.size;
      numbers.set(group, number);
      return [node, number];
    }),
  );
}
