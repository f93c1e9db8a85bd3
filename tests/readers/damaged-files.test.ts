import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { suiteFolder } from "../cli/run-cli.js";
import { type BuiltFiles, buildFiles } from "./built-files.js";
import { DAMAGED, MISNAMED } from "./damaged-files.js";

const cwd = suiteFolder();
let built: BuiltFiles;
beforeAll(async () => {
  const folder = join(cwd, "desk");
  mkdirSync(folder);
  for (const { name, bytes } of DAMAGED) writeFileSync(join(folder, name), bytes);
  for (const [name, bytes] of MISNAMED) writeFileSync(join(folder, name), bytes);
  writeFileSync(
    join(folder, "good.txt"),
    "On 2 May 2025 Greek police seized 9 kilograms of heroin in Volos.",
  );
  built = await buildFiles(folder, cwd);
});

const linesOf = (name: string): readonly string[] =>
  built.said
    .split("\n")
    .filter((line) => line.startsWith(`  ${name}:`) || line.startsWith(`  ${name}!/`));

describe("damaged files", () => {
  it.each(DAMAGED.map(({ name, told }) => [name, told]))(
    "%s is told of in one line: %s",
    (name, told) => {
      expect(linesOf(name)).toEqual([expect.stringContaining(told)]);
    },
  );

  it.each(MISNAMED.map(([name, , says]) => [name, says]))(
    "%s is read as what it is",
    (name, says) => {
      expect(built.documents.get(name)?.text).toContain(says);
    },
  );

  it("take nothing else with them", () => {
    expect(built.documents.get("good.txt")?.text).toContain("9 kilograms of heroin");
    const told = new Set(built.log.map(({ path }) => path));
    const names = [...DAMAGED.map(({ name }) => name), ...MISNAMED.map(([name]) => name)];
    expect(names.filter((name) => !told.has(name))).toEqual([]);
    expect(built.code).toBe(6);
  });
});
