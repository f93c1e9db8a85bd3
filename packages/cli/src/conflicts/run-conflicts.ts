import { listDisagreements } from "@redthread/core/trace";
import { readClaims, readDocuments, readOrigins } from "../case/stored-claims.js";
import type { Io } from "../io.js";
import { openCaseGraph } from "../open-graph.js";
import { printReport } from "../print-report.js";
import {
  CONFLICT_COLUMNS,
  conflictRows,
  conflictsText,
  createSpeakers,
} from "../report/conflicts-text.js";
import type { FormatName } from "../report/format-option.js";

export interface ConflictsOptions {
  readonly case: string;
  readonly limit: number;
  readonly format?: FormatName;
}

/**
 * Prints what reports tell differently of one thing.
 * @throws RedthreadError what opening a case throws.
 */
export async function runConflicts(
  { case: name, limit, format }: ConflictsOptions,
  io: Io,
): Promise<void> {
  const { opened, graph, schema } = await openCaseGraph(name, io);
  const claims = readClaims(opened, readDocuments(opened));
  const speakerOf = createSpeakers(readOrigins(opened));
  const found = listDisagreements(graph, schema, claims, speakerOf);
  const report = {
    text: (layout: Parameters<typeof conflictsText>[2]) => conflictsText(found, limit, layout),
    columns: CONFLICT_COLUMNS,
    rows: conflictRows(found),
  };
  await printReport(report, format, io);
}
