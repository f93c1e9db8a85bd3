import { cpSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeEach, describe, expect, it } from "vitest";
import { type Ran, runHere, temporaryFolder } from "./run-cli.js";

const NARCOTICS = fileURLToPath(
  new URL("../../packages/core/packs/domains/narcotics", import.meta.url),
);
const HAUL = "On 1 October 2025 Kazakh police seized 11 kilograms of hashish in Shymkent.\n";

let cwd: string;

const run = (...args: string[]): Promise<Ran> => runHere(args, { cwd });
const manifestPack = () =>
  JSON.parse(readFileSync(join(cwd, "case/manifest.json"), "utf8")).pack as Record<string, string>;

/** A pack of one's own: the one that comes with the program under another name. */
function writePack(folder: string, version: string): void {
  cpSync(NARCOTICS, join(cwd, folder), { recursive: true });
  const manifest = readFileSync(join(NARCOTICS, "pack.yaml"), "utf8");
  const own = manifest
    .replace(/^name:.*$/m, "name: quayside")
    .replace(/^version:.*$/m, `version: ${version}`);
  writeFileSync(join(cwd, folder, "pack.yaml"), own);
}

beforeEach(() => {
  cwd = temporaryFolder();
  mkdirSync(join(cwd, "reports"));
  writeFileSync(join(cwd, "reports/haul.txt"), HAUL);
});

describe("redthread build --pack", () => {
  it("takes narcotics unless told otherwise, and says by which words it was read", async () => {
    const plain = await run("build", "reports");
    expect(plain.stderr).not.toContain("pack:");
    const unasked = manifestPack();
    expect(unasked).toEqual({
      name: "narcotics",
      version: expect.any(String),
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    await run("build", "reports", "--pack", "narcotics");
    expect(manifestPack()).toEqual(unasked);
  });

  it("takes a folder, keeps it as it was given, and uses it again unasked", async () => {
    writePack("packs/mine", "2.0.1");
    const built = await run("build", "reports", "--pack", "packs/mine");
    expect(built).toMatchObject({ code: 0 });
    expect(built.stderr).toContain("  pack: quayside 2.0.1 from packs/mine\n");
    const first = manifestPack();
    expect(first).toMatchObject({ name: "quayside", version: "2.0.1", folder: "packs/mine" });
    const again = await run("build", "reports");
    expect(again.stderr).toContain("  pack: quayside 2.0.1 from packs/mine\n");
    expect(manifestPack()).toEqual(first);
    const info = await run("info", "--format", "csv");
    expect(info.stdout).toContain("case,pack,quayside 2.0.1\n");
    expect(info.stdout).toContain("case,pack folder,packs/mine\n");
    const shown = await runHere(["info"], { cwd, terminal: 100, env: { NO_COLOR: "1" } });
    expect(shown.stdout).toContain("pack quayside 2.0.1 from packs/mine\n");
  });

  it("is needed again in one sentence when the folder is gone, and the case stays", async () => {
    writePack("mine", "1.0.0");
    await run("build", "reports", "--pack", "mine");
    renameSync(join(cwd, "mine"), join(cwd, "moved"));
    const before = readFileSync(join(cwd, "case/manifest.json"), "utf8");
    const { code, stderr } = await run("build", "reports");
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^The case was built with the pack `quayside` in `mine`, which is not to be found from `.*`\. Say with `--pack` where that folder is now\.\n$/,
    );
    expect(readFileSync(join(cwd, "case/manifest.json"), "utf8")).toBe(before);
    expect((await run("build", "reports", "--pack", "moved")).code).toBe(0);
    expect(manifestPack()["folder"]).toBe("moved");
  });

  it.each([
    ["no pack of that name", "nowhere", /There is no pack `nowhere`\. Name one .*narcotics/],
    ["a folder without a pack.yaml", "reports", /`reports` is no domain pack: it holds no/],
  ])("is refused for %s before anything is read", async (_, pack, sentence) => {
    const { code, stderr } = await run("build", "reports", "--pack", pack);
    expect(code).toBe(1);
    expect(stderr).toMatch(sentence);
  });
});
