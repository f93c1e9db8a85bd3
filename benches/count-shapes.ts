import type { CaseGraph } from "./case-graph.js";
import type { Shape } from "./shapes.js";

/** Questions of how many, which loops answer without looking at each match. */
export function countShapes({ graph, slots }: CaseGraph): readonly Shape[] {
  const networks = slots.get("Network") ?? [];
  const ids = new Map(networks.map((node) => [node, String(graph.nodeProperty(node, "id"))]));
  const isBefore = (a: number, b: number): boolean => (ids.get(a) ?? "") < (ids.get(b) ?? "");
  /** Ways from a network over one node in between to each other network, itself included. */
  const waysOver = (type: string, from: number): Map<number, number> => {
    const ways = new Map<number, number>();
    graph.expand(from, "out", [type], (first, middle) => {
      graph.expand(middle, "in", [type], (second, to) => {
        if (second !== first) ways.set(to, (ways.get(to) ?? 0) + 1);
        return true;
      });
      return true;
    });
    return ways;
  };

  return [
    {
      name: "twenty highest degrees of all nodes",
      query:
        "MATCH (n)-[r]-() RETURN n.id AS id, count(r) AS degree ORDER BY degree DESC, id LIMIT 20",
      parameters: new Map(),
      byHand: () => {
        const degrees: number[] = [];
        graph.forEachNode(null, (node) => {
          degrees.push(graph.degree(node, "both", null));
          return true;
        });
        return degrees.sort((a, b) => b - a).slice(0, 20).length;
      },
    },
    {
      name: "networks with a country and a drug in common",
      query:
        "MATCH (a:Network)-[:OPERATES_IN]->(c:Country)<-[:OPERATES_IN]-(b:Network), (a)-[:TRAFFICS]->(d:Drug)<-[:TRAFFICS]-(b) WHERE a.id < b.id RETURN count(*) AS n",
      parameters: new Map(),
      byHand: () => {
        let n = 0;
        for (const a of networks) {
          const byDrug = waysOver("TRAFFICS", a);
          for (const [b, ways] of waysOver("OPERATES_IN", a)) {
            n += isBefore(a, b) ? ways * (byDrug.get(b) ?? 0) : 0;
          }
        }
        return n;
      },
    },
    {
      name: "ten pairs of networks with most countries in common",
      query:
        "MATCH (a:Network)-[:OPERATES_IN]->(c)<-[:OPERATES_IN]-(b:Network) RETURN a.id AS first, b.id AS second, count(c) AS shared ORDER BY shared DESC, first, second LIMIT 10",
      parameters: new Map(),
      byHand: () => {
        const best: number[] = [];
        for (const a of networks) {
          best.push(...waysOver("OPERATES_IN", a).values());
          best.sort((x, y) => y - x).splice(10);
        }
        return best.length;
      },
    },
    {
      name: "two hops of any start, counted",
      query: "MATCH (a)-[:KNOWS]->(b)-[:TRANSFERRED]->(c) RETURN count(*) AS n",
      parameters: new Map(),
      byHand: () => {
        let n = 0;
        graph.forEachNode(null, (b) => {
          n += graph.degree(b, "in", ["KNOWS"]) * graph.degree(b, "out", ["TRANSFERRED"]);
          return true;
        });
        return n;
      },
    },
    {
      name: "relationships by type",
      query: "MATCH ()-[r]->() RETURN type(r) AS type, count(*) AS count ORDER BY type",
      parameters: new Map(),
      byHand: () => {
        const counts = new Map<number, number>();
        graph.forEachRelationship(null, (relationship) => {
          const type = graph.relationshipTypeId(relationship);
          counts.set(type, (counts.get(type) ?? 0) + 1);
          return true;
        });
        return counts.size;
      },
    },
  ];
}
