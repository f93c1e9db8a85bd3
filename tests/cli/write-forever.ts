import { writeSync } from "node:fs";
import { lockCase } from "@redthread/cli";
import { alternatingCases, writeWord } from "./killed-case.js";

// A process to be killed: it writes one case over the other until then, and says each that stands.
const [folder = ""] = process.argv.slice(2);
for (let turn = 0; ; turn += 1) {
  const lock = lockCase(folder, "case");
  const word = alternatingCases[turn % 2] ?? "";
  writeWord(lock, word);
  lock.release();
  writeSync(1, `${word}\n`);
}
