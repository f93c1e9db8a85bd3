import type { CypherValue } from "@redthread/core/cypher";
import { RedthreadError } from "@redthread/core/errors";
import { Float } from "@redthread/core/graph";

/** `--param` and `--param-text` as they were given, in order. */
export interface ParameterWords {
  readonly values: readonly string[];
  readonly texts: readonly string[];
}

/**
 * Parameters of a query. A value that is JSON keeps its JSON type: `2` is an integer, `2.0` a float,
 * `["a",null]` a list. What is no JSON, such as `0770` or `Captagon`, is a text. `--param-text` takes
 * everything as text.
 * @throws RedthreadError `USAGE` for a word without `=` or a name given twice.
 */
export function readParameters({ values, texts }: ParameterWords): Map<string, CypherValue> {
  const parameters = new Map<string, CypherValue>();
  const put = (word: string, option: string, read: (text: string) => CypherValue) => {
    const at = word.indexOf("=");
    if (at < 1) throw usage(`\`${option} ${word}\` has no name. Write \`${option} name=value\`.`);
    const name = word.slice(0, at);
    if (parameters.has(name)) {
      throw usage(`Parameter \`${name}\` is given twice. Give each parameter once.`);
    }
    parameters.set(name, read(word.slice(at + 1)));
  };
  for (const word of values) put(word, "--param", (text) => parseJsonValue(text) ?? asText(text));
  for (const word of texts) put(word, "--param-text", (text) => text);
  return parameters;
}

function usage(sentence: string): RedthreadError {
  return new RedthreadError("USAGE", sentence);
}

function asText(text: string): CypherValue {
  return text.trim() === "null" ? null : text;
}

const MAX_DEPTH = 100;
const TOKEN =
  /\s*(?:([{}[\],:])|(-?(?:0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?)(?![\w.])|("(?:[^"\\]|\\.)*")|(true|false|null)\b)\s*/y;

interface Reading {
  readonly text: string;
  /** Own copy: a sticky expression remembers where it stopped. */
  readonly token: RegExp;
}

type Token =
  | { readonly kind: "mark"; readonly mark: string }
  | { readonly kind: "value"; readonly value: CypherValue };

/** The value of a JSON text, or null when it is none (or is `null`). Integers stay integers. */
function parseJsonValue(text: string): CypherValue {
  const reading = { text, token: new RegExp(TOKEN.source, "y") };
  try {
    const value = readValue(reading, next(reading), 0);
    return reading.token.lastIndex === text.length ? value : null;
  } catch (error) {
    if (error instanceof NoJson) return null;
    throw error;
  }
}

class NoJson extends Error {}

function next({ text, token }: Reading): Token {
  const at = token.lastIndex;
  const match = token.exec(text);
  if (match === null || token.lastIndex === at) throw new NoJson();
  const [, mark, number, fraction, exponent, string, word] = match;
  if (mark !== undefined) return { kind: "mark", mark };
  if (number !== undefined) {
    const isFloat = fraction !== undefined || exponent !== undefined;
    return { kind: "value", value: isFloat ? new Float(Number(number)) : integerOf(number) };
  }
  if (string !== undefined) return { kind: "value", value: stringOf(string) };
  return { kind: "value", value: word === "null" ? null : word === "true" };
}

function integerOf(digits: string): CypherValue {
  const plain = Number(digits);
  if (Number.isSafeInteger(plain)) return plain;
  const exact = BigInt(digits);
  if (BigInt.asIntN(64, exact) === exact) return exact;
  throw usage(
    `\`${digits}\` is beyond 64 bits. Pass it with \`--param-text\` if it is a number to read, not to count with.`,
  );
}

function stringOf(json: string): string {
  try {
    return String(JSON.parse(json));
  } catch {
    throw new NoJson();
  }
}

function readValue(reading: Reading, token: Token, depth: number): CypherValue {
  if (token.kind === "value") return token.value;
  if (depth === MAX_DEPTH) throw new NoJson();
  if (token.mark === "[") return listOf(reading, depth);
  if (token.mark === "{") return mapOf(reading, depth);
  throw new NoJson();
}

function listOf(reading: Reading, depth: number): CypherValue {
  const items: CypherValue[] = [];
  let token = next(reading);
  if (isMark(token, "]")) return items;
  for (;;) {
    items.push(readValue(reading, token, depth + 1));
    token = next(reading);
    if (isMark(token, "]")) return items;
    if (!isMark(token, ",")) throw new NoJson();
    token = next(reading);
  }
}

function mapOf(reading: Reading, depth: number): CypherValue {
  const entries = new Map<string, CypherValue>();
  let token = next(reading);
  if (isMark(token, "}")) return entries;
  for (;;) {
    const key = token.kind === "value" ? token.value : null;
    if (typeof key !== "string" || !isMark(next(reading), ":")) throw new NoJson();
    entries.set(key, readValue(reading, next(reading), depth + 1));
    token = next(reading);
    if (isMark(token, "}")) return entries;
    if (!isMark(token, ",")) throw new NoJson();
    token = next(reading);
  }
}

function isMark(token: Token, mark: string): boolean {
  return token.kind === "mark" && token.mark === mark;
}
