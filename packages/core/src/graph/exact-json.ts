import { Float } from "./property-value.js";

/**
 * JSON in which `20.0` and `20` differ: a whole number with a point or an exponent is a {@link Float},
 * one beyond ±2^53 a bigint. Numbers that are not whole need no mark and stay numbers.
 */
export type ExactJson =
  | null
  | boolean
  | number
  | bigint
  | Float
  | string
  | readonly ExactJson[]
  | { readonly [key: string]: ExactJson };

/** A number that JSON.parse would blur: a whole one with a point, one with an exponent, one of 16 digits or more. */
const BLURRED = /[:[,]\s*-?(?:\d+\.0+[,\]}\s]|\d+(?:\.\d+)?[eE]|\d{16})/;
const NUMBER = /-?\d+(\.\d+)?([eE][+-]?\d+)?/y;
const MAX_DEPTH = 32;

/** Parses JSON text. @throws SyntaxError when it is none */
export function parseExactJson(text: string): ExactJson {
  // What JSON.parse gives is JSON.
  const plain = JSON.parse(text) as ExactJson;
  // The text is JSON from here on: the parser below need not check what JSON.parse has checked.
  return BLURRED.test(text) ? new ExactParser(text).parse() : plain;
}

class ExactParser {
  readonly #text: string;
  readonly #number = new RegExp(NUMBER);
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  parse(): ExactJson {
    return this.#value(0);
  }

  #value(depth: number): ExactJson {
    if (depth > MAX_DEPTH) {
      throw new SyntaxError(`JSON nested deeper than ${MAX_DEPTH}`);
    }
    this.#skipSpace();
    switch (this.#text[this.#at]) {
      case "{":
        return this.#object(depth);
      case "[":
        return this.#array(depth);
      case '"':
        return this.#string();
      case "t":
        this.#at += 4;
        return true;
      case "f":
        this.#at += 5;
        return false;
      case "n":
        this.#at += 4;
        return null;
      default:
        return this.#numberValue();
    }
  }

  #object(depth: number): ExactJson {
    const entries: [string, ExactJson][] = [];
    this.#at += 1;
    while (!this.#takes("}")) {
      this.#takes(",");
      this.#skipSpace();
      const key = this.#string();
      this.#takes(":");
      entries.push([key, this.#value(depth + 1)]);
    }
    return Object.fromEntries(entries);
  }

  #array(depth: number): ExactJson {
    const items: ExactJson[] = [];
    this.#at += 1;
    while (!this.#takes("]")) {
      this.#takes(",");
      items.push(this.#value(depth + 1));
    }
    return items;
  }

  /** Up to the next quote that no odd run of backslashes precedes. */
  #string(): string {
    const start = this.#at;
    let end = this.#text.indexOf('"', start + 1);
    while (this.#isEscaped(end)) {
      end = this.#text.indexOf('"', end + 1);
    }
    this.#at = end + 1;
    const raw = this.#text.slice(start + 1, end);
    // JSON.parse of a string literal gives a string.
    return raw.includes("\\") ? (JSON.parse(`"${raw}"`) as string) : raw;
  }

  #isEscaped(at: number): boolean {
    let backslashes = 0;
    while (this.#text[at - 1 - backslashes] === "\\") {
      backslashes += 1;
    }
    return backslashes % 2 === 1;
  }

  #numberValue(): number | bigint | Float {
    this.#number.lastIndex = this.#at;
    const match = this.#number.exec(this.#text);
    const digits = match?.[0] ?? "0";
    this.#at += digits.length;
    if (match?.[1] !== undefined || match?.[2] !== undefined) {
      return new Float(Number(digits));
    }
    const whole = Number(digits);
    return Number.isSafeInteger(whole) ? whole + 0 : BigInt(digits);
  }

  #takes(character: string): boolean {
    this.#skipSpace();
    if (this.#text[this.#at] !== character) {
      return false;
    }
    this.#at += 1;
    return true;
  }

  #skipSpace(): void {
    while (" \t\n\r".includes(this.#text[this.#at] ?? "x")) {
      this.#at += 1;
    }
  }
}
