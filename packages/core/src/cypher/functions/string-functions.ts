import type { CypherValue } from "../values/cypher-value.js";
import { isList } from "../values/is-value.js";
import { badArgument, outOfRange, typeMismatch } from "../values/value-error.js";
import { argument, integerArgument, textArgument } from "./argument.js";
import { codePointCount, codePointSlice } from "./code-points.js";
import type { CypherFunction } from "./cypher-function.js";
import { defineStrict } from "./define-function.js";
import { trimEnd, trimStart } from "./trim-text.js";

const NORMAL_FORMS: ReadonlySet<string> = new Set(["NFC", "NFD", "NFKC", "NFKD"]);

/** A function from one string to one string. */
const onText = (signature: string, change: (text: string) => string): CypherFunction => {
  const name = signature.slice(0, signature.indexOf("("));
  return defineStrict(signature, (args) => change(textArgument(name, args, 0)), 1);
};

const trimming = (
  signature: string,
  change: (text: string, characters: string | null) => string,
): CypherFunction => {
  const name = signature.slice(0, signature.indexOf("("));
  return defineStrict(
    signature,
    (args) =>
      change(textArgument(name, args, 0), args.length > 1 ? textArgument(name, args, 1) : null),
    1,
    2,
  );
};

const trimBoth = (text: string, characters: string | null): string =>
  trimEnd(trimStart(text, characters), characters);

function countArgument(name: string, args: readonly CypherValue[], at: number): number {
  const count = integerArgument(name, args, at);
  if (count < 0) {
    throw badArgument(`\`${name}()\` was given ${count}. Positions and lengths start at 0.`);
  }
  return count;
}

/** Longest text that a function makes, and longest list of its parts. */
const MAX_LENGTH = 4_194_304;
const MAX_PARTS = 1_048_576;

function replaceAll(text: string, search: string, replacement: string): string {
  const growth = replacement.length - search.length;
  if (growth > 0 && text.length + growth * occurrences(text, search) > MAX_LENGTH) {
    throw outOfRange(
      `\`replace()\` would make a text of more than ${MAX_LENGTH} characters. Replace less at a time.`,
    );
  }
  if (search !== "") {
    return text.replaceAll(search, () => replacement);
  }
  return `${replacement}${Array.from(text, (character) => character + replacement).join("")}`;
}

function occurrences(text: string, search: string): number {
  let count = 0;
  const step = Math.max(1, search.length);
  for (let at = text.indexOf(search); at !== -1; at = text.indexOf(search, at + step)) {
    count += 1;
    if (at === text.length) {
      break;
    }
  }
  return count;
}

function splitText(text: string, delimiters: readonly CypherValue[]): string[] {
  let parts = [text];
  for (const delimiter of delimiters) {
    if (typeof delimiter !== "string") {
      throw typeMismatch("`split()`", "a string or a list of strings as delimiter", delimiter);
    }
    parts = parts.flatMap((part) => splitOnce(part, delimiter));
    if (parts.length > MAX_PARTS) {
      throw outOfRange(
        `\`split()\` would make more than ${MAX_PARTS} parts. Split a shorter text.`,
      );
    }
  }
  return parts;
}

function splitOnce(text: string, delimiter: string): string[] {
  if (delimiter !== "") {
    return text.split(delimiter, MAX_PARTS + 1);
  }
  // One more than allowed is enough to refuse them.
  return text === "" ? [""] : Array.from(text.slice(0, 2 * MAX_PARTS + 2));
}

function normalizeText(text: string, form: string): string {
  if (!NORMAL_FORMS.has(form)) {
    throw badArgument(
      `\`normalize()\` was given the form \`${form}\`. It takes NFC, NFD, NFKC, NFKD.`,
    );
  }
  return text.normalize(form);
}

export const STRING_FUNCTIONS: readonly CypherFunction[] = [
  onText("toUpper(text) → text in upper case", (text) => text.toUpperCase()),
  onText("upper(text) → text in upper case", (text) => text.toUpperCase()),
  onText("toLower(text) → text in lower case", (text) => text.toLowerCase()),
  onText("lower(text) → text in lower case", (text) => text.toLowerCase()),
  defineStrict(
    "char_length(text) → number of characters",
    (args) => codePointCount(textArgument("char_length", args, 0)),
    1,
  ),
  defineStrict(
    "character_length(text) → number of characters",
    (args) => codePointCount(textArgument("character_length", args, 0)),
    1,
  ),
  trimming("trim(text) → text without white space at both ends", trimBoth),
  trimming("btrim(text, characters?) → text without those characters at both ends", trimBoth),
  trimming("lTrim(text, characters?) → text without those characters at its start", trimStart),
  trimming("rTrim(text, characters?) → text without those characters at its end", trimEnd),
  defineStrict(
    "replace(text, search, replacement) → text with each occurrence replaced",
    (args) =>
      replaceAll(
        textArgument("replace", args, 0),
        textArgument("replace", args, 1),
        textArgument("replace", args, 2),
      ),
    3,
  ),
  defineStrict(
    "substring(text, start, length?) → part of the text from a position counted from 0",
    (args) => {
      const text = textArgument("substring", args, 0);
      const start = countArgument("substring", args, 1);
      const length = args.length > 2 ? countArgument("substring", args, 2) : text.length;
      return codePointSlice(text, start, start + length);
    },
    2,
    3,
  ),
  defineStrict(
    "left(text, length) → the first characters",
    (args) => codePointSlice(textArgument("left", args, 0), 0, countArgument("left", args, 1)),
    2,
  ),
  defineStrict(
    "right(text, length) → the last characters",
    (args) => {
      const text = textArgument("right", args, 0);
      const size = codePointCount(text);
      return codePointSlice(text, Math.max(0, size - countArgument("right", args, 1)), size);
    },
    2,
  ),
  defineStrict(
    "split(text, delimiter) → parts of the text between delimiters",
    (args) => {
      const delimiter = argument(args, 1);
      return splitText(textArgument("split", args, 0), isList(delimiter) ? delimiter : [delimiter]);
    },
    2,
  ),
  defineStrict(
    "normalize(text, form?) → text in Unicode normal form NFC or the one named",
    (args) =>
      normalizeText(
        textArgument("normalize", args, 0),
        args.length > 1 ? textArgument("normalize", args, 1) : "NFC",
      ),
    1,
    2,
  ),
];
