import type { CypherValue } from "@redthread/core/cypher";
import type { CaseChange, ChangeKind, TraceNode } from "@redthread/core/trace";
import { counted } from "../terminal/counted.js";
import { type Layout, paragraph } from "../terminal/layout.js";
import { nodeText, quoteLines } from "./evidence-text.js";

const TITLES: Readonly<Record<ChangeKind, string>> = {
  "report added": "Reports added",
  "report gone": "Reports gone",
  merged: "Things put together",
  split: "Things taken apart",
  renamed: "Things called otherwise",
  "thing added": "Things added",
  "thing gone": "Things gone",
  "link added": "Links added",
  "link gone": "Links gone",
  confirmed: "Links confirmed",
  weakened: "Links weakened",
  contradicted: "Links contradicted",
  disagreement: "Reports that disagree now",
};

/** What became of a case, for people, by kind; of each kind so many are shown. */
export function changesText(changes: readonly CaseChange[], limit: number, layout: Layout): string {
  if (changes.length === 0) return "Both cases say the same.\n";
  const kinds = [...new Set(changes.map(({ kind }) => kind))];
  const lines = kinds.flatMap((kind, at) => {
    const own = changes.filter((change) => change.kind === kind);
    const rest = own.length - limit;
    return [
      ...(at === 0 ? [] : [""]),
      layout.paint.bold(`${TITLES[kind]} (${own.length})`),
      ...own.slice(0, limit).flatMap((change) => changeLines(change, layout)),
      ...(rest > 0 ? [layout.paint.dim(`  and ${counted(rest, "other")}`)] : []),
    ];
  });
  return `${lines.join("\n")}\n`;
}

/** Kinds of which the title says all. */
const PLAIN: ReadonlySet<ChangeKind> = new Set([
  "report added",
  "report gone",
  "thing added",
  "thing gone",
  "link added",
]);

function changeLines(
  { kind, before, after, link, words }: CaseChange,
  layout: Layout,
): readonly string[] {
  const sides = [before, after].filter((nodes) => nodes.length > 0).map(namesOf);
  const title =
    link === null
      ? [...new Set(sides)].join(" → ")
      : `${nodeText(link.start)} ─ ${link.type} → ${nodeText(link.end)}`;
  return [
    ...paragraph(title, "  ", layout),
    ...(PLAIN.has(kind) ? [] : paragraph(words, "      ", layout)),
    ...(link === null ? [] : quoteLines(quotesOf(kind, link), "      ", 1, layout)),
  ];
}

/** A denial is shown by who denies it. */
const quotesOf = (kind: ChangeKind, link: NonNullable<CaseChange["link"]>) =>
  kind === "contradicted" ? link.denials : link.quotes;

const namesOf = (nodes: readonly TraceNode[]): string => nodes.map(nodeText).join(" and ");

export const CHANGE_COLUMNS: readonly string[] = [
  "kind",
  "before",
  "after",
  "type",
  "start",
  "end",
  "words",
  "quote",
  "span",
];

/** A row a change; `before` and `after` list the ids of things, `start` and `end` those of a link. */
export function* changeRows(changes: readonly CaseChange[]): Generator<readonly CypherValue[]> {
  for (const { kind, before, after, link, words } of changes) {
    const [quote] = link === null ? [] : quotesOf(kind, link);
    yield [
      kind,
      link === null ? before.map(({ id }) => id) : [],
      link === null ? after.map(({ id }) => id) : [],
      link?.type ?? null,
      link?.start.id ?? null,
      link?.end.id ?? null,
      words,
      quote?.quote ?? null,
      quote === undefined ? null : `${quote.document}:${quote.start}-${quote.end}`,
    ];
  }
}
