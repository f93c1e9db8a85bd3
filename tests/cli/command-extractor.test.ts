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
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { commandOf, type ScriptName, writeScript } from "./extractor-scripts.js";
import { type Ran, runHere, temporaryFolder } from "./run-cli.js";

const REPORTS = {
  "a.txt":
    "On 1 October 2025 police in Adana held Idris Haddad. Idris Haddad owes money to Zagros Fresh Produce, a trader at the port.\n",
  "b.txt":
    "On 2 October 2025 police in Mersin held Salim Aziz. Salim Aziz owes money to Zagros Fresh Produce, a trader at the port.\n",
  "c.txt":
    "On 3 October 2025 police in Antalya held Rana Khoury. Rana Khoury owes money to Zagros Fresh Produce, a trader at the port.\n",
};
const link = (name: string, more: object = {}): object => ({
  subject: { type: "Person", name },
  type: "AFFILIATED_WITH",
  object: { type: "Organization", name: "Zagros Fresh Produce" },
  quote: `${name} owes money to Zagros Fresh Produce`,
  ...more,
});
const CLAIMS = {
  Haddad: [link("Idris Haddad")],
  Aziz: [link("Salim Aziz")],
  Khoury: [
    link("Rana Khoury"),
    link("Rana Khoury", { quote: "Rana Khoury leads Zagros Fresh Produce" }),
  ],
};

let built: string;
let cwd: string;
const ENV = { PATH: process.env["PATH"] };
const run = (...args: string[]): Promise<Ran> => runHere(args, { cwd, env: ENV });
const ask = (name: ScriptName, ...more: string[]): Promise<Ran> =>
  run("build", "reports", "--extractor", commandOf(writeScript(cwd, name, CLAIMS)), ...more);
const read = (file: string): string => readFileSync(join(cwd, "case", file), "utf8");
const bytes = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(join(cwd, "case"), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== "log.jsonl")
      .map(({ parentPath, name }) => join(parentPath, name))
      .map((path) => [path, readFileSync(path, "utf8")]),
  );

const LINKS =
  "MATCH (a:Person)-[r:AFFILIATED_WITH]->(b) RETURN a.name AS a, r.rules AS rules, r.confidence AS sure";
const linked = async (): Promise<readonly string[]> =>
  (await run("query", LINKS)).stdout
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line).a)
    .sort();

beforeAll(async () => {
  built = mkdtempSync(join(tmpdir(), "redthread-extractor-"));
  mkdirSync(join(built, "reports"));
  for (const [name, text] of Object.entries(REPORTS))
    writeFileSync(join(built, "reports", name), text);
  await runHere(["build", "reports"], { cwd: built });
});
afterAll(() => rmSync(built, { recursive: true, force: true }));

beforeEach(() => {
  cwd = temporaryFolder();
  cpSync(built, cwd, { recursive: true });
});

