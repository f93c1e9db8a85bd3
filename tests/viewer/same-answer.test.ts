import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildCase } from "@redthread/core/build";
import { createScene, renderReport } from "@redthread/viewer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runHere } from "../cli/run-cli.js";
import { readFolder } from "../pipeline/read-folder.js";
import { narcoticsPack } from "../support/read-pack.js";
import {
  bundleApp,
  findChromium,
  launch,
  NO_CHROMIUM,
  type OpenPage,
  openReport,
} from "./browser.js";

const executable = findChromium();
const REPORTS = "examples/captagon-route/reports";
const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** What a chain is compared by: where it leads, over which links, over which borders, in which states. */
interface ToldChain {
  readonly borders: number;
  readonly stops: readonly { readonly id: string; readonly states: readonly string[] }[];
  readonly hops: readonly { readonly id: string; readonly border: unknown }[];
}

interface Answer {
  readonly basis: string;
  readonly reason: string | null;
  readonly chains: readonly ToldChain[];
}

describe.skipIf(executable === null)(
  `the page and the terminal${executable === null ? ` (${NO_CHROMIUM})` : ""}`,
  () => {
    let cwd: string;
    let open: OpenPage;
    let actors: readonly string[];
    let close: () => Promise<void>;

    beforeAll(async () => {
      cwd = mkdtempSync(join(tmpdir(), "same-answer-"));
      const run = async (...args: string[]) => {
        const ran = await runHere(args, { cwd });
        if (ran.code !== 0) throw new Error(ran.stderr);
        return ran.stdout;
      };
      await run("build", join(ROOT, REPORTS), "-o", "case");
      const asked =
        "MATCH (n) WHERE n:Agency OR n:Network OR n:Person OR n:Organization RETURN n.id";
      const rows: { "n.id": string }[] = JSON.parse(
        await run("query", "-c", "case", `${asked} ORDER BY n.id`, "--format", "json"),
      );
      actors = rows.map((row) => row["n.id"]);
      const pack = narcoticsPack();
      const { graph } = await buildCase(readFolder(REPORTS), { pack });
      const scene = createScene(graph, { schema: pack.schema.data });
      const html = renderReport({ scene, title: "The same", appScript: await bundleApp() });
      const browser = await launch(executable ?? "", "none");
      open = await openReport(browser, html);
      close = async () => {
        await open.close();
        await browser.close();
      };
    });
    afterAll(async () => {
      await close?.();
      rmSync(cwd, { recursive: true, force: true });
    });

    const askPage = (pairs: readonly (readonly [string, string])[], options: object) =>
      open.page.evaluate(
        ({ pairs: asked, options: given }) => {
          const { redthread } = window as unknown as {
            redthread: { path: (from: string, to: string, options: object) => unknown };
          };
          return asked.map(([from, to]) => redthread.path(from, to, given));
        },
        { pairs, options },
      ) as Promise<Answer[]>;

    const askTerminal = async (
      pairs: readonly (readonly [string, string])[],
      ...options: string[]
    ): Promise<Answer[]> => {
      writeFileSync(join(cwd, "pairs.tsv"), pairs.map((pair) => pair.join("\t")).join("\n"));
      const ran = await runHere(["path", "-c", "case", "--pairs", "pairs.tsv", ...options], {
        cwd,
      });
      return ran.stdout
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line));
    };

    it("give every pair of actors the same first chain, with its borders, states and quotes", async () => {
      const pairs = actors.flatMap((from, at) =>
        actors.slice(at + 1).map((to) => [from, to] as const),
      );
      const page = await askPage(pairs, { limit: 1 });
      const terminal = await askTerminal(pairs, "--limit", "1");
      expect(pairs.length).toBeGreaterThan(500);
      expect(terminal.filter(({ chains }) => chains.length > 0).length).toBeGreaterThan(100);
      expect(page.map(withoutReason)).toEqual(terminal.map(withoutReason));
      expect(page.map(({ reason }) => reason === null)).toEqual(
        terminal.map(({ reason }) => reason === null),
      );
    });

    it("read options and names alike", async () => {
      const [first, second] = [
        ["Night Harvest", "Kuwait"],
        ["inss", "Syria"],
      ] as const;
      const options = { crossBorder: true, not: ["COOPERATED_WITH"], between: "2026-01/2026-02" };
      const page = await askPage([first, second], options);
      const terminal = await askTerminal(
        [first, second],
        "--cross-border",
        ...["--not", "COOPERATED_WITH"],
        ...["--between", "2026-01/2026-02"],
      );
      expect(page.map(withoutReason)).toEqual(terminal.map(withoutReason));
      expect(page.some(({ chains }) => chains.length > 0)).toBe(true);
    });

    it("refuse a name that nothing has in the same words", async () => {
      const terminal = await runHere(["path", "-c", "case", "Zeppelin", "Syria"], { cwd });
      const said = await open.page.evaluate(() => {
        const { redthread } = window as unknown as {
          redthread: { path: (from: string, to: string) => unknown };
        };
        try {
          return String(redthread.path("Zeppelin", "Syria"));
        } catch (error) {
          return error instanceof Error ? error.message : "";
        }
      });
      expect(said).toContain("No entity is named `Zeppelin`.");
      expect(terminal.stderr).toContain(said);
    });

    it("draw the chain that they tell", async () => {
      const [answer] = await askPage([["Night Harvest", "Red Dune"]], { limit: 1 });
      const ends = answer?.chains[0]?.stops.map(({ id }) => id) ?? [];
      const hash = new URLSearchParams({ from: ends[0] ?? "", to: ends.at(-1) ?? "" });
      await open.page.evaluate((fragment) => {
        location.hash = fragment;
      }, `#?${hash}`);
      await expect.poll(() => open.page.locator(".overlay .stop").count()).toBe(ends.length - 1);
      expect(open.faults).toEqual([]);
    });
  },
);

/** The words of a "no" differ: the terminal names its own options. */
function withoutReason({ reason: _, ...answer }: Answer): Omit<Answer, "reason"> {
  return answer;
}
