import { CypherError } from "../source/cypher-error.js";

/** A field that is empty and not in quotes is null, as in Neo4j. */
export type Field = string | null;

/**
 * The records of a CSV text, one at a time. A quote in a quoted field is doubled or has a backslash before
 * it; empty lines are no records.
 */
export function* csvRecords(text: string, separator: string): Generator<readonly Field[]> {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let record: Field[] = [];
  for (let at = start; at < text.length; ) {
    const [field, end] =
      text[at] === '"' ? quoted(text, at, separator) : plain(text, at, separator);
    record.push(field);
    at = end;
    if (text[at] === separator) {
      at += 1;
      if (at < text.length && !isLineEnd(text[at])) {
        continue;
      }
      record.push(null);
    }
    at = afterLineEnd(text, at);
    if (record.length > 1 || record[0] !== null) {
      yield record;
    }
    record = [];
  }
}

const isLineEnd = (character: string | undefined): boolean =>
  character === "\n" || character === "\r";

function afterLineEnd(text: string, at: number): number {
  return text.startsWith("\r\n", at) ? at + 2 : at + 1;
}

function plain(text: string, start: number, separator: string): readonly [Field, number] {
  let at = start;
  while (at < text.length && text[at] !== separator && !isLineEnd(text[at])) {
    at += 1;
  }
  return [at === start ? null : text.slice(start, at), at];
}

/** @throws CypherError where something stands between a closing quote and the next separator, as Neo4j does */
function quoted(text: string, start: number, separator: string): readonly [Field, number] {
  let field = "";
  let from = start + 1;
  for (let at = from; at < text.length; at += 1) {
    const isEscaped = (text[at] === '"' || text[at] === "\\") && text[at + 1] === '"';
    if (isEscaped) {
      field += text.slice(from, at);
      from = at + 1;
      at += 1;
    } else if (text[at] === '"') {
      const [rest] = plain(text, at + 1, separator);
      if (rest !== null) {
        throw strayText(text, start, rest);
      }
      return [field + text.slice(from, at), at + 1];
    }
  }
  return [field + text.slice(from), text.length];
}

function strayText(text: string, start: number, rest: string): CypherError {
  const line = text.slice(0, start).split("\n").length;
  return new CypherError({
    kind: "ArgumentError",
    phase: "runtime",
    detail: "ExecutionFailed",
    message: `Line ${line} of the CSV has \`${rest.slice(0, 20)}\` behind a closing quote. Double the quotes inside a field, or name the right FIELDTERMINATOR.`,
  });
}
