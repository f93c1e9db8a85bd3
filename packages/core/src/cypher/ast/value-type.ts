/** A type as `IS :: INTEGER | LIST<STRING NOT NULL>` names it: a value has it when it has one of these. */
export type ValueTypeUnion = readonly NamedType[];

export interface NamedType {
  readonly name: ValueTypeName;
  /** Of a LIST: what its items have to be. */
  readonly item: ValueTypeUnion | null;
  /** Null has every type that does not say NOT NULL. */
  readonly nullable: boolean;
}

export type ValueTypeName =
  | "ANY"
  | "NOTHING"
  | "NULL"
  | "PROPERTY VALUE"
  | "BOOLEAN"
  | "STRING"
  | "INTEGER"
  | "FLOAT"
  | "DATE"
  | "LOCAL TIME"
  | "ZONED TIME"
  | "LOCAL DATETIME"
  | "ZONED DATETIME"
  | "DURATION"
  | "POINT"
  | "NODE"
  | "RELATIONSHIP"
  | "MAP"
  | "LIST"
  | "PATH";

/** The type as Cypher writes it. */
export function printValueType(types: ValueTypeUnion): string {
  return types
    .map(({ name, item, nullable }) => {
      const body = item === null ? name : `${name}<${printValueType(item)}>`;
      return nullable ? body : `${body} NOT NULL`;
    })
    .join(" | ");
}
