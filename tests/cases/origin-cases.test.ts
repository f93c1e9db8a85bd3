import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { buildCase } from "@redthread/core/build";
import { createEngine, formatCell } from "@redthread/core/cypher";
import { listDisagreements } from "@redthread/core/trace";
import { describe, expect, it } from "vitest";
import { narcoticsPack } from "../support/read-pack.js";
import { findReference } from "./shared-folder.js";

const HERE = findReference("cases/second/identity") !== null && findReference("seeds") !== null;
const pack = narcoticsPack();

/** A build of a folder of reference reports, with a way to ask it and what is told in two ways. */
function buildFolder(folder: string) {
  const path = findReference(folder);
  if (path === null) throw new Error(`The reference folder ${folder} is not here.`);
  const inputs = readdirSync(path).map((name) => ({
    path: name,
    bytes: new Uint8Array(readFileSync(join(path, name))),
  }));
  const built = buildCase(inputs, { pack });
  const engine = createEngine({ graph: built.graph });
  const ask = (query: string) =>
    engine.run(query).rows.map((row) => row.map((value) => formatCell(value)).join(" | "));
  return { ask, told: () => listDisagreements(built.graph, pack.schema, built.claims) };
}

const SOURCES = `MATCH ()-[r:LEADS|SEIZED|TRAFFICS|CONDUCTED]->() RETURN DISTINCT r.sources`;

describe.skipIf(!HERE)("reports that lean on one another", () => {
  it.each(["rewritten-copies", "sources-cited"])("are one origin (%s)", (name) => {
    expect(buildFolder(`cases/second/identity/${name}`).ask(SOURCES)).toEqual(["1"]);
  });

  it("never affirm what they deny (denial-affirms)", () => {
    const { ask } = buildFolder("cases/second/identity/denial-affirms");
    const [leads = ""] = ask(
      "MATCH ()-[r:LEADS]->() RETURN r.sources, r.denials, r.confidence < 0.6, size(r.quotes)",
    );
    expect(leads).toBe("1 | 2 | true | 1");
  });

  it("are corrected, then withdrawn, and all of it is shown (retraction)", () => {
    const { ask } = buildFolder("cases/second/identity/retraction");
    expect(
      ask("MATCH (o:Operation)-[s:SEIZED]->() RETURN o.withdrawn, s.amount, s.told, s.sources"),
    ).toEqual(["true | 50000 | ['50,000 pills', '500,000 pills'] | 0"]);
    expect(ask("MATCH (d:Document) WHERE d.withdrawnBy IS NOT NULL RETURN count(d)")).toEqual([
      "2",
    ]);
  });

  it("tell ministers in succession, and who led from who joined (time)", () => {
    const { ask } = buildFolder("cases/second/identity/time");
    expect(
      ask(
        "MATCH (p)-[r:HOLDS_POSITION]->() RETURN p.name, r.from, r.to, coalesce(r.former, false) ORDER BY p.name",
      ),
    ).toEqual([
      "Fadi Sarkis | null | null | true",
      "Rana Khalil | 2019 | 2021 | true",
      "Walid Tannous | null | null | false",
    ]);
    expect(
      ask(
        "MATCH (p {name: 'Karim Nassif'})-[r:LEADS|AFFILIATED_WITH]->(n) RETURN n.name, type(r), r.from, r.to ORDER BY n.name, type(r)",
      ),
    ).toEqual([
      "New Gate network | AFFILIATED_WITH | 2023 | null",
      "Old Gate network | AFFILIATED_WITH | null | 2008",
      "Old Gate network | LEADS | null | 2008",
    ]);
  });
});

describe.skipIf(!HERE)("totals of five articles", () => {
  const { told, ask } = HERE ? buildFolder("seeds") : { told: () => [], ask: () => [] };

  it("meet over units and wordings", () => {
    const verdicts = new Map(
      told().map(({ values, verdict }) => [values.map(({ value }) => value).join(" / "), verdict]),
    );
    expect(verdicts.get("14,020.017 kg")).toBe("bound and exact");
    expect(verdicts.get("1,201")).toBe("bound and exact");
    expect(verdicts.get("2,318")).toBe("bound and exact");
  });

  it("hold the 300 death sentences once, and those of 2024 apart", () => {
    expect(
      ask(
        "MATCH (s:Statistic) WHERE s.metric STARTS WITH 'death' RETURN s.value, size(s.documents) ORDER BY s.value",
      ),
    ).toEqual(["144 | 1", "300 | 2"]);
  });
});
