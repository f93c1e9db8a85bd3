import type { RedthreadError } from "../errors/redthread-error.js";

/** The error of a fault at a path inside a parsed pack file: with file and line. */
export type PackFault = (path: readonly (string | number)[], fault: string) => RedthreadError;
