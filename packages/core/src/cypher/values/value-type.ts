import type { CypherValue } from "./cypher-value.js";
import { isList } from "./is-value.js";
import { type TypeName, typeName } from "./type-name.js";

/** Names as Cypher's type predicates write them. */
const NAMES: Readonly<Record<Exclude<TypeName, "List">, string>> = {
  Null: "NULL",
  Boolean: "BOOLEAN",
  String: "STRING",
  Integer: "INTEGER",
  Float: "FLOAT",
  Date: "DATE",
  LocalTime: "LOCAL TIME",
  Time: "ZONED TIME",
  LocalDateTime: "LOCAL DATETIME",
  DateTime: "ZONED DATETIME",
  Duration: "DURATION",
  Point: "POINT",
  Node: "NODE",
  Relationship: "RELATIONSHIP",
  Map: "MAP",
  Path: "PATH",
};

/** Order in which a union of types is written. */
const ORDER: readonly string[] = [
  "NULL",
  "BOOLEAN",
  "STRING",
  "INTEGER",
  "FLOAT",
  "DATE",
  "LOCAL TIME",
  "ZONED TIME",
  "LOCAL DATETIME",
  "ZONED DATETIME",
  "DURATION",
  "POINT",
  "NODE",
  "RELATIONSHIP",
  "MAP",
  "LIST",
  "PATH",
];

const rankOf = (name: string): number => ORDER.indexOf(name.startsWith("LIST<") ? "LIST" : name);

/** `INTEGER NOT NULL`, `LIST<STRING | INTEGER> NOT NULL`, `NULL`: a list with a null drops the inner NOT NULL. */
export function valueTypeOf(value: CypherValue): string {
  return value === null ? "NULL" : `${bareType(value)} NOT NULL`;
}

function bareType(value: CypherValue): string {
  if (isList(value)) {
    return `LIST<${elementType(value)}>`;
  }
  return bareTypeName(value);
}

/** The name of a value's type without its items and without NOT NULL. */
export function bareTypeName(value: CypherValue): string {
  const name = typeName(value);
  return name === "List" ? "LIST" : NAMES[name];
}

function elementType(list: readonly CypherValue[]): string {
  if (list.length === 0) {
    return "NOTHING";
  }
  const hasNull = list.includes(null);
  const names = [...new Set(list.filter((item) => item !== null).map(bareType))].sort(
    (a, b) => rankOf(a) - rankOf(b) || (a < b ? -1 : Number(a > b)),
  );
  if (names.length === 0) {
    return "NULL";
  }
  return names.map((name) => (hasNull ? name : `${name} NOT NULL`)).join(" | ");
}
