import { distance } from "fastest-levenshtein";
import { Float } from "../../graph/property-value.js";
import type { CypherValue } from "../values/cypher-value.js";
import { outOfRange, typeMismatch } from "../values/value-error.js";
import { listArgument, textArgument } from "./argument.js";
import { codePointCount } from "./code-points.js";
import type { CypherFunction, FunctionContext } from "./cypher-function.js";
import { defineStrict } from "./define-function.js";

const onText = (signature: string, change: (text: string) => string): CypherFunction => {
  const name = signature.slice(0, signature.indexOf("("));
  return defineStrict(signature, (args) => change(textArgument(name, args, 0)), 1);
};

const onTexts = (
  signature: string,
  compare: (first: string, second: string, work: FunctionContext["work"]) => number | Float,
): CypherFunction => {
  const name = signature.slice(0, signature.indexOf("("));
  return defineStrict(
    signature,
    (args, { work }) => compare(textArgument(name, args, 0), textArgument(name, args, 1), work),
    2,
  );
};

function capitalized(text: string): string {
  const [first = ""] = text;
  return `${first.toUpperCase()}${text.slice(first.length)}`;
}

/** The work grows with the product of the lengths. */
const MAX_COMPARED = 20_000;
/** Pairs of letters that are compared while a byte is read. */
const LETTERS_PER_BYTE = 16;

function editDistance(first: string, second: string, work: FunctionContext["work"]): number {
  if (first.length > MAX_COMPARED || second.length > MAX_COMPARED) {
    throw outOfRange(
      `Texts of more than ${MAX_COMPARED} characters are not compared letter by letter. Compare shorter parts.`,
    );
  }
  work((first.length * second.length) / LETTERS_PER_BYTE);
  return distance(first, second);
}

function similarity(first: string, second: string, work: FunctionContext["work"]): number {
  const longest = Math.max(codePointCount(first), codePointCount(second));
  return longest === 0 ? 1 : 1 - editDistance(first, second, work) / longest;
}

/** Longest text that is made. */
const MAX_LENGTH = 4_194_304;

function joined(texts: readonly CypherValue[], delimiter: string): string {
  let length = 0;
  const parts = texts.map((text) => {
    if (typeof text !== "string") {
      throw typeMismatch("`apoc.text.join()`", "a list of strings", text);
    }
    length += text.length + delimiter.length;
    return text;
  });
  if (length > MAX_LENGTH) {
    throw outOfRange(
      `\`apoc.text.join()\` would make a text of more than ${MAX_LENGTH} characters. Join less at a time.`,
    );
  }
  return parts.join(delimiter);
}

/** Pairs of neighbouring letters of each word, with how often each comes. */
function letterPairs(text: string): Map<string, number> {
  const pairs = new Map<string, number>();
  for (const word of text.toUpperCase().split(/\s+/)) {
    for (let at = 0; at + 1 < word.length; at += 1) {
      const pair = word.slice(at, at + 2);
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
    }
  }
  return pairs;
}

/** Twice the shared letter pairs over all letter pairs. */
function sorensenDice(first: string, second: string): number {
  const left = letterPairs(first);
  const right = letterPairs(second);
  let shared = 0;
  let all = 0;
  for (const [pair, count] of left) {
    shared += Math.min(count, right.get(pair) ?? 0);
    all += count;
  }
  for (const count of right.values()) {
    all += count;
  }
  return all === 0 ? 0 : (2 * shared) / all;
}

export const APOC_TEXT_FUNCTIONS: readonly CypherFunction[] = [
  defineStrict(
    "apoc.text.join(texts, delimiter) → the texts with the delimiter between them",
    (args) =>
      joined(listArgument("apoc.text.join", args, 0), textArgument("apoc.text.join", args, 1)),
    2,
  ),
  onText("apoc.text.capitalize(text) → the text with a capital first letter", capitalized),
  onText("apoc.text.capitalizeAll(text) → each word with a capital first letter", (text) =>
    text.split(" ").map(capitalized).join(" "),
  ),
  onTexts("apoc.text.levenshteinDistance(a, b) → letters to change, add or drop", editDistance),
  onTexts(
    "apoc.text.levenshteinSimilarity(a, b) → 1.0 for equal texts, 0.0 where no letter stays",
    (first, second, work) => new Float(similarity(first, second, work)),
  ),
  onTexts(
    "apoc.text.sorensenDiceSimilarity(a, b) → the share of letter pairs that both have",
    (first, second) => new Float(sorensenDice(first, second)),
  ),
];
