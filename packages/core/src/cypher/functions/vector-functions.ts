import { Float } from "../../graph/property-value.js";
import type { CypherValue } from "../values/cypher-value.js";
import { isNumber, toDouble } from "../values/is-value.js";
import { badArgument, typeMismatch } from "../values/value-error.js";
import { listArgument } from "./argument.js";
import type { CypherFunction } from "./cypher-function.js";
import { defineStrict } from "./define-function.js";

/** Vectors are rounded to single precision, and so is what comes of them, as in Neo4j. */
function vectors(
  name: string,
  args: readonly CypherValue[],
): readonly [Float32Array, Float32Array] {
  const a = vector(name, listArgument(name, args, 0));
  const b = vector(name, listArgument(name, args, 1));
  if (a.length !== b.length) {
    throw badArgument(
      `\`${name}()\` was given vectors of ${a.length} and ${b.length} numbers. They have to be of one length.`,
    );
  }
  return [a, b];
}

function vector(name: string, list: readonly CypherValue[]): Float32Array {
  const numbers = list.map((item) => {
    if (!isNumber(item)) {
      throw typeMismatch(`\`${name}()\``, "lists of numbers", item);
    }
    return toDouble(item);
  });
  if (numbers.length === 0 || numbers.some((each) => !Number.isFinite(Math.fround(each)))) {
    throw badArgument(`\`${name}()\` was given a vector that is empty or not finite.`);
  }
  return Float32Array.from(numbers);
}

function cosine(args: readonly CypherValue[]): Float {
  const name = "vector.similarity.cosine";
  const [a, b] = vectors(name, args);
  const length = Math.sqrt(dot(a, a)) * Math.sqrt(dot(b, b));
  if (length === 0) {
    throw badArgument(
      `\`${name}()\` was given a vector without direction: all of its numbers are 0.`,
    );
  }
  return new Float(Math.fround((1 + dot(a, b) / length) / 2));
}

function euclidean(args: readonly CypherValue[]): Float {
  const [a, b] = vectors("vector.similarity.euclidean", args);
  const apart = a.reduce((sum, each, at) => sum + (each - (b[at] ?? 0)) ** 2, 0);
  return new Float(Math.fround(1 / (1 + apart)));
}

function dot(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, each, at) => sum + each * (b[at] ?? 0), 0);
}

export const VECTOR_FUNCTIONS: readonly CypherFunction[] = [
  defineStrict(
    "vector.similarity.cosine(a, b) → how alike two vectors point, from 0 to 1",
    cosine,
    2,
  ),
  defineStrict(
    "vector.similarity.euclidean(a, b) → how near two vectors lie, from 0 to 1",
    euclidean,
    2,
  ),
];
