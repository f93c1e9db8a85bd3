import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runHere, temporaryFolder } from "../cli/run-cli.js";
import { findReference } from "./shared-folder.js";

const reference = (name: string): string | null => findReference(`cases/second/${name}`);

const BKA = reference("identity/bka-two-states");
const ACRONYM = reference("identity/acronym-two-states");
const TRIPOLIS = reference("identity/two-tripolis");
const PEOPLE = reference("reliability/two-people");
const SEEDS = findReference("seeds");

type Row = Readonly<Record<string, unknown>>;

/** A case of a folder of reports. */
async function build(reports: string | null) {
  if (reports === null) throw new Error("the reference reports are not here");
  const cwd = temporaryFolder();
  const { code, stderr } = await runHere(["build", reports], { cwd });
  expect(code, stderr).toBe(0);
  const jsonLines = (text: string): readonly Row[] =>
    text.split("\n").flatMap((line) => (line === "" ? [] : [JSON.parse(line) as Row]));
  return {
    query: async (text: string) => jsonLines((await runHere(["query", text], { cwd })).stdout),
    candidates: jsonLines(readFileSync(join(cwd, "case/candidates.jsonl"), "utf8")),
  };
}

describe.skipIf(BKA === null)("one name of a police body in two states", () => {
  it("is two bodies, each with its own state's raid", async () => {
    const { query } = await build(BKA);
    const rows = await query(
      "MATCH (c:Country)<-[:AGENCY_OF]-(a:Agency)-[:CONDUCTED]->(:Operation)-[:SEIZED]->(d:Drug) " +
        "WHERE a.name CONTAINS 'Bundeskriminalamt' RETURN c.name AS state, d.name AS drug ORDER BY state",
    );
    expect(rows).toEqual([
      { state: "Austria", drug: "heroin" },
      { state: "Germany", drug: "cocaine" },
    ]);
  });

  it("sends no body across the border", async () => {
    const { query } = await build(BKA);
    const rows = await query(
      "MATCH (c:Country)<-[:AGENCY_OF]-(:Agency)-[:CONDUCTED]->(:Operation)-[:TOOK_PLACE_IN]->(:Place)" +
        "-[:LOCATED_IN]->(other:Country) WHERE c <> other RETURN c.name, other.name",
    );
    expect(rows).toEqual([]);
  });
});

describe.skipIf(ACRONYM === null)("one acronym in two states", () => {
  it("is two bodies", async () => {
    const { query } = await build(ACRONYM);
    const rows = await query(
      "MATCH (c:Country)<-[:AGENCY_OF]-(a:Agency) WHERE a.name = 'SENAD' OR 'SENAD' IN a.aliases " +
        "RETURN c.name AS state ORDER BY state",
    );
    expect(rows).toEqual([{ state: "Brazil" }, { state: "Paraguay" }]);
  });

  it("makes no cooperation across a border of an agreement at home", async () => {
    const { query } = await build(ACRONYM);
    const rows = await query(
      "MATCH (c:Country)<-[:AGENCY_OF]-(a)-[:COOPERATED_WITH]-(b)-[:AGENCY_OF]->(other:Country) " +
        "RETURN DISTINCT c.name AS one, other.name AS two",
    );
    expect(rows).toEqual([{ one: "Brazil", two: "Brazil" }]);
  });
});

describe.skipIf(TRIPOLIS === null)("two towns of one name", () => {
  it("are Lebanon's and Libya's, each with its own reports", async () => {
    const { query } = await build(TRIPOLIS);
    const rows = await query(
      "MATCH (p:Place {name: 'Tripoli'})-[:LOCATED_IN]->(c:Country) " +
        "RETURN c.name AS state, size(p.documents) AS reports ORDER BY state",
    );
    expect(rows).toEqual([
      { state: "Lebanon", reports: 3 },
      { state: "Libya", reports: 2 },
    ]);
  });

  it("are the two ends of the route from the one to the other", async () => {
    const { query } = await build(TRIPOLIS);
    const rows = await query(
      "MATCH (d:Drug)<-[:OF]-(r:Route)-[:FROM]->(:Place)-[:LOCATED_IN]->(a:Country), " +
        "(r)-[:TO]->(:Place)-[:LOCATED_IN]->(b:Country) " +
        "RETURN d.name AS drug, a.name AS origin, b.name AS goal",
    );
    expect(rows).toEqual([{ drug: "hashish", origin: "Lebanon", goal: "Libya" }]);
  });
});

describe.skipIf(PEOPLE === null)("two people of near names in one report", () => {
  it("are two, each held in his own town", async () => {
    const { query } = await build(PEOPLE);
    const rows = await query(
      "MATCH (p:Person)<-[:TARGETED]-(:Operation)-[:TOOK_PLACE_IN]->(t:Place) " +
        "RETURN p.name AS who, t.name AS town ORDER BY who",
    );
    expect(rows).toEqual([
      { who: "Ali Hassan", town: "Baalbek" },
      { who: "Ali Hassani", town: "Homs" },
    ]);
  });

  it("are two where their names sound the same, put before a person at most", async () => {
    const { query, candidates } = await build(PEOPLE);
    const rows = await query(
      "MATCH (p:Person) WHERE p.name STARTS WITH 'Samir' RETURN p.name AS who ORDER BY who",
    );
    expect(rows).toEqual([{ who: "Samir Naser" }, { who: "Samir Nasr" }]);
    expect(candidates.filter(({ a, b }) => !/samir.*samir/.test(`${a} ${b}`))).toEqual([]);
  });
});

describe.skipIf(SEEDS === null)("two services of one state with like names", () => {
  it("are two, and nobody is asked whether they are one", async () => {
    const { query, candidates } = await build(SEEDS);
    const rows = await query(
      "MATCH (:Country {name: 'Iraq'})<-[:AGENCY_OF]-(a:Agency) " +
        "WHERE a.name =~ '.*National (Security|Intelligence) Service' " +
        "RETURN a.id AS id, 'INSS' IN a.aliases AS inss ORDER BY id",
    );
    expect(rows).toEqual([
      { id: "agency:iq:national-intelligence-service", inss: false },
      { id: "agency:iq:national-security-service", inss: true },
    ]);
    const ids = rows.map(({ id }) => id);
    expect(candidates.filter(({ a, b }) => ids.includes(a) && ids.includes(b))).toEqual([]);
  });
});
