import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { type Ran, runHere } from "../cli/run-cli.js";
import { emptyDatabase } from "./empty-database.js";

const server = inject("neo4j");
const REPORTS = fileURLToPath(new URL("../../examples/captagon-route/reports", import.meta.url));

/** Questions an investigator asks; each gives the same rows from the case and from Neo4j. */
const QUERIES = [
  "MATCH (n) RETURN count(n) AS n",
  "MATCH ()-[r]->() RETURN type(r) AS type, count(*) AS n ORDER BY type",
  "MATCH (n) UNWIND labels(n) AS label RETURN label, count(*) AS n ORDER BY label",
  "MATCH (n:Network)-[r:OPERATES_IN]->(c) RETURN n.name AS network, c.name AS place, r.quotes AS quotes ORDER BY network, place, r.id",
  "MATCH (o:Operation)-[s:SEIZED]->(d:Drug) RETURN o.name AS what, d.name AS drug, s.amount AS amount, s.unit AS unit, s.kilograms AS kg ORDER BY o.id, drug, s.id",
  "MATCH (o:Operation) WHERE o.killed IS NULL RETURN o.id AS id, o.date AS date ORDER BY date DESC, id LIMIT 5",
  "MATCH (a:Agency)-[:AGENCY_OF]->(c:Country) WITH c, collect(a.name) AS names RETURN c.name AS state, size(names) AS bodies ORDER BY bodies DESC, state",
  "MATCH (d:Document) RETURN d.path AS path, d.sha256 AS sha, d.characters AS length ORDER BY path",
  "MATCH (r:Route)-[:FROM]->(f), (r)-[:TO]->(t) RETURN r.name AS route, f.name AS start, t.name AS goal ORDER BY r.id, start, goal",
  "MATCH (p:Person) OPTIONAL MATCH (p)-[h:HOLDS_POSITION]->(a) RETURN p.name AS name, h.title AS title, a.name AS body ORDER BY name, title, body",
  "MATCH (x:Country {iso2: 'iq'})<-[*1..2]-(n) RETURN count(DISTINCT n) AS near",
  "MATCH p = shortestPath((:Drug {id: 'drug:captagon'})-[*..4]-(:Country {iso2: 'kw'})) RETURN length(p) AS hops",
  "MATCH (n) WHERE n.name STARTS WITH 'Al-' OR n.name =~ '(?i).*customs.*' RETURN n.name AS name ORDER BY n.id",
  "MATCH (n) WHERE size(n.aliases) > 0 RETURN n.name AS name, n.aliases AS aliases ORDER BY n.id",
  "MATCH ()-[r]->() WHERE r.modality <> 'asserted' RETURN r.modality AS said, count(*) AS n ORDER BY said",
  "MATCH ()-[r]->() WHERE r.confidence IS NOT NULL RETURN round(avg(r.confidence) * 1000) AS mean, min(r.confidence) AS low, max(r.confidence) AS high",
  "MATCH (a:Agency) WHERE NOT EXISTS { (a)-[:AGENCY_OF]->() } RETURN a.name AS name ORDER BY a.id",
  "MATCH (c:Country) RETURN c.name AS state, COUNT { (c)--() } AS links ORDER BY links DESC, state",
  "MATCH (o:Operation) WITH o ORDER BY o.id RETURN collect(o.name)[..3] AS first, o.date IS NULL AS undated, count(*) AS n ORDER BY undated",
  "MATCH (n {id: $id}) RETURN properties(n) AS all, [x IN range(1, $n) | x * 2] AS even",
] as const;

describe.skipIf(server === null)("redthread with a Neo4j server", () => {
  let cwd: string;
  let first: Ran;
  const env = {
    NEO4J_URI: server?.uri,
    NEO4J_USERNAME: server?.username,
    NEO4J_PASSWORD: server?.password,
  };
  const uri = server?.uri ?? "";
  const run = (...args: string[]): Promise<Ran> => runHere(args, { cwd, env });

  beforeAll(async () => {
    await emptyDatabase(server);
    cwd = mkdtempSync(join(tmpdir(), "redthread-neo4j-cli-"));
    cpSync(REPORTS, join(cwd, "reports"), { recursive: true });
    await run("build", "reports");
    first = await run("load");
  });
  afterAll(async () => {
    rmSync(cwd, { recursive: true, force: true });
    await emptyDatabase(server);
  });

  it("loads a case once and creates nothing the second time", async () => {
    expect(first.code).toBe(0);
    const loaded = JSON.parse(first.stdout);
    expect(loaded.nodesCreated).toBe(loaded.nodes);
    expect(loaded.relationshipsCreated).toBe(loaded.relationships);
    const second = await run("load", "--to", uri);
    expect(JSON.parse(second.stdout)).toMatchObject({ nodesCreated: 0, relationshipsCreated: 0 });
    expect(second.stderr).toContain(
      "Created 0 nodes and 0 relationships; removed 0 nodes and 0 relationships.",
    );
  });

  it.each(QUERIES)("gives the same rows from the case and from the server: %s", async (query) => {
    const parameters = ["--param", "id=drug:captagon", "--param", "n=3"];
    const here = await run("query", query, ...parameters);
    const there = await run("query", "--on", uri, query, ...parameters);
    expect(here.code).toBe(0);
    expect(parsed(there.stdout)).toEqual(parsed(here.stdout));
    expect(here.stdout).not.toBe("");
  });

  it("ends with 3 and points into the query when the server refuses it", async () => {
    const { code, stdout, stderr } = await run("query", "--on", uri, "MATCH (n)\nRETURN frend");
    expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
    expect(stderr).toContain("query:2:8\n  2 | RETURN frend\n");
  });

  it("ends with 4 and names user and variable when the password is wrong", async () => {
    const ran = await runHere(["query", "--on", uri, "RETURN 1"], {
      cwd,
      env: { ...env, NEO4J_PASSWORD: "not-the-lantern" },
    });
    expect(ran).toMatchObject({ code: 4, stdout: "" });
    expect(ran.stderr).toContain("refused the password of user `neo4j`");
    expect(ran.stderr).toContain("NEO4J_PASSWORD");
    expect(ran.stderr).not.toContain("not-the-lantern");
  });

  it("changes the database only with --write", async () => {
    const refused = await run("query", "--on", uri, "CREATE (:Note)");
    expect(refused.code).toBe(3);
    expect(refused.stderr).toContain("Add `--write`");
    const written = await run("query", "--on", uri, "--write", "CREATE (n:Note) DELETE n");
    expect(written.code).toBe(0);
    expect(written.stderr).toContain("nodes created: 1, nodes deleted: 1");
  });

  it("stops with 7 at a limit", async () => {
    const ran = await run(
      "query",
      "--on",
      uri,
      "UNWIND range(1, 9) AS i RETURN i",
      "--max-rows",
      "3",
    );
    expect(ran.code).toBe(7);
  });
});

/** Maps have no order that anybody promises; lists and rows do. */
function parsed(lines: string): readonly unknown[] {
  return lines
    .trim()
    .split("\n")
    .map((line): unknown => JSON.parse(line));
}
