import type {
  JudgedThing,
  Judgement,
  JudgementOutcome,
  JudgementSource,
  PairJudgement,
  Sighting,
} from "../model/judgement.js";
import { compareText } from "../text/compare.js";
import { sha256 } from "../text/sha256.js";
import {
  type Fields,
  readFields,
  readOptionalText,
  readSightings,
  readText,
  readThing,
  Unreadable,
} from "./judge/line-fields.js";

/** A file that people wrote judgements into. */
export interface JudgementFile {
  /** Name inside the case folder, as it is told to people. */
  readonly file: string;
  readonly content: string;
}

/** A line that was read. */
export interface WrittenJudgement {
  /** Hash of what the line says, whatever the order of its keys; an undo line names it. */
  readonly id: string;
  readonly judgement: Judgement;
}

/** A line that takes another one of the same person back. */
export interface UndoLine {
  readonly id: string;
  readonly of: string;
  readonly by: string;
  readonly source: JudgementSource;
}

/** All that the files of people hold, line by line. */
export interface JudgementLines {
  readonly written: readonly WrittenJudgement[];
  readonly undone: readonly UndoLine[];
  /** Lines that cannot be read, with what is wrong with each. */
  readonly faulty: readonly JudgementOutcome[];
}

/**
 * The judgements of some files. Empty lines and lines that begin with `#` or `//` are passed over; a
 * line that cannot be read is told and keeps no other from being read.
 */
export function readJudgements(files: readonly JudgementFile[]): JudgementLines {
  const written: WrittenJudgement[] = [];
  const undone: UndoLine[] = [];
  const faulty: JudgementOutcome[] = [];
  for (const { text, source, isLast } of files.flatMap(linesOf)) {
    try {
      const read = readLine(text, source, isLast);
      if ("judgement" in read) written.push(read);
      else undone.push(read);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      faulty.push({ status: "faulty", source, judgement: null, says: error.message });
    }
  }
  return { written, undone, faulty };
}

interface FileLine {
  readonly text: string;
  readonly source: JudgementSource;
  /** True for what stands behind the last line end. */
  readonly isLast: boolean;
}

function linesOf({ file, content }: JudgementFile): readonly FileLine[] {
  const lines = content.replace(/^\uFEFF/, "").split(/\r?\n/);
  return lines
    .map((line, index) => ({
      text: line.trim(),
      source: { file, line: index + 1 },
      isLast: index === lines.length - 1,
    }))
    .filter(({ text }) => text !== "" && !text.startsWith("#") && !text.startsWith("//"));
}

/** A judgement as one line of a file, without a line end. */
export function encodeJudgement(judgement: Judgement): string {
  return JSON.stringify(plainJudgement(judgement));
}

/** The identity of a judgement, which a line that takes it back names. */
export function judgementId(judgement: Judgement): string {
  return sha256(canonical(plainJudgement(judgement))).slice(0, 16);
}

/** A line that takes a judgement back, without a line end. */
export function encodeUndo(undo: {
  readonly of: string;
  readonly by: string;
  readonly at: string;
}): string {
  return JSON.stringify({ verdict: "undo", of: undo.of, by: undo.by, at: undo.at });
}

/** A judgement without the place it was read at, keys in a fixed order. */
function plainJudgement({ source: _, ...judgement }: Judgement): Fields {
  const { verdict, by, at, why, ...what } = judgement;
  return { verdict, ...what, by, at, why };
}

/** JSON with sorted keys. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([x], [y]) => compareText(x, y)))
      : inner,
  );
}

const CONFLICT_MARK = /^(<{7}|>{7}|={7}|\|{7})( |$)/;
const WHEN = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2}))?$/;

function readLine(
  text: string,
  source: JudgementSource,
  isLast: boolean,
): WrittenJudgement | UndoLine {
  if (CONFLICT_MARK.test(text)) {
    throw new Unreadable(
      "is a mark of a merge that git could not finish; the lines around it are followed, delete the mark",
    );
  }
  const fields = readFields(text, isLast);
  const by = readText(fields, "by");
  const at = readText(fields, "at");
  if (!WHEN.test(at) || Number.isNaN(Date.parse(at))) {
    throw new Unreadable(`has \`${at}\` in \`at\` where a day such as \`2026-03-09\` is expected`);
  }
  if (fields["verdict"] === "undo") {
    const of = readText(fields, "of");
    return { id: sha256(canonical({ of, by, at })).slice(0, 16), of, by, source };
  }
  const finds = readOptionalText(fields, "finds");
  const found = finds === null ? {} : { finds };
  const said = { by, at, why: readOptionalText(fields, "why") ?? "", ...found };
  const judgement = readVerdict(fields, said);
  const id = judgementId(judgement);
  return { id, judgement: { ...judgement, source: { ...source, id } } };
}

type Said = Pick<PairJudgement, "by" | "at" | "why" | "finds">;

function readVerdict(fields: Fields, said: Said): Judgement {
  const verdict = fields["verdict"];
  switch (verdict) {
    case "same":
    case "different":
    case "unsure":
      return { verdict, ...readEnds(fields), ...said };
    case "wrong-link":
    case "right-link": {
      const list = fields["seen"] ?? [];
      const isEmpty = Array.isArray(list) && list.length === 0;
      const seen = isEmpty ? [] : readSightings(fields, "seen");
      return { verdict, ...readEnds(fields), type: readText(fields, "type"), seen, ...said };
    }
    case "not-what-it-says": {
      const type = readOptionalText(fields, "type");
      const seen = readSightings(fields, "seen");
      return { verdict, seen, ...(type === null ? {} : { type }), ...said };
    }
    case "name":
      return { verdict, a: readThing(fields, "a"), name: readName(fields), ...said };
    case "split":
      return { verdict, a: readThing(fields, "a"), seen: readSightings(fields, "seen"), ...said };
    default:
      throw new Unreadable(
        `has the verdict \`${shown(verdict)}\` where one of same, different, unsure, wrong-link, right-link, not-what-it-says, name, split and undo is expected`,
      );
  }
}

function readEnds(fields: Fields): { readonly a: JudgedThing; readonly b: JudgedThing } {
  const [a, b] = [readThing(fields, "a"), readThing(fields, "b")];
  if (isSameThing(a, b)) {
    throw new Unreadable("names one thing twice, and must name two different ones in `a` and `b`");
  }
  return { a, b };
}

function isSameThing(a: JudgedThing, b: JudgedThing): boolean {
  if (typeof a === "string" || typeof b === "string") return a === b;
  if (a.type !== b.type || a.name !== b.name) return false;
  const keys = new Set(a.seen.map(spotOf));
  return b.seen.every((one) => keys.has(spotOf(one)));
}

const spotOf = ({ document, path, quote, start, at }: Sighting): string =>
  JSON.stringify([document, path, quote, start, at ?? null]);

const LONGEST_NAME = 200;

function readName(fields: Fields): string {
  const name = readText(fields, "name").trim();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is looked for
  if (name.length > LONGEST_NAME || /[\u0000-\u001f\u007f]/.test(name)) {
    throw new Unreadable(`has a \`name\` that is no line of at most ${LONGEST_NAME} characters`);
  }
  return name;
}

const SHOWN = 40;

const shown = (value: unknown): string => String(value).slice(0, SHOWN);
