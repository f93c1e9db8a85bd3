import type { CypherValue } from "@redthread/core/cypher";
import {
  type BandWorth,
  bandsInWords,
  strengthInWords,
  type TraceLink,
  type TraceNode,
  type TraceQuote,
} from "@redthread/core/trace";
import { type Layout, paragraph } from "../terminal/layout.js";
import { visibleText } from "../terminal/visible-text.js";

/**
 * Quotes with publisher, date and file under each. A sentence that several reports share stands once,
 * above all of them; beyond `most` sentences, or as many reports of one, they are counted.
 */
export function quoteLines(
  quotes: readonly TraceQuote[],
  indent: string,
  most: number,
  layout: Layout,
): readonly string[] {
  const groups = new Map<string, TraceQuote[]>();
  for (const quote of quotes) {
    const wording = quote.quote.replace(/\s+/g, " ").trim();
    const group = groups.get(wording);
    if (group === undefined) groups.set(wording, [quote]);
    else group.push(quote);
  }
  const { dim } = layout.paint;
  const more = (count: number, what: string, margin: string): readonly string[] =>
    count > 0 ? [dim(`${margin}and ${count} more ${what}`)] : [];
  const lines = [...groups]
    .slice(0, most)
    .flatMap(([wording, group]) => [
      ...paragraph(`“${wording}”`, indent, layout),
      ...group
        .slice(0, most)
        .flatMap((quote) =>
          paragraph(sourceText(quote), `${indent}  `, layout).map((line) => dim(line)),
        ),
      ...more(group.length - most, "with the same words", `${indent}  `),
    ]);
  const rest = groups.size - most;
  return [...lines, ...more(rest, rest === 1 ? "sentence" : "sentences", indent)];
}

function sourceText({ publisher, date, path, document, place, start, end }: TraceQuote): string {
  const who = publisher ?? "publisher unknown";
  const where = place === null ? "" : `, ${place}`;
  return `${who}, ${date ?? "undated"}, ${path ?? document}${where} (${start}–${end})`;
}

/** Such as `confirmed (0.92), 2 independent sources, alleged`. */
export const strengthText = (link: TraceLink): string => visibleText(strengthInWords(link));

/** What the bands named above were worth, under an empty line; none where no link is told. */
export function bandLines(bands: readonly BandWorth[], layout: Layout): readonly string[] {
  const note = bandsInWords(bands);
  return note === "" ? [] : ["", ...paragraph(visibleText(note), "", layout)];
}

/** What speaks against a link, under who says so; nothing where nobody does. */
export function denialLines(
  { denials }: TraceLink,
  indent: string,
  most: number,
  layout: Layout,
): readonly string[] {
  return denials.length === 0
    ? []
    : [`${indent}denied:`, ...quoteLines(denials, `${indent}  `, most, layout)];
}

/** Name and labels, such as `Captagon (Drug)`. */
export function nodeText({ name, labels }: TraceNode): string {
  return `${visibleText(name)} (${visibleText(labels.join(", "))})`;
}

/** Columns that {@link quoteRow} fills. */
export const QUOTE_COLUMNS = ["denied", "quote", "publisher", "date", "path", "span"] as const;

/** A quote as values of a row; one without quotes gives a single row of nulls. */
export function quoteRows(link: TraceLink): readonly (readonly CypherValue[])[] {
  const rows = [
    ...link.quotes.map((quote) => quoteRow(quote, false)),
    ...link.denials.map((quote) => quoteRow(quote, true)),
  ];
  return rows.length > 0 ? rows : [[false, null, null, null, null, null]];
}

export function quoteRow(quote: TraceQuote, isDenial: boolean): readonly CypherValue[] {
  const span = `${quote.document}:${quote.start}-${quote.end}`;
  return [isDenial, quote.quote, quote.publisher, quote.date, quote.path, span];
}
