import type { CypherValue } from "@redthread/core/cypher";
import type { Gap, GapKind } from "@redthread/core/trace";
import { counted } from "../terminal/counted.js";
import { type Layout, paragraph } from "../terminal/layout.js";
import { nodeText, quoteLines, strengthText } from "./evidence-text.js";

const TITLES: Readonly<Record<GapKind, string>> = {
  "single-source": "Links that hang on one source",
  unnamed: "Groups without a name",
  "undated-post": "Posts without a date",
  "may-be-one": "Pairs that may be one and the same",
  stateless: "Who acts in no known state",
};

/** How much of each gap is shown. */
interface Shown {
  readonly limit: number;
  readonly quotes: number;
}

/** What a case leaves open, for people, by kind. */
export function gapsText(gaps: readonly Gap[], shown: Shown, layout: Layout): string {
  if (gaps.length === 0) return "The case leaves nothing of this open.\n";
  const kinds = [...new Set(gaps.map(({ kind }) => kind))];
  const lines = kinds.flatMap((kind, at) => {
    const own = gaps.filter((gap) => gap.kind === kind);
    const rest = own.length - shown.limit;
    return [
      ...(at === 0 ? [] : [""]),
      layout.paint.bold(`${TITLES[kind]} (${own.length})`),
      ...own.slice(0, shown.limit).flatMap((gap) => gapLines(gap, shown.quotes, layout)),
      ...(rest > 0 ? [layout.paint.dim(`  and ${counted(rest, "other")}`)] : []),
    ];
  });
  return `${lines.join("\n")}\n`;
}

function gapLines({ nodes, link, words }: Gap, quotes: number, layout: Layout): readonly string[] {
  const names = nodes.map(nodeText);
  const isOneName = link === null && new Set(names).size < names.length;
  const told = isOneName ? nodes.map((node, at) => `${names[at]} ${node.id}`) : names;
  const title = told.join(link === null ? " and " : ` ─ ${link.type} → `);
  return [
    ...paragraph(title, "  ", layout),
    ...paragraph(words, "      ", layout),
    ...(link === null
      ? []
      : [
          ...paragraph(strengthText(link), "      ", layout),
          ...quoteLines(link.quotes, "      ", quotes, layout),
        ]),
  ];
}

export const GAP_COLUMNS: readonly string[] = [
  "kind",
  "weight",
  "a",
  "aId",
  "type",
  "b",
  "bId",
  "words",
  "quote",
  "span",
];

/** A row a gap; a gap about one thing has no `b`, one about no link no type and no quote. */
export function* gapRows(gaps: readonly Gap[]): Generator<readonly CypherValue[]> {
  for (const { kind, weight, nodes, link, words } of gaps) {
    const [a, b] = nodes;
    const [quote] = link?.quotes ?? [];
    yield [
      kind,
      weight,
      a?.name ?? null,
      a?.id ?? null,
      link?.type ?? null,
      b?.name ?? null,
      b?.id ?? null,
      words,
      quote?.quote ?? null,
      quote === undefined ? null : `${quote.document}:${quote.start}-${quote.end}`,
    ];
  }
}
