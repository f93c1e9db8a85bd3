import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { type Ran, runHere, temporaryFolder } from "./run-cli.js";

let cwd: string;
let clock = Date.parse("2026-03-09T10:00:00Z");

const run = (args: readonly string[], stdin = ""): Promise<Ran> =>
  runHere(args, {
    cwd,
    stdin,
    env: { USER: "desk" },
    now: () => {
      clock += 1000;
      return clock;
    },
  });
const inCase = (file: string): string => join(cwd, "case", file);
const put = (path: string, content: string): void =>
  writeFileSync(join(cwd, "reports", path), content);
const read = (file: string): string => readFileSync(inCase(file), "utf8");

const COAST =
  "Man held in Tartus\n\n3 March 2025\n\nHassan Daoud, 41, was arrested in Tartus on 2 March with 12 kilograms of hashish, Syrian police said.\n";
const VALLEY =
  "A network and its head\n\n9 March 2025\n\nHasan Daud led the Copper Heron network, Syrian police said in Latakia.\n";
const MOSUL =
  "Farmer held in Mosul\n\n20 March 2025\n\nHassan Daoud, 63, was arrested in Mosul on 19 March with 5 kilograms of opium, Iraqi police said.\n";

beforeEach(async () => {
  cwd = temporaryFolder();
  mkdirSync(join(cwd, "reports"));
  put("coast.txt", COAST);
  put("valley.txt", VALLEY);
  await run(["build", "reports"]);
});

interface Question {
  readonly queue: string;
  readonly verdict: string | null;
  readonly a: { readonly name: string };
  readonly b: { readonly name: string };
  readonly changes: { readonly crossings: number; readonly chains: number; readonly links: number };
}

const linesOf = (text: string): readonly string[] => text.split("\n").filter((line) => line !== "");
const queue = async (...more: readonly string[]): Promise<readonly Question[]> =>
  linesOf((await run(["review", "--format", "jsonl", ...more])).stdout).map((line) =>
    JSON.parse(line),
  );
const answer = (questions: readonly Question[], verdict: string): string =>
  questions.map((one) => `${JSON.stringify({ ...one, verdict })}\n`).join("");
const people = async (): Promise<readonly string[]> =>
  linesOf((await run(["query", "MATCH (p:Person) RETURN p.name AS n ORDER BY p.id"])).stdout);

