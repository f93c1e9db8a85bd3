import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseFeature } from "./parse-feature.js";
import { runScenario } from "./run-scenario.js";

/**
 * How one scenario ended; `failure` is null when it passed. A scenario that fails with times as Neo4j
 * writes them is run again with times as the TCK writes them.
 */
export interface ScenarioOutcome {
  /** Such as `clauses/match/Match3.feature :: [29] Fail when … :: 0`; the last part counts examples. */
  readonly id: string;
  readonly feature: string;
  readonly failure: string | null;
  readonly needsShortTimes: boolean;
}

/** Feature files below the TCK's folder, relative to `features/`, by code unit. */
export function featureFiles(tckFolder: string): readonly string[] {
  return readdirSync(resolve(tckFolder, "features"), { recursive: true })
    .map((path) => String(path).replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".feature"))
    .sort();
}

/** Runs all scenarios of one feature file. */
export function runFeature(tckFolder: string, feature: string): readonly ScenarioOutcome[] {
  const text = readFileSync(resolve(tckFolder, "features", feature), "utf8");
  return parseFeature(text).map((scenario) => {
    const id = `${feature} :: ${scenario.name} :: ${scenario.example}`;
    if (runScenario(scenario, tckFolder) === null) {
      return { id, feature, failure: null, needsShortTimes: false };
    }
    const failure = runScenario(scenario, tckFolder, "short");
    return { id, feature, failure, needsShortTimes: failure === null };
  });
}
