import { type ExactJson, parseExactJson } from "../../graph/exact-json.js";
import { Float } from "../../graph/property-value.js";
import type { CypherValue } from "./cypher-value.js";

/** Deepest nesting that is read. */
const MAX_DEPTH = 100;

/** The value in JSON text: `20` is an integer, `20.0` a float. @throws SyntaxError when it is no JSON */
export function fromJson(text: string): CypherValue {
  return cypherValueOf(parseExactJson(text), 0);
}

function cypherValueOf(json: ExactJson, depth: number): CypherValue {
  if (depth > MAX_DEPTH) {
    throw new SyntaxError(`JSON nested deeper than ${MAX_DEPTH}`);
  }
  if (typeof json === "number") {
    return Number.isInteger(json) ? json + 0 : new Float(json);
  }
  if (json === null || typeof json !== "object" || json instanceof Float) {
    return json;
  }
  if (isJsonList(json)) {
    return json.map((item) => cypherValueOf(item, depth + 1));
  }
  return new Map(Object.entries(json).map(([key, item]) => [key, cypherValueOf(item, depth + 1)]));
}

const isJsonList = (json: ExactJson): json is readonly ExactJson[] => Array.isArray(json);
