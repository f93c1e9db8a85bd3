import type { PartOptions } from "../runner.js";
import { type NamedReport, readReal, readSets, realFolder } from "./sets.js";

export type { NamedReport } from "./sets.js";

/** Sets that weights are fitted to: what may be looked at. The held half of the prose is never among them. */
const FITTED = "dev+seeds+prose";

/** The reports that weights are fitted to, with the real articles where their texts are here. */
export function readFitted({ option }: Pick<PartOptions, "option">): {
  readonly sets: string;
  readonly reports: readonly NamedReport[];
} {
  const own = readSets(FITTED).reports;
  const real = readReal(realFolder(option))?.reports ?? [];
  const named = FITTED.replaceAll("+", " + ");
  return {
    sets: real.length === 0 ? named : `${named} + real`,
    reports: [...own, ...real],
  };
}
