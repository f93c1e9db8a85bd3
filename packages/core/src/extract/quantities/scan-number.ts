import { is, numberOf, partOf, type ReadToken } from "../words/read-tokens.js";
import { type NumberStyle, parseDigits } from "./parse-digits.js";

/** A number in a list of tokens; `next` is the first token after it. */
export interface ScannedNumber {
  /** Null where only "many" is said. */
  readonly value: number | null;
  readonly next: number;
  /** How it is written; "article" is the one of `a tonne`, which counts before a unit alone. */
  readonly form: "digits" | "words" | "article" | "vague" | "fraction";
}

/** The longest number that starts at a token, or null. */
export function scanNumber(
  tokens: readonly ReadToken[],
  at: number,
  style: NumberStyle,
): ScannedNumber | null {
  const token = tokens[at];
  if (token === undefined) return null;
  if (token.kind === "number") return scanDigits(tokens, at, style);
  if (token.kind !== "word") return null;
  return (
    scanVague(tokens, at) ??
    scanFraction(tokens, at) ??
    scanWords(tokens, at) ??
    scanArticle(tokens, at)
  );
}

const touches = (tokens: readonly ReadToken[], at: number): boolean =>
  tokens[at - 1]?.end === tokens[at]?.start;

/** True where the digits belong to a name or a version: `F-16`, `M5`, `3.4.5.`. */
function isPartOfName(tokens: readonly ReadToken[], at: number): boolean {
  const before = tokens[at - 1];
  if (before === undefined || !touches(tokens, at)) return false;
  if (before.kind === "word") return true;
  if (before.text === "/" || before.text === "." || before.text === "#") return true;
  return before.text === "-" && tokens[at - 2]?.kind === "word" && touches(tokens, at - 1);
}

function scanDigits(
  tokens: readonly ReadToken[],
  at: number,
  style: NumberStyle,
): ScannedNumber | null {
  const first = tokens[at];
  if (first === undefined || isPartOfName(tokens, at)) return null;
  let digits = first.text;
  let next = at + 1;
  while (isGroupOfThree(tokens, next, digits)) {
    digits += tokens[next]?.text ?? "";
    next += 1;
  }
  const value = parseDigits(digits, style);
  if (value === null) return null;
  return applyMultipliers(tokens, next, value);
}

/** `816 000` with any single blank, and `1 137,6`. */
function isGroupOfThree(tokens: readonly ReadToken[], at: number, before: string): boolean {
  const token = tokens[at];
  const previous = tokens[at - 1];
  if (token?.kind !== "number" || previous === undefined) return false;
  if (!/^\d{3}([.,]\d{1,2})?$/.test(token.text) || !/^\d{1,9}$/.test(before)) return false;
  return previous.text.length <= 3 && token.start - previous.end === 1;
}

function applyMultipliers(tokens: readonly ReadToken[], at: number, base: number): ScannedNumber {
  let value = base;
  let next = at;
  const attached = touches(tokens, next)
    ? numberOf(tokens[next], "attached_multipliers")
    : undefined;
  if (attached !== undefined && !isMetres(tokens, next)) {
    value *= attached;
    next += 1;
  }
  for (;;) {
    const hyphen = tokens[next]?.text === "-" ? 1 : 0;
    const factor = numberOf(tokens[next + hyphen], "multipliers");
    if (factor === undefined) break;
    value *= factor;
    next += hyphen + 1;
  }
  return { value: tidy(value), next, form: "digits" };
}

const isMetres = (tokens: readonly ReadToken[], at: number): boolean =>
  is(tokens[at], "metre_letter") && is(tokens[at + 1], "after_metres");

/** `hundreds of`, `tens of thousands of`, `several`. */
function scanVague(tokens: readonly ReadToken[], at: number): ScannedNumber | null {
  if (is(tokens[at], "indefinite_article") && is(tokens[at + 1], "few_word")) {
    return { value: null, next: at + 2, form: "vague" };
  }
  if (
    is(tokens[at], "indefinite_article") &&
    is(tokens[at + 1], "couple_word") &&
    is(tokens[at + 2], "genitive")
  ) {
    return { value: 2, next: at + 3, form: "words" };
  }
  if (!is(tokens[at], "vague_numbers")) return null;
  let next = at + 1;
  while (is(tokens[next], "genitive") || isVagueLink(tokens, next)) next += 1;
  return { value: null, next, form: "vague" };
}

