import type { Command } from "commander";
import type { ExitCode } from "./exit-codes.js";
import type { Io } from "./io.js";

/** What a command hands back to its caller. */
export interface Outcome {
  code: ExitCode;
}

/** Adds one command to the program; its action sets `outcome.code` where it is not 0. */
export type AddCommand = (program: Command, io: Io, outcome: Outcome) => void;
