/** What is known about the type of an expression before it runs. `any` when nothing is. */
export type StaticType =
  | {
      readonly kind:
        | "any"
        | "null"
        | "boolean"
        | "integer"
        | "float"
        | "number"
        | "string"
        | "map"
        | "node"
        | "relationship"
        | "path"
        | "temporal"
        | "duration"
        | "point";
    }
  | { readonly kind: "list"; readonly item: StaticType };

export type TypeKind = StaticType["kind"];

export const ANY: StaticType = { kind: "any" };
export const BOOLEAN: StaticType = { kind: "boolean" };
export const INTEGER: StaticType = { kind: "integer" };
export const FLOAT: StaticType = { kind: "float" };
export const NUMBER: StaticType = { kind: "number" };
export const STRING: StaticType = { kind: "string" };
export const MAP: StaticType = { kind: "map" };
export const NODE: StaticType = { kind: "node" };
export const RELATIONSHIP: StaticType = { kind: "relationship" };
export const PATH: StaticType = { kind: "path" };
export const TEMPORAL: StaticType = { kind: "temporal" };
export const DURATION: StaticType = { kind: "duration" };
export const POINT: StaticType = { kind: "point" };
export const NULL: StaticType = { kind: "null" };

export function listOf(item: StaticType): StaticType {
  return { kind: "list", item };
}

/** Whether a value of the type may be one of the kinds: anything may be null, `any` may be anything. */
export function mayBe(type: StaticType, ...kinds: readonly TypeKind[]): boolean {
  if (type.kind === "any" || type.kind === "null") {
    return true;
  }
  const isNumber = type.kind === "integer" || type.kind === "float";
  return (
    kinds.includes(type.kind) ||
    (isNumber && kinds.includes("number")) ||
    (type.kind === "number" && (kinds.includes("integer") || kinds.includes("float")))
  );
}

/** The narrowest type that holds values of both. */
export function join(left: StaticType, right: StaticType): StaticType {
  if (left.kind === "null" || right.kind === "null") {
    return left.kind === "null" ? right : left;
  }
  if (left.kind === "list" && right.kind === "list") {
    return listOf(join(left.item, right.item));
  }
  if (left.kind === right.kind) {
    return left;
  }
  const numeric = [left, right].every(({ kind }) => ["integer", "float", "number"].includes(kind));
  return numeric ? NUMBER : ANY;
}

const NAMES: Readonly<Record<TypeKind, string>> = {
  any: "a value",
  null: "null",
  boolean: "a boolean",
  integer: "an integer",
  float: "a float",
  number: "a number",
  string: "a string",
  map: "a map",
  node: "a node",
  relationship: "a relationship",
  path: "a path",
  temporal: "a temporal value",
  duration: "a duration",
  point: "a point",
  list: "a list",
};

/** The type in words, with its article: `a node`. */
export function describeType(kind: TypeKind): string {
  return NAMES[kind];
}

/** `a node, a relationship or a map`. */
export function describeTypes(kinds: readonly TypeKind[]): string {
  const names = kinds.map(describeType);
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} or ${last}`;
}
