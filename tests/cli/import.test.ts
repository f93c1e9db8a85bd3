import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { harbourGraph, writeGraphCase } from "./harbour-case.js";
import { type Ran, runHere, temporaryFolder } from "./run-cli.js";

let cwd: string;
beforeEach(() => {
  cwd = temporaryFolder();
});
const run = (...args: string[]): Promise<Ran> => runHere(args, { cwd });
const write = (name: string, text: string): void => writeFileSync(join(cwd, name), text);

/** Files as other programs write them: no labels, types or ids of ours. */
const FOREIGN: readonly (readonly [string, string])[] = [
  [
    "gephi.gexf",
    `<gexf xmlns="http://gexf.net/1.3" version="1.3"><graph defaultedgetype="undirected"><attributes class="node"><attribute id="0" title="age" type="integer"><default>30</default></attribute></attributes><nodes><node id="a" label="Ada"><attvalues><attvalue for="0" value="41"/></attvalues></node><node id="b" label="Ben"/></nodes><edges><edge source="a" target="b" weight="2.5"/></edges></graph></gexf>`,
  ],
  [
    "yed.graphml",
    `<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><key id="d0" for="node" attr.name="name" attr.type="string"/><key id="d1" for="node" attr.name="age" attr.type="int"><default>30</default></key><graph edgedefault="directed"><node id="a"><data key="d0">Ada</data><data key="d1">41</data></node><node id="b"><data key="d0">Ben</data></node><edge source="a" target="b"/></graph></graphml>`,
  ],
  [
    "apoc.graphml",
    `<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><key id="name" for="node" attr.name="name"/><key id="labels" for="node" attr.name="labels"/><key id="age" for="node" attr.name="age" attr.type="long"/><key id="label" for="edge" attr.name="label"/><graph id="G" edgedefault="directed"><node id="n0" labels=":Node"><data key="labels">:Node</data><data key="name">Ada</data><data key="age">41</data></node><node id="n1" labels=":Node"><data key="name">Ben</data><data key="age">30</data></node><edge id="e0" source="n0" target="n1" label="LINK"><data key="label">LINK</data></edge></graph></graphml>`,
  ],
  [
    "graphology.json",
    `{"nodes":[{"key":"a","attributes":{"name":"Ada","age":41}},{"key":"b","attributes":{"name":"Ben","age":30}}],"edges":[{"source":"a","target":"b"}]}`,
  ],
  [
    "apoc.json",
    `{"type":"node","id":"0","labels":["Node"],"properties":{"name":"Ada","age":41}}\n{"type":"node","id":"1","labels":["Node"],"properties":{"name":"Ben","age":30}}\n{"id":"0","type":"relationship","label":"LINK","properties":{},"start":{"id":"0","labels":["Node"]},"end":{"id":"1","labels":["Node"]}}`,
  ],
];

