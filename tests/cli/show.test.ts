import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { type Ran, runHere, temporaryFolder } from "./run-cli.js";

let cwd: string;

const run = (args: readonly string[], stdin = ""): Promise<Ran> =>
  runHere(args, { cwd, stdin, env: { USER: "desk", COLUMNS: "80" } });
const show = async (name: string): Promise<string> =>
  (await run(["show", name, "--format", "table"])).stdout;
const rows = async (name: string): Promise<readonly Readonly<Record<string, unknown>>[]> =>
  JSON.parse((await run(["show", name, "--format", "json"])).stdout);
const read = (file: string): string => readFileSync(join(cwd, "case", file), "utf8");

const REPORTS: Readonly<Record<string, string>> = {
  "coast.txt":
    "Man held in Tartus\n\n3 March 2025\n\nHassan Daoud, 41, was arrested in Tartus on 2 March with 12 kilograms of hashish, the Syrian Interior Ministry said.\n",
  "valley.txt":
    "A network and its head\n\n9 March 2025\n\nHasan Daud led the Copper Heron network, Syria's Interior Ministry said in Latakia.\n",
  "spokesman.txt":
    "Two men held\n\n15 March 2025\n\nCaptain Omar Haddad, spokesman of the Lebanese Army, said that three suspects were arrested in Beirut.\n",
  "court.txt":
    "Man sentenced\n\n23 March 2025\n\nOmar Haddad, a member of the Copper Heron network, was arrested in Amman on 22 March 2025.\n",
};

beforeEach(async () => {
  cwd = temporaryFolder();
  mkdirSync(join(cwd, "reports"));
  for (const [path, text] of Object.entries(REPORTS))
    writeFileSync(join(cwd, "reports", path), text);
  await run(["build", "reports"]);
});

const judge = async (verdict: string): Promise<void> => {
  const line = { verdict, a: "person:hassan-daoud", b: "person:hasan-daud" };
  await run(["review", "--answers", "-"], `${JSON.stringify(line)}\n`);
  await run(["rebuild"]);
};

describe("redthread show tells who is who", () => {
  it("with the reason, the namings and the reports of each merge", async () => {
    const told = await show("Syrian Interior Ministry");
    expect(told).toContain("Why it is one (1 merge)");
    expect(told).toMatch(/one because: same country; same name, 0\.9\d/);
    expect(told).toContain("“Syrian Interior Ministry” in coast.txt (2025-03-03)");
    expect(told).toContain("Syria's Interior Ministry");
    for (const line of told.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
  });

  it("names things where the reasons have their ids", async () => {
    expect(await show("Syria")).toContain("one because: both are Syria, 1.00");
  });

  it("with what is alike and was held apart, and why", async () => {
    const ids = (await run(["query", "MATCH (p:Person {name: 'Omar Haddad'}) RETURN p.id AS id"]))
      .stdout;
    const [first = "", second = ""] = ids
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line).id);
    const told = await show(first);
    expect(told).toContain("Held apart from (1)");
    expect(told).toContain(second);
    expect(told).toContain("same name; a post in one report, a network in the other");
  });

  it("with what may be the same and waits for a person", async () => {
    expect(await show("Hassan Daoud")).toContain("May be the same as (1)\n  Hasan Daud");
  });

  it("with the person who made two one", async () => {
    await judge("same");
    const told = await show("Hassan Daoud");
    expect(told).toContain("one because: judged same by desk, 1.00");
    expect(told).toContain("“Hasan Daud” in valley.txt");
    expect(told).not.toContain("May be the same as");
  });

  it("with the person who holds two apart, also where nothing else does", async () => {
    await judge("different");
    expect(await show("Hassan Daoud")).toMatch(
      /Held apart from \(1\)\n {2}Hasan Daud .*\n {6}judged different by desk/,
    );
  });

  it("as rows: a merge, what is apart, what is open", async () => {
    const [merge] = (await rows("Syrian Interior Ministry")).filter(({ identity }) => identity);
    expect(merge).toMatchObject({
      identity: "merged",
      reasons: ["same country", "same name"],
      ownNaming: { path: "coast.txt", name: "Syrian Interior Ministry" },
      otherNaming: { path: "valley.txt" },
    });
    const open = (await rows("Hassan Daoud")).filter(({ identity }) => identity === "review");
    expect(open).toMatchObject([{ otherId: "person:hasan-daud", ownNaming: null }]);
  });
});

describe("the identities of a case", () => {
  it("are derived, listed in the manifest and found by verify where they were changed", async () => {
    const { files } = JSON.parse(read("manifest.json"));
    expect(files["identities.jsonl"].kind).toBe("derived");
    const before = read("identities.jsonl");
    expect((await run(["verify"])).code).toBe(0);
    writeFileSync(join(cwd, "case/identities.jsonl"), before.replace("same name", "same shoe"));
    const { code, stdout, stderr } = await run(["verify"]);
    expect(code).toBe(5);
    expect(stdout + stderr).toContain("identities.jsonl");
    expect((await run(["show", "Syria"])).stderr).toContain("redthread rebuild -c case");
    await run(["rebuild"]);
    expect(read("identities.jsonl")).toBe(before);
  });

  it("lose what is no longer told", async () => {
    await judge("same");
    expect(read("identities.jsonl")).toContain("judged same by desk");
    writeFileSync(join(cwd, "case/judgements/desk.jsonl"), "");
    await run(["rebuild"]);
    expect(read("identities.jsonl")).not.toContain("judged same");
  });
});
