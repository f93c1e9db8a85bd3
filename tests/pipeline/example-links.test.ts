import { buildCase } from "@redthread/core/build";
import { createEngine } from "@redthread/core/cypher";
import { describe, expect, it } from "vitest";
import { narcoticsPack } from "../support/read-pack.js";
import { readFolder } from "./read-folder.js";

const { graph } = buildCase(readFolder("examples/captagon-route/reports"), {
  pack: narcoticsPack(),
});

/** Every link but the mentions, one a line, as a person can read them beside the reports. */
function allLinks(): string {
  const query = `MATCH (a)-[r]->(b) WHERE type(r) <> 'MENTIONED_IN'
    RETURN a.name + ' ' + type(r) + ' ' + b.name
      + CASE r.modality WHEN 'asserted' THEN '' ELSE ' (' + r.modality + ')' END AS link
    ORDER BY type(r), link`;
  const rows = createEngine({ graph }).run(query).rows;
  return `${rows.map(([link]) => String(link)).join("\n")}\n`;
}

describe("the links of the example case", () => {
  it("are those that were read against the reports, no more and no fewer", async () => {
    await expect(allLinks()).toMatchFileSnapshot("example-links.txt");
  });
});
