// A case can be forged with everything in it that says it was not: a derived file and its hash in the
// manifest. Only what follows from the evidence tells.
import { createHash } from "node:crypto";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { decodeDocument, decodeExtraction, encodeExtraction } from "@redthread/core/build";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Ran, runHere, temporaryFolder } from "./run-cli.js";

let built: string;
let cwd: string;

const run = (...args: string[]): Promise<Ran> => runHere(args, { cwd });
const inCase = (file: string): string => join(cwd, "case", file);
const read = (file: string): string => readFileSync(inCase(file), "utf8");

const REPORTS = {
  "haul.txt":
    "On 1 October 2025 Kazakh police seized 11 kilograms of hashish in Shymkent. Police in Astana arrested Timur Bekov.\n",
  "arrest.txt":
    "On 2 October 2025 Uzbek police arrested Davron Saidov in Termez. Davron Saidov belongs to the Salt Road network, which supplies the Two Rivers network.\n",
} as const;

beforeAll(async () => {
  built = mkdtempSync(join(tmpdir(), "redthread-forged-"));
  mkdirSync(join(built, "reports"));
  for (const [name, text] of Object.entries(REPORTS))
    writeFileSync(join(built, "reports", name), text);
  const { code, stderr } = await runHere(["build", "reports"], { cwd: built });
  if (code !== 0) throw new Error(stderr);
});
afterAll(() => rmSync(built, { recursive: true, force: true }));

beforeEach(() => {
  cwd = temporaryFolder();
  cpSync(built, cwd, { recursive: true });
});

/** Writes a file of the case and makes the manifest say that it was built so. */
function forge(file: string, text: string): void {
  writeFileSync(inCase(file), text);
  const manifest = JSON.parse(read("manifest.json"));
  const sha256 = createHash("sha256").update(text).digest("hex");
  manifest.files[file] = { ...manifest.files[file], bytes: Buffer.byteLength(text), sha256 };
  writeFileSync(inCase("manifest.json"), JSON.stringify(manifest));
}

