import type { CypherValue } from "@redthread/core/cypher";
import { Float } from "@redthread/core/graph";
import type { Crosser, TraceLink } from "@redthread/core/trace";
import { counted } from "../terminal/counted.js";
import { type Layout, paragraph } from "../terminal/layout.js";
import { visibleText } from "../terminal/visible-text.js";
import { nodeText, quoteLines, strengthText } from "./evidence-text.js";
import { moreLines } from "./more-lines.js";

/** Links shown a state before the rest is counted. */
const LINKS = 2;

/** How much of those who cross borders is shown. */
interface Shown {
  readonly limit: number;
  readonly quotes: number;
}

/** Who is active in several states, for people. */
export function crossersText(
  found: readonly Crosser[],
  { limit, quotes }: Shown,
  layout: Layout,
): string {
  if (found.length === 0)
    return "Nobody in this case is known to be active in all of these states.\n";
  const lines = found
    .slice(0, limit)
    .flatMap(({ entity, states }, at) => [
      ...(at === 0 ? [] : [""]),
      ...paragraph(
        `${nodeText(entity)}: ${states.map(({ name }) => name).join(", ")}`,
        "",
        layout,
      ).map((line) => layout.paint.bold(line)),
      ...states.flatMap(({ name, links }) => [
        `  ${visibleText(name)}`,
        ...links.slice(0, LINKS).flatMap((link) => linkLines(link, quotes, layout)),
        ...(links.length > LINKS
          ? [layout.paint.dim(`    and ${counted(links.length - LINKS, "other link")}`)]
          : []),
      ]),
    ]);
  const rest = moreLines(found.length - limit, "name", layout);
  return `${[...lines, ...rest].join("\n")}\n`;
}

function linkLines(link: TraceLink, quotes: number, layout: Layout): readonly string[] {
  return [
    ...paragraph(`${link.start.name} ─ ${link.type} → ${link.end.name}`, "    ", layout),
    ...paragraph(strengthText(link), "      ", layout),
    ...quoteLines(link.quotes, "      ", link.inferred ? Number.POSITIVE_INFINITY : quotes, layout),
  ];
}

export const CROSSER_COLUMNS: readonly string[] = [
  "entity",
  "entityId",
  "state",
  "stateCode",
  "type",
  "start",
  "end",
  "confidence",
  "sources",
  "modality",
  "inferred",
  "quote",
  "span",
];

/** A row a link. */
export function* crosserRows(found: readonly Crosser[]): Generator<readonly CypherValue[]> {
  for (const { entity, states } of found)
    for (const { name, code, links } of states)
      for (const link of links) {
        const [quote] = link.quotes;
        yield [
          entity.name,
          entity.id,
          name,
          code,
          link.type,
          link.start.id,
          link.end.id,
          new Float(link.confidence),
          link.sources,
          link.modality,
          link.inferred,
          quote?.quote ?? null,
          quote === undefined ? null : `${quote.document}:${quote.start}-${quote.end}`,
        ];
      }
}
