import { lockCase } from "@redthread/cli";
import { alternatingCases, writeWord } from "./killed-case.js";

// A process to be killed: it writes one case over the other until then.
const [folder = ""] = process.argv.slice(2);
process.stdout.write("ready\n");
for (let turn = 0; ; turn += 1) {
  const lock = lockCase(folder, "case");
  writeWord(lock, alternatingCases[turn % 2] ?? "");
  lock.release();
}
