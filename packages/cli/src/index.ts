export { CASE_FILES } from "./case/case-layout.js";
export { type CaseLock, lockCase } from "./case/case-lock.js";
export type { CaseManifest } from "./case/manifest.js";
export { type OpenCase, openCase, readCaseLines } from "./case/read-case.js";
export { type CaseContents, writeCase } from "./case/write-case.js";
export { EXIT, type ExitCode } from "./exit-codes.js";
export type { InputStream, Io, OutputStream } from "./io.js";
export { readPackFiles } from "./pack-files.js";
export { createProgram, runProgram } from "./program.js";
