import { InvalidArgumentError, Option } from "commander";
import type { Io } from "../io.js";

const FORMATS = ["table", "json", "jsonl", "csv", "markdown"] as const;
export type FormatName = (typeof FORMATS)[number];

/** `--format`, the same on every command that prints data. */
export function formatOption(): Option {
  return new Option(
    "-f, --format <name>",
    `${FORMATS.join(", ")}; table on a terminal, jsonl in a pipe unless told`,
  ).argParser(parseFormat);
}

function parseFormat(text: string): FormatName {
  const found = FORMATS.find((name) => name === text);
  if (found !== undefined) return found;
  throw new InvalidArgumentError(`It is one of ${FORMATS.join(", ")}.`);
}

/** The format asked for, or the one that suits where the text goes. */
export function chosenFormat(asked: FormatName | undefined, io: Io): FormatName {
  return asked ?? (io.stdout.isTTY === true ? "table" : "jsonl");
}
