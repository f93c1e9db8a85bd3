import { RedthreadError } from "@redthread/core/errors";
import { createTrace, GAP_KINDS, type GapKind, listGaps } from "@redthread/core/trace";
import { checkTexts } from "../case/check-texts.js";
import { readOpenPairs } from "../case/read-open-pairs.js";
import type { Io } from "../io.js";
import { openCaseGraph } from "../open-graph.js";
import { printReport } from "../print-report.js";
import type { FormatName } from "../report/format-option.js";
import { GAP_COLUMNS, gapRows, gapsText } from "../report/gaps-text.js";
import { visibleText } from "../terminal/visible-text.js";

export interface GapsOptions {
  readonly case: string;
  readonly limit: number;
  readonly quotes: number;
  readonly only?: readonly string[];
  readonly format?: FormatName;
}

/**
 * Prints what a case leaves open.
 * @throws RedthreadError `USAGE` for a kind that there is not, and what opening a case throws.
 */
export async function runGaps(
  { case: name, limit, quotes, only, format }: GapsOptions,
  io: Io,
): Promise<void> {
  const kinds = readKinds(only);
  const { opened, graph, schema } = await openCaseGraph(name, io);
  const gaps = listGaps(createTrace(graph, schema), readOpenPairs(opened), kinds);
  const told = gaps.flatMap(({ link }) => link?.quotes ?? []);
  checkTexts(opened, graph, new Set(told.map(({ document }) => document)));
  const report = {
    text: (layout: Parameters<typeof gapsText>[2]) => gapsText(gaps, { limit, quotes }, layout),
    columns: GAP_COLUMNS,
    rows: gapRows(gaps),
  };
  await printReport(report, format, io);
}

function readKinds(only: readonly string[] | undefined): readonly GapKind[] {
  if (only === undefined) return GAP_KINDS;
  return only.map((text) => {
    const kind = GAP_KINDS.find((one) => one === text);
    if (kind !== undefined) return kind;
    throw new RedthreadError(
      "USAGE",
      `There is no kind of gap \`${visibleText(text)}\`. It is one of ${GAP_KINDS.join(", ")}.`,
    );
  });
}
