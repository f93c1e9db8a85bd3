import { resolve } from "node:path";
import type { Option } from "commander";
import { Option as CommandOption } from "commander";
import type { Io } from "./io.js";

/** `-c`, the case a command reads. */
export function caseOption(): Option {
  return new CommandOption("-c, --case <folder>", "the case to read").default("case");
}

/** A path as the user gave it, from where they stand. */
export function pathFrom(io: Io, path: string): string {
  return resolve(io.cwd, path);
}