describe("redthread review", () => {
  it("prints its questions and takes them back with answers", async () => {
    const [question, ...others] = await queue();
    expect(others).toEqual([]);
    expect(question).toMatchObject({ queue: "pairs", verdict: null });
    const told = await run(
      ["review", "--answers", "-", "--by", "Ada Brill"],
      answer([question as Question], "same"),
    );
    expect(told.code).toBe(0);
    expect(told.stderr).toBe(
      "1 judgement written to case/judgements/ada-brill.jsonl; `redthread rebuild -c case` follows it.\n",
    );
    expect(await queue()).toEqual([]);
    const rebuilt = await run(["rebuild"]);
    expect(rebuilt.stderr).toContain("1 judgement: 1 holds");
    expect(await people()).toHaveLength(1);
    expect((await run(["verify"])).code).toBe(0);
  });

  it("keeps what was judged when a namesake arrives and a comma is moved", async () => {
    await run(["review", "--answers", "-"], answer(await queue(), "same"));
    put("coast.txt", COAST.replace("Tartus on", "Tartus, on"));
    put("later.txt", MOSUL);
    expect((await run(["build", "reports"])).stderr).toContain("1 judgement: 1 holds");
    expect(await people()).toHaveLength(2);
  });

  it("asks first what would change most", async () => {
    put("later.txt", MOSUL);
    await run(["build", "reports"]);
    const weights = (await queue()).map(({ changes }) => [changes.crossings, changes.chains]);
    expect(weights.length).toBeGreaterThan(1);
    expect(weights).toEqual([...weights].sort(([x = 0, p = 0], [y = 0, q = 0]) => y - x || q - p));
  });

  it("passes over lines without a verdict, tells faulty ones, and takes the others", async () => {
    const [question] = await queue();
    const open = JSON.stringify(question);
    const content = `${open}\n{"verdict":"twins"}\n{half\n${answer([question as Question], "unsure")}`;
    const { code, stderr } = await run(["review", "--answers", "-"], content);
    expect(code).toBe(1);
    expect(stderr).toContain("line 2 of the answers has the verdict `twins`");
    expect(stderr).toContain("line 3 of the answers is no JSON object");
    expect(stderr).toContain("1 line without a verdict passed over");
    expect(stderr).toContain("1 judgement written to case/judgements/desk.jsonl");
  });

  it("withdraws a doubtful link, and says so in info", async () => {
    const links = await queue("--links");
    const leads = links.filter((one) => JSON.stringify(one).includes('"type":"LEADS"'));
    expect(leads).toHaveLength(1);
    await run(["review", "--links", "--answers", "-"], answer(leads, "wrong-link"));
    await run(["rebuild"]);
    expect((await run(["query", "MATCH ()-[r:LEADS]->() RETURN r"])).stdout).toBe("");
    const { stdout } = await run(["info", "--format", "table"]);
    expect(stdout).toContain("1 judgement: 1 holds");
    expect(stdout).toContain(
      "(wrong-link: Hasan Daud, Copper Heron network) withdraws LEADS and what was read with it, AFFILIATED_WITH",
    );
    expect((await run(["verify"])).code).toBe(0);
  });

  it("keeps that a link is right, says so, and does not ask again", async () => {
    const links = await queue("--links");
    const leads = links.filter((one) => JSON.stringify(one).includes('"type":"LEADS"'));
    expect(leads[0]).toMatchObject({ choices: ["right-link", "wrong-link", "not-what-it-says"] });
    const sources = async (): Promise<string> =>
      (await run(["query", "MATCH ()-[r:LEADS]->() RETURN r.sources, r.confidence"])).stdout;
    const before = await sources();
    await run(["review", "--links", "--answers", "-"], answer(leads, "right-link"));
    expect(await queue("--links")).toHaveLength(links.length - 1);
    await run(["rebuild"]);
    expect(await queue("--links")).toHaveLength(links.length - 1);
    expect(await sources()).toBe(before);
    const { stdout } = await run(["query", "MATCH ()-[r:LEADS]->() RETURN r.judgedRightBy AS by"]);
    expect(stdout).toBe('{"by":["desk"]}\n');
    const shown = (await run(["show", "Hasan Daud", "--format", "table"])).stdout;
    expect(shown).toContain("judged right by desk");
  });

  it("takes an answer about ids as it stands in the case", async () => {
    const line = { verdict: "same", a: "person:hassan-daoud", b: "person:hasan-daud" };
    await run(["review", "--answers", "-"], `${JSON.stringify(line)}\n`);
    expect(JSON.parse(read("judgements/desk.jsonl"))).toMatchObject({
      a: { name: "Hassan Daoud", seen: [{ path: "coast.txt" }] },
      b: { name: "Hasan Daud", seen: [{ path: "valley.txt" }] },
    });
  });

  it("needs a terminal for keys, and says what to do without one", async () => {
    const { code, stderr } = await run(["review"]);
    expect(code).toBe(2);
    expect(stderr).toContain("1 question waits, and there is no terminal");
    expect(stderr).toContain("--format jsonl");
  });

  it("has nothing to ask where reports agree", async () => {
    expect((await run(["review", "--conflicts"])).stderr).toBe("No two reports disagree.\n");
  });
});

