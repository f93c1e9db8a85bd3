import { execFileSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { getuid } from "node:process";
import { beforeEach, describe, expect, it } from "vitest";
import { canMakePipes, inputMaker, type Ran, runHere, temporaryFolder } from "./run-cli.js";

let cwd: string;

beforeEach(() => {
  cwd = temporaryFolder();
  mkdirSync(join(cwd, "reports"));
});

const run = (...args: string[]): Promise<Ran> => runHere(args, { cwd });
const put = (path: string, content: string | Uint8Array): void =>
  writeFileSync(join(cwd, "reports", path), content);
const HAUL =
  "Note, 2 October 2025\n\nOn 1 October 2025 Kazakh police seized 11 kilograms of hashish in Shymkent.\n";

describe("redthread build", () => {
  it("builds a case that info, query, show, path and verify can read", async () => {
    put("haul.txt", HAUL);
    const built = await run("build", "reports", "-o", "case");
    expect(built).toMatchObject({ code: 0, stdout: "" });
    expect(built.stderr).toContain("Case `case`: 1 document,");
    expect(readdirSync(join(cwd, "case")).sort()).toEqual([
      "candidates.jsonl",
      "claims.jsonl",
      "documents.jsonl",
      "extractions",
      "graph.jsonl",
      "identities.jsonl",
      "log.jsonl",
      "manifest.json",
      "origins.jsonl",
      "schema.json",
      "texts",
    ]);
    const rows = await run(
      "query",
      "MATCH (:Operation)-[s:SEIZED]->(d:Drug) RETURN s.kilograms AS kg, d.name AS drug, size(s.quotes) AS quotes",
    );
    expect(JSON.parse(rows.stdout)).toEqual({ kg: 11, drug: "hashish", quotes: 1 });
    expect((await run("info", "--format", "csv")).stdout).toContain("label,Operation,1");
    expect((await run("verify")).code).toBe(0);
  });

  it("writes the same bytes whatever the order and the folder's name", async () => {
    put("a.txt", HAUL);
    put(
      "b.txt",
      "Note, 3 October 2025\n\nOn 2 October 2025 Kazakh police arrested two men in Shymkent.\n",
    );
    await run("build", "reports", "-o", "first");
    cpSync(join(cwd, "reports"), join(cwd, "others"), { recursive: true });
    await run("build", "others", "-o", "deep/second");
    const folders = ["texts", "extractions"];
    // The log says where the inputs lay, which the manifest does not measure.
    for (const name of readdirSync(join(cwd, "first"))) {
      if (folders.includes(name) || name === "log.jsonl") continue;
      expect(readFileSync(join(cwd, "deep/second", name), "utf8"), name).toBe(
        readFileSync(join(cwd, "first", name), "utf8"),
      );
    }
  });

  it("keeps judgements, and follows them in the next build", async () => {
    put("haul.txt", HAUL);
    await run("build", "reports");
    const judgement = {
      verdict: "different",
      a: "country:kz",
      b: "place:x",
      by: "me",
      at: "2026-01-01",
      why: "seen",
    };
    writeFileSync(join(cwd, "case/judgements.jsonl"), `${JSON.stringify(judgement)}\n`);
    expect((await run("build", "reports")).code).toBe(0);
    expect(readFileSync(join(cwd, "case/judgements.jsonl"), "utf8")).toContain('"different"');
    writeFileSync(join(cwd, "case/judgements.jsonl"), "{\n");
    const told = await run("build", "reports");
    expect(told.code).toBe(0);
    expect(told.stderr).toContain("cannot be read: line 1 of judgements.jsonl is no JSON object");
    expect((await run("verify")).code).toBe(0);
  });

  it("says what an empty folder needs", async () => {
    const { code, stderr } = await run("build", "reports");
    expect(code).toBe(1);
    expect(stderr).toContain("`reports` holds no file to read.");
    expect(stderr).not.toContain("    at ");
    expect(readdirSync(cwd)).toEqual(["reports"]);
  });

  it("names a folder that does not exist", async () => {
    const { code, stderr } = await run("build", "nowhere");
    expect(code).toBe(1);
    expect(stderr).toContain("there is no such file or folder");
  });

  it("never replaces a folder that is no case", async () => {
    put("haul.txt", HAUL);
    mkdirSync(join(cwd, "letters"));
    writeFileSync(join(cwd, "letters/mine.txt"), "mine");
    const { code, stderr } = await run("build", "reports", "-o", "letters");
    expect(code).toBe(2);
    expect(stderr).toContain("`letters` exists and is no case, so it is left alone.");
    expect(readdirSync(join(cwd, "letters"))).toEqual(["mine.txt"]);
  });

  it("lists files that cannot be read, reads the others, and ends with 6", async () => {
    put("haul.txt", HAUL);
    put("photo.jpg", Uint8Array.from([255, 216, 255, 224, 0, 16, 74, 70, 73, 70, 0, 1, 2, 3]));
    put(
      "program.txt",
      Uint8Array.from({ length: 5_000 }, (_, n) => (n * 7_919) % 256),
    );
    put("empty.txt", "");
    put(
      "broken.html",
      "<html><body><p>10 April 2025</p><p>On 9 April 2025 Nigerien police seized 4 kilograms of tramadol in Agadez.<div><b>",
    );
    mkdirSync(join(cwd, "reports/folder.txt"));
    const { code, stderr } = await run("build", "reports");
    expect(code).toBe(6);
    const [, unread = ""] = stderr.split("Not read");
    expect(unread).toMatch(/^ {2}empty\.txt: /m);
    expect(unread).toMatch(/^ {2}photo\.jpg: /m);
    expect(unread).toMatch(/^ {2}program\.txt: /m);
    expect(unread).not.toContain("broken.html");
    const paths = await run("query", "MATCH (d:Document) RETURN d.path AS path ORDER BY path");
    expect(paths.stdout).toBe('{"path":"broken.html"}\n{"path":"haul.txt"}\n');
  });

  it.skipIf(getuid?.() === 0)(
    "lists a file without the right to read it (root may read all)",
    async () => {
      put("haul.txt", HAUL);
      put("closed.txt", HAUL);
      chmodSync(join(cwd, "reports/closed.txt"), 0);
      const { code, stderr } = await run("build", "reports");
      expect(code).toBe(6);
      expect(stderr).toContain("closed.txt: it may not be opened by this user");
    },
  );

  it("keeps the old case when not one file can be read", async () => {
    put("haul.txt", HAUL);
    await run("build", "reports");
    const before = readFileSync(join(cwd, "case/manifest.json"), "utf8");
    mkdirSync(join(cwd, "blank"));
    writeFileSync(join(cwd, "blank/empty.txt"), "");
    const { code, stderr } = await run("build", "blank");
    expect(code).toBe(1);
    expect(stderr).toContain("Not one of 1 files could be read");
    expect(readFileSync(join(cwd, "case/manifest.json"), "utf8")).toBe(before);
  });

  it("reads or refuses a text of 50 MB within bounds", async () => {
    put("haul.txt", HAUL);
    put("long.txt", "Nothing happened in the harbour that day.\n".repeat(1_200_000));
    const { code, stderr } = await run("build", "reports");
    expect([0, 6]).toContain(code);
    if (code === 6) expect(stderr).toMatch(/long\.txt: .*MB/);
  });

  it("writes a case that is a link where the link points", async () => {
    put("haul.txt", HAUL);
    mkdirSync(join(cwd, "disk"));
    symlinkSync("disk", join(cwd, "case"));
    expect((await run("build", "reports")).code).toBe(0);
    expect((await run("verify")).code).toBe(0);
    expect(readdirSync(join(cwd, "disk"))).toContain("graph.jsonl");
  });

  it("leaves out the case when it lies among the reports", async () => {
    put("haul.txt", HAUL);
    await run("build", "reports", "-o", "reports/case");
    const again = await run("build", "reports", "-o", "reports/case");
    expect(again.code).toBe(0);
    expect(again.stderr).toContain("case: the case that is being written");
    expect(again.stderr).toContain("1 document,");
  });
});

const LINKS = inputMaker("dx13");

describe.skipIf(LINKS === null || !canMakePipes())(
  "a folder with loops, pipes and hostile names (needs mkfifo and the shared inputs)",
  () => {
    it("is read once, to its end, and told without obeying its names", async () => {
      // A closed file makes the script's own listing fail on some systems; what it made counts.
      execFileSync("bash", [LINKS ?? "", cwd], { stdio: "ignore" });
      const built = await run("build", "reports", "-o", "case");
      expect(built.code).toBe(6);
      for (const name of [
        "dead.txt: a link to nothing",
        "self.txt: a link to itself",
        "pipe.txt: is a pipe",
      ]) {
        expect(built.stderr).toContain(name);
      }
      for (const name of [
        ".hidden.txt: hidden",
        "from-outside.txt: a link that leaves the folder",
      ]) {
        expect(built.stderr).toContain(name);
      }
      expect(built.stderr).not.toContain("\u001b");
      const amounts = await run(
        "query",
        "MATCH (:Operation)-[s:SEIZED]->() RETURN s.kilograms AS kg ORDER BY kg",
      );
      const read = amounts.stdout
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line).kg);
      const closed = getuid?.() === 0 ? [21] : [];
      expect(read).toEqual([11, 12, 13, 14, 15, 16, 17, 18, ...closed]);
      const paths = await run("query", "MATCH (d:Document) RETURN d.path AS path");
      const exact = paths.stdout
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line).path);
      expect(exact).toEqual(
        expect.arrayContaining([
          "-o.txt",
          "two\nlines.txt",
          "\u001b[31mred.txt",
          "UPPER.TXT",
          "sub/deep/below.txt",
        ]),
      );
      const shown = await runHere(["query", "MATCH (d:Document) RETURN d.path AS path"], {
        cwd,
        terminal: 300,
        env: { NO_COLOR: "1" },
      });
      expect(shown.stdout).toContain("two\\nlines.txt");
      expect(shown.stdout).toContain("\\u001b[31mred.txt");
      expect(shown.stdout).not.toContain("\u001b");
    });
  },
);

const DAMAGED = inputMaker("dx06");

describe.skipIf(DAMAGED === null)("a folder of damaged and textless files", () => {
  it("accounts for every file by name, in one line each", async () => {
    execFileSync("bash", [DAMAGED ?? "", cwd], { stdio: "ignore" });
    const { code, stderr } = await run("build", "reports", "-o", "case");
    expect(code).toBe(6);
    expect(stderr).not.toMatch(/^\s+at /m);
    const read = await run("query", "MATCH (d:Document) RETURN d.path AS path");
    const paths: string[] = read.stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line).path);
    const listed = (name: string): boolean => stderr.includes(`\n  ${name}: `);
    for (const name of readdirSync(join(cwd, "reports"))) {
      expect(paths.includes(name) || listed(name), name).toBe(true);
    }
    expect(paths).toEqual(expect.arrayContaining(["good-1.txt", "good-2.md"]));
    for (const name of [
      "empty.txt",
      "blank.txt",
      "photo.jpg",
      "scan.pdf",
      "locked.pdf",
      "truncated.pdf",
      "half.docx",
    ]) {
      expect(paths, name).not.toContain(name);
    }
  });
});
