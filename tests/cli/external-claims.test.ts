import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Ran, runHere, temporaryFolder } from "./run-cli.js";

let cwd: string;
let built: string;
let document: string;

const run = (...args: string[]): Promise<Ran> => runHere(args, { cwd });
const TEXT =
  "On 1 October 2025 police in Mersin held Idris Haddad. Zagros Fresh Produce, a trader at the port, sent him money.\n";

beforeAll(async () => {
  built = mkdtempSync(join(tmpdir(), "redthread-claims-"));
  mkdirSync(join(built, "reports"));
  writeFileSync(join(built, "reports/a.txt"), TEXT);
  await runHere(["build", "reports"], { cwd: built });
  const asked = ["query", "MATCH (d:Document) RETURN d.id AS id"];
  document = JSON.parse((await runHere(asked, { cwd: built })).stdout).id;
});
afterAll(() => rmSync(built, { recursive: true, force: true }));

beforeEach(() => {
  cwd = temporaryFolder();
  cpSync(built, cwd, { recursive: true });
});

const CLAIM = {
  subject: { type: "Person", name: "Idris Haddad" },
  type: "AFFILIATED_WITH",
  object: { type: "Organization", name: "Zagros Fresh Produce" },
  quotes: ["Zagros Fresh Produce, a trader at the port, sent him money."],
  confidence: 0.6,
  by: "ada",
};
type Changes = Readonly<Record<string, unknown>>;

const lineOf = (changes: Changes = {}): string =>
  JSON.stringify({ document, ...CLAIM, ...changes });
const claim = (...lines: readonly string[]): void =>
  writeFileSync(join(cwd, "case/claims.external.jsonl"), `${lines.join("\n")}\n`);

const LINKS =
  "MATCH (a)-[r:AFFILIATED_WITH]->(b) RETURN a.name AS a, b.name AS b, r.quotes AS quotes, r.rules AS rules, r.modality AS modality";

describe("claims.external.jsonl", () => {
  it("adds a link with its quote, by who claims it, and stays as it is", async () => {
    const written = ["# from the desk", "", lineOf()];
    claim(...written);
    expect((await run("rebuild")).code).toBe(0);
    const { stdout } = await run("query", LINKS);
    expect(JSON.parse(stdout)).toEqual({
      a: "Idris Haddad",
      b: "Zagros Fresh Produce",
      quotes: CLAIM.quotes,
      rules: ["external.ada"],
      modality: "asserted",
    });
    expect((await run("verify")).code).toBe(0);
    const kept = readFileSync(join(cwd, "case/claims.external.jsonl"), "utf8");
    expect(kept).toBe(`${written.join("\n")}\n`);
  });

  it("gives the same bytes by a build and by a rebuild, and whatever the order of lines", async () => {
    const second = lineOf({ modality: "alleged", by: "ben" });
    claim(lineOf(), second);
    await run("rebuild");
    const rebuilt = readFileSync(join(cwd, "case/graph.jsonl"), "utf8");
    await run("build", "reports");
    expect(readFileSync(join(cwd, "case/graph.jsonl"), "utf8")).toBe(rebuilt);
    claim(second, lineOf());
    await run("rebuild");
    expect(readFileSync(join(cwd, "case/graph.jsonl"), "utf8")).toBe(rebuilt);
  });

  it("leaves the results of extraction alone, so that a claim taken back is gone", async () => {
    const before = readFileSync(join(cwd, "case/graph.jsonl"), "utf8");
    claim(lineOf());
    await run("rebuild");
    expect(readFileSync(join(cwd, "case/graph.jsonl"), "utf8")).not.toBe(before);
    claim("# taken back");
    await run("rebuild");
    expect(readFileSync(join(cwd, "case/graph.jsonl"), "utf8")).toBe(before);
  });

  it("counts a claim about a report that the case no longer has, and builds the rest", async () => {
    claim(lineOf({ document: "doc:0000000000000000" }));
    const { code, stderr } = await run("build", "reports");
    expect(code).toBe(0);
    expect(stderr).toContain(
      "line 1 of claims.external.jsonl is about no document of this case: doc:0000000000000000",
    );
  });

  it.each<[string, Changes, number, RegExp]>([
    ["a quote that no text holds", { quotes: ["He was freed."] }, 5, /quotes words that do not/],
    ["a quote elsewhere", { quotes: [{ quote: "Mersin", start: 3 }] }, 5, /do not stand at 3/],
    ["no quote", { quotes: [] }, 1, /has no `quotes`/],
    ["a name that no text holds", { subject: { type: "Person", name: "Nobody" } }, 5, /`Nobody`/],
    ["an unknown type", { type: "POACHES" }, 1, /`POACHES`, which the pack does not declare/],
    [
      "an unknown end",
      { subject: { type: "Species", name: "Mersin" } },
      1,
      /type `Species`, which the pack does not declare/,
    ],
    [
      "an end the schema refuses",
      { type: "SEIZED" },
      1,
      /joins Person to Organization by `SEIZED`, which the pack allows from /,
    ],
    ["a sureness of 1", { confidence: 1 }, 1, /no `confidence` above 0 and up to 0\.99/],
    ["an unknown modality", { modality: "sure" }, 1, /`modality` that is none of asserted/],
    ["nobody who claims it", { by: "" }, 1, /has no `by`/],
    [
      "an action, which has no name",
      { type: "TARGETED", subject: { type: "Operation", name: "held" } },
      1,
      /end of type Operation, which no name stands for/,
    ],
  ])("is refused for %s, naming the line, and the case stays", async (_, changes, code, words) => {
    const before = readFileSync(join(cwd, "case/manifest.json"), "utf8");
    claim("# one", lineOf(changes));
    const refused = await run("build", "reports");
    expect(refused.stderr).toMatch(words);
    expect(refused.stderr).toContain("Line 2 of claims.external.jsonl ");
    expect(refused.code).toBe(code);
    expect(readFileSync(join(cwd, "case/manifest.json"), "utf8")).toBe(before);
  });
});
