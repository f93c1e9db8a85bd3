// Files after public reports of faults, which lie beside the project where there are any.
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findReference } from "../cases/shared-folder.js";
import { inputMaker, runHere, temporaryFolder } from "../cli/run-cli.js";
import { type BuiltFiles, buildFiles } from "./built-files.js";

const INPUTS = findReference("cases/inputs");

async function buildInput(
  name: string,
): Promise<{ readonly cwd: string; readonly built: BuiltFiles }> {
  const cwd = temporaryFolder();
  mkdirSync(join(cwd, "r"));
  copyFileSync(join(INPUTS ?? "", name), join(cwd, "r", name));
  return { cwd, built: await buildFiles("r", cwd) };
}

async function buildMade(
  name: string,
): Promise<{ readonly cwd: string; readonly built: BuiltFiles }> {
  const cwd = temporaryFolder();
  spawnSync("bash", [inputMaker(name) ?? "", join(cwd, "t")]);
  return { cwd, built: await buildFiles("t/reports", cwd) };
}

const SEIZED =
  "MATCH (o:Operation)-[s:SEIZED]->(d:Drug) RETURN o.date, s.amount, s.unit, d.name, o.arrested ORDER BY o.date";

async function seized(cwd: string): Promise<readonly string[]> {
  const { stdout } = await runHere(["query", "-c", "case", SEIZED, "--format", "csv"], { cwd });
  return stdout.trim().split("\n").slice(1);
}

describe.skipIf(INPUTS === null)("the reference inputs", () => {
  it("a page in two columns is read column by column", async () => {
    const { cwd } = await buildInput("dx03-bulletin.pdf");
    expect(await seized(cwd)).toEqual([
      "2025-05-04,40.0,kg,cocaine,2",
      "2025-05-06,15.0,kg,heroin,5",
    ]);
    const answer = await runHere(["show", "-c", "case", "Lithuanian Criminal Police Bureau"], {
      cwd,
      terminal: 240,
    });
    expect(answer.stdout).toContain("dx03-bulletin.pdf, page 2");
  });

  it("a table of another country's spreadsheet keeps its figures", async () => {
    const { cwd } = await buildInput("dx09-seizures.csv");
    expect(await seized(cwd)).toEqual([
      "2024-12-04,1250.5,kg,cocaine,3",
      "2024-12-11,0.75,kg,heroin,1",
      "2024-12-25,88.0,kg,ketamine,",
      "2025-01-02,12.5,kg,cannabis,2",
    ]);
  });

  it("every file of a folder is read, or named with its reason", async () => {
    const { built } = await buildMade("dx06");
    expect(built.code).toBe(6);
    expect([...built.documents.keys()].sort()).toEqual([
      "good-1.txt",
      "good-2.md",
      "mixed.pdf",
      "really-html.docx",
    ]);
    expect(built.documents.get("mixed.pdf")?.notices).toEqual([
      "No text, perhaps a scan, on page 2.",
    ]);
    const failed = built.log.filter(({ event }) => event === "failed").map(({ path }) => path);
    expect(failed).toHaveLength(7);
  });

  it("an archive is read as deep as the limit, and stays in its folder", async () => {
    const { cwd, built } = await buildMade("dx12");
    expect(built.code).toBe(6);
    expect(built.said).toContain(
      "bundle.zip!/bomb.zip!/bomb.zip!/long-list.txt: unpacks to more than 100 MB",
    );
    expect(spawnSync("find", [cwd, "-name", "*escaped*"]).stdout.toString()).toBe("");
    expect(built.documents.size).toBe(8);
  });

  it("the desk of a newcomer is read whole", async () => {
    const cwd = temporaryFolder();
    const built = await buildFiles(findReference("cases/second/newcomer/f9-mess-files") ?? "", cwd);
    const failed = built.log.filter(({ event }) => event === "failed").map(({ path }) => path);
    expect(failed).toEqual(["empty.txt", "photo.png"]);
    const older = [...built.documents.keys()].filter((path) => path.includes("!/quoted mail"));
    expect(older).toEqual([
      expect.stringContaining("Lena Brandt, 2025-03-13"),
      expect.stringContaining("Jonas Weber, 2025-03-14"),
    ]);
  });
});
