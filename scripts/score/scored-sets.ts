import type { PartOptions } from "../runner.js";
import { type MeasuredOn, type NamedReport, readSets, realFolder } from "./sets.js";

export type { NamedReport } from "./sets.js";

/** Sets that weights are fitted to: what may be looked at. The held halves are never among them. */
const FITTED = "dev+seeds+prose";
/** Fitted to as well where its texts are here. */
export const FITTED_REAL = "real-seen";

/** The reports that weights are fitted to, with the real articles seen where their texts are here. */
export function readFitted({ option }: Pick<PartOptions, "option">): MeasuredOn & {
  /** Their sets in words, such as `dev + seeds`. */
  readonly sets: string;
  readonly reports: readonly NamedReport[];
} {
  const texts = realFolder(option);
  const names = texts === null ? FITTED : `${FITTED}+${FITTED_REAL}`;
  return { ...readSets(names, texts), sets: names.replaceAll("+", " + ") };
}

/** The reports of `--set`; those that weights are fitted to where it names none. */
export const readAsked = ({ option }: Pick<PartOptions, "option">): MeasuredOn => {
  const names = option("--set");
  return names === null ? readFitted({ option }) : readSets(names, realFolder(option));
};
