import { add } from "../values/arithmetic.js";
import type { CypherValue } from "../values/cypher-value.js";
import { equals } from "../values/equals.js";
import { groupingKey } from "../values/equivalent.js";
import { isList } from "../values/is-value.js";
import { orderValues } from "../values/order.js";
import { argument, listArgument } from "./argument.js";
import type { CypherFunction } from "./cypher-function.js";
import { defineStrict } from "./define-function.js";
import { AverageAccumulator } from "./sum-accumulator.js";

type List = readonly CypherValue[];

const onList = (signature: string, read: (list: List) => CypherValue): CypherFunction => {
  const name = signature.slice(0, signature.indexOf("("));
  return defineStrict(signature, (args) => read(listArgument(name, args, 0)), 1);
};

const onLists = (
  signature: string,
  read: (first: List, second: List) => CypherValue,
): CypherFunction => {
  const name = signature.slice(0, signature.indexOf("("));
  return defineStrict(
    signature,
    (args) => read(listArgument(name, args, 0), listArgument(name, args, 1)),
    2,
  );
};

/** Each value once, where it first stands. */
function distinct(list: List): CypherValue[] {
  const seen = new Map<string | number, CypherValue>();
  for (const value of list) {
    const key = groupingKey(value);
    if (!seen.has(key)) {
      seen.set(key, value);
    }
  }
  return [...seen.values()];
}

const keysOf = (list: List): ReadonlySet<string | number> => new Set(list.map(groupingKey));

function extreme(list: List, sign: 1 | -1): CypherValue {
  const known = list.filter((value) => value !== null);
  return known.reduce(
    (best: CypherValue, value) =>
      best === null || orderValues(value, best) * sign < 0 ? value : best,
    null,
  );
}

function average(list: List): CypherValue {
  const mean = new AverageAccumulator();
  for (const value of list) {
    mean.add([value]);
  }
  return mean.result();
}

const sum = (list: List): CypherValue => list.reduce((total, value) => add(total, value), 0);

const flat = (list: List): CypherValue[] =>
  list.flatMap((value) => (isList(value) ? value : [value]));

export const APOC_LIST_FUNCTIONS: readonly CypherFunction[] = [
  onList("apoc.coll.max(list) → the last value in order", (list) => extreme(list, -1)),
  onList("apoc.coll.min(list) → the first value in order", (list) => extreme(list, 1)),
  onList("apoc.coll.sum(list) → the sum of the values", sum),
  onList("apoc.coll.avg(list) → the mean of the values", average),
  onList("apoc.coll.sort(list) → the list in order", (list) => list.toSorted(orderValues)),
  onList("apoc.coll.toSet(list) → each value once", distinct),
  onList("apoc.coll.flatten(list) → the list with the lists in it opened", flat),
  onList("apoc.coll.pairsMin(list) → each pair of neighbours", (list) =>
    list.slice(1).map((value, at) => [list[at] ?? null, value]),
  ),
  onLists("apoc.coll.intersection(first, second) → what both hold, once", (first, second) => {
    const wanted = keysOf(second);
    return distinct(first).filter((value) => wanted.has(groupingKey(value)));
  }),
  onLists("apoc.coll.union(first, second) → what either holds, once", (first, second) =>
    distinct([...first, ...second]),
  ),
  onLists(
    "apoc.coll.subtract(first, second) → what only the first holds, once",
    (first, second) => {
      const unwanted = keysOf(second);
      return distinct(first).filter((value) => !unwanted.has(groupingKey(value)));
    },
  ),
  onLists("apoc.coll.containsAll(list, wanted) → whether the list holds all", (list, wanted) => {
    const held = keysOf(list);
    return wanted.every((value) => held.has(groupingKey(value)));
  }),
  defineStrict(
    "apoc.coll.contains(list, value) → whether the list holds the value",
    (args) =>
      listArgument("apoc.coll.contains", args, 0).some(
        (item) => equals(item, argument(args, 1)) === true,
      ),
    2,
  ),
  defineStrict(
    "apoc.coll.indexOf(list, value) → the first place of the value, -1 when it is not there",
    (args) =>
      listArgument("apoc.coll.indexOf", args, 0).findIndex(
        (item) => equals(item, argument(args, 1)) === true,
      ),
    2,
  ),
];
