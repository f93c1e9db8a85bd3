import { AGGREGATE_FUNCTIONS } from "./aggregate-functions.js";
import { APOC_DATE_FUNCTIONS } from "./apoc-date-functions.js";
import { APOC_LIST_FUNCTIONS } from "./apoc-list-functions.js";
import { APOC_MAP_FUNCTIONS } from "./apoc-map-functions.js";
import { APOC_TEXT_FUNCTIONS } from "./apoc-text-functions.js";
import { CONVERSION_FUNCTIONS } from "./conversion-functions.js";
import type { AggregateFunction, CypherFunction } from "./cypher-function.js";
import { GDS_FUNCTIONS } from "./gds-functions.js";
import { GRAPH_FUNCTIONS } from "./graph-functions.js";
import { LIST_FUNCTIONS } from "./list-functions.js";
import { NUMERIC_FUNCTIONS } from "./numeric-functions.js";
import { PREDICATE_FUNCTIONS } from "./predicate-functions.js";
import { RANDOM_FUNCTIONS } from "./random-functions.js";
import { SPATIAL_FUNCTIONS } from "./spatial-functions.js";
import { STRING_FUNCTIONS } from "./string-functions.js";
import { TEMPORAL_FUNCTIONS } from "./temporal-functions.js";
import { TRIGONOMETRIC_FUNCTIONS } from "./trigonometric-functions.js";
import { VECTOR_FUNCTIONS } from "./vector-functions.js";

/** A function as documentation lists it. */
export interface FunctionSummary {
  readonly name: string;
  readonly family: string;
  readonly summary: string;
  readonly isAggregate: boolean;
}

const FAMILIES: ReadonlyMap<string, readonly CypherFunction[]> = new Map([
  ["string", STRING_FUNCTIONS],
  ["list", LIST_FUNCTIONS],
  ["numeric", [...NUMERIC_FUNCTIONS, ...RANDOM_FUNCTIONS]],
  ["trigonometric", TRIGONOMETRIC_FUNCTIONS],
  ["conversion", CONVERSION_FUNCTIONS],
  ["graph", GRAPH_FUNCTIONS],
  ["predicate", PREDICATE_FUNCTIONS],
  ["temporal", TEMPORAL_FUNCTIONS],
  ["spatial", SPATIAL_FUNCTIONS],
  ["vector", VECTOR_FUNCTIONS],
  ["gds", GDS_FUNCTIONS],
  [
    "apoc",
    [...APOC_LIST_FUNCTIONS, ...APOC_MAP_FUNCTIONS, ...APOC_TEXT_FUNCTIONS, ...APOC_DATE_FUNCTIONS],
  ],
]);

const byName = <T extends { readonly name: string }>(functions: Iterable<T>) =>
  new Map([...functions].map((each) => [each.name.toLowerCase(), each] as const));

const FUNCTIONS: ReadonlyMap<string, CypherFunction> = byName([...FAMILIES.values()].flat());
const AGGREGATES: ReadonlyMap<string, AggregateFunction> = byName(AGGREGATE_FUNCTIONS);

/** The scalar function of that name, whatever its case. */
export function findFunction(name: string): CypherFunction | undefined {
  return FUNCTIONS.get(name.toLowerCase());
}

/** The aggregate of that name, whatever its case. */
export function findAggregate(name: string): AggregateFunction | undefined {
  return AGGREGATES.get(name.toLowerCase());
}

/** All functions, by family and then by name. */
export function listFunctions(): readonly FunctionSummary[] {
  const scalars = [...FAMILIES].flatMap(([family, functions]) =>
    functions.map(({ name, summary }) => ({ name, family, summary, isAggregate: false })),
  );
  const aggregates = AGGREGATE_FUNCTIONS.map(({ name, summary }) => ({
    name,
    family: "aggregate",
    summary,
    isAggregate: true,
  }));
  const key = ({ family, name }: FunctionSummary): string => `${family} ${name.toLowerCase()}`;
  return [...scalars, ...aggregates].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
