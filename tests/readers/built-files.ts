import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runHere } from "../cli/run-cli.js";

/** Files made by other programs, and one line a fact: file, place, text. */
export const FILES = fileURLToPath(new URL("files/", import.meta.url));
const TABLE = fileURLToPath(new URL("facts.tsv", import.meta.url));

/** A text that stands in a file, and where. */
export interface Fact {
  readonly path: string;
  /** Null where the format has no places, or any will do. */
  readonly place: string | null;
  readonly text: string;
}

export const FACTS: readonly Fact[] = readFileSync(TABLE, "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => {
    const [path = "", place = "-", text = ""] = line.split("\t");
    return { path, place: place === "-" ? null : place, text };
  });

/** A document of a case as its folder stores it. */
interface BuiltDocument {
  readonly text: string;
  readonly notices: readonly string[];
  /** Name of the place in which an offset stands, or null. */
  readonly placeAt: (offset: number) => string | null;
  /** What the block that holds an offset is for. */
  readonly roleAt: (offset: number) => string | null;
}

interface Line {
  readonly sha256: string;
  readonly sources: readonly { readonly path: string }[];
  readonly notices: readonly string[];
  readonly blocks: readonly (readonly [number, number, string])[];
  readonly places?: readonly (readonly [number, number, string])[];
}

/** What a build said of a folder, and the documents that it made, by path. */
export interface BuiltFiles {
  readonly folder: string;
  readonly code: number | null;
  readonly said: string;
  readonly documents: ReadonlyMap<string, BuiltDocument>;
  /** Every line of the log but the first. */
  readonly log: readonly {
    readonly event: string;
    readonly path: string;
    readonly reason?: string;
  }[];
}

/** Builds a case beside a folder and reads back what it stores. */
export async function buildFiles(folder: string, cwd: string): Promise<BuiltFiles> {
  const { code, stderr } = await runHere(["build", folder, "-o", "case"], { cwd });
  const lines = (name: string): string[] =>
    readFileSync(join(cwd, "case", name), "utf8")
      .trim()
      .split("\n");
  const documents = new Map<string, BuiltDocument>();
  for (const line of lines("documents.jsonl")) {
    const document: Line = JSON.parse(line);
    const text = readFileSync(join(cwd, "case/texts", `${document.sha256}.txt`), "utf8");
    const at = (ranges: Line["blocks"] | undefined, offset: number): string | null =>
      ranges?.find(([start, end]) => start <= offset && offset < end)?.[2] ?? null;
    for (const { path } of document.sources) {
      documents.set(path, {
        text,
        notices: document.notices,
        placeAt: (offset) => at(document.places, offset),
        roleAt: (offset) => at(document.blocks, offset),
      });
    }
  }
  const log = lines("log.jsonl")
    .slice(1)
    .map((line): BuiltFiles["log"][number] => JSON.parse(line));
  return { folder: join(cwd, "case"), code, said: stderr, documents, log };
}
