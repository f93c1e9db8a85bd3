// What a program outside answered about a text, before anything of it is believed. Answers are kept in
// the case as they were given, cut down to what a claim may be made of; the gate judges them anew at
// every build.
import { RedthreadError } from "../errors/redthread-error.js";
import { compareText } from "../text/compare.js";

/** A thing that an answer speaks of; without a type it must be one that the document's reader found. */
export interface MachineEnd {
  readonly name: string;
  readonly type: string | null;
}

/** One answer; what was not given, or not in a form that can be used, is null. */
export interface MachineAnswer {
  readonly subject: MachineEnd | null;
  readonly type: string | null;
  readonly object: MachineEnd | null;
  readonly quote: string | null;
  readonly modality: string | null;
  /** How sure the program says it is, above 0 and up to 1. */
  readonly confidence: number | null;
}

/** All that one extractor answered about one text; an empty list says that it found nothing. */
export interface MachineReading {
  /** Id of the document, which is the start of the hash of its text. */
  readonly document: string;
  readonly extractor: string;
  /** What the extractor was when it answered, as hexadecimal digits: another one is asked again. */
  readonly version: string;
  /** Sorted by their own JSON, each once: the order they were given in means nothing. */
  readonly answers: readonly MachineAnswer[];
}

/** What an extractor may be called: the name stands in rules, files and on the command line. */
export const EXTRACTOR_NAME = /^[a-z0-9][a-z0-9_-]{0,39}$/;

/** Longer than any sentence that rules read, so that a cut text stands nowhere by chance. */
const LONGEST_TEXT = 4_100;

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** An answer from whatever a program wrote; everything but the six fields of a claim is left out. */
function readAnswer(value: unknown): MachineAnswer {
  const found = isFields(value) ? value : {};
  return {
    subject: readEnd(found["subject"]),
    type: readText(found["type"]),
    object: readEnd(found["object"]),
    quote: readText(found["quote"]),
    modality: readText(found["modality"]),
    confidence: readShare(found["confidence"]),
  };
}

function readEnd(value: unknown): MachineEnd | null {
  if (typeof value === "string") return readEnd({ name: value });
  if (!isFields(value)) return null;
  const name = readText(value["name"]);
  return name === null ? null : { name, type: readText(value["type"]) };
}

function readText(value: unknown): string | null {
  const text = typeof value === "string" ? value.trim().slice(0, LONGEST_TEXT) : "";
  return text === "" ? null : text;
}

const readShare = (value: unknown): number | null =>
  typeof value === "number" && value > 0 && value <= 1 ? value : null;

/** The reading of one document from what an extractor wrote of it. */
export function createReading(
  { document, extractor, version }: Omit<MachineReading, "answers">,
  written: readonly unknown[],
): MachineReading {
  const byText = new Map(
    written.map(readAnswer).map((answer) => [JSON.stringify(answer), answer] as const),
  );
  const answers = [...byText].sort(([a], [b]) => compareText(a, b)).map(([, answer]) => answer);
  return { document, extractor, version, answers };
}

/** A reading as one line of `claims.machine.jsonl`, without a line end. */
export const encodeReading = (reading: MachineReading): string => JSON.stringify(reading);

/** Readings in the order in which a case keeps them: by document, then extractor. */
export const sortReadings = (readings: readonly MachineReading[]): readonly MachineReading[] =>
  [...readings].sort(
    (a, b) => compareText(a.document, b.document) || compareText(a.extractor, b.extractor),
  );

/**
 * A reading back from its line.
 * @throws RedthreadError `CASE_DAMAGED` naming the line.
 */
export function decodeReading(line: string, number: number): MachineReading {
  const value = parseLine(line);
  const { document, extractor, version, answers } = isFields(value) ? value : {};
  const isNamed = typeof extractor === "string" && EXTRACTOR_NAME.test(extractor);
  if (typeof document === "string" && isNamed && typeof version === "string") {
    if (Array.isArray(answers)) return createReading({ document, extractor, version }, answers);
  }
  throw new RedthreadError(
    "CASE_DAMAGED",
    `Line ${number} of claims.machine.jsonl holds no answers with their document, extractor and version. Build the case again from its reports, with the extractors that answered.`,
  );
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
