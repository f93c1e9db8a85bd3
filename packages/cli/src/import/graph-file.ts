import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { RedthreadError } from "@redthread/core/errors";
import { GRAPH_FORMATS, type GraphFormat, type ReadGraph } from "@redthread/core/formats";
import { visibleText } from "../terminal/visible-text.js";

/** A file of a graph with its text, and where it lay. */
export interface SourceFile {
  /** Its name; inside a folder, from there. */
  readonly path: string;
  readonly file: string;
  readonly text: string;
  /** SHA-256 of its bytes, which are those of the text. */
  readonly sha256: string;
}

/** A graph read from a file or folder of another program. */
export interface GraphFile extends ReadGraph {
  readonly format: string;
  readonly files: readonly SourceFile[];
}

export const READABLE_FORMATS: readonly GraphFormat[] = GRAPH_FORMATS.filter(
  ({ read }) => read !== null,
);

/** More than a text of JavaScript can hold would fail in the midst of it. */
const MOST_BYTES = 400_000_000;

/**
 * Reads a graph from a file or folder, by the format that is named or that its name and beginning show.
 * @throws RedthreadError `INPUT_UNREADABLE`, `INPUT_TOO_LARGE`, `INPUT_UNSUPPORTED`, `GRAPH_INVALID`, `USAGE`.
 */
export async function readGraphFile(
  path: string,
  name: string,
  format: string | undefined,
): Promise<GraphFile> {
  if (!existsSync(path))
    throw new RedthreadError(
      "INPUT_UNREADABLE",
      `There is no file \`${visibleText(name)}\`. Give the path of a file that holds a graph.`,
    );
  const isFolder = statSync(path).isDirectory();
  const named = format === undefined ? folderFormat(path, isFolder) : formatNamed(format);
  const files = isFolder
    ? (named?.endings === null ? named.holds : []).map((one) => readSource(join(path, one), one))
    : [readSource(path, basename(path))];
  const chosen = named ?? formatOf(name, files[0]?.text ?? "");
  if (chosen === null) throw unsupported(name);
  return readGraphTexts(chosen, files);
}

/** The graph of files whose texts are at hand. */
export async function readGraphTexts<T extends Pick<SourceFile, "path" | "text">>(
  { name, read }: GraphFormat,
  files: readonly T[],
): Promise<ReadGraph & { readonly format: string; readonly files: readonly T[] }> {
  if (read === null) throw new TypeError(`\`${name}\` is not read.`);
  const readFiles = await read();
  const found = readFiles(new Map(files.map(({ path, text }) => [path, text])));
  return { ...found, format: name, files };
}

/** @throws RedthreadError `USAGE` for a format that is not read. */
export function formatNamed(format: string): GraphFormat {
  const found = READABLE_FORMATS.find(({ name }) => name === format.toLowerCase());
  if (found !== undefined) return found;
  throw new RedthreadError(
    "USAGE",
    `\`${visibleText(format)}\` is no format that is read. \`--format\` takes one of ${READABLE_FORMATS.map(({ name }) => name).join(", ")}.`,
  );
}

function folderFormat(path: string, isFolder: boolean): GraphFormat | null {
  if (!isFolder) return null;
  const names = new Set(readdirSync(path));
  const found = READABLE_FORMATS.find(
    (one) =>
      one.endings === null && one.holds.length > 0 && one.holds.every((name) => names.has(name)),
  );
  if (found === undefined) throw unsupported(path);
  return found;
}

function formatOf(name: string, text: string): GraphFormat | null {
  const lower = name.toLowerCase();
  const byEnding = READABLE_FORMATS.flatMap((one) =>
    (one.endings ?? [])
      .filter((ending) => lower.endsWith(ending))
      .map((ending) => ({ one, ending })),
  ).sort((a, b) => b.ending.length - a.ending.length)[0];
  // APOC and Aleph name their lines `.json` too; the first line tells them apart.
  const isJson = byEnding !== undefined && /^\.jsonl?$/.test(byEnding.ending);
  return (isJson ? formatOfLine(text) : null) ?? byEnding?.one ?? null;
}

function formatOfLine(text: string): GraphFormat | null {
  const [line = ""] = text.replace(/^\ufeff/, "").split("\n", 1);
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return null;
  }
  if (typeof value !== "object" || value === null) return null;
  if ("schema" in value && "id" in value) return formatNamed("ftm");
  const isElement = "type" in value && (value.type === "node" || value.type === "relationship");
  return isElement ? formatNamed("jsonl") : null;
}

function readSource(file: string, path: string): SourceFile {
  const shown = visibleText(path);
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats?.isFile() !== true)
    throw new RedthreadError(
      "INPUT_UNREADABLE",
      `\`${shown}\` is no file. Give a file that holds a graph.`,
    );
  if (stats.size > MOST_BYTES)
    throw new RedthreadError(
      "INPUT_TOO_LARGE",
      `\`${shown}\` has ${Math.round(stats.size / 1e6)} MB; at most ${MOST_BYTES / 1e6} MB are read. Divide it, or load it into Neo4j and use \`--on\`.`,
    );
  const bytes = readFileSync(file);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return { path, file, text, sha256 };
  } catch (cause) {
    throw new RedthreadError(
      "INPUT_UNREADABLE",
      `\`${shown}\` is not written in UTF-8. Save it as UTF-8 text.`,
      {
        cause,
      },
    );
  }
}

function unsupported(name: string): RedthreadError {
  const endings = READABLE_FORMATS.flatMap((one) => one.endings ?? []).join(", ");
  return new RedthreadError(
    "INPUT_UNSUPPORTED",
    `\`${visibleText(name)}\` does not show which format it is of. Let its name end in one of ${endings}, give a folder with nodes.csv and relationships.csv, or name the format with \`--format\`.`,
  );
}
