import { listLinkOrigins, listReportOrigins } from "@redthread/core/build";
import { RedthreadError } from "@redthread/core/errors";
import { createTrace } from "@redthread/core/trace";
import { readClaims, readDocuments, readOrigins } from "../case/stored-claims.js";
import { findOne } from "../find-one.js";
import type { Io } from "../io.js";
import { openCaseGraph } from "../open-graph.js";
import { printReport } from "../print-report.js";
import type { FormatName } from "../report/format-option.js";
import { SOURCE_COLUMNS, sourceRows, sourcesText, tellSources } from "../report/sources-text.js";

export interface SourcesOptions {
  readonly case: string;
  readonly limit: number;
  readonly format?: FormatName;
}

/**
 * Prints the origins of all reports, or of the links of two things.
 * @throws RedthreadError `USAGE` for a single name, `ENTITY_NOT_FOUND`, `ENTITY_AMBIGUOUS`, and what opening
 *   a case throws.
 */
export async function runSources(
  a: string | undefined,
  b: string | undefined,
  { case: name, limit, format }: SourcesOptions,
  io: Io,
): Promise<void> {
  if (a !== undefined && b === undefined)
    throw new RedthreadError(
      "USAGE",
      "`sources` takes two names or none. Name both ends of the links, or leave both out for all reports.",
    );
  const { opened, graph, schema } = await openCaseGraph(name, io);
  const documents = readDocuments(opened);
  const origins = readOrigins(opened);
  const trace = createTrace(graph, schema);
  const ends = a === undefined || b === undefined ? null : ([a, b] as const);
  const found = ends?.map((end) => findOne(trace, end));
  const [first, second] = found ?? [];
  const lists =
    first === undefined || second === undefined
      ? [listReportOrigins([...documents.keys()], origins)]
      : listLinkOrigins([first.id, second.id], readClaims(opened, documents), origins, schema);
  const names = new Map((found ?? []).map((node) => [node.id, node.name]));
  const told = tellSources(lists, documents, names);
  const report = {
    text: (layout: Parameters<typeof sourcesText>[2]) => sourcesText(told, limit, layout),
    columns: SOURCE_COLUMNS,
    rows: sourceRows(told),
  };
  await printReport(report, format, io);
}
