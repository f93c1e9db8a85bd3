import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { harbourGraph, writeGraphCase } from "./harbour-case.js";
import { type Ran, runHere, temporaryFolder } from "./run-cli.js";

let cwd: string;

beforeEach(() => {
  cwd = temporaryFolder();
  const { graph, text } = harbourGraph();
  writeGraphCase(cwd, graph, [text]);
});

const run = (...args: string[]): Promise<Ran> => runHere(args, { cwd });
const shown = (...args: string[]): Promise<Ran> =>
  runHere(args, { cwd, terminal: 100, env: { NO_COLOR: "1" } });

describe("redthread path", () => {
  it("prints each hop with quote, publisher and date, then the weakest link", async () => {
    const { code, stdout } = await shown("path", "sifr lines", "Lebanon");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^1\. 3 hops, \d borders? crossed$/m);
    expect(stdout).toContain("“The Noka, a tanker of Sifr Lines, called at Beirut.”");
    expect(stdout).toContain("Harbour Gazette, 2025-03-04, port-log.txt (0–51)");
    expect(stdout.match(/“/g)).toHaveLength(3);
    expect(stdout).toMatch(/The weakest link is .*: likely \(0\.75\), one source\./);
  });

  it("gives a row a quote in the other formats", async () => {
    const { stdout } = await run("path", "Sifr Lines", "Lebanon");
    const rows = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(rows.map(({ hop, type }) => [hop, type])).toEqual([
      [1, "AFFILIATED_WITH"],
      [2, "OPERATES_IN"],
      [3, "LOCATED_IN"],
    ]);
    expect(rows[0]).toMatchObject({
      chain: 1,
      from: "Sifr Lines",
      to: "Noka",
      publisher: "Harbour Gazette",
      span: expect.stringMatching(/^doc:[0-9a-f]{16}:0-51$/),
    });
  });

  it("says plainly that there is no chain, and what was searched", async () => {
    const none = await shown("path", "Sifr Lines", "Lebanon", "--max-hops", "1");
    expect(none.code).toBe(0);
    expect(none.stdout).toMatch(
      /^No chain of up to 1 hops leads from Sifr Lines \(Organization\) to Lebanon \(Country\)\./,
    );
    expect(none.stdout).toMatch(/Searched, in both directions: .*AFFILIATED_WITH/);
    const piped = await run("path", "Sifr Lines", "Lebanon", "--max-hops", "1");
    expect(piped).toMatchObject({ stdout: "", stderr: none.stdout });
  });

  it("refuses two names of one thing", async () => {
    expect((await run("path", "Noka", "MV Noka")).code).toBe(2);
  });
});

describe("redthread show", () => {
  it("tells names, dates, links and reports with their quotes", async () => {
    const { code, stdout } = await shown("show", "mv noka");
    expect(code).toBe(0);
    for (const part of [
      "Noka — Network  network:noka",
      "also called: MV Noka",
      "seen: 2025-03-04, in 1 report",
      "─ OPERATES_IN → Beirut",
      "← AFFILIATED_WITH ─ Sifr Lines",
      "Reports (1)",
      "2025-03-04  Harbour Gazette, port-log.txt",
    ]) {
      expect(stdout).toContain(part);
    }
    const rows = (await run("show", "Noka", "--format", "csv")).stdout.trim().split("\n");
    expect(rows[0]).toBe(
      "entity,direction,type,other,otherId,confidence,sources,modality,qualifiers,denied,quote,publisher,date,path,span",
    );
    expect(rows).toHaveLength(3);
  });

  it("asks which one is meant", async () => {
    const { code, stdout, stderr } = await run("show", "Ali Haddad");
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain("`Ali Haddad` may mean 2 things. Which one?");
    expect(stderr).toContain(
      "  person:ali-one  Ali Haddad (Person), 1 report\n  person:ali-two  Ali Haddad (Person), 1 report",
    );
    expect((await run("show", "person:ali-two")).code).toBe(0);
  });

  it("suggests a name where none is known", async () => {
    const { code, stderr } = await run("show", "Beyrut");
    expect(code).toBe(1);
    expect(stderr).toContain("Did you mean `Beirut`?");
  });
});

