import { strengthInWords } from "../words/strength-words.js";
import type { Citation, CitedLink } from "./citation.js";

/** Footnotes in plain text: what the link says, then a numbered source a line. */
export function citeText(links: readonly CitedLink[]): string {
  return links
    .map(({ link, proofs, denials }) =>
      [
        `${flat(link.start.name)} ${link.type} ${flat(link.end.name)}: ${strengthInWords(link)}.`,
        ...proofs.map((one, at) => `${at + 1}. ${sourceText(one)}`),
        ...denials.map((one, at) => `${proofs.length + at + 1}. Denied: ${sourceText(one)}`),
      ].join("\n"),
    )
    .join("\n\n");
}

/** Publisher, title, date, quote, and where the quote stands in which file. */
export function sourceText(citation: Citation): string {
  const { quote, publisher, title, date } = citation.quote;
  const head = [publisher ?? "Publisher unknown", title, date ?? "undated"].filter(
    (part) => part !== null,
  );
  return `${flat(head.join(", "))}: “${flat(quote)}” (${placeText(citation)}).`;
}

/** Where a quote stands: file, characters and the hash of the text, by which anyone can check it. */
export function placeText({ quote: { path, document, start, end }, sha256 }: Citation): string {
  const hash = sha256 === null ? "" : `, SHA-256 ${sha256}`;
  return flat(`${path ?? document}, characters ${start} to ${end}${hash}`);
}

/** One line: a report may hold line ends, a footnote may not. */
export const flat = (text: string): string => text.replace(/\s+/g, " ").trim();
