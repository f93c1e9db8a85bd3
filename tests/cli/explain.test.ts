import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { type Ran, runHere, temporaryFolder } from "./run-cli.js";

const REPORT = `Three held in Basra

BASRA, 4 March 2025 - Iraqi police arrested Karim Wadi, the leader of the Salt Ring network, in Basra on Monday.
Officers denied that the Salt Ring network smuggles hashish.
Police plan to seize 40 kilograms of hashish in Erbil.
The Salt Ring network smuggled hashish from Erbil to Basra.
`;

let cwd: string;

beforeEach(() => {
  cwd = temporaryFolder();
  writeFileSync(join(cwd, "ring.txt"), REPORT);
});

const run = (...args: string[]): Promise<Ran> => runHere(["explain", ...args], { cwd });
const shown = (...args: string[]): Promise<Ran> =>
  runHere(["explain", ...args], { cwd, terminal: 100, env: { NO_COLOR: "1" } });

/** Without the figures that change whenever the rules are measured anew. */
const steady = (text: string): string => text.replace(/\d?\.\d\d\b/g, ".nn");

describe("redthread explain", () => {
  it("tells a sentence with its names in brackets, its links and the words that carry them", async () => {
    const { code, stdout, stderr } = await shown("ring.txt", "--sentence", "2");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    await expect(steady(stdout)).toMatchFileSnapshot("__snapshots__/explain-sentence.txt");
  });

  it("leaves out syntax when asked, and nothing else", async () => {
    const { stdout } = await shown("ring.txt", "--sentence", "2", "--no-syntax");
    expect(stdout).toContain("[Karim Wadi]");
    expect(stdout).toContain("─ LEADS → Salt Ring network");
    expect(stdout).not.toMatch(/^ +(clauses|noun groups|names)$/m);
  });

  it("gives plain data to a pipe, and the same for the same report", async () => {
    const { stdout } = await run("ring.txt");
    const told = JSON.parse(stdout);
    expect(Object.keys(told)).toEqual([
      "document",
      "pack",
      "counts",
      "sentences",
      "things",
      "actions",
      "claims",
    ]);
    expect(told.counts).toMatchObject({ characters: REPORT.length - 1, invisible: 0 });
    expect((await run("ring.txt", "--format", "json")).stdout).toBe(stdout);
  });

  it("tells what was rejected in the words of the rule that did so", async () => {
    const { stdout } = await shown("ring.txt", "--no-syntax");
    expect(stdout).toMatch(/“seize” tells no seize: it is (a noun or a plan|planned)/);
    expect(stdout).toContain("(denied, so no link)");
  });

  it("answers why two names are linked with the reading that linked them", async () => {
    const { code, stdout } = await shown("ring.txt", "--why", "Karim Wadi", "Salt Ring");
    expect(code).toBe(0);
    await expect(steady(stdout)).toMatchFileSnapshot("__snapshots__/explain-why.txt");
  });

  it("says of two names without a link which was not found and where both stand", async () => {
    const none = await shown("ring.txt", "--why", "Karim Wadi", "Erbil");
    expect(none.code).toBe(0);
    expect(none.stdout).toContain("No link; no sentence has both, these are nearest:");
    const gone = await shown("ring.txt", "--why", "Karim Wadi", "Blue Lantern");
    expect(gone.code).toBe(0);
    expect(gone.stdout).toContain("Blue Lantern: these words stand nowhere in the report");
    const plain = await shown("ring.txt", "--why", "Karim Wadi", "Three");
    expect(plain.stdout).toContain("no rule reads it as a name; the words stand in sentence 1");
    const data = JSON.parse((await run("ring.txt", "--why", "Karim Wadi", "Erbil")).stdout);
    expect(data).toMatchObject({ links: [], together: false, from: { asked: "Karim Wadi" } });
  });

  it("reads with the pack it is told", async () => {
    const { stdout } = await run("ring.txt", "--pack", "wildlife");
    expect(JSON.parse(stdout).pack).toBe("wildlife");
  });

  it.each([
    [["none.txt"], 1, "there is no such file or folder"],
    [["reports"], 1, "`reports` holds no file to read"],
    [["ring.txt", "--sentence", "99"], 2, "`--sentence 99` is none: the report has 5 sentences."],
    [["ring.txt", "--sentence", "0"], 2, "It is a whole number from 1."],
    [["ring.txt", "--why", "Karim Wadi"], 2, "`--why` takes two names and got 1."],
    [["ring.txt", "--format", "csv"], 2, "Allowed choices are text, json."],
    [["ring.txt", "--pack", "nowhere"], 1, "nowhere"],
    [["."], 2, "holds 2 files; one report is explained at a time."],
  ])("refuses %j with exit code %i and a sentence", async (args, code, sentence) => {
    mkdirSync(join(cwd, "reports"));
    if (args[0] === ".") writeFileSync(join(cwd, "other.txt"), REPORT);
    const ran = await run(...args);
    expect(ran).toMatchObject({ code, stdout: "" });
    expect(ran.stderr).toContain(sentence);
  });

  it("writes one page and says so", async () => {
    const { code, stdout, stderr } = await run("ring.txt", "--html", "ring.html");
    expect({ code, stdout, stderr }).toEqual({
      code: 0,
      stdout: "",
      stderr: "Wrote `ring.html`.\n",
    });
    const page = readFileSync(join(cwd, "ring.html"), "utf8");
    expect(page).toMatch(/^<!doctype html>/);
    expect(page).not.toContain("<script");
    expect(page).toContain("Karim Wadi");
  });
});

describe("redthread explain of a hostile report", () => {
  const HOSTILE = `Police in Basra arrested Karim <script>alert(1)</script> Wadi\u001b[31m, leader of the Salt Ring\u202e.
The <img src=x onerror=alert(2)> network smuggled "hashish' & more from Erbil to Basra.
`;

  it("writes out what would act on a terminal", async () => {
    writeFileSync(join(cwd, "bad.txt"), HOSTILE);
    const text = (await shown("bad.txt")).stdout;
    const data = (await run("bad.txt")).stdout;
    for (const out of [text, data]) {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is looked for
      expect(out).not.toMatch(/[\u001b\u202e]/);
    }
    expect(text).toContain("\\u202e");
    expect(JSON.parse(data).counts.invisible).toBe(1);
  });

  it("writes no markup of the report into the page", async () => {
    writeFileSync(join(cwd, "bad.txt"), HOSTILE);
    await run("bad.txt", "--html", "bad.html");
    const page = readFileSync(join(cwd, "bad.html"), "utf8");
    expect(page).not.toMatch(/<script|<img|onerror=alert\(2\)>/);
    expect(page).toContain("&lt;script&gt;");
    expect(page).toContain("[U+202E]");
    expect(page).toContain("script-src 'none'");
  });

  it.each([
    ["only a headline", "Police hold three\n"],
    ["one long line", `${"Police in Basra arrested Karim Wadi and ".repeat(300)}\n`],
    ["capitals", "POLICE IN BASRA ARRESTED KARIM WADI.\n"],
    ["names that cross", `${"A-B (C ".repeat(400)}\n`],
    ["joiners alone", `${"\u200d\ufe0f".repeat(500)}x\n`],
  ])("explains %s in every form", async (_, text) => {
    writeFileSync(join(cwd, "bad.txt"), text);
    expect(await run("bad.txt")).toMatchObject({ code: 0, stderr: "" });
    expect(await shown("bad.txt")).toMatchObject({ code: 0, stderr: "" });
    expect(await run("bad.txt", "--html", "bad.html")).toMatchObject({ code: 0 });
  });
});
