// Another field is data alone: the wildlife pack reads reports of its own with the same engine.
import { readFileSync } from "node:fs";
import { buildCase } from "@redthread/core/build";
import { createEngine } from "@redthread/core/cypher";
import { describe, expect, it } from "vitest";
import { findReference } from "../cases/shared-folder.js";
import { readPack } from "../support/read-pack.js";
import { readFolder } from "./read-folder.js";

const pack = readPack("wildlife");
const { graph } = buildCase(readFolder("examples/wildlife-routes/reports"), { pack });

const column = (engine: ReturnType<typeof createEngine>, query: string): readonly string[] =>
  engine.run(query).rows.map(([cell]) => String(cell));

/** Every thing and every link but the mentions, one a line, as a person can read them beside the reports. */
function nodesAndLinks(): string {
  const engine = createEngine({ graph });
  const nodes = column(
    engine,
    `MATCH (n) WHERE NOT n:Document
     RETURN reduce(text = '', label IN labels(n) | text + ':' + label) + ' ' + n.name
       + coalesce(' [' + n.class + ']', '') + coalesce(' [' + toString(n.arrested) + ' arrested]', '') AS line
     ORDER BY line`,
  );
  const links = column(
    engine,
    `MATCH (a)-[r]->(b) WHERE type(r) <> 'MENTIONED_IN'
     RETURN a.name + ' ' + type(r) + ' ' + b.name
       + coalesce(' [' + toString(r.amount) + ' ' + r.unit + ']', '')
       + CASE r.modality WHEN 'asserted' THEN '' ELSE ' (' + r.modality + ')' END AS line
     ORDER BY type(r), line`,
  );
  return `${[...nodes, "", ...links].join("\n")}\n`;
}

describe("the wildlife example", () => {
  it("gives the things and links that were read against the reports, no more and no fewer", async () => {
    await expect(nodesAndLinks()).toMatchFileSnapshot("wildlife.txt");
  });

  it("weighs in kilograms and counts animals, tusks and skins", () => {
    const rows = createEngine({ graph }).run(
      "MATCH (:Operation)-[s:SEIZED]->(g:Species) RETURN DISTINCT s.unit AS unit ORDER BY unit",
    ).rows;
    expect(rows.map(([unit]) => unit)).toEqual(["animals", "kg", "skins", "t", "tusks"]);
  });

  it("draws no link from what is denied", () => {
    const rows = createEngine({ graph }).run(
      `MATCH (a:Person|Network)-[r]->(b) WHERE
         (a.name STARTS WITH 'Red Acacia' AND type(r) = 'OPERATES_IN' AND b.name = 'Kenya') OR
         (a.name = 'Daniel Mutua' AND type(r) = 'AFFILIATED_WITH') OR
         (a.name STARTS WITH 'Jade' AND type(r) = 'TRAFFICS' AND b.name = 'African grey parrot')
       RETURN a.name`,
    ).rows;
    expect(rows).toEqual([]);
  });
});

const CASE = findReference("cases/second/house/wildlife-reports/01-mombasa.txt");

describe.skipIf(CASE === null)(
  "a report the pack was not written for (beside the checkout)",
  () => {
    it("gives species, what is poached and kilograms", () => {
      const bytes = new Uint8Array(readFileSync(CASE ?? ""));
      const built = buildCase([{ path: "01-mombasa.txt", bytes }], { pack });
      const lines = column(
        createEngine({ graph: built.graph }),
        `MATCH (a)-[r:POACHES|SEIZED]->(s:Species)
       RETURN a.name + ' ' + type(r) + ' ' + s.name + coalesce(' ' + toString(r.kilograms) + ' kg', '') AS line
       ORDER BY line`,
      );
      expect(lines).toEqual([
        "Grey Heron network POACHES elephant",
        "seizure in Mombasa (2026-03-02) SEIZED ivory 640.0 kg",
        "seizure in Nairobi (2026-03-02) SEIZED African grey parrot",
      ]);
    });
  },
);
