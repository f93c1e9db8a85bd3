import { compareCases, createTrace } from "@redthread/core/trace";
import { checkTexts } from "../case/check-texts.js";
import type { Io } from "../io.js";
import { openCaseGraph } from "../open-graph.js";
import { printReport } from "../print-report.js";
import { CHANGE_COLUMNS, changeRows, changesText } from "../report/changes-text.js";
import type { FormatName } from "../report/format-option.js";

export interface DiffOptions {
  readonly limit: number;
  readonly format?: FormatName;
}

/**
 * Prints what became of a case between two builds.
 * @throws RedthreadError what opening a case throws.
 */
export async function runDiff(
  older: string,
  newer: string,
  { limit, format }: DiffOptions,
  io: Io,
): Promise<void> {
  const before = await openCaseGraph(older, io);
  const after = await openCaseGraph(newer, io);
  const changes = compareCases(
    createTrace(before.graph, before.schema),
    createTrace(after.graph, after.schema),
  );
  const gone = changes.filter(({ kind }) => kind === "link gone");
  const quoted = (shown: typeof changes): ReadonlySet<string> =>
    new Set(shown.flatMap(({ link }) => (link?.quotes ?? []).map(({ document }) => document)));
  checkTexts(before.opened, before.graph, quoted(gone));
  checkTexts(after.opened, after.graph, quoted(changes.filter((one) => !gone.includes(one))));
  const report = {
    text: (layout: Parameters<typeof changesText>[2]) => changesText(changes, limit, layout),
    columns: CHANGE_COLUMNS,
    rows: changeRows(changes),
  };
  await printReport(report, format, io);
}
