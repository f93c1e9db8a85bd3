export { EXIT, type ExitCode } from "./exit-codes.js";
export type { InputStream, Io, OutputStream } from "./io.js";
export { DEFAULT_PACK, readPackFiles } from "./pack-files.js";
export { createProgram, runProgram } from "./program.js";
