import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { harbourGraph, writeGraphCase } from "./harbour-case.js";
import { type Ran, runHere, temporaryFolder } from "./run-cli.js";

let cwd: string;

beforeEach(() => {
  cwd = temporaryFolder();
  const { graph, text } = harbourGraph();
  writeGraphCase(cwd, graph, [text]);
});

const run = (...args: string[]): Promise<Ran> => runHere(args, { cwd });

describe("redthread export", () => {
  it.each(["case.pdf", "case", "html", "case.html.zip"])(
    "refuses `%s`, lists the endings there are, and writes nothing",
    async (file) => {
      const { code, stderr } = await run("export", file);
      expect(code).toBe(2);
      expect(stderr).toMatch(
        new RegExp(
          `^\`${file}\` ends in nothing that can be written\\. Let its name end in one of \\.html, .*--help.*\n$`,
        ),
      );
      expect(readdirSync(cwd)).toEqual(["case"]);
    },
  );

  it("takes the ending in any case, and says what it wrote", async () => {
    const { code, stderr } = await run("export", "Case.SVG");
    expect(code).toBe(0);
    expect(stderr).toMatch(/^Wrote `Case\.SVG` \(\d+ kB\), without sources and quotes\.\n$/);
    expect(readFileSync(join(cwd, "Case.SVG"), "utf8")).toMatch(/^<svg /);
  });

  it("names both ends of a chain that the picture does not have", async () => {
    const { code, stderr } = await run(
      "export",
      "a.svg",
      "--chain",
      "person:ali-one",
      "person:ali-two",
    );
    expect(code).toBe(1);
    expect(stderr).toContain("No chain joins `person:ali-one` and `person:ali-two`");
  });
});
