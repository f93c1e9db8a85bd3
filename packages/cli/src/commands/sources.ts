import { RedthreadError } from "@redthread/core/errors";
import type { AddCommand } from "../add-command.js";
import { caseOption } from "../case-option.js";
import type { Io } from "../io.js";
import { type FormatName, formatOption } from "../report/format-option.js";

interface SourcesOptions {
  readonly case: string;
  readonly format?: FormatName;
}

export const addSourcesCommand: AddCommand = (program, io) => {
  program
    .command("sources")
    .description("list the independent origins behind reports, or behind the links of two things")
    .argument("[a]", "a name, an alias, or an id; all reports are listed without")
    .argument("[b]", "the other end of the links")
    .addOption(caseOption())
    .addOption(formatOption())
    .addHelpText("after", RULE)
    .action((a: string | undefined, b: string | undefined, options: SourcesOptions) =>
      runSources(a, b, options, io),
    );
};

const RULE = `
Reports that copy one item, also in other words, credit one agency, cite one paper or give one body's
statement are one origin. Reports whose publisher is not known never count as two by themselves. Each
reason is listed with its words and the sentence that shows it; denials stand apart.`;

async function runSources(
  a: string | undefined,
  b: string | undefined,
  { case: name, format }: SourcesOptions,
  io: Io,
): Promise<void> {
  if (a !== undefined && b === undefined)
    throw new RedthreadError(
      "USAGE",
      "`sources` takes two names or none. Name both ends of the links, or leave both out for all reports.",
    );
  const [{ openCaseGraph }, { createTrace }, build, stored, { findOne }, text, printed] =
    await Promise.all([
      import("../open-graph.js"),
      import("@redthread/core/trace"),
      import("@redthread/core/build"),
      import("../case/stored-claims.js"),
      import("../find-one.js"),
      import("../report/sources-text.js"),
      import("../print-report.js"),
    ]);
  const { opened, graph, schema } = await openCaseGraph(name, io);
  const documents = stored.readDocuments(opened);
  const origins = stored.readOrigins(opened);
  const trace = createTrace(graph, schema);
  const ends = a === undefined || b === undefined ? null : ([a, b] as const);
  const found = ends?.map((end) => findOne(trace, end));
  const [first, second] = found ?? [];
  const lists =
    first === undefined || second === undefined
      ? [build.listReportOrigins([...documents.keys()], origins)]
      : build.listLinkOrigins([first.id, second.id], stored.readClaims(opened, documents), origins);
  const names = new Map((found ?? []).map((node) => [node.id, node.name]));
  const told = text.tellSources(lists, documents, names);
  const report = {
    text: (layout: Parameters<typeof text.sourcesText>[1]) => text.sourcesText(told, layout),
    columns: text.SOURCE_COLUMNS,
    rows: text.sourceRows(told),
  };
  await printed.printReport(report, format, io);
}
