// The page against the terminal on a case of many reports: pairs of actors drawn by seed, 60 of them
// unless REDTHREAD_PAIRS says how many.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { openCase, readCaseLines } from "@redthread/cli";
import { GraphLoader, type PropertyGraph } from "@redthread/core/graph";
import { createScene, renderReport } from "@redthread/viewer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seededRandom } from "../../benches/seeded-random.js";
import { findReference } from "../cases/shared-folder.js";
import { runHere } from "../cli/run-cli.js";
import { narcoticsPack } from "../support/read-pack.js";
import { bundleApp, findChromium, launch, type OpenPage, openReport } from "./browser.js";

const executable = findChromium();
const folders = ["eval/dev", "seeds"].map(findReference);
const PAIRS = Number(process.env["REDTHREAD_PAIRS"] ?? 60);
const isAbsent = executable === null || folders.includes(null);

interface Answer {
  readonly chains: readonly {
    readonly borders: number;
    readonly stops: readonly { readonly id: string; readonly states: readonly string[] }[];
  }[];
}

/** The first chain as it is compared: its borders, and each stop with its states. */
const firstOf = ({ chains: [first] }: Answer) =>
  first === undefined
    ? null
    : { borders: first.borders, stops: first.stops.map(({ id, states }) => ({ id, states })) };

/** The graph that the terminal answers from. */
function readGraph(folder: string): PropertyGraph {
  const loader = new GraphLoader();
  readCaseLines(openCase(folder, "case"), "graph.jsonl", (line) => loader.add(line));
  return loader.finish();
}

describe.skipIf(isAbsent)("page and terminal, on many reports as one case", () => {
  const cwd = mkdtempSync(join(tmpdir(), "same-answer-large-"));
  let open: OpenPage;
  let pairs: readonly (readonly [string, string])[];
  let close: () => Promise<void>;

  beforeAll(async () => {
    const inputs = folders.flatMap((folder) =>
      readdirSync(folder ?? "")
        .filter((name) => name.endsWith(".txt"))
        .map((name) => ({
          path: `${basename(folder ?? "")}/${name}`,
          bytes: new Uint8Array(readFileSync(join(folder ?? "", name))),
        })),
    );
    for (const { path, bytes } of inputs) {
      mkdirSync(dirname(join(cwd, "reports", path)), { recursive: true });
      writeFileSync(join(cwd, "reports", path), bytes);
    }
    const ran = await runHere(["build", "reports", "-o", "case"], { cwd });
    if (ran.code !== 0) throw new Error(ran.stderr);
    const pack = narcoticsPack();
    const scene = createScene(readGraph(join(cwd, "case")), { schema: pack.schema.data });
    const actors = scene.nodes.flatMap(({ id, kind }) =>
      pack.schema.entity(kind)?.acts === true ? [id] : [],
    );
    const random = seededRandom(1);
    const draw = () => actors[Math.floor(random() * actors.length)] ?? "";
    pairs = Array.from({ length: PAIRS }, () => [draw(), draw()] as const).filter(
      ([from, to]) => from !== to,
    );
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

  it("give drawn pairs of actors the same first chain, borders and states", async () => {
    const page = (await open.page.evaluate((asked) => {
      const { redthread } = window as unknown as {
        redthread: { path: (from: string, to: string, options: object) => unknown };
      };
      return asked.map(([from, to]) => redthread.path(from, to, { limit: 1 }));
    }, pairs)) as Answer[];
    writeFileSync(join(cwd, "pairs.tsv"), pairs.map((pair) => pair.join("\t")).join("\n"));
    const ran = await runHere(["path", "-c", "case", "--pairs", "pairs.tsv", "--limit", "1"], {
      cwd,
    });
    const terminal: Answer[] = ran.stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(page.map(firstOf)).toEqual(terminal.map(firstOf));
    expect(terminal.length).toBe(pairs.length);
  });
});
