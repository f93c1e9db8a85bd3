import { RedthreadError } from "@redthread/core/errors";
import { CITATION_STYLES, type CitationStyle, citeLinks, createTrace } from "@redthread/core/trace";
import { checkTexts } from "../case/check-texts.js";
import { findOne } from "../find-one.js";
import type { Io } from "../io.js";
import { openCaseGraph } from "../open-graph.js";
import { Output } from "../output.js";
import { visibleLines, visibleText } from "../terminal/visible-text.js";

export interface CiteOptions {
  readonly case: string;
  readonly style: CitationStyle;
  readonly type?: string;
}

/**
 * Prints the links between two entities as sources to cite.
 * @throws RedthreadError `LINK_NOT_FOUND`, `ENTITY_NOT_FOUND`, `ENTITY_AMBIGUOUS`, and what opening a case throws.
 */
export async function runCite(
  from: string,
  to: string,
  { case: name, style, type }: CiteOptions,
  io: Io,
): Promise<void> {
  const { opened, graph, schema } = await openCaseGraph(name, io);
  const trace = createTrace(graph, schema);
  const [a, b] = [findOne(trace, from), findOne(trace, to)];
  const links = citeLinks(trace, a.node, b.node, type ?? null);
  if (links.length === 0)
    throw new RedthreadError(
      "LINK_NOT_FOUND",
      `No link${type === undefined ? "" : ` \`${visibleText(type)}\``} joins \`${visibleText(a.name)}\` and \`${visibleText(b.name)}\` directly. \`redthread path\` finds chains between them, \`redthread show\` the links of each.`,
    );
  const told = links.flatMap(({ link }) => [...link.quotes, ...link.denials]);
  checkTexts(opened, graph, new Set(told.map(({ document }) => document)));
  const text = CITATION_STYLES[style](links);
  const output = new Output(io.stdout);
  // A file gets the text as it is; a terminal would obey what a report hides in its letters.
  await output.write(`${io.stdout.isTTY === true ? visibleLines(text) : text}\n`);
  await output.flush();
}
