/** Words that are written in backticks when they are names, so that no reader takes them for keywords. */
const RESERVED = new Set(
  (
    "ALL AND ANY AS ASC BY CALL CASE COLLECT CONTAINS COUNT CREATE DELETE DESC DETACH DISTINCT ELSE END ENDS " +
    "EXISTS FALSE FOREACH IN IS LIMIT MATCH MERGE NODETACH NONE NOT NULL OFFSET ON OPTIONAL OR ORDER REDUCE " +
    "REMOVE RETURN SET SHORTESTPATH ALLSHORTESTPATHS SINGLE SKIP STARTS THEN TRUE UNION UNWIND USING WHEN " +
    "WHERE WITH XOR YIELD"
  ).split(" "),
);

/** A variable, label, type or key as Cypher reads it, in backticks where it needs them. */
export function printName(name: string): string {
  const plain = /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !RESERVED.has(name.toUpperCase());
  return plain ? name : `\`${name.replaceAll("`", "``")}\``;
}

/** Keywords that start no clause and so may stand before the parenthesis of a call. */
const CALLABLE = new Set(["ALL", "ANY", "COLLECT", "COUNT", "EXISTS", "NONE", "REDUCE", "SINGLE"]);

/** The name of a function or procedure, dots included. */
export function printQualifiedName(name: string): string {
  return name
    .split(".")
    .map((part) => (CALLABLE.has(part.toUpperCase()) ? part : printName(part)))
    .join(".");
}

/** A text in single quotes. */
export function printString(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