interface Line {
  readonly type: string;
  readonly label?: string;
  readonly labels?: readonly string[];
  readonly start?: unknown;
  readonly end?: unknown;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** The graph with the first line that `change` says something of in its place. */
function forgeLine(change: (line: Line) => Line | null): void {
  let isDone = false;
  const lines = read("graph.jsonl")
    .trim()
    .split("\n")
    .map((text) => {
      const changed = isDone ? null : change(JSON.parse(text));
      if (changed === null) return text;
      isDone = true;
      return JSON.stringify(changed);
    });
  expect(isDone).toBe(true);
  forge("graph.jsonl", `${lines.join("\n")}\n`);
}

const onLink =
  (type: string, change: (line: Line) => Line) =>
  (line: Line): Line | null =>
    line.label === type ? change(line) : null;
const withProperties = (line: Line, more: Readonly<Record<string, unknown>>): Line => ({
  ...line,
  properties: { ...line.properties, ...more },
});

/** The problems that verify lists, as file and kind. */
async function problems(): Promise<readonly string[]> {
  const { code, stdout } = await run("verify");
  const rows = stdout.split("\n").flatMap((line) => (line === "" ? [] : [JSON.parse(line)]));
  expect(code).toBe(rows.length === 0 ? 0 : 5);
  return rows.map(({ problem, id }) => `${problem} ${id}`);
}

describe("redthread verify, on a case whose manifest vouches for a forgery", () => {
  it.each<readonly [string, () => void]>([
    [
      "a fact turned into an allegation",
      () => forgeLine(onLink("SUPPLIES", (line) => withProperties(line, { modality: "alleged" }))),
    ],
    [
      "a link turned round",
      () =>
        forgeLine(onLink("SUPPLIES", (line) => ({ ...line, start: line.end, end: line.start }))),
    ],
    [
      "another confidence",
      () => forgeLine(onLink("SUPPLIES", (line) => withProperties(line, { confidence: 0.99 }))),
    ],
    [
      "another name",
      () =>
        forgeLine((line) =>
          line.properties["name"] === "Davron Saidov"
            ? withProperties(line, { name: "Rustam Saidov" })
            : null,
        ),
    ],
    [
      "another type",
      () =>
        forgeLine(({ labels, ...line }) =>
          labels?.includes("Network") ? { ...line, labels: ["Organization"] } : null,
        ),
    ],
    [
      "a link whose quote is a sentence that stands elsewhere in the reports",
      () => {
        const lines: readonly Line[] = read("graph.jsonl")
          .trim()
          .split("\n")
          .map((text) => JSON.parse(text));
        const proof = ({ properties: { quotes, spans, documents } }: Line) => ({
          quotes,
          spans,
          documents,
        });
        const other = lines.find(({ label }) => label === "SEIZED");
        if (other === undefined) throw new Error("the case holds no haul");
        forgeLine(onLink("SUPPLIES", (line) => withProperties(line, proof(other))));
      },
    ],
    [
      "a link left out",
      () => {
        const lines = read("graph.jsonl").split("\n");
        forge("graph.jsonl", lines.filter((line) => !line.includes('"SUPPLIES"')).join("\n"));
      },
    ],
  ])("finds %s", async (_, forgery) => {
    forgery();
    expect(await problems()).toEqual(["not-derived graph.jsonl"]);
  });

  it("names the line and what to do", async () => {
    forgeLine(onLink("SUPPLIES", (line) => withProperties(line, { confidence: 0.99 })));
    const { stdout, stderr } = await run("verify", "--format", "csv");
    expect(stdout).toMatch(
      /^not-derived,graph\.jsonl,graph\.jsonl,line \d+ is not what follows from the evidence$/m,
    );
    expect(stderr).toContain("`redthread rebuild -c case` makes the rest again");
    await run("rebuild");
    expect(await problems()).toEqual([]);
  });

  it.each([
    ["claims.jsonl", (text: string) => text.split("\n").slice(1).join("\n")],
    ["candidates.jsonl", () => '{"a":"person:x","b":"person:y","score":1,"reasons":[]}\n'],
    ["schema.json", (text: string) => text.replace("SUPPLIES", "OBEYS")],
  ])("finds a forged %s", async (file, change) => {
    forge(file, change(read(file)));
    expect(await problems()).toContain(`not-derived ${file}`);
  });

  it("does not believe an extraction because its hash is right", async () => {
    const [file = ""] = readdirSync(inCase("extractions")).map((name) => `extractions/${name}`);
    forge(file, read(file).replace(/"asserted"/g, '"alleged"'));
    expect(await problems()).toEqual([`not-derived ${file}`]);
  });

  it("finds a derived file that nothing gives", async () => {
    forge("extractions/more.json", "{}\n");
    const manifest = JSON.parse(read("manifest.json"));
    manifest.files["extractions/more.json"].kind = "derived";
    writeFileSync(inCase("manifest.json"), JSON.stringify(manifest));
    expect(await problems()).toEqual(["not-derived extractions/more.json"]);
  });

  it("finds counts in the manifest that do not follow", async () => {
    const manifest = JSON.parse(read("manifest.json"));
    writeFileSync(inCase("manifest.json"), JSON.stringify({ ...manifest, claims: 4_000 }));
    expect(await problems()).toEqual(["not-derived manifest.json"]);
  });

  it.each([
    [
      "say something else",
      (a: string, b: string) =>
        JSON.stringify({ verdict: "same", a, b, by: "ada", at: "2025-11-01", why: "one man" }),
    ],
    ["are none", () => '{"verdict":"twins"}'],
  ])("does not take it for a forgery that judgements %s since", async (_, judgement) => {
    const asked = ["query", "MATCH (n:Person) RETURN n.id AS id ORDER BY id"];
    const people = (await run(...asked)).stdout.trim().split("\n");
    const [a, b] = people.map((line) => JSON.parse(line).id);
    writeFileSync(inCase("judgements.jsonl"), `${judgement(a, b)}\n`);
    const { code, stderr } = await run("verify");
    expect(code).toBe(0);
    expect(stderr).not.toContain("the graph follows from both");
    expect(stderr).toContain(
      "`redthread rebuild -c case` follows it. Until then nobody can tell whether the graph follows",
    );
  });

  it("finds a forgery beside a judgement that the manifest vouches for", async () => {
    forge("judgements.jsonl", "# none yet\n");
    const manifest = JSON.parse(read("manifest.json"));
    manifest.files["judgements.jsonl"].kind = "people";
    writeFileSync(inCase("manifest.json"), JSON.stringify(manifest));
    expect(await problems()).toEqual([]);
    forgeLine(onLink("SUPPLIES", (line) => withProperties(line, { confidence: 0.99 })));
    expect(await problems()).toEqual(["not-derived graph.jsonl"]);
  });

  it("takes a case of another version for whole as long as this one reads the same", async () => {
    const { redthread, pack } = JSON.parse(read("manifest.json"));
    for (const line of read("documents.jsonl").trim().split("\n")) {
      const { sha256, withText } = decodeDocument(line, 1);
      const file = `extractions/${sha256}.json`;
      const ground = { pack: pack.sha256, version: redthread };
      const document = withText(read(`texts/${sha256}.txt`));
      const extraction = decodeExtraction(read(file).trim(), document, ground);
      if (extraction === null) throw new Error("the extraction is another's");
      forge(file, `${encodeExtraction(extraction, { ...ground, version: "0.0.9" })}\n`);
    }
    const manifest = JSON.parse(read("manifest.json"));
    writeFileSync(inCase("manifest.json"), JSON.stringify({ ...manifest, redthread: "0.0.9" }));
    expect(await problems()).toEqual([]);
    forgeLine(onLink("SUPPLIES", (line) => withProperties(line, { confidence: 0.99 })));
    expect((await run("verify")).stdout).toContain("; the case was built with Redthread 0.0.9");
  });

  it("writes nothing", async () => {
    const before = readdirSync(cwd, { recursive: true }).sort();
    await run("verify");
    expect(readdirSync(cwd, { recursive: true }).sort()).toEqual(before);
  });
});
