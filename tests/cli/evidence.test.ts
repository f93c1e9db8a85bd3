import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { PropertyValue } from "@redthread/core/graph";
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
    expect(stdout).toMatch(/^1\. doubtful: 3 hops, 0 borders crossed$/m);
    expect(stdout).toContain("“The Noka, a tanker of Sifr Lines, called at Beirut.”");
    expect(stdout).toContain("Harbour Gazette, 2025-03-04, port-log.txt (0–51)");
    expect(stdout.match(/“/g)).toHaveLength(3);
    expect(stdout).toMatch(/The weakest link is .*: likely \(0\.75\), one source\./);
  });

  it("gives one JSON object with stops, states and quotes", async () => {
    const { stdout } = await run("path", "Sifr Lines", "Lebanon");
    const { chains, basis, reason } = JSON.parse(stdout);
    expect({ basis, reason }).toEqual({ basis: "linked", reason: null });
    expect(chains[0].hops.map((hop: { type: string }) => hop.type)).toEqual([
      "AFFILIATED_WITH",
      "OPERATES_IN",
      "LOCATED_IN",
    ]);
    expect(chains[0].stops.map((stop: { states: string[] }) => stop.states)).toEqual([
      [],
      [],
      ["lb"],
      ["lb"],
    ]);
    expect(chains[0].hops[0].quotes[0]).toMatchObject({
      publisher: "Harbour Gazette",
      span: expect.stringMatching(/^doc:[0-9a-f]{16}:0-51$/),
    });
    expect(JSON.parse((await run("path", "Sifr Lines", "Lebanon", "-f", "json")).stdout)).toEqual(
      JSON.parse(stdout),
    );
  });

  it("gives a row a quote in csv", async () => {
    const { stdout } = await run("path", "Sifr Lines", "Lebanon", "-f", "csv");
    const [head, ...rows] = stdout.trim().split("\n");
    expect(head).toMatch(/^chain,basis,verdict,hop,from,fromStates,type,to,toStates,direction/);
    expect(rows.map((row) => row.split(",").slice(0, 4).join(" "))).toEqual([
      "1 linked doubtful 1",
      "1 linked doubtful 2",
      "1 linked doubtful 3",
    ]);
  });

  it("says in one sentence that there is no chain, and how to ask for common ground", async () => {
    const none = await shown("path", "Sifr Lines", "Lebanon", "--max", "1");
    expect(none).toMatchObject({
      code: 0,
      stdout:
        "No chain of links of up to 1 hop leads from Sifr Lines (Organization) to Lebanon (Country); what they merely have in common, which is no link, is shown with `--ground`.\n",
    });
    const piped = JSON.parse((await run("path", "Sifr Lines", "Lebanon", "--max", "1")).stdout);
    expect(piped).toMatchObject({ chains: [], reason: none.stdout.trim() });
  });

  it("shows a report that names both when asked to, and says that it is no link", async () => {
    const ends = ["path", "person:ali-one", "person:ali-two"];
    const { code, stdout } = await shown(...ends, "--ground");
    expect(code).toBe(0);
    expect(stdout.replace(/\s+/g, " ")).toMatch(
      /^Common ground, no link: no chain of links leads from Ali Haddad \(Person\) to Ali Haddad \(Person\); .*merely names two stops/,
    );
    expect(stdout).not.toContain("weakest");
    const piped = JSON.parse((await run(...ends, "--ground")).stdout);
    expect(piped).toMatchObject({ basis: "same-report" });
    expect(JSON.parse((await run(...ends)).stdout)).toMatchObject({ chains: [] });
  });

  it.each([
    [["--types", "OPERATES_INN"], "no relationship type. Did you mean `OPERATES_IN`?"],
    [["--not", "Nobody"], "No entity is named `Nobody`"],
    [["--via", "Ali Haddad"], "`Ali Haddad` may mean 2 things"],
    [["--at", "last week"], "`last week` is no date. Write 2025-12-14, 2025-12 or 2025."],
    [["--between", "2025"], "`2025` is no span of time."],
    [["--between", "2025-03/2025-01"], "`2025-03/2025-01` ends before it begins."],
    [["--modality", "sworn"], "`sworn` is none of these"],
    [["--min-confidence", "2"], "It is a number from 0 to 1."],
    [["--max", "0"], "It is a whole number above 0."],
    [["--max", "50"], "A chain of more than 12 hops joins anything"],
  ])("refuses %s in a sentence", async (options, sentence) => {
    const { code, stdout, stderr } = await run("path", "Sifr Lines", "Lebanon", ...options);
    expect(code).not.toBe(0);
    expect(stdout).toBe("");
    expect(stderr).toContain(sentence);
  });

  it("answers a file of pairs, a line each, errors in their place", async () => {
    writeFileSync(
      join(cwd, "pairs.tsv"),
      "Sifr Lines\tLebanon\n\nNokka\tLebanon\nSifr Lines\nNoka\tMV Noka\n",
    );
    const { code, stdout } = await run("path", "--pairs", "pairs.tsv", "--limit", "1");
    expect(code).toBe(0);
    const lines = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines.map((line) => line.error?.code ?? line.chains.length)).toEqual([
      1,
      "ENTITY_NOT_FOUND",
      "USAGE",
      "USAGE",
    ]);
    expect((await run("path", "Noka", "--pairs", "pairs.tsv")).code).toBe(2);
    expect((await run("path", "--pairs", "none.tsv")).stderr).toContain("cannot be read (ENOENT)");
    expect((await run("path", "Noka")).stderr).toContain("Name both");
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
      "entity,direction,type,other,otherId,confidence,sources,modality,inferred,qualifiers,denied,quote,publisher,date,path,span,identity,score,reasons,ownNaming,otherNaming",
    );
    expect(rows).toHaveLength(3);
  });

  it("writes lists with commas, and gives goods no state", async () => {
    const { graph, text } = harbourGraph();
    const set = (node: number, label: string, more: Readonly<Record<string, PropertyValue>>) =>
      graph.createNode(
        [label],
        Object.entries({ id: `${label}:${node}`, name: `n${node}`, ...more }),
      );
    const drug = set(1, "Drug", { modalities: ["asserted", "planned"] });
    const [lebanon = 0] = graph.findNodes("Country", "iso2", "lb");
    const quote = "Beirut lies in Lebanon.";
    const at = text.indexOf(quote);
    const [report = 0] = graph.findNodes("Document", "path", "port-log.txt");
    const span = `${String(graph.nodeProperty(report, "id"))}:${at}-${at + quote.length}`;
    const proof = Object.entries({ id: "smuggled", quotes: [quote, quote], spans: [span, span] });
    graph.createRelationship("SMUGGLED_TO", drug, lebanon, proof);
    writeGraphCase(cwd, graph, [text]);
    const { stdout } = await shown("show", "n1");
    expect(stdout).toContain("modalities: asserted, planned");
    expect(stdout).not.toContain("state:");
    // One sentence of two copies stands once, with a source for each.
    expect(stdout.match(/“Beirut lies/g)).toHaveLength(1);
    expect(stdout.match(/Harbour Gazette, 2025-03-04, port-log.txt \(52/g)).toHaveLength(2);
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

  it("takes a name in another spelling for the one it is", async () => {
    const { code, stdout } = await run("show", "Beyrut");
    expect(code).toBe(0);
    expect(stdout).toContain('"entity":"place:beirut"');
  });

  it("suggests a name where none is known", async () => {
    const { code, stderr } = await run("show", "Beiruk");
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

describe("a case whose evidence was changed", () => {
  const text = (): string => {
    const [name = ""] = readdirSync(join(cwd, "case/texts"));
    return join(cwd, "case/texts", name);
  };
  const swap = (): void =>
    writeFileSync(text(), readFileSync(text(), "utf8").replace("Beirut lies", "Tripol lies"));
  const lengthen = (): void => writeFileSync(text(), `${readFileSync(text(), "utf8")} More.`);

  it.each([
    ["show", "Noka"],
    ["path", "Sifr Lines", "Lebanon"],
    ["export", "picture.svg"],
    ["load"],
  ])("is refused by %s, which names the document", async (...args) => {
    swap();
    const { code, stdout, stderr } = await run(...args);
    expect({ code, stdout }).toEqual({ code: 5, stdout: "" });
    expect(stderr).toMatch(/the text of `port-log.txt`, was changed after the build/);
    expect(stderr).toContain("redthread verify -c case");
  });

  it.each([
    ["longer", lengthen],
    ["gone", () => rmSync(text())],
  ])("is refused by every reader when a text is %s", async (_, damage) => {
    damage();
    for (const args of [["info"], ["query", "RETURN 1"], ["show", "Noka"]]) {
      const { code, stderr } = await run(...args);
      expect(code).toBe(5);
      expect(stderr).toContain("port-log.txt");
    }
  });

  it.each([
    ["a line cut in half", (graph: string) => graph.slice(0, 1_000)],
    ["another word", (graph: string) => graph.replace("called at Beirut", "called at Sidon")],
  ])("is refused when the graph has %s", async (_, damage) => {
    const file = join(cwd, "case/graph.jsonl");
    writeFileSync(file, damage(readFileSync(file, "utf8")));
    const { code, stderr } = await run("query", "RETURN 1");
    expect(code).toBe(5);
    expect(stderr).toContain("`case/graph.jsonl` was changed after the build");
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
    expect(await run("export", "picture.svg")).toMatchObject({
      code: 0,
      stdout: "",
      stderr: expect.stringMatching(
        /^Wrote `picture\.svg` \([1-9]\d* kB\), without sources and quotes\.\n$/,
      ),
    });
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