describe("redthread query FILE", () => {
  it.each(FOREIGN)("asks %s without a case", async (name, text) => {
    write(name, text);
    const query =
      "MATCH (a:Node)-[r:LINK]->(b) RETURN a.name AS a, b.name AS b, a.age + b.age AS ages";
    const { code, stdout, stderr } = await run("query", name, query);
    expect({ code, stdout, stderr }).toEqual({
      code: 0,
      stdout: '{"a":"Ada","b":"Ben","ages":71}\n',
      stderr: "",
    });
  });

  it("asks FollowTheMoney, whose ids in properties are links", async () => {
    write(
      "aleph.ftm.json",
      [
        { id: "a", schema: "Person", properties: { name: ["Ada", "A. Lund"] } },
        { id: "b", schema: "Company", properties: { name: ["Noka Lines"] } },
        {
          id: "c",
          schema: "Directorship",
          properties: { director: ["a"], organization: ["b"], role: ["chair"] },
        },
        { id: "e", schema: "Event", properties: { name: ["Raid"], organizer: ["b"] } },
        { id: "d", schema: "Ownership", properties: { owner: ["a"], asset: ["gone"] } },
      ]
        .map((one) => JSON.stringify(one))
        .join("\n"),
    );
    const query =
      "MATCH (p:Person)-[d:DIRECTORSHIP]->(c:Company)<-[:ORGANIZER]-(e:Event) RETURN p.name AS p, d.role AS role, e.name AS e";
    const { stdout, stderr } = await run("query", "aleph.ftm.json", query);
    expect(stdout).toBe('{"p":"Ada","role":"chair","e":"Raid"}\n');
    expect(stderr).toContain("1 links left out");
  });

  it.each([
    [
      "bomb.graphml",
      `<!DOCTYPE x [<!ENTITY a "aa">]><graphml><graph><node id="&a;"/></graph></graphml>`,
      1,
    ],
    ["cut.gexf", "<gexf><graph>", 1],
    ["deep.gexf", `${"<a>".repeat(10_000)}`, 1],
    ["no.json", "[1,2", 1],
    ["loose.graphml", `<graphml><graph><edge source="a" target="b"/></graph></graphml>`, 1],
    ["twice.graphml", `<graphml><graph><node id="a"/><node id="a"/></graph></graphml>`, 1],
    ["what.pdf", "%PDF", 1],
    ["missing.gexf", null, 1],
  ])("says in one line why %s cannot be read", async (name, text, expected) => {
    if (text !== null) write(name, text);
    const { code, stdout, stderr } = await run("query", name, "RETURN 1 AS one");
    expect({ code, stdout, lines: stderr.trim().split("\n").length }).toEqual({
      code: expected,
      stdout: "",
      lines: 1,
    });
    expect(stderr).not.toContain("    at ");
  });
});

describe("redthread import", () => {
  const formats = ["jsonl", "csv", "gexf", "graphml", "graphology"];

  it.each(formats)("makes the case again that was written as %s", async (format) => {
    const { graph, text } = harbourGraph();
    writeGraphCase(cwd, graph, [text]);
    await run("export", "out", "--format", format);
    const made = await run("import", "out", "--format", format, "-o", "again");
    expect(made).toMatchObject({ code: 0, stdout: "" });
    const lines = (name: string) => readFileSync(join(cwd, name, "graph.jsonl"), "utf8");
    expect(lines("again")).toBe(lines("case"));
    const checked = await run("verify", "-c", "again");
    expect(checked.code).toBe(0);
    expect(checked.stderr + checked.stdout).toContain("follows from the imported file");
  });

  it("is evidence: a graph that was changed is found, and follows again from the file", async () => {
    write("yed.graphml", FOREIGN.find(([name]) => name === "yed.graphml")?.[1] ?? "");
    await run("import", "yed.graphml", "-o", "case");
    const file = join(cwd, "case/graph.jsonl");
    const before = readFileSync(file, "utf8");
    writeFileSync(file, before.replace("Ada", "Eve"));
    expect((await run("verify")).code).toBe(5);
    expect((await run("rebuild")).code).toBe(0);
    expect(readFileSync(file, "utf8")).toBe(before);
    expect((await run("verify")).code).toBe(0);
  });

  it("never takes the place of a folder that is no case", async () => {
    write("g.json", FOREIGN.find(([name]) => name === "graphology.json")?.[1] ?? "");
    mkdirSync(join(cwd, "mine"));
    writeFileSync(join(cwd, "mine/notes.txt"), "mine");
    expect((await run("import", "g.json", "-o", "mine")).code).toBe(2);
    expect(readFileSync(join(cwd, "mine/notes.txt"), "utf8")).toBe("mine");
  });
});

describe("redthread export of a folder", () => {
  beforeEach(() => {
    const { graph, text } = harbourGraph();
    writeGraphCase(cwd, graph, [text]);
  });

  it("takes the place of an earlier one, but of nothing that anybody changed", async () => {
    const again = () => run("export", "out", "--format", "obsidian");
    expect((await again()).code).toBe(0);
    expect((await again()).code).toBe(0);
    writeFileSync(join(cwd, "out/Beirut.md"), "my own words");
    const refused = await again();
    expect(refused).toMatchObject({ code: 1 });
    expect(refused.stderr).toContain("holds `Beirut.md`, which no export wrote as it is now");
    expect(readFileSync(join(cwd, "out/Beirut.md"), "utf8")).toBe("my own words");
  });
});
