import { type CypherValue, formatCell } from "@redthread/core/cypher";
import { Float } from "@redthread/core/graph";
import type { Dossier, DossierLink } from "@redthread/core/trace";
import { type Layout, paragraph } from "../terminal/layout.js";
import { visibleText } from "../terminal/visible-text.js";
import {
  bandLines,
  denialLines,
  QUOTE_COLUMNS,
  quoteLines,
  quoteRow,
  quoteRows,
  strengthText,
} from "./evidence-text.js";

/** All that a case knows of one entity, for people; `quotes` a link are shown, the rest is counted. */
export function dossierText(dossier: Dossier, quotes: number, layout: Layout): string {
  const { entity, aliases, states, firstSeen, lastSeen, sources, stops } = dossier;
  const { paint } = layout;
  const seen =
    firstSeen === null
      ? "undated"
      : firstSeen === lastSeen
        ? firstSeen
        : `${firstSeen} to ${lastSeen}`;
  const reports = sources.length === 1 ? "1 report" : `${sources.length} reports`;
  const facts: readonly (readonly [string, string])[] = [
    ["also called", aliases.join("; ")],
    ["state", states.map((state) => state.name).join(", ")],
    ["seen", `${seen}, in ${reports}`],
    ["stops", stops.map(({ place }) => place.name).join(" → ")],
    ...[...dossier.properties].map(([key, value]) => [key, valueText(value)] as const),
  ];
  const lines = [
    paint.bold(`${visibleText(entity.name)} — ${entity.labels.join(", ")}`) +
      paint.dim(`  ${visibleText(entity.id)}`),
    ...facts.flatMap(([what, text]) => (text === "" ? [] : factLines(what, text, layout))),
    ...titled(
      "Reports disagree",
      dossier.conflicts.flatMap((text) => paragraph(text, "    ", layout)),
    ),
    ...titled(
      "What it rests on",
      quoteLines(dossier.quotes, "    ", Number.POSITIVE_INFINITY, layout),
    ),
    ...titled(
      `Links (${dossier.links.length})`,
      dossier.links.flatMap((link) => linkLines(link, quotes, layout)),
    ),
    ...bandLines(dossier.bands, layout),
    ...titled(
      `Reports (${sources.length})`,
      sources.flatMap((source) => sourceLines(source, layout)),
    ),
  ];
  return `${lines.join("\n")}\n`;
}

function titled(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ["", title, ...lines];
}

function factLines(what: string, text: string, layout: Layout): readonly string[] {
  const [first = "", ...more] = paragraph(`${what}: ${text}`, "  ", layout);
  return [first, ...more.map((line) => `  ${line}`)];
}

/** A list as people write it; anything else as in a table. */
function valueText(value: CypherValue): string {
  return Array.isArray(value) ? value.map(formatCell).join(", ") : formatCell(value);
}

function linkLines(
  { link, direction, other }: DossierLink,
  quotes: number,
  layout: Layout,
): readonly string[] {
  const { paint } = layout;
  const arrow = direction === "out" ? `─ ${link.type} →` : `← ${link.type} ─`;
  const qualifiers = [...link.qualifiers]
    .map(([key, value]) => `${key} ${valueText(value)}`)
    .join("; ");
  return [
    `  ${paint.red(visibleText(arrow))} ${paint.bold(visibleText(other.name))} ${paint.dim(visibleText(other.id))}`,
    ...paragraph([strengthText(link), qualifiers].filter(Boolean).join("; "), "      ", layout),
    ...quoteLines(link.quotes, "      ", link.inferred ? Number.POSITIVE_INFINITY : quotes, layout),
    ...denialLines(link, "      ", quotes, layout),
  ];
}

function sourceLines(
  { document, publisher, date, path, copyOf }: Dossier["sources"][number],
  layout: Layout,
): readonly string[] {
  const copy = copyOf === null ? "" : `, a copy of ${copyOf}`;
  const text = `${date ?? "undated"}  ${publisher ?? "publisher unknown"}, ${path ?? document.name}${copy}`;
  return paragraph(text, "  ", layout);
}

export const DOSSIER_COLUMNS: readonly string[] = [
  "entity",
  "direction",
  "type",
  "other",
  "otherId",
  "confidence",
  "sources",
  "modality",
  "inferred",
  "qualifiers",
  ...QUOTE_COLUMNS,
];

/** A row a quote: those behind the entity's own figures first, then those of its links. */
export function* dossierRows({
  entity,
  quotes,
  links,
}: Dossier): Generator<readonly CypherValue[]> {
  for (const quote of quotes) {
    yield [
      entity.id,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      ...quoteRow(quote, false),
    ];
  }
  for (const { link, direction, other } of links) {
    for (const quote of quoteRows(link)) {
      yield [
        entity.id,
        direction,
        link.type,
        other.name,
        other.id,
        new Float(link.confidence),
        link.sources,
        link.modality,
        link.inferred,
        link.qualifiers,
        ...quote,
      ];
    }
  }
}