describe("build --extractor COMMAND", () => {
  it("says first what is sent and where, then lets in what holds and counts what does not", async () => {
    const { code, stderr } = await ask("honest");
    expect(code).toBe(0);
    expect(stderr.split("\n")[0]).toMatch(
      /^Extractor honest: 3 documents, \d+ characters \(about \d+ tokens\) go to the program `.*honest\.mjs` on this machine\.$/,
    );
    expect(stderr).toContain(
      "  extractor honest: 3 of 3 documents read, 4 answers, 3 claims let in, 1 refused\n    refused: quote-not-in-text 1 (each in claims.refused.jsonl)\n",
    );
    expect(await linked()).toEqual(["Idris Haddad", "Rana Khoury", "Salim Aziz"]);
    const [refusal] = read("claims.refused.jsonl")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(refusal).toMatchObject({
      extractor: "honest",
      reason: "quote-not-in-text",
      why: "the quote does not stand literally in the text",
      answer: { quote: "Rana Khoury leads Zagros Fresh Produce" },
    });
    expect((await run("verify")).code).toBe(0);
  });

  it("marks each claim with its extractor and leaves it a candidate", async () => {
    await ask("honest");
    const rows = (await run("query", LINKS)).stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(rows.map(({ rules }) => rules)).toEqual([
      ["machine.honest"],
      ["machine.honest"],
      ["machine.honest"],
    ]);
    expect(rows.map(({ sure }) => sure)).toEqual([0.42, 0.42, 0.42]);
    const shown = await runHere(["show", "Idris Haddad"], { cwd, terminal: 200 });
    expect(shown.stdout).toContain("candidate (0.42), one source, read by honest alone");
  });

  it("keeps the answers: a rebuild and a build give the same bytes without the command", async () => {
    await ask("honest");
    const before = bytes();
    rmSync(join(cwd, "honest.mjs"));
    expect((await run("rebuild")).code).toBe(0);
    expect(bytes()).toEqual(before);
    expect((await run("build", "reports")).code).toBe(0);
    expect(bytes()).toEqual(before);
  });

  it("asks again only about what it was not asked, or when the command or its script changed", async () => {
    await ask("honest");
    const again = await ask("honest");
    expect(again.stderr).toContain(
      "Extractor honest: nothing is sent; 3 documents answered before.\n",
    );
    writeFileSync(join(cwd, "reports/d.txt"), "Nothing took place on 4 October 2025.\n");
    expect((await ask("honest")).stderr).toMatch(
      /honest: 1 document, .*; 3 documents answered before\.\n/,
    );
    writeFileSync(
      join(cwd, "honest.mjs"),
      `${readFileSync(join(cwd, "honest.mjs"), "utf8")}// changed\n`,
    );
    const changed = await run("build", "reports", "--extractor", commandOf("honest.mjs"));
    expect(changed.stderr).toMatch(/honest: 4 documents, .* on this machine\.\n/);
  });

  it("drops all that an extractor said, down to the bytes of a case without it", async () => {
    const before = bytes();
    await ask("honest");
    expect(bytes()).not.toEqual(before);
    expect((await run("rebuild", "--without-extractor", "honest")).code).toBe(0);
    expect(bytes()).toEqual(before);
  });

  it("drops one of two and leaves the other, whatever order they were asked in", async () => {
    await ask("honest");
    const one = bytes();
    await run("build", "reports", "--extractor", `second=${commandOf("honest.mjs")}`);
    expect(read("claims.machine.jsonl")).toContain('"extractor":"second"');
    expect((await run("build", "reports", "--without-extractor", "second")).code).toBe(0);
    expect(bytes()).toEqual(one);
  });

  it("refuses to drop what is not there, and says what is", async () => {
    await ask("honest");
    const { code, stderr } = await run("rebuild", "--without-extractor", "other");
    expect(code).toBe(2);
    expect(stderr).toBe(
      "`case` has no answers of an extractor `other`, but of honest. Nothing was changed.\n",
    );
  });

  it("forgets answers about a report that left the case", async () => {
    await ask("honest");
    rmSync(join(cwd, "reports/b.txt"));
    await run("build", "reports");
    expect(read("claims.machine.jsonl")).not.toContain("Salim Aziz");
  });

  it("sees answers that were changed by hand, in verify and before a build", async () => {
    await ask("honest");
    writeFileSync(
      join(cwd, "case/claims.machine.jsonl"),
      read("claims.machine.jsonl").replace("Idris", "Omar"),
    );
    const verified = await run("verify");
    expect(verified.code).toBe(5);
    expect(verified.stdout).toContain("claims.machine.jsonl");
    const again = await run("build", "reports");
    expect(again.code).toBe(5);
    expect(again.stderr).toContain("holds answers of extractors and is not as it was written");
  });

  it.each<[ScriptName, string]>([
    ["crashing", "it ended with code 3 before it answered; it said “out of memory”"],
    ["flooding", "it wrote more than 2 MB about one document"],
    ["truncating", "it ended with code 0 before it answered, in the middle of its answer"],
    ["babbling", "it wrote a line that is no JSON object"],
    ["confused", "it answered about another document than the one it was asked about"],
    ["boundless", "it made more than 2000 claims"],
  ])("goes on with the other documents where the command is %s", async (name, reason) => {
    const { code, stderr } = await ask(name);
    expect(code).toBe(6);
    expect(stderr).toContain(
      `Not read by extractor ${name} (1 of 3 documents):\n  b.txt: ${reason}\n`,
    );
    expect(await linked()).toEqual(["Idris Haddad", "Rana Khoury"]);
    expect((await run("verify")).code).toBe(0);
  });

  it.each<ScriptName>(["chatty", "brief"])(
    "gets all answers of a command that is %s",
    async (name) => {
      const { code, stderr } = await ask(name);
      expect(stderr).not.toContain("Not read");
      expect(code).toBe(0);
      expect(await linked()).toEqual(["Idris Haddad", "Rana Khoury", "Salim Aziz"]);
    },
  );

  it("keeps the answer from before where the command fails now", async () => {
    await ask("honest");
    writeScript(cwd, "crashing", CLAIMS);
    const { code, stderr } = await run(
      "build",
      "reports",
      "--extractor",
      `honest=${commandOf("crashing.mjs")}`,
    );
    expect(code).toBe(6);
    expect(stderr).toContain(
      "Not read by extractor honest (1 of 3 documents; 1 answer from before kept):",
    );
    expect(await linked()).toEqual(["Idris Haddad", "Rana Khoury", "Salim Aziz"]);
  });

  it("builds the case where there is no such program, and says so in one line", async () => {
    const { code, stderr } = await run(
      "build",
      "reports",
      "--extractor",
      "no-such-program-anywhere",
    );
    expect(code).toBe(6);
    expect(stderr).toContain(
      "Not read by extractor no-such-program-anywhere (3 of 3 documents):\n  a.txt, b.txt, c.txt: it could not be started: there is no such program\n",
    );
  });

  it("gives a command neither a shell nor the environment", async () => {
    writeFileSync(
      join(cwd, "spy.mjs"),
      `import { writeFileSync } from "node:fs";
writeFileSync("seen.json", JSON.stringify({ words: process.argv.slice(2), env: Object.keys(process.env) }));
`,
    );
    const words = "'$(touch pwned)' \"; touch pwned\" *.txt $HOME > out";
    await runHere(["build", "reports", "--extractor", `${commandOf("spy.mjs")} ${words}`], {
      cwd,
      env: { ...ENV, REDTHREAD_API_KEY: "sk-very-secret", NEO4J_PASSWORD: "secret" },
    });
    const seen = JSON.parse(readFileSync(join(cwd, "seen.json"), "utf8"));
    expect(seen.words).toEqual(["$(touch pwned)", "; touch pwned", "*.txt", "$HOME", ">", "out"]);
    expect(seen.env).not.toContain("REDTHREAD_API_KEY");
    expect(seen.env).not.toContain("NEO4J_PASSWORD");
    expect(readdirSync(cwd)).not.toContain("pwned");
  });

  it("never lets the answers of one extractor confirm a link, however many reports say it", async () => {
    const others = [
      "A storm closed the port of Izmir for two days, and forty ships waited in the bay.",
      "The mayor of Bursa opened a bridge that took nine years and three contractors to build.",
      "Farmers near Konya complain that wells run dry and wheat prices fall every spring.",
      "A museum in Van shows coins that divers lifted from the lake in the last century.",
      "Schools in Trabzon stay shut this week because snow has cut off most of the villages.",
    ];
    const quote = "The Night Harvest network sat near the Red Dune network.";
    const papers = ["Izmir Post", "Bursa Courier", "Konya Herald", "Van Gazette", "Trabzon Times"];
    for (const [index, other] of others.entries()) {
      const head = `Item ${index}\n\nBy Ada Lund, ${papers[index]}\n4 May 2025\n\n`;
      writeFileSync(join(cwd, `reports/d${index}.txt`), `${head}${other} ${quote}\n`);
    }
    const claim = {
      subject: "Night Harvest network",
      type: "SUPPLIES",
      object: "Red Dune network",
      quote,
    };
    const script = commandOf(writeScript(cwd, "honest", { Harvest: [claim] }));
    await run("build", "reports", "--extractor", script);
    const asked =
      "MATCH (:Network)-[r:SUPPLIES]->(:Network) RETURN r.sources AS sources, r.confidence AS sure, r.confidenceRule AS rule";
    const { sources, sure, rule } = JSON.parse((await run("query", asked)).stdout);
    expect([sources, rule]).toEqual([5, 0.9688]);
    expect(sure).toBeLessThan(0.85);
  });

  it("follows people where they speak of the same link", async () => {
    const id = JSON.parse(
      (await run("query", "MATCH (d:Document {path: 'a.txt'}) RETURN d.id AS id")).stdout,
    ).id;
    const said = {
      document: id,
      ...link("Idris Haddad"),
      quotes: ["Idris Haddad owes money to Zagros Fresh Produce, a trader at the port."],
      by: "ada",
      confidence: 0.9,
      modality: "denied",
    };
    await ask("honest");
    writeFileSync(join(cwd, "case/claims.external.jsonl"), `${JSON.stringify(said)}\n`);
    await run("rebuild");
    expect(await linked()).toEqual(["Rana Khoury", "Salim Aziz"]);
  });
});

describe("--extractor on the command line", () => {
  it.each([
    ["'", "a quotation mark that nothing closes"],
    ["", "names no program"],
    ["openai:ftp://127.0.0.1/v1#m", "is no `openai:URL#MODEL`"],
    ["openai:http://127.0.0.1/v1", "is no `openai:URL#MODEL`"],
    ["openai:https://me:secret@example.org/v1#m", "has a user, password or query"],
    ["openai:https://example.org/v1?key=secret#m", "has a user, password or query"],
  ])("refuses %s with what is wrong, and shows no secret", async (text, words) => {
    const { code, stderr } = await run("build", "reports", "--extractor", text);
    expect(code).toBe(2);
    expect(stderr).toContain(words);
    expect(stderr).not.toContain("secret");
  });

  it("refuses two of one name", async () => {
    const { code, stderr } = await run(
      "build",
      "reports",
      "--extractor",
      "a=x",
      "--extractor",
      "a=y",
    );
    expect([code, stderr]).toEqual([
      2,
      'Two extractors are called `a`. Give one another name: `--extractor "NAME=…"`.\n',
    ]);
  });
});