describe("a judgement that fits several things", () => {
  interface Asked {
    readonly queue: string;
    readonly choices: readonly string[];
    readonly question: string;
    readonly reasons: readonly string[];
    readonly quotes: readonly { readonly title: string }[];
  }
  const asked = async (): Promise<readonly Asked[]> =>
    ((await queue()) as unknown as readonly Asked[]).filter((one) => one.queue === "asked");

  beforeEach(async () => {
    await run(["review", "--answers", "-", "--by", "Ada"], answer(await queue(), "same"));
    rmSync(join(cwd, "reports/coast.txt"));
    put("later.txt", MOSUL);
    put("third.txt", MOSUL.replaceAll("Mosul", "Basra").replace("63", "24"));
    await run(["build", "reports"]);
  });

  it("is asked before all else, with each thing that it may be of", async () => {
    expect((await queue())[0]).toMatchObject({ queue: "asked", verdict: null });
    const [question, ...others] = await asked();
    expect(others).toEqual([]);
    expect(question).toMatchObject({
      choices: ["1", "2"],
      question: expect.stringMatching(/^Ada says same of .*Which Hassan Daoud is meant\?$/),
    });
    expect(question?.reasons[0]).toContain("line 1 of judgements/ada.jsonl");
    expect(question?.quotes.map(({ title }) => title)).toEqual([
      expect.stringContaining("Hassan Daoud"),
      expect.stringContaining("Hassan Daoud"),
      "as Ada saw Hasan Daud (Person)",
      "as Ada saw Hassan Daoud (Person)",
    ]);
  });

  it("is written anew of the one that is chosen, and asked no more", async () => {
    const [question] = await asked();
    const line = `${JSON.stringify({ ...question, verdict: "2" })}\n`;
    const told = await run(["review", "--answers", "-", "--by", "Ben"], line);
    expect(told.stderr).toContain("1 judgement written to case/judgements/ben.jsonl");
    expect(JSON.parse(read("judgements/ben.jsonl"))).toMatchObject({
      verdict: "same",
      by: "Ben",
      finds: expect.stringMatching(/^[0-9a-f]{16}$/),
    });
    expect(await asked()).toEqual([]);
    const { stderr } = await run(["rebuild"]);
    expect(stderr).toContain("2 judgements: 1 holds, 1 replaced or taken back");
    expect(await asked()).toEqual([]);
    expect(await people()).toHaveLength(2);
  });

  it("takes no answer that is none of the choices", async () => {
    const [question] = await asked();
    const line = `${JSON.stringify({ ...question, verdict: "7" })}\n`;
    const { code, stderr } = await run(["review", "--answers", "-"], line);
    expect(code).toBe(1);
    expect(stderr).toContain("line 1 of the answers has the verdict `7` where one of 1, 2");
  });
});

