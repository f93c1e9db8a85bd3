import { processIo } from "./io.js";
import { runProgram } from "./program.js";

const io = processIo();
// A reader that went away is found out by the next write; without a listener the process would die of it.
io.stdout.on("error", () => undefined);
io.stderr.on("error", () => undefined);
process.exitCode = await runProgram(process.argv.slice(2), io);
