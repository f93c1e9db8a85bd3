// RFC 4180 with `\n` at line ends. An empty field is no value, `""` an empty text.
import { unusable } from "./graph-elements.js";

const FORMULA = /^'*[=+\-@\t\r]/;
const GUARDED = /^'+[=+\-@\t\r]/;

/** A field; a text that a spreadsheet would work out gets a `'` in front, which {@link unguarded} takes away. */
export function csvField(text: string | null): string {
  if (text === null) return "";
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return safe === "" || /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export const unguarded = (text: string): string => (GUARDED.test(text) ? text.slice(1) : text);

/** A line of fields that are written already. */
export const csvLine = (fields: readonly string[]): string => `${fields.join(",")}\n`;

/** The rows of a text, with null for a field that is empty and not quoted. Blank lines are none. */
export function readCsv(text: string): readonly (readonly (string | null)[])[] {
  const rows: (string | null)[][] = [];
  const bare = text.replace(/^\ufeff/, "");
  const field = /(?:"([^"]*(?:""[^"]*)*)"|([^,"\r\n]*))(,|\r\n|\n|\r|$)/y;
  let row: (string | null)[] = [];
  while (field.lastIndex < bare.length || row.length > 0) {
    const at = field.lastIndex;
    const found = field.exec(bare);
    if (found === null) throw unusable(`line ${lineOf(bare, at)} of its CSV has a stray quote`);
    const [, quoted, plain = "", end] = found;
    row.push(quoted?.replaceAll('""', '"') ?? (plain === "" ? null : plain));
    if (end === ",") continue;
    if (row.length > 1 || row[0] !== null) rows.push(row);
    row = [];
    if (end === "") break;
  }
  return rows;
}

const lineOf = (text: string, at: number): number => text.slice(0, at).split(/\r\n|\n|\r/).length;