describe("people's files of judgements", () => {
  const line = (verdict: string, more: object = {}): string =>
    `${JSON.stringify({ verdict, a: "person:hassan-daoud", b: "person:hasan-daud", by: "ada", at: "2026-03-09", why: "", ...more })}\n`;

  it("are read side by side, and the single file of before too", async () => {
    mkdirSync(inCase("judgements"));
    writeFileSync(inCase("judgements.jsonl"), line("same"));
    writeFileSync(inCase("judgements/ben.jsonl"), line("different", { by: "ben" }));
    writeFileSync(inCase("judgements/notes.md"), "mine\n");
    const { stderr } = await run(["build", "reports"]);
    expect(stderr).toContain("2 judgements: 0 hold, 2 disputed");
    expect(stderr).toContain("ben says different (line 1 of judgements/ben.jsonl)");
    expect(await people()).toHaveLength(2);
    expect(readdirSync(inCase("judgements")).sort()).toEqual(["ben.jsonl", "notes.md"]);
    const { files } = JSON.parse(read("manifest.json"));
    expect(files["judgements/ben.jsonl"].kind).toBe("people");
    expect(files["judgements.anchors.jsonl"].kind).toBe("evidence");
    expect((await run(["verify"])).code).toBe(0);
  });

  it("stop nothing by a line written by half or a mark of git, which are told with file and line", async () => {
    mkdirSync(inCase("judgements"));
    const marks = `<<<<<<< mine\n${line("same")}=======\n>>>>>>> theirs\n`;
    writeFileSync(inCase("judgements/ada.jsonl"), marks);
    writeFileSync(inCase("judgements/ben.jsonl"), '{"verdict":"sa');
    const { code, stderr } = await run(["build", "reports"]);
    expect(code).toBe(0);
    expect(stderr).toContain("5 judgements: 1 holds, 4 cannot be read");
    expect(stderr).toContain("cannot be read: line 3 of judgements/ada.jsonl is a mark of a merge");
    expect(stderr).toContain("cannot be read: line 1 of judgements/ben.jsonl is written by half");
  });

  const seenThing = (name: string): object => ({
    type: "Person",
    name,
    seen: [{ path: "gone.txt", quote: `${name} was held in Homs.` }],
  });

  it.each([
    [
      "an id that nothing has",
      line("same", { a: "person:nobody-here" }),
      "waiting",
      "nothing in the reports has the id `person:nobody-here` or its name",
    ],
    [
      "a thing of a removed report",
      line("same", { a: seenThing("Ramzi Khalaf") }),
      "waiting",
      "no report tells of `Ramzi Khalaf` any more",
    ],
    [
      "a link that no report tells",
      line("wrong-link", { type: "OWNS" }),
      "waiting",
      "no report says OWNS of `Hassan Daoud` and `Hasan Daud` any more",
    ],
    [
      "one thing named twice",
      line("same", { b: "person:hassan-daoud" }),
      "cannot be read",
      "names one thing twice",
    ],
    ["a verdict that there is not", line("twins"), "cannot be read", "has the verdict `twins`"],
    [
      "a day that is none",
      line("same", { at: "last week" }),
      "cannot be read",
      "has `last week` in `at`",
    ],
    ["nobody who says it", line("same", { by: "" }), "cannot be read", "has no text `by`"],
    [
      "a line without an end",
      '{"verdict":"same","a":"pers',
      "cannot be read",
      "is written by half",
    ],
    [
      "a mark of git",
      "<<<<<<< mine\n",
      "cannot be read",
      "is a mark of a merge that git could not finish",
    ],
  ])("tell %s in one line, and the other files are followed", async (_, content, what, says) => {
    mkdirSync(inCase("judgements"));
    writeFileSync(inCase("judgements/ada.jsonl"), content);
    writeFileSync(inCase("judgements/ben.jsonl"), line("same", { by: "ben" }));
    const { code, stderr } = await run(["build", "reports"]);
    expect(code).toBe(0);
    const told = linesOf(stderr).filter((one) => one.includes("line 1 of judgements/ada.jsonl"));
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(`${what}: line 1 of judgements/ada.jsonl`);
    expect(told[0]).toContain(says);
    expect(await people()).toHaveLength(1);
    expect(readFileSync(inCase("judgements/ada.jsonl"), "utf8")).toBe(content);
  });

  it("wait while a report is removed, and hold again when it is back", async () => {
    mkdirSync(inCase("judgements"));
    writeFileSync(inCase("judgements/ada.jsonl"), line("same"));
    await run(["build", "reports"]);
    rmSync(join(cwd, "reports/coast.txt"));
    const gone = await run(["build", "reports"]);
    expect(gone.stderr).toContain("waiting: line 1 of judgements/ada.jsonl");
    put("coast.txt", COAST);
    expect((await run(["build", "reports"])).stderr).toContain("1 judgement: 1 holds");
    expect(await people()).toHaveLength(1);
  });

  it("give the former bytes when a line is removed or taken back", async () => {
    const before = read("graph.jsonl");
    await run(["review", "--answers", "-"], answer(await queue(), "same"));
    await run(["rebuild"]);
    expect(read("graph.jsonl")).not.toBe(before);
    const file = inCase("judgements/desk.jsonl");
    const kept = readFileSync(file, "utf8");
    writeFileSync(file, "");
    await run(["rebuild"]);
    expect(read("graph.jsonl")).toBe(before);
    writeFileSync(file, kept);
    await run(["rebuild"]);
    expect(await people()).toHaveLength(1);
  });

  it("are named by verify when they changed since the build", async () => {
    mkdirSync(inCase("judgements"));
    appendFileSync(inCase("judgements/ada.jsonl"), line("same"));
    const { stderr } = await run(["verify"]);
    expect(stderr).toContain("judgements/ada.jsonl was changed since the build");
  });
});
