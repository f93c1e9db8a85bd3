import type { Citation, CitedLink } from "./citation.js";
import { flat, placeText } from "./cite-text.js";

/** An entry a source; the quote and its place stand in `note`. */
export function citeBibtex(links: readonly CitedLink[]): string {
  const entries = links.flatMap(({ proofs, denials }) => [...proofs, ...denials]).map(toEntry);
  return [...new Set(entries)].join("\n\n");
}

function toEntry(citation: Citation): string {
  const { publisher, title, date, path, document, quote } = citation.quote;
  const [year, month] = (date ?? "").split("-");
  const fields: readonly (readonly [string, string | null | undefined])[] = [
    // Names of bodies are no names of people: the second pair of braces keeps them whole.
    ["author", publisher === null ? null : `{${escaped(publisher)}}`],
    ["title", `{${escaped(title ?? path ?? document)}}`],
    ["year", year === "" ? null : year],
    ["month", month],
    ["note", escaped(`“${flat(quote)}” (${placeText(citation)})`)],
  ];
  const lines = fields.flatMap(([name, value]) =>
    value == null ? [] : [`  ${name} = {${value}}`],
  );
  return `@misc{${citation.key},\n${lines.join(",\n")}\n}`;
}

const SPELT: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "{": "\\{",
  "}": "\\}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};

/** What TeX would obey, spelt out. */
const escaped = (text: string): string =>
  flat(text).replace(/[\\{}~^$&#%_]/g, (mark) => SPELT[mark] ?? `\\${mark}`);
