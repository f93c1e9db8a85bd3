import type { CypherValue } from "@redthread/core/cypher";
import type { CaseSummary, Count } from "@redthread/core/trace";
import type { JudgedLine } from "../case/judged-lines.js";
import type { CaseManifest } from "../case/manifest.js";
import { type Layout, paragraph } from "../terminal/layout.js";
import { visibleText } from "../terminal/visible-text.js";
import { nodeText } from "./evidence-text.js";
import { judgedText } from "./judged-text.js";

/** Disagreements listed before the rest is counted. */
const SHOWN_CONFLICTS = 10;

/** What is told of a case. */
export interface ToldCase {
  readonly summary: CaseSummary;
  readonly manifest: CaseManifest;
  readonly judged: readonly JudgedLine[];
}

/** The figures of a case and its open questions, for people. */
export function caseSummaryText(
  name: string,
  { summary, manifest, judged }: ToldCase,
  layout: Layout,
): string {
  const { paint } = layout;
  const copies = summary.copies === 0 ? "" : ` (${summary.copies} of them copies of another)`;
  const lines = [
    paint.bold(`Case ${visibleText(name)}`),
    `  documents      ${summary.documents}${copies}`,
    `  nodes          ${summary.nodes}`,
    `  relationships  ${summary.relationships}`,
    `  claims         ${manifest.claims}`,
    `  reported       ${rangeText(summary.reported)}`,
    `  happened       ${rangeText(summary.happened)}`,
    `  built by       Redthread ${visibleText(manifest.redthread)}, pack ${packText(manifest)}`,
    ...countLines("Nodes", summary.labels),
    ...countLines("Relationships", summary.types),
    ...countLines("Publishers", summary.publishers),
    ...(judged.length === 0 ? [] : ["", "Judgements", ...judgedText(judged)]),
    ...questionLines(summary, manifest, layout),
  ];
  return `${lines.join("\n")}\n`;
}

function packText({ pack: { name, version, folder } }: CaseManifest): string {
  const from = folder === undefined ? "" : ` from ${folder}`;
  return visibleText(`${name} ${version}${from}`);
}

function rangeText(range: CaseSummary["reported"]): string {
  if (range === null) return "undated";
  return range.first === range.last ? range.first : `${range.first} to ${range.last}`;
}

function countLines(title: string, counts: readonly Count[]): readonly string[] {
  if (counts.length === 0) return [];
  const width = Math.max(...counts.map(({ count }) => String(count).length));
  return [
    "",
    title,
    ...counts.map(({ name, count }) => `  ${String(count).padStart(width)}  ${visibleText(name)}`),
  ];
}

function questionLines(
  { conflicts }: CaseSummary,
  { reviews }: CaseManifest,
  layout: Layout,
): readonly string[] {
  const shown = conflicts
    .slice(0, SHOWN_CONFLICTS)
    .flatMap(({ node, sentences }) => [
      `  ${nodeText(node)}`,
      ...sentences.flatMap((sentence) => paragraph(sentence, "    ", layout)),
    ]);
  const rest = conflicts.length - SHOWN_CONFLICTS;
  const pairs =
    reviews === 0
      ? []
      : [
          `  ${reviews} ${reviews === 1 ? "pair" : "pairs"} in candidates.jsonl that may be one and the same; \`redthread review\` asks`,
        ];
  const lines = [...shown, ...(rest > 0 ? [`  and ${rest} more`] : []), ...pairs];
  return lines.length === 0 ? [] : ["", "Open questions", ...lines];
}

export const SUMMARY_COLUMNS: readonly string[] = ["what", "name", "count"];

/** A row a figure: `what` is `case`, `label`, `type`, `publisher` or `judgement`. */
export function* summaryRows({
  summary,
  manifest,
  judged,
}: ToldCase): Generator<readonly CypherValue[]> {
  yield ["case", "documents", summary.documents];
  yield ["case", "copies", summary.copies];
  yield ["case", "nodes", summary.nodes];
  yield ["case", "relationships", summary.relationships];
  yield ["case", "claims", manifest.claims];
  yield ["case", "conflicts", summary.conflicts.length];
  yield ["case", "reviews", manifest.reviews];
  yield ["case", "reported from", summary.reported?.first ?? null];
  yield ["case", "reported to", summary.reported?.last ?? null];
  yield ["case", "happened from", summary.happened?.first ?? null];
  yield ["case", "happened to", summary.happened?.last ?? null];
  yield ["case", "pack", `${manifest.pack.name} ${manifest.pack.version}`];
  yield ["case", "pack sha256", manifest.pack.sha256];
  yield ["case", "pack folder", manifest.pack.folder ?? null];
  for (const { name, count } of summary.labels) yield ["label", name, count];
  for (const { name, count } of summary.types) yield ["type", name, count];
  for (const { name, count } of summary.publishers) yield ["publisher", name, count];
  const statuses = [...new Set(judged.map(({ status }) => status))].sort();
  for (const status of statuses) {
    yield ["judgement", status, judged.filter((line) => line.status === status).length];
  }
}
