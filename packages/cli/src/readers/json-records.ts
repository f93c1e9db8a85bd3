import { decodeText, type PageLine } from "@redthread/core/build";
import { RedthreadError } from "@redthread/core/errors";
import {
  type ForeignFile,
  type ForeignReader,
  onePage,
  plainPage,
  type ReadFile,
} from "./foreign-reader.js";

/** Records as JSON, or as JSON lines. */
export const jsonReader: ForeignReader = {
  name: "JSON",
  extensions: ["json", "jsonl", "ndjson", "geojson"],
  largestBytes: 50 * 1024 * 1024,
  sniff: ({ extension, bytes }) =>
    jsonReader.extensions.includes(extension) && bytes.length > 0 ? "name" : null,
  read: readJson,
};

/** How deep values may lie in values. */
const DEEPEST = 200;
const MOST_KEYS = 60;

async function readJson({ path, bytes, encoding }: ForeignFile): Promise<ReadFile> {
  const { text, notices } = decodeText(bytes, path, encoding);
  if (depthOf(text) > DEEPEST)
    throw new RedthreadError(
      "INPUT_TOO_LARGE",
      `\`${path}\` nests more than ${DEEPEST} levels, which is the limit; it was not read.`,
    );
  const { records, broken } = parseRecords(text, path);
  const lost = broken.length === 0 ? [] : [`No JSON, and not read: line ${broken.join(", ")}.`];
  return onePage(plainPage(recordLines(records), [...notices, ...lost]));
}

/** A text in quotes, or a sign that opens or closes a level. */
const LEVEL = /"(?:[^"\\]|\\.)*"|[[\]{}]/gs;

/** Levels of a JSON text, counted without a parser, which would take the machine's stack for each. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [sign] of text.matchAll(LEVEL)) {
    if (sign === "{" || sign === "[") depth += 1;
    else if (sign === "}" || sign === "]") depth -= 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

interface Parsed {
  readonly records: readonly { readonly value: unknown; readonly place: string }[];
  /** Numbers of lines that are no JSON. */
  readonly broken: readonly number[];
}

/** One value, the members of the list that it is or holds, or a value a line. */
function parseRecords(text: string, path: string): Parsed {
  const whole = parse(text);
  if (whole !== undefined) {
    const list = listOf(whole);
    return {
      records: list.map((value, at) => ({ value, place: `record ${at + 1}` })),
      broken: [],
    };
  }
  const lines = text.split("\n").map((line, at) => ({ line, number: at + 1 }));
  const filled = lines.filter(({ line }) => line.trim() !== "");
  const read = filled.map(({ line, number }) => ({ value: parse(line), number }));
  const good = read.filter(({ value }) => value !== undefined);
  if (good.length === 0 || good.length < read.length / 2)
    throw new RedthreadError(
      "INPUT_UNREADABLE",
      `\`${path}\` is damaged: it is neither JSON nor JSON lines. Get the file again.`,
    );
  return {
    records: good.map(({ value, number }) => ({ value, place: `line ${number}` })),
    broken: read.flatMap(({ value, number }) => (value === undefined ? [number] : [])).slice(0, 20),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A list, or the longest list of objects under the keys of one object. */
function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (!isObject(value)) return [value];
  const lists = Object.values(value).filter(
    (one): one is unknown[] => Array.isArray(one) && one.some(isObject),
  );
  return lists.sort((a, b) => b.length - a.length)[0] ?? [value];
}

/** Records of the same keys are one table, under a row of the keys. */
function recordLines(records: Parsed["records"]): PageLine[] {
  const lines: PageLine[] = [];
  let keys: readonly string[] = [];
  for (const { value, place } of records) {
    const cells = flat(value);
    const own = [...cells.keys()];
    const fits = keys.length > 0 && own.every((key) => keys.includes(key));
    if (!fits) {
      if (lines.length > 0) lines.push({ text: "" });
      keys = keysFrom(records, place);
      lines.push({ text: "", cells: keys, place });
    }
    lines.push({ text: "", cells: keys.map((key) => cells.get(key) ?? ""), place });
  }
  return lines;
}

/** Keys of all records from one on, for those that lack a key or two are of the same table. */
function keysFrom(records: Parsed["records"], from: string): readonly string[] {
  const keys = new Set<string>();
  const start = records.findIndex(({ place }) => place === from);
  for (const { value } of records.slice(start, start + 100)) {
    for (const key of flat(value).keys()) if (keys.size < MOST_KEYS) keys.add(key);
  }
  return [...keys];
}

/** Keys and texts of a record; a record in a record lends its keys. */
function flat(value: unknown): ReadonlyMap<string, string> {
  const cells = new Map<string, string>();
  const add = (key: string, one: unknown): void => {
    if (isObject(one))
      for (const [inner, deep] of Object.entries(one))
        add(cells.has(inner) ? `${key} ${inner}` : inner, deep);
    else if (Array.isArray(one)) cells.set(key, one.filter((part) => !isObject(part)).join("; "));
    else if (one !== null && one !== undefined) cells.set(key, String(one));
  };
  if (isObject(value)) for (const [key, one] of Object.entries(value)) add(key, one);
  else add("value", value);
  return cells;
}