describe("redthread info", () => {
  it("counts labels, types and reports", async () => {
    const { stdout } = await shown("info");
    expect(stdout).toContain("documents      1");
    expect(stdout).toContain("reported       2025-03-04");
    expect(stdout).toContain("  2  Person");
    const rows = (await run("info")).stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(rows).toContainEqual({ what: "type", name: "OPERATES_IN", count: 1 });
  });
});

describe("redthread verify", () => {
  it("finds nothing wrong with a case as it was built", async () => {
    expect(await run("verify")).toEqual({
      code: 0,
      stdout: "",
      stderr:
        "Checked 1 document and 9 quotes: every document is unchanged and every quote stands where it says.\n",
    });
  });

  it("names the document whose text was changed", async () => {
    const [name = ""] = readdirSync(join(cwd, "case/texts"));
    const file = join(cwd, "case/texts", name);
    writeFileSync(file, readFileSync(file, "utf8").replace("Beirut lies", "Beirut lay"));
    const { code, stdout, stderr } = await run("verify");
    expect(code).toBe(5);
    const problems = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(problems).toContainEqual(
      expect.objectContaining({ problem: "file-changed", document: "port-log.txt" }),
    );
    expect(problems).toContainEqual(
      expect.objectContaining({ problem: "document-changed", document: "port-log.txt" }),
    );
    expect(problems).toContainEqual(
      expect.objectContaining({
        problem: "quote-misplaced",
        document: "port-log.txt",
        id: "LOCATED_IN:3:4",
      }),
    );
    expect(stderr).toContain("problems");
  });

  it.each([
    ["a text is missing", () => rmSync(join(cwd, "case/texts"), { recursive: true })],
    ["the graph is missing", () => rmSync(join(cwd, "case/graph.jsonl"))],
    [
      "the graph is cut in the middle of a line",
      () => {
        const file = join(cwd, "case/graph.jsonl");
        writeFileSync(file, readFileSync(file, "utf8").slice(0, 1_000));
      },
    ],
    [
      "a quote was changed",
      () => {
        const file = join(cwd, "case/graph.jsonl");
        writeFileSync(
          file,
          readFileSync(file, "utf8").replace("called at Beirut", "called at Sidon"),
        );
      },
    ],
    ["the claims were changed", () => writeFileSync(join(cwd, "case/claims.jsonl"), "{}\n")],
  ])("ends with 5 when %s", async (_, damage) => {
    damage();
    const { code, stdout } = await run("verify");
    expect(code).toBe(5);
    expect(stdout).not.toBe("");
  });
});

describe("redthread export", () => {
  it("refuses an ending it cannot write", async () => {
    const { code, stderr } = await run("export", "report.docx");
    expect(code).toBe(2);
    expect(stderr).toContain(".html");
  });

  it("writes the picture whole, over a file that is there", async () => {
    writeFileSync(join(cwd, "picture.svg"), "old");
    expect(await run("export", "picture.svg")).toMatchObject({ code: 0, stdout: "" });
    expect(readFileSync(join(cwd, "picture.svg"), "utf8")).toMatch(/^<svg/);
    expect(readdirSync(cwd).sort()).toEqual(["case", "picture.svg"]);
  });

  it("writes a report that asks the network for nothing, or says what is not built", async () => {
    const { code, stderr } = await run("export", "report.html", "--title", "Noka <1>");
    if (code === 1) {
      expect(stderr).toContain("The viewer's script is not built");
      return;
    }
    const page = readFileSync(join(cwd, "report.html"), "utf8");
    expect(page).toContain("<title>Noka &lt;1&gt;</title>");
    expect(page).toContain("default-src 'none'");
    expect(page).toContain("called at ");
  });

  it("draws the chain it is given, and says when none joins the two", async () => {
    expect((await run("export", "picture.svg", "--chain", "Sifr Lines", "Lebanon")).code).toBe(0);
    const none = await run("export", "none.svg", "--chain", "person:ali-one", "person:ali-two");
    expect([0, 1]).toContain(none.code);
    expect((await run("export", "none.svg", "--chain", "Noka")).code).toBe(2);
    expect((await run("export", "none.svg", "--chain", "Nokka", "Beirut")).stderr).toContain(
      "Did you mean `Noka`?",
    );
  });
});
