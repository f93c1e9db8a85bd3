import { createTrace, describeEntity } from "@redthread/core/trace";
import { checkTexts } from "../case/check-texts.js";
import { readIdentities } from "../case/read-identities.js";
import { findOne } from "../find-one.js";
import type { Io } from "../io.js";
import { openCaseGraph } from "../open-graph.js";
import { printReport } from "../print-report.js";
import { DOSSIER_COLUMNS, dossierRows, dossierText } from "../report/dossier-text.js";
import type { FormatName } from "../report/format-option.js";

export interface ShowOptions {
  readonly case: string;
  readonly quotes: number;
  readonly format?: FormatName;
}

/**
 * Prints the dossier of one entity.
 * @throws RedthreadError `ENTITY_NOT_FOUND`, `ENTITY_AMBIGUOUS`, and what opening a case throws.
 */
export async function runShow(
  wanted: string,
  { case: name, quotes, format }: ShowOptions,
  io: Io,
): Promise<void> {
  const { opened, graph, schema } = await openCaseGraph(name, io);
  const trace = createTrace(graph, schema);
  const dossier = describeEntity(trace, findOne(trace, wanted).node, readIdentities(opened));
  const links = dossier.links.flatMap(({ link }) => [...link.quotes, ...link.denials]);
  checkTexts(opened, graph, new Set([...dossier.quotes, ...links].map((one) => one.document)));
  const report = {
    text: (layout: Parameters<typeof dossierText>[2]) => dossierText(dossier, quotes, layout),
    columns: DOSSIER_COLUMNS,
    rows: dossierRows(dossier),
  };
  await printReport(report, format, io);
}
