import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readSession, runSession } from "../../scripts/docs/readme-session.js";

const ROOT = join(import.meta.dirname, "../..");
const readme = readFileSync(join(ROOT, "README.md"), "utf8");
const session = readSession(readme);

describe("the README", () => {
  it("is at most 120 lines long", () => {
    expect(readme.split("\n").length - 1).toBeLessThanOrEqual(120);
  });

  it("shows a session of at least four commands", () => {
    expect(session.length).toBeGreaterThanOrEqual(4);
  });

  it("prints what its session says, command by command", () => {
    const commands = session.map((step) => step.command);
    expect(runSession(ROOT, commands)).toEqual(session);
  });

  it("names only commands that the root package has", () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
    const named = [...readme.matchAll(/\bnpm (?:run )?([a-z-]+)\b/g)].map((match) => match[1]);
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((name) => scripts[name ?? ""] === undefined)).toEqual([]);
  });

  it("links to pages and pictures that exist", () => {
    const links = [...readme.matchAll(/\]\(([^)#:]+)\)/g)].map((match) => match[1] ?? "");
    expect(links.length).toBeGreaterThan(0);
    expect(links.filter((link) => !existsSync(join(ROOT, link)))).toEqual([]);
  });
});
