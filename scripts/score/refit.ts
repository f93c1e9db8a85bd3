// npm run score -- --refit [--texts DIR]: everything that has to be measured again once extraction has
// changed, in the one order that gives the same files each time: the weights, then the figures of rules
// and bands that stand on them, then the page of figures, then every page made from those.
import { spawnSync } from "node:child_process";
import type { Part, PartOptions, PartResult } from "../runner.js";
import { accuracy } from "./accuracy.js";
import { rules } from "./rules.js";
import { missingShared, ROOT } from "./sets.js";
import { weights } from "./weights.js";

const STEPS: readonly Part[] = [weights, rules, accuracy];
/** Options that would measure something else than what is stored. */
const NOT_STORED: readonly string[] = ["--set", "--ablate", "--only", "--keep"];

export const refit: Part = {
  name: "refit",
  title: "weights, rules, accuracy and docs written anew, in this order [--texts DIR]",
  run: async (options): Promise<PartResult> => {
    const missing = missingShared();
    if (missing !== null) return { lines: [missing.sentence], json: null, failed: missing.failed };
    const lines: string[] = [];
    for (const step of STEPS) {
      const { lines: told, failed } = await step.run(stored(options));
      lines.push(`${step.name}:`, ...told, "");
      if (failed) return { lines, json: null, failed };
    }
    const docs = spawnSync("npm", ["run", "--silent", "docs"], { cwd: ROOT, encoding: "utf8" });
    lines.push("docs:", `${docs.stdout}${docs.stderr}`.trimEnd());
    return { lines, json: null, failed: docs.status !== 0 };
  },
};

/** The same options, writing, and without those that measure something else. */
const stored = (options: PartOptions): PartOptions => ({
  ...options,
  json: false,
  has: (flag) => flag === "--write",
  option: (name) => (NOT_STORED.includes(name) ? null : options.option(name)),
});
