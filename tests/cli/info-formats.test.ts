import { FORMAT_READERS } from "@redthread/core/build";
import { describe, expect, it } from "vitest";
import { runHere, temporaryFolder } from "./run-cli.js";

const run = (...args: string[]) =>
  runHere(["info", "--formats", ...args], { cwd: temporaryFolder() });

describe("redthread info --formats", () => {
  it("lists what is read and what is written, without a case", async () => {
    expect(await run("--format", "table")).toMatchObject({ code: 0, stderr: "" });
    expect((await run("--format", "csv")).stdout).toMatchInlineSnapshot(`
      "use,format,endings
      read,HTML,"["".html"","".htm""]"
      read,Markdown,"["".md"","".markdown""]"
      read,text,"["".txt"","".text""]"
      read,PDF,"["".pdf""]"
      read,Word,"["".docx"","".docm""]"
      read,OpenDocument text,"["".odt"","".ott"","".fodt""]"
      read,rich text,"["".rtf""]"
      read,Excel,"["".xlsx"","".xlsm""]"
      read,OpenDocument table,"["".ods""]"
      read,CSV,"["".csv"","".tsv"","".tab""]"
      read,JSON,"["".json"","".jsonl"","".ndjson"","".geojson""]"
      read,mail,"["".eml""]"
      read,MBOX,"["".mbox"","".mbx""]"
      read,Outlook mail,"["".msg""]"
      read,ZIP,"["".zip""]"
      read,TAR.GZ,"["".tgz"","".gz""]"
      read,TAR,"["".tar""]"
      import,jsonl,"["".jsonl""]"
      import,csv,[]
      import,gexf,"["".gexf""]"
      import,graphml,"["".graphml""]"
      import,graphology,"["".json""]"
      import,ftm,"["".ftm.json"","".ftm""]"
      export,html,"["".html""]"
      export,svg,"["".svg""]"
      export,sqlite,"["".sqlite"","".db""]"
      export,xlsx,"["".xlsx""]"
      export,jsonl,"["".jsonl""]"
      export,csv,[]
      export,gexf,"["".gexf""]"
      export,graphml,"["".graphml""]"
      export,graphology,"["".json""]"
      export,cypher,"["".cypher""]"
      export,cytoscape,"["".cyjs""]"
      export,dot,"["".dot"","".gv""]"
      export,neo4j-admin,[]
      export,ftm,"["".ftm.json"","".ftm""]"
      export,stix,"["".stix.json"","".stix""]"
      export,geojson,"["".geojson""]"
      export,markdown,"["".md""]"
      export,obsidian,[]
      "
    `);
  });

  it("names every reader that is registered, with all of its endings", async () => {
    const { stdout } = await run();
    const rows = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    for (const { name, extensions } of FORMAT_READERS) {
      const endings = extensions.map((extension) => `.${extension}`);
      expect(rows).toContainEqual({ use: "read", format: name, endings });
    }
  });

  it("names endings that `export` takes", async () => {
    const { stdout } = await run();
    const rows = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    const written = rows.filter(({ use }) => use === "export").flatMap(({ endings }) => endings);
    const { stderr } = await runHere(["export", "report.none"], { cwd: temporaryFolder() });
    for (const ending of written) expect(stderr).toContain(ending);
  });
});
