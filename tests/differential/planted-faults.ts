import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { askEngine } from "./ask-engine.js";
import { compare, type Difference, drawCase } from "./compare.js";

/** One thing that the engine would do wrong, as a change of its source. */
export interface PlantedFault {
  readonly name: string;
  /** Below `packages/core/src`. */
  readonly file: string;
  /** Stands in the file once. */
  readonly from: string;
  readonly to: string;
}

/** A short search for a smaller query: that there is one at all is what counts. */
const STEPS = 40;

const SOURCE = fileURLToPath(new URL("../../packages/core/src/", import.meta.url));
const ENTRY = fileURLToPath(new URL("ask-engine.ts", import.meta.url));

export function readPlantedFaults(): readonly PlantedFault[] {
  const lines = readFileSync(new URL("planted-faults.tsv", import.meta.url), "utf8").split("\n");
  return lines
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const [name = "", file = "", from = "", to = ""] = line.split("\t");
      return { name, file, from: unfold(from), to: unfold(to) };
    });
}

const unfold = (text: string): string => text.replaceAll("\\n", "\n");

/** What of esbuild is used; it comes with Vite. */
interface Bundler {
  build(options: object): Promise<unknown>;
}

interface Loading {
  readonly path: string;
}

/** The first difference that drawn queries show between the engine and one with the fault; null for none. */
export async function findFault(
  fault: PlantedFault,
  seed: number,
  count: number,
): Promise<Difference | null> {
  const folder = mkdtempSync(join(tmpdir(), "redthread-planted-"));
  try {
    const faulty = await buildWith(fault, join(folder, "engine.mjs"));
    for (let at = seed; at < seed + count; at += 1) {
      const { difference } = await compare(
        async (asked) => askEngine(asked),
        async (asked) => faulty(asked),
        drawCase(at),
        STEPS,
      );
      if (difference !== null) return difference;
    }
    return null;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function buildWith(fault: PlantedFault, outfile: string): Promise<typeof askEngine> {
  const changed = join(SOURCE, fault.file);
  const text = readFileSync(changed, "utf8");
  if (text.split(fault.from).length !== 2) {
    throw new Error(
      `The fault "${fault.name}" looks for text that does not stand once in ${fault.file}. Give it the text as it is now.`,
    );
  }
  const { build } = esbuild();
  await build({
    entryPoints: [ENTRY],
    bundle: true,
    format: "esm",
    platform: "node",
    conditions: ["@redthread/source"],
    outfile,
    logLevel: "error",
    plugins: [
      {
        name: "planted-fault",
        setup: (building: {
          onLoad(filter: object, load: (one: Loading) => object | undefined): void;
        }) => {
          building.onLoad({ filter: /\.ts$/ }, ({ path }) =>
            path === changed
              ? { contents: text.replace(fault.from, () => fault.to), loader: "ts" }
              : undefined,
          );
        },
      },
    ],
  });
  const made: { readonly askEngine: typeof askEngine } = await import(pathToFileURL(outfile).href);
  return made.askEngine;
}

function esbuild(): Bundler {
  const here = createRequire(import.meta.url);
  return createRequire(here.resolve("vite"))("esbuild");
}
