import { CypherError } from "../source/cypher-error.js";
import type { CypherMap, CypherValue } from "../values/cypher-value.js";
import { fromJson } from "../values/from-json.js";
import { isList, isMap } from "../values/is-value.js";
import { toJson } from "../values/to-json.js";
import { typeMismatch } from "../values/value-error.js";
import { argument, listArgument, mapArgument, textArgument } from "./argument.js";
import type { CypherFunction } from "./cypher-function.js";
import { defineFunction, defineStrict } from "./define-function.js";

function keyOf(name: string, value: CypherValue): string {
  if (typeof value !== "string") {
    throw typeMismatch(`\`${name}()\``, "strings as keys", value);
  }
  return value;
}

function fromPairs(pairs: readonly CypherValue[]): CypherMap {
  const map = new Map<string, CypherValue>();
  for (const pair of pairs) {
    if (!isList(pair) || pair.length < 2) {
      throw typeMismatch("`apoc.map.fromPairs()`", "a list of pairs", pair);
    }
    map.set(keyOf("apoc.map.fromPairs", pair[0] ?? null), pair[1] ?? null);
  }
  return map;
}

function without(map: CypherMap, key: string): CypherMap {
  const rest = new Map(map);
  rest.delete(key);
  return rest;
}

function parsedJson(name: string, text: string): CypherValue {
  try {
    return fromJson(text);
  } catch (cause) {
    if (cause instanceof SyntaxError) {
      throw new CypherError({
        kind: "ArgumentError",
        phase: "runtime",
        detail: "InvalidArgumentValue",
        message: `\`${name}()\` was given text that is no JSON.`,
        cause,
      });
    }
    throw cause;
  }
}

export const APOC_MAP_FUNCTIONS: readonly CypherFunction[] = [
  defineStrict(
    "apoc.map.fromPairs(pairs) → a map of [key, value] pairs",
    (args) => fromPairs(listArgument("apoc.map.fromPairs", args, 0)),
    1,
  ),
  defineStrict(
    "apoc.map.fromLists(keys, values) → a map of keys and values of the same places",
    (args) => {
      const values = listArgument("apoc.map.fromLists", args, 1);
      return new Map(
        listArgument("apoc.map.fromLists", args, 0).map(
          (key, at) => [keyOf("apoc.map.fromLists", key), values[at] ?? null] as const,
        ),
      );
    },
    2,
  ),
  defineStrict(
    "apoc.map.merge(first, second) → both maps in one; the second wins",
    (args) =>
      new Map([
        ...mapArgument("apoc.map.merge", args, 0),
        ...mapArgument("apoc.map.merge", args, 1),
      ]),
    2,
  ),
  defineFunction(
    "apoc.map.setKey(map, key, value) → the map with the key set",
    (args) => {
      const key = textArgument("apoc.map.setKey", args, 1);
      return new Map([...mapArgument("apoc.map.setKey", args, 0), [key, argument(args, 2)]]);
    },
    3,
  ),
  defineStrict(
    "apoc.map.removeKey(map, key) → the map without the key",
    (args) =>
      without(
        mapArgument("apoc.map.removeKey", args, 0),
        textArgument("apoc.map.removeKey", args, 1),
      ),
    2,
  ),
  defineFunction(
    "apoc.convert.toJson(value) → the value as JSON text",
    (args) => JSON.stringify(toJson(argument(args, 0))),
    1,
  ),
  defineStrict(
    "apoc.convert.fromJsonMap(text) → the map in JSON text",
    (args) => {
      const value = parsedJson(
        "apoc.convert.fromJsonMap",
        textArgument("apoc.convert.fromJsonMap", args, 0),
      );
      if (value !== null && !isMap(value)) {
        throw typeMismatch("`apoc.convert.fromJsonMap()`", "JSON of an object", value);
      }
      return value;
    },
    1,
  ),
  defineStrict(
    "apoc.convert.fromJsonList(text) → the list in JSON text",
    (args) => {
      const value = parsedJson(
        "apoc.convert.fromJsonList",
        textArgument("apoc.convert.fromJsonList", args, 0),
      );
      if (value !== null && !isList(value)) {
        throw typeMismatch("`apoc.convert.fromJsonList()`", "JSON of a list", value);
      }
      return value;
    },
    1,
  ),
];
