import { buildCase } from "@redthread/core/build";
import { type CypherValue, PathRecord } from "@redthread/core/cypher";
import { createMemoryStore } from "@redthread/core/stores";
import { createTrace, traceProcedures } from "@redthread/core/trace";
import { describe, expect, it } from "vitest";
import { readFolder } from "../pipeline/read-folder.js";
import { narcoticsPack } from "../support/read-pack.js";
import { chainsBetween } from "../support/trace-case.js";

const pack = narcoticsPack();
const { graph } = buildCase(readFolder("examples/captagon-route/reports"), { pack });
const trace = createTrace(graph, pack.schema);
const store = createMemoryStore(graph, { procedures: traceProcedures(pack.schema) });

async function run(query: string): Promise<readonly (readonly CypherValue[])[]> {
  const { rows } = await store.run(query);
  const found: (readonly CypherValue[])[] = [];
  for await (const row of rows) found.push(row);
  return found;
}

const namesOf = (path: CypherValue | undefined): readonly unknown[] =>
  path instanceof PathRecord ? path.nodes.map((node) => node.properties.get("name")) : [];

describe("CALL redthread.paths", () => {
  it.each([
    ["Kazem Abu Rish", "Iraqi National Security Service"],
    ["Lebanon", "Kuwait"],
    ["Turkish Gendarmerie", "Lebanese Army"],
  ])("from %s to %s gives the chains of the trace", async (from, to) => {
    const rows = await run(`CALL redthread.paths('${from}', '${to}') YIELD path, borders`);
    const { chains } = chainsBetween(trace, from, to);
    expect(rows.map(([path, borders]) => [namesOf(path), borders])).toEqual(
      chains.map((chain) => [chain.nodes.map(({ name }) => name), chain.borders]),
    );
  });

  it("takes nodes that a query found, and its rows go on into the query", async () => {
    const rows = await run(
      "MATCH (a:Person {name: 'Kazem Abu Rish'}), (b:Network {name: 'Two Rivers network'}) " +
        "CALL redthread.paths(a, b, {limit: 1}) YIELD path, verdict, weakest " +
        "RETURN [n IN nodes(path) | n.name] AS names, verdict, type(weakest) AS type",
    );
    const [chain] = chainsBetween(trace, "Kazem Abu Rish", "Two Rivers network").chains;
    expect(rows).toEqual([
      [
        ["Kazem Abu Rish", "Two Rivers network"],
        chain?.verdict,
        chain?.steps[chain.weakest]?.link.type,
      ],
    ]);
  });

  it.each([
    ["{maxHop: 3}", "`maxHop` is no option of redthread.paths."],
    ["{limit: 'two'}", "Option `limit` of redthread.paths is a number."],
    ["{types: ['LEED']}", "`LEED` is no relationship type."],
    ["{via: 'Nobody'}", "No entity is named `Nobody`."],
  ])("refuses %s in a sentence", async (options, sentence) => {
    const asked = run(
      `CALL redthread.paths('Lebanon', 'Kuwait', ${options}) YIELD path RETURN path`,
    );
    await expect(asked).rejects.toThrow(sentence);
  });
});

describe("CALL redthread.dossier", () => {
  it("gives a row a link, with states and quotes", async () => {
    const rows = await run(
      "CALL redthread.dossier('Marwan al-Harthy') YIELD states, link, other, quotes " +
        "RETURN states, type(link) AS type, other.name AS other, size(quotes) > 0 AS isProved",
    );
    expect(rows).toContainEqual([
      ["sa"],
      "HOLDS_POSITION",
      "General Directorate of Narcotics Control",
      true,
    ]);
  });
});
