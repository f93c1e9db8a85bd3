import { join, relative, sep } from "node:path";
import { diskFiles } from "./case-files.js";
import { CASE_FILES } from "./case-layout.js";

/** What became of one input. */
export interface LoggedInput {
  readonly event: "read" | "failed" | "skipped";
  /** What the case calls it. */
  readonly path: string;
  /** Where it lay, relative to the case folder; absent for what was not opened. */
  readonly file?: string;
  /** SHA-256 of its bytes, where they were read. */
  readonly sha256?: string;
  readonly reason?: string;
}

/** How a case came about: the very program, and every input with what became of it. */
export interface CaseLog {
  /** Fingerprint of the code that extracted. */
  readonly program: string;
  readonly inputs: readonly LoggedInput[];
}

/** The log as lines of `log.jsonl`. */
export function* logLines({ program, inputs }: CaseLog): Generator<string> {
  yield JSON.stringify({ event: "built", program });
  for (const input of inputs) yield JSON.stringify(input);
}

/** The log of a case; one that is missing or damaged is empty, for nothing rests on it. */
export function readLog(folder: string): CaseLog {
  const text = diskFiles.read(join(folder, CASE_FILES.log)) ?? "";
  let program = "";
  const inputs: LoggedInput[] = [];
  for (const line of text.split("\n")) {
    const value = parseLine(line);
    if (value === null) continue;
    if (value["event"] === "built") program = String(value["program"] ?? "");
    else if (isInput(value)) inputs.push(value);
  }
  return { program, inputs };
}

function parseLine(line: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
}

const EVENTS: ReadonlySet<unknown> = new Set(["read", "failed", "skipped"]);

function isInput(
  value: Readonly<Record<string, unknown>>,
): value is Readonly<Record<string, unknown>> & LoggedInput {
  const isText = (key: string) => value[key] === undefined || typeof value[key] === "string";
  const isNamed = EVENTS.has(value["event"]) && typeof value["path"] === "string";
  return isNamed && ["file", "sha256", "reason"].every(isText);
}

/** A file's place as the log keeps it: a case that moves together with its inputs still finds them. */
export function placeFrom(folder: string, file: string): string {
  return relative(folder, file).split(sep).join("/");
}
