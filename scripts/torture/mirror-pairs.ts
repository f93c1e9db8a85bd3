import { graphLines, type PropertyGraph } from "@redthread/core/graph";
import { type Neo4jStore, openNeo4jStore } from "@redthread/core/stores/neo4j";
import { seededRandom } from "../../benches/seeded-random.js";
import { openCutProxy } from "./cut-proxy.js";
import { drawBuild, drawNextBuild, graphOf } from "./mirror-graphs.js";

/** A server that may be emptied. */
export interface MirrorServer {
  readonly uri: string;
  readonly username?: string;
  readonly password?: string;
}

export interface MirrorPair {
  readonly seed: number;
  readonly at: number;
  /** Nodes of the largest first build. */
  readonly size: number;
}

const FOREIGN =
  "MATCH (f:Foreign) OPTIONAL MATCH (f)-[r:ABOUT]->(x) RETURN f.text AS text, r.since AS since, x.id AS id ORDER BY text, id";

/**
 * Loads a drawn build and a later one, one load in five cut at a drawn byte and run again, beside data
 * of others; what is then wrong, as sentences. Empties the database.
 */
export async function runMirrorPair(
  server: MirrorServer,
  { seed, at, size }: MirrorPair,
): Promise<readonly string[]> {
  const random = seededRandom(seed * 1_000_003 + at);
  const store = await openNeo4jStore(server);
  const faults: string[] = [];
  const fault = (what: string) => faults.push(`pair ${at} of seed ${seed}: ${what}`);
  try {
    await answer(store, "MATCH (n) DETACH DELETE n");
    const name = `case ${at}`;
    const first = drawBuild(random, size);
    const later = drawNextBuild(random, first);
    await answer(store, "CREATE (:Foreign {text: 'alone', id: 'n0'})");
    for (const [round, build] of [first, later].entries()) {
      const graph = graphOf(build);
      const options = { name, revision: `b${round}`, replace: true };
      const wasCut = random() < 0.2 && (await loadCut(server, graph, options, random));
      const before = await answer(store, FOREIGN);
      await store.load(graph, options);
      if (digest(await store.pull(name)) !== digest(graph))
        fault(`build ${round}${wasCut ? ", once cut," : ""} is not what the database holds`);
      if (JSON.stringify(await answer(store, FOREIGN)) !== JSON.stringify(before))
        fault(`build ${round} changed what is not the case's`);
      const again = await store.load(graph, options);
      if (Object.values(again).some((count) => count !== 0))
        fault(`build ${round} was written again: ${JSON.stringify(again)}`);
      if (round === 0) await answer(store, LINK_FOREIGN);
    }
  } finally {
    await store.close();
  }
  return faults;
}

/** Others note something about a node of the case. */
const LINK_FOREIGN =
  "MATCH (n:InRedthreadCase) WITH n ORDER BY n.id LIMIT 1 CREATE (:Foreign {text: 'about'})-[:ABOUT {since: 1}]->(n)";

/** Whether the load was cut before its end. */
async function loadCut(
  { uri, ...login }: MirrorServer,
  graph: PropertyGraph,
  options: { readonly name: string; readonly revision: string; readonly replace: boolean },
  random: () => number,
): Promise<boolean> {
  const size = [...graphLines(graph)].reduce((sum, line) => sum + line.length, 0);
  const proxy = await openCutProxy(uri, 2_000 + Math.floor(random() * size * 1.5));
  let store: Neo4jStore | null = null;
  try {
    store = await openNeo4jStore({ ...login, uri: proxy.uri, retryMs: 200 });
    await store.load(graph, options);
    return false;
  } catch {
    return true;
  } finally {
    await store?.close();
    await proxy.close();
  }
}

const digest = (graph: PropertyGraph): string => [...graphLines(sortedLabels(graph))].join("\n");

/** Labels have no order in a database. */
function sortedLabels(graph: PropertyGraph): PropertyGraph {
  graph.forEachNode(null, (node) => {
    const labels = [...graph.labelsOf(node)];
    for (const label of labels) graph.removeLabel(node, label);
    for (const label of labels.sort()) graph.addLabel(node, label);
    return undefined;
  });
  return graph;
}

async function answer(store: Neo4jStore, query: string): Promise<readonly unknown[]> {
  const { rows } = await store.run(query);
  const all: unknown[] = [];
  for await (const row of rows) all.push(row);
  return all;
}
