import { type CypherValue, formatCell } from "@redthread/core/cypher";
import { Float } from "@redthread/core/graph";
import type { Dossier, DossierLink } from "@redthread/core/trace";
import { displayWidth } from "../terminal/display-width.js";
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

import { IDENTITY_COLUMNS, identityLines, identityRows } from "./identity-text.js";

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
    ...headLines(
      [paint.bold, ""],
      `${entity.name} — ${entity.labels.join(", ")}`,
      entity.id,
      layout,
    ),
    ...facts.flatMap(([what, text]) => (text === "" ? [] : factLines(what, text, layout))),
    ...identityLines(dossier.identity, quotes, layout),
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

/** A name with its id behind it, or under it where the line has no room for both. */
function headLines(
  [color, lead]: readonly [(text: string) => string, string],
  name: string,
  id: string,
  { width, paint }: Layout,
): readonly string[] {
  const [shownLead, shownName, shownId] = [lead, name, id].map(visibleText);
  const head = `${color(shownLead ?? "")}${paint.bold(shownName ?? "")}`;
  const isWide = displayWidth(`${shownLead}${shownName}  ${shownId}`) > width;
  const told = paint.dim(shownId ?? "");
  return isWide ? [head, `      ${told}`] : [`${head}  ${told}`];
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

/** Properties that read better in words than by their keys. */
const WORDS: ReadonlyMap<string, string> = new Map([["judgedRightBy", "judged right by"]]);

function linkLines(
  { link, direction, other }: DossierLink,
  quotes: number,
  layout: Layout,
): readonly string[] {
  const { paint } = layout;
  const arrow = direction === "out" ? `─ ${link.type} →` : `← ${link.type} ─`;
  const qualifiers = [...link.qualifiers]
    .map(([key, value]) => `${WORDS.get(key) ?? key} ${valueText(value)}`)
    .join("; ");
  return [
    ...headLines([paint.red, `  ${arrow} `], other.name, other.id, layout),
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
  ...IDENTITY_COLUMNS,
];

const NO_IDENTITY: readonly CypherValue[] = IDENTITY_COLUMNS.map(() => null);
const NO_QUOTE: readonly CypherValue[] = QUOTE_COLUMNS.map(() => null);

/**
 * A row a quote: those behind the entity's own figures first, then those of its links; then a row a merge
 * and one an entity that is alike.
 */
export function* dossierRows({
  entity,
  quotes,
  links,
  identity,
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
      ...NO_IDENTITY,
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
        ...NO_IDENTITY,
      ];
    }
  }
  for (const { other, values } of identityRows(identity)) {
    const [name, id] = [other?.name ?? null, other?.id ?? null];
    yield [entity.id, null, null, name, id, null, null, null, null, null, ...NO_QUOTE, ...values];
  }
}
