import { createHash } from "node:crypto";

/**
 * The same for two answers with the same rows in any order: numbers to nine digits, whatever they are
 * kept in; lists in order of their items, null as an empty one.
 */
export function answerDigest(rows: readonly (readonly unknown[])[]): string {
  const texts = rows.map((row) => row.map(plain).join("\t")).sort();
  return createHash("sha256").update(texts.join("\n")).digest("hex").slice(0, 12);
}

function plain(value: unknown): string {
  if (typeof value === "number" || typeof value === "bigint") {
    return Number(Number(value).toPrecision(9)).toString();
  }
  if (Array.isArray(value)) {
    return `[${value.map(plain).sort().join()}]`;
  }
  if (typeof value === "object" && value !== null && "value" in value) {
    return plain(value.value);
  }
  return value === null || value === undefined ? "[]" : String(value);
}
