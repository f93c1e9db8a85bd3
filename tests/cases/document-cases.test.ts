import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { buildCase, verifyCase } from "@redthread/core/build";
import { createEngine, formatCell } from "@redthread/core/cypher";
import { describe, expect, it } from "vitest";
import { narcoticsPack } from "../support/read-pack.js";
import { findReference } from "./shared-folder.js";

const HERE = findReference("cases/documents.jsonl") !== null;
const pack = narcoticsPack();

/** A build of some of the reference inputs, and a way to ask it. */
function buildInputs(...names: readonly string[]) {
  const inputs = names.map((name) => {
    const file = findReference(`cases/inputs/${name}`);
    if (file === null) throw new Error(`The reference input ${name} is not here.`);
    return { path: basename(file), bytes: new Uint8Array(readFileSync(file)) };
  });
  const built = buildCase(inputs, { pack });
  const engine = createEngine({ graph: built.graph });
  /** Rows as text, one string a row. */
  const ask = (query: string) =>
    engine.run(query).rows.map((row) => row.map((value) => formatCell(value)).join(" | "));
  const texts = new Map(built.documents.map(({ document }) => [document.id, document.text]));
  const problems = verifyCase({ graph: built.graph, texts, claims: built.claims }).problems;
  return { ...built, ask, problems };
}

const HAULS = `MATCH (o:Operation)-[s:SEIZED]->(d:Drug)
  RETURN o.date, s.amount, s.unit, d.name, o.arrested ORDER BY o.date, d.name`;

describe.skipIf(!HERE)("reports that other tools read wrongly", () => {
  it("takes the story of a web page and none of its furniture (dx01)", () => {
    const { ask, documents, problems } = buildInputs("dx01-coast-guard.html");
    expect(ask(HAULS)).toEqual(["2025-02-10 | 61.0 | kg | hashish | 4"]);
    expect(ask("MATCH (c:Country) RETURN c.name")).toEqual(["Kuwait"]);
    expect(ask("MATCH (o:Operation)-[:TOOK_PLACE_IN]->(p) RETURN p.name ORDER BY p.name")).toEqual([
      "Failaka Island",
      "Kuwait",
    ]);
    const names = ask("MATCH (n) WHERE NOT n:Document RETURN n.name").join("\n");
    expect(names).not.toMatch(
      /Google|Meta|Interactive|Albania|Turkey|Ecuador|Rotterdam|Poland|Mexico|Cartel|Denholm|Altzar/,
    );
    expect(documents[0]?.document).toMatchObject({
      publisher: "The Quay Gazette",
      date: { value: "2025-02-11" },
    });
    expect(problems).toEqual([]);
  });

  it("reads UTF-16 with a byte order mark (dx10)", () => {
    const { ask, documents, problems } = buildInputs("dx10-statement.txt");
    expect(ask(HAULS)).toEqual(["2025-04-08 | 7.0 | kg | opium | 3"]);
    expect(ask("MATCH (:Drug)-[:SMUGGLED_FROM]->(c:Country) RETURN c.name")).toEqual(["Iran"]);
    expect(ask("MATCH (o:Official) RETURN o.name")).toEqual(["Hamed Al-Rawasi"]);
    const document = documents[0]?.document;
    expect(document?.text.startsWith("STATEMENT")).toBe(true);
    expect(document?.text).not.toContain("\0");
    expect(document?.date?.value).toBe("2025-04-09");
    expect(problems).toEqual([]);
  });

  it("finds one sentence in a line of 146 kB and quotes no more than it (dx14)", () => {
    const { ask } = buildInputs("dx14-export.txt");
    expect(ask(HAULS)).toEqual(["2025-05-06 | 480000 | pills | Captagon | 2"]);
    const lengths = ask("MATCH ()-[r]->() UNWIND r.quotes AS q RETURN max(size(q))").map(Number);
    expect(lengths[0]).toBeLessThanOrEqual(200);
    const named = ask("MATCH (n) WHERE n:Agency OR n:Person OR n:Organization RETURN n.name");
    expect(named.join("\n")).not.toMatch(/Abu Bin|Aa/);
  });

  it("keeps one order of day and month a document (dx17)", () => {
    const { ask, documents } = buildInputs(
      "dx17-a-london.txt",
      "dx17-b-texas.txt",
      "dx17-c-undated.txt",
    );
    const dates = `MATCH (o:Operation)-[:SEIZED]->(d)
      RETURN d.name, o.date, o.dateFrom, o.dateTo ORDER BY d.name`;
    expect(ask(dates)).toEqual([
      "cannabis | null | 2024-04-05 | 2024-05-04",
      "fentanyl | 2024-04-12 | 2024-04-12 | 2024-04-12",
      "ketamine | 2024-12-04 | 2024-12-04 | 2024-12-04",
    ]);
    expect(
      ask("MATCH (o:Operation) WHERE o.date IS NULL RETURN o.dateReadings, o.dateFrom, o.dateTo"),
    ).toEqual(["['2024-04-05', '2024-05-04'] | 2024-04-05 | 2024-05-04"]);
    const reported = documents.map(({ document }) => `${document.path} ${document.date?.value}`);
    expect(reported.sort()).toEqual([
      "dx17-a-london.txt 2024-12-27",
      "dx17-b-texas.txt 2024-12-30",
      "dx17-c-undated.txt undefined",
    ]);
  });

  it("reads quantities in words, ranges, spaces and multiples (dx18)", () => {
    const { ask } = buildInputs("dx18-digest.txt");
    const hauls = `MATCH (o:Operation)-[s:SEIZED]->(d:Drug)
      RETURN o.date, d.name, s.low, s.high, s.qualifier, s.unit, s.kilograms ORDER BY o.date, d.name`;
    expect(ask(hauls)).toEqual([
      "2025-06-09 | hashish | 2.5 | 2.5 | eq | t | 2500.0",
      "2025-06-10 | MDMA | 816000 | 816000 | eq | pills | null",
      "2025-06-11 | heroin | 12.8 | 13.0 | range | kg | 12.8",
      "2025-06-12 | cocaine | 12.0 | 12.0 | eq | kg | 12.0",
      "2025-06-13 | Captagon | 500000 | 500000 | eq | pills | null",
      "2025-06-14 | ketamine | 40.0 | 45.0 | range | kg | 40.0",
      "2025-06-15 | cannabis | null | 1.0 | lte | t | 1000.0",
      "2025-06-15 | heroin | 1.5 | 1.5 | eq | kg | 1.5",
    ]);
  });

  it("never fuses two people by their name (dx21)", () => {
    const { ask } = buildInputs("dx21-a-basra.txt", "dx21-b-cairo.txt", "dx21-c-short.txt");
    const people = ask("MATCH (p) WHERE p.name = 'Ahmed Hassan' RETURN p.documents");
    expect(people).toHaveLength(3);
    expect(new Set(people).size).toBe(3);
  });
});
