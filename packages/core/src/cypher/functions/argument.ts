import type { CypherMap, CypherValue } from "../values/cypher-value.js";
import { isInteger, isList, isMap, isNumber, toDouble } from "../values/is-value.js";
import { typeMismatch } from "../values/value-error.js";

type Arguments = readonly CypherValue[];

const called = (name: string): string => `\`${name}()\``;

/** The argument at a place, null where it was left out. */
export const argument = (args: Arguments, at: number): CypherValue => args[at] ?? null;

export function textArgument(name: string, args: Arguments, at: number): string {
  const value = argument(args, at);
  if (typeof value !== "string") {
    throw typeMismatch(called(name), "a string", value);
  }
  return value;
}

/** An integer as a number; beyond ±2^53 it is rounded. */
export function integerArgument(name: string, args: Arguments, at: number): number {
  const value = argument(args, at);
  if (!isInteger(value)) {
    throw typeMismatch(called(name), "an integer", value);
  }
  return Number(value);
}

export function numberArgument(name: string, args: Arguments, at: number): number {
  const value = argument(args, at);
  if (!isNumber(value)) {
    throw typeMismatch(called(name), "a number", value);
  }
  return toDouble(value);
}

export function listArgument(name: string, args: Arguments, at: number): readonly CypherValue[] {
  const value = argument(args, at);
  if (!isList(value)) {
    throw typeMismatch(called(name), "a list", value);
  }
  return value;
}

export function mapArgument(name: string, args: Arguments, at: number): CypherMap {
  const value = argument(args, at);
  if (!isMap(value)) {
    throw typeMismatch(called(name), "a map", value);
  }
  return value;
}
