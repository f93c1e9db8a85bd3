import { RedthreadError } from "@redthread/core/errors";
import { createTrace, type Trace, whoCrosses } from "@redthread/core/trace";
import { checkTexts } from "../case/check-texts.js";
import { findOne } from "../find-one.js";
import type { Io } from "../io.js";
import { openCaseGraph } from "../open-graph.js";
import { printReport } from "../print-report.js";
import { CROSSER_COLUMNS, crosserRows, crossersText } from "../report/crossers-text.js";
import type { FormatName } from "../report/format-option.js";
import { visibleText } from "../terminal/visible-text.js";

export interface WhoCrossesOptions {
  readonly case: string;
  readonly type?: readonly string[];
  readonly limit: number;
  readonly quotes: number;
  readonly candidates?: boolean;
  readonly format?: FormatName;
}

/**
 * Prints who is active in several states.
 * @throws RedthreadError `USAGE` for a type that the case does not have or for what is no state;
 *   `ENTITY_NOT_FOUND`, `ENTITY_AMBIGUOUS`, and what opening a case throws.
 */
export async function runWhoCrosses(
  asked: readonly string[],
  { case: name, type, limit, quotes, candidates, format }: WhoCrossesOptions,
  io: Io,
): Promise<void> {
  const { opened, graph, schema } = await openCaseGraph(name, io);
  const trace = createTrace(graph, schema);
  const states = asked.map((text) => stateCode(trace, text));
  const types = type?.map((text) => knownType(trace, text));
  const found = whoCrosses(trace, {
    states,
    ...(types === undefined ? {} : { types }),
    ...(candidates === undefined ? {} : { candidates }),
  });
  const links = found.flatMap((one) => one.states.flatMap((state) => state.links));
  const told = links.flatMap((link) => link.quotes);
  checkTexts(opened, graph, new Set(told.map(({ document }) => document)));
  const report = {
    text: (layout: Parameters<typeof crossersText>[2]) =>
      crossersText(found, { limit, quotes }, layout),
    columns: CROSSER_COLUMNS,
    rows: crosserRows(found),
  };
  await printReport(report, format, io);
}

function stateCode(trace: Trace, text: string): string {
  const { node, name, labels } = findOne(trace, text);
  const code = trace.graph.nodes[trace.nodeAt.get(node) ?? -1]?.isState ?? null;
  if (code !== null) return code;
  throw new RedthreadError(
    "USAGE",
    `\`${visibleText(name)}\` is no state but ${visibleText(labels.join(", "))}. Name states, such as the countries that \`redthread query "MATCH (c:Country) RETURN c.name"\` lists.`,
  );
}

function knownType({ schema }: Trace, text: string): string {
  const types = schema.data.entities.filter(({ acts }) => acts).map(({ name }) => name);
  const found = types.find((name) => name.toLowerCase() === text.toLowerCase());
  if (found !== undefined) return found;
  throw new RedthreadError(
    "USAGE",
    `No type of those who act is called \`${visibleText(text)}\`. It is one of ${types.join(", ")}.`,
  );
}