const isVagueLink = (tokens: readonly ReadToken[], at: number): boolean =>
  is(tokens[at], "vague_numbers") || numberOf(tokens[at], "multipliers") !== undefined;

/** `half a million`, `three quarters of a tonne`, `a quarter of a million`, `half a tonne`. */
function scanFraction(tokens: readonly ReadToken[], at: number): ScannedNumber | null {
  const cardinal = numberOf(tokens[at], "cardinals") ?? null;
  const numerator = is(tokens[at], "indefinite_article") ? 1 : cardinal;
  const from = numerator === null ? at : at + 1;
  const dash = tokens[from]?.text === "-" ? 1 : 0;
  const part = partOf(tokens[from + dash]);
  if (part === undefined || (numerator === null && !is(tokens[at], "half_word"))) return null;
  let next = from + dash + 1;
  const bare = numerator === null || is(tokens[at], "indefinite_article");
  if (!is(tokens[at], "half_word") && bare && !is(tokens[next], "genitive")) return null;
  if (is(tokens[next], "genitive") && is(tokens[next + 1], "indefinite_article")) next += 2;
  else if (is(tokens[at], "half_word") && is(tokens[next], "indefinite_article")) next += 1;
  const factor = numberOf(tokens[next], "multipliers");
  const value = (numerator ?? 1) * part * (factor ?? 1);
  if (factor !== undefined) return { value: tidy(value), next: next + 1, form: "words" };
  return { value: tidy(value), next, form: "fraction" };
}

/** `a dozen`, `a hundred and twenty`, and the bare article of `a tonne`. */
function scanArticle(tokens: readonly ReadToken[], at: number): ScannedNumber | null {
  if (!is(tokens[at], "indefinite_article")) return null;
  if (numberOf(tokens[at + 1], "multipliers") !== undefined) return scanWords(tokens, at);
  return { value: 1, next: at + 1, form: "article" };
}

/** Cardinals in words, with an `and a half` at their end. */
function scanWords(tokens: readonly ReadToken[], at: number): ScannedNumber | null {
  const state = { total: 0, group: 0, next: at, any: false };
  if (
    is(tokens[at], "indefinite_article") &&
    numberOf(tokens[at + 1], "multipliers") !== undefined
  ) {
    state.group = 1;
    state.next = at + 1;
  }
  while (addWord(tokens, state)) state.any = true;
  if (!state.any) return null;
  let value = state.total + state.group;
  if (is(tokens[state.next], "additive") && is(tokens[state.next + 1], "indefinite_article")) {
    const part = partOf(tokens[state.next + 2]);
    if (part !== undefined) {
      value += part;
      const factor = numberOf(tokens[state.next + 3], "multipliers");
      state.next += factor === undefined ? 3 : 4;
      value *= factor ?? 1;
    }
  }
  return { value: tidy(value), next: state.next, form: "words" };
}

interface WordState {
  total: number;
  group: number;
  next: number;
}

/** Takes one more word into the number; false at its end. */
function addWord(tokens: readonly ReadToken[], state: WordState): boolean {
  let at = state.next;
  const inside = state.total + state.group > 0;
  if (inside && tokens[at]?.text === "-") at += 1;
  else if (inside && is(tokens[at], "additive") && state.group % 100 === 0) at += 1;
  const small = numberOf(tokens[at], "cardinals");
  if (small !== undefined) {
    if (!fits(state.group, small)) return false;
    state.group += small;
    state.next = at + 1;
    return true;
  }
  const factor = numberOf(tokens[at], "multipliers");
  if (factor === undefined || at !== state.next || !inside) return false;
  if (factor <= 100) state.group = Math.max(1, state.group) * factor;
  else {
    if (state.group === 0) return false;
    state.total += state.group * factor;
    state.group = 0;
  }
  state.next = at + 1;
  return true;
}

/** `twenty` takes `two`, `hundred` takes `fifty`; `three four` is two numbers. */
function fits(group: number, small: number): boolean {
  if (group === 0) return true;
  if (group % 100 === 0) return small > 0;
  return group % 10 === 0 && group % 100 >= 20 && small > 0 && small < 10;
}

/** Rounds away the noise of binary fractions. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
