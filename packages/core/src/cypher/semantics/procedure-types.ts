import type { ProcedureField } from "./catalog.js";
import { ANY, listOf, type StaticType } from "./static-type.js";

const TYPES: ReadonlyMap<string, StaticType> = new Map([
  ["BOOLEAN", { kind: "boolean" }],
  ["INTEGER", { kind: "integer" }],
  ["FLOAT", { kind: "float" }],
  ["NUMBER", { kind: "number" }],
  ["STRING", { kind: "string" }],
  ["MAP", { kind: "map" }],
  ["NODE", { kind: "node" }],
  ["RELATIONSHIP", { kind: "relationship" }],
  ["PATH", { kind: "path" }],
  ["DATE", { kind: "temporal" }],
  ["DATETIME", { kind: "temporal" }],
  ["LOCALDATETIME", { kind: "temporal" }],
  ["TIME", { kind: "temporal" }],
  ["LOCALTIME", { kind: "temporal" }],
  ["DURATION", { kind: "duration" }],
  ["POINT", { kind: "point" }],
]);

/** The static type of a procedure's parameter or result; `any` for a notation it does not know. */
export function procedureFieldType(field: ProcedureField): StaticType {
  return parse(field.type.toUpperCase().replaceAll(/[\s?]/g, ""));
}

function parse(notation: string): StaticType {
  if (notation.startsWith("LIST")) {
    const item = /^LIST(?:OF|<)(.+?)>?$/.exec(notation)?.[1];
    return listOf(item === undefined ? ANY : parse(item));
  }
  return TYPES.get(notation) ?? ANY;
}
