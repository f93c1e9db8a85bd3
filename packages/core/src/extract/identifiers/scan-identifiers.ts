import type { TextSpan } from "../../model/text-span.js";
import type { IdentifierKind, Identifiers } from "../../packs/identifier-schemas.js";
import { fold } from "../../text/fold.js";
import { checkDigitFits } from "./check-digits.js";

/** A number that names one thing, as a sentence has it. */
export interface FoundIdentifier extends TextSpan {
  readonly kind: IdentifierKind;
  /** Without spaces and signs: what two spellings have in common. */
  readonly value: string;
  /** Whether its check digit fits; null where its kind has none. */
  readonly isRight: boolean | null;
  /** Where its cue starts, or the number where it needs none. */
  readonly from: number;
}

/** Furthest that a cue stands from its number, and a number from the thing it belongs to. */
export const REACH = 60;

/** The identifiers of a stretch of text, in text order; of overlapping ones the kind declared first. */
export function scanIdentifiers(
  text: string,
  span: TextSpan,
  identifiers: Identifiers,
): readonly FoundIdentifier[] {
  const found: FoundIdentifier[] = [];
  for (const kind of identifiers.kinds) {
    const fresh = scanKind(text, span, kind, identifiers);
    found.push(...fresh.filter((one) => !found.some((other) => overlaps(one, other))));
  }
  return found.sort((a, b) => a.start - b.start);
}

const overlaps = (a: TextSpan, b: TextSpan): boolean => a.start < b.end && b.start < a.end;

function scanKind(
  text: string,
  span: TextSpan,
  kind: IdentifierKind,
  identifiers: Identifiers,
): readonly FoundIdentifier[] {
  const found: FoundIdentifier[] = [];
  for (const match of text.slice(span.start, span.end).matchAll(kind.pattern)) {
    const read = readNumber(kind, match[0]);
    if (read === null) continue;
    const start = span.start + match.index;
    const before = text.slice(Math.max(span.start, start - REACH), start);
    const cue = cueBefore(before, kind, identifiers);
    const last = found.at(-1);
    const isNext = last !== undefined && isJoined(text.slice(last.end, start), identifiers);
    const isProof = !kind.cued && read.isRight === true;
    if (cue === null && !isNext && !isProof) continue;
    const { value, isRight, length } = read;
    found.push({ kind, value, isRight, start, end: start + length, from: start - (cue ?? 0) });
  }
  return found;
}

/** A number as written, cut to the length it must have; null for one that is too short or too long. */
function readNumber(
  kind: IdentifierKind,
  written: string,
): { readonly value: string; readonly isRight: boolean | null; readonly length: number } | null {
  const prefix = Object.keys(kind.prefixes).find((one) => written.startsWith(one)) ?? "";
  const wanted = kind.lengths[written.slice(0, 2)];
  if (wanted === undefined && Object.keys(kind.lengths).length > 0) return null;
  const length = wanted === undefined ? written.length : lengthOf(written, wanted);
  if (length === null) return null;
  const bare = written.slice(prefix.length, length).replaceAll(/[^+\p{L}\p{N}]/gu, "");
  const value = (kind.prefixes[prefix] ?? prefix) + bare;
  const [least, most] = kind.length;
  if (value.length < least || value.length > most || !/\p{N}/u.test(value)) return null;
  return { value, isRight: checkDigitFits(kind.check, value), length };
}

/** How much of a number holds some letters and digits; null where they end within a word. */
function lengthOf(written: string, wanted: number): number | null {
  let count = 0;
  for (let at = 0; at < written.length; at += 1) {
    if (/[\p{L}\p{N}]/u.test(written.charAt(at))) count += 1;
    if (count === wanted) return /[\p{L}\p{N}]/u.test(written.charAt(at + 1)) ? null : at + 1;
  }
  return null;
}

/** How far before its end a text has a cue with nothing behind it but small words; null without one. */
function cueBefore(before: string, kind: IdentifierKind, { between }: Identifiers): number | null {
  let found: number | null = null;
  for (const { word, index, behind } of wordsBackwards(before)) {
    if (!isPlainGap(behind)) break;
    const isCue = kind.cues.has(word);
    if (isCue) found = before.length - index;
    else if (!between.has(word)) break;
  }
  return found;
}

/** Words of a text from its end, each with what stands between it and the next. */
function wordsBackwards(text: string) {
  const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({
    word: fold(match[0]),
    index: match.index,
    end: match.index + match[0].length,
  }));
  return words
    .map((one, at) => ({
      ...one,
      behind: text.slice(one.end, words[at + 1]?.index ?? text.length),
    }))
    .reverse();
}

/** Whether nothing stands between two numbers but marks and words that join. */
const isJoined = (gap: string, { joining }: Identifiers): boolean =>
  gap.length <= REACH && isMadeOf(gap, joining);

/** Whether a text holds no words but some, and no mark that parts two statements. */
export function isMadeOf(text: string, words: ReadonlySet<string>): boolean {
  return (
    isPlainGap(text) && (text.match(/[\p{L}\p{N}]+/gu) ?? []).every((word) => words.has(fold(word)))
  );
}

const isPlainGap = (text: string): boolean => !/[;!?\n|]/.test(text);
