import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runHere, temporaryFolder } from "./run-cli.js";

/** A folder with a case, rows, and what lies outside of them. */
async function createFolder(): Promise<string> {
  const cwd = temporaryFolder();
  mkdirSync(join(cwd, "reports"));
  writeFileSync(join(cwd, "reports/a.txt"), "Tarek Mansour leads the Salt Ring network.\n");
  mkdirSync(join(cwd, "rows/inner"), { recursive: true });
  writeFileSync(join(cwd, "rows/ports.csv"), "port,tons\nMersin,7\nBeirut,9\n");
  writeFileSync(join(cwd, "rows/inner/more.csv"), "port,tons\nTartus,1\n");
  mkdirSync(join(cwd, "rows-elsewhere"));
  writeFileSync(join(cwd, "rows-elsewhere/secret.csv"), "port\nsecret\n");
  symlinkSync(join(cwd, "rows-elsewhere/secret.csv"), join(cwd, "rows/link.csv"));
  await runHere(["build", "reports", "-o", "case"], { cwd });
  return cwd;
}

const load = async (address: string, ...options: readonly string[]) =>
  await runHere(
    [
      "query",
      "-c",
      "case",
      "--format",
      "csv",
      ...options,
      `LOAD CSV WITH HEADERS FROM '${address}' AS row RETURN row.port AS port ORDER BY port`,
    ],
    { cwd: await createFolder() },
  );

describe("LOAD CSV", () => {
  it.each([
    ["file:///ports.csv", ["port", "Beirut", "Mersin"]],
    ["file:///inner/more.csv", ["port", "Tartus"]],
  ])("reads %s of the folder that was opened to it", async (address, lines) => {
    const { code, stdout } = await load(address, "--csv", "rows");
    expect([code, stdout.trim().split("\n")]).toEqual([0, lines]);
  });

  it.each([
    "file:///../rows-elsewhere/secret.csv",
    "file:///%2e%2e/rows-elsewhere/secret.csv",
    "file:///link.csv",
    "file:///inner",
    "file:///nothing.csv",
    "http://localhost/ports.csv",
    "file://host/ports.csv",
  ])("does not read %s", async (address) => {
    const { code, stdout, stderr } = await load(address, "--csv", "rows");
    expect(code).not.toBe(0);
    expect(stdout).not.toContain("secret");
    expect(stderr).not.toContain("This is a bug");
  });

  it("reads nothing where no folder was opened", async () => {
    const { code, stderr } = await load("file:///ports.csv");
    expect(code).not.toBe(0);
    expect(stderr).toContain("--csv DIR");
  });
});
