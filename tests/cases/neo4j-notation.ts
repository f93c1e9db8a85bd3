import {
  type CypherMap,
  type CypherValue,
  NodeRecord,
  PathRecord,
  RelationshipRecord,
} from "@redthread/core/cypher";
import {
  DateTimeValue,
  DateValue,
  DurationValue,
  Float,
  formatTemporal,
  LocalDateTimeValue,
  LocalTimeValue,
  PointValue,
  TimeValue,
} from "@redthread/core/graph";

/** Rows as the recorded answers write them: `{a: 1} ; {a: 2}`, a single column without its name. */
export function rowsInNotation(
  columns: readonly string[],
  rows: readonly (readonly CypherValue[])[],
): readonly string[] {
  return rows.map((row) =>
    columns.length === 1
      ? inNotation(row[0] ?? null)
      : `{${columns.map((column, at) => `${column}: ${inNotation(row[at] ?? null)}`).join(", ")}}`,
  );
}

function inNotation(value: CypherValue): string {
  if (value === null || typeof value === "boolean" || typeof value === "number") {
    return String(value);
  }
  if (typeof value === "bigint") {
    return String(value);
  }
  if (typeof value === "string") {
    return JSON.stringify(value);
  }
  return objectInNotation(value);
}

const TEMPORAL = [
  [DateTimeValue, "DateTime"],
  [DateValue, "Date"],
  [DurationValue, "Duration"],
  [LocalDateTimeValue, "LocalDateTime"],
  [LocalTimeValue, "LocalTime"],
  [TimeValue, "Time"],
] as const;

function objectInNotation(value: Exclude<CypherValue, null | boolean | number | bigint | string>) {
  if (value instanceof Float) {
    return floatInNotation(value.value);
  }
  if (value instanceof NodeRecord) {
    return `(${value.labels.map((label) => `:${label}`).join("")} ${mapInNotation(value.properties)})`;
  }
  if (value instanceof RelationshipRecord) {
    return `[:${value.type} ${mapInNotation(value.properties)}]`;
  }
  if (value instanceof PathRecord) {
    const parts = value.nodes.flatMap((node, at) => {
      const relationship = value.relationships[at];
      return relationship === undefined ? [node] : [node, relationship];
    });
    return `<path ${parts.map(inNotation).join("")}>`;
  }
  if (value instanceof PointValue) {
    const z = value.z === null ? "" : `, z=${floatInNotation(value.z)}`;
    return `Point(Point{srid=${value.srid}, x=${floatInNotation(value.x)}, y=${floatInNotation(value.y)}${z}})`;
  }
  for (const [type, name] of TEMPORAL) {
    if (value instanceof type) {
      return `${name}(${formatTemporal(value)})`;
    }
  }
  if (value instanceof Map) {
    return mapInNotation(value);
  }
  return Array.isArray(value) ? `[${value.map(inNotation).join(", ")}]` : String(value);
}

function floatInNotation(value: number): string {
  if (Object.is(value, -0)) {
    return "-0.0";
  }
  const text = String(value);
  return /^-?\d+$/.test(text) ? `${text}.0` : text;
}

function mapInNotation(map: CypherMap): string {
  return `{${[...map].map(([key, value]) => `${key}: ${inNotation(value)}`).join(", ")}}`;
}

/**
 * The text with the entries of every map and the labels of every node in one order, and temporal
 * values without the zeros that the recording driver writes, no-break spaces as the spaces that the
 * recording made of them. `anyListOrder` sorts lists too: neither
 * engine promises an order of keys, labels or what a pattern comprehension finds.
 */
export function canonical(text: string, anyListOrder = false): string {
  const { out } = readUntil(text, 0, "", anyListOrder);
  return out
    .replaceAll("\u00a0", " ")
    .replaceAll(/\((?::\w+)+/g, (labels) => `(${labels.slice(1).split(":").sort().join(":")}`)
    .replaceAll(
      /Date\(([+-]?)0*(\d{4,})/g,
      (_, sign: string, year: string) => `Date(${sign}${year}`,
    )
    .replaceAll(/(?:Date)?Time\([^)]*\)/g, (time) =>
      time
        .replace(/(\.\d*?)0+(?=[Z+\-)[])/, (_, fraction: string) =>
          fraction === "." ? "" : fraction,
        )
        .replace(/(\d\d:\d\d):00(?=[Z+\-)[])/, "$1"),
    )
    .replaceAll(/(Duration\([^)]*?)T\)/g, "$1)");
}

const CLOSING: Readonly<Record<string, string>> = { "{": "}", "[": "]", "(": ")" };

function readUntil(
  text: string,
  start: number,
  close: string,
  anyListOrder: boolean,
): { out: string; end: number } {
  const isSorted = close === "}" || (close === "]" && anyListOrder);
  const parts: string[] = [""];
  let at = start;
  const append = (piece: string) => {
    parts[parts.length - 1] += piece;
  };
  while (at < text.length && text[at] !== close) {
    const unit = text[at] ?? "";
    const closing = CLOSING[unit];
    if (unit === '"') {
      const end = endOfString(text, at);
      append(text.slice(at, end));
      at = end;
    } else if (closing !== undefined) {
      const inner = readUntil(text, at + 1, closing, anyListOrder);
      append(unit + inner.out + closing);
      at = inner.end + 1;
    } else if (isSorted && text.startsWith(", ", at)) {
      parts.push("");
      at += 2;
    } else {
      append(unit);
      at += 1;
    }
  }
  return { out: isSorted ? parts.sort().join(", ") : parts.join(""), end: at };
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') {
    at += text[at] === "\\" ? 2 : 1;
  }
  return at + 1;
}
