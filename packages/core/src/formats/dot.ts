// Graphviz's DOT: names and kinds to be drawn, the first quote as what a pointer shows.
import { type CaseLink, caseElements } from "./case-elements.js";
import type { WriteFile } from "./graph-format.js";
import { fitForXml } from "./xml-text.js";

export const writeDot: WriteFile = function* (source) {
  const { nodes, links, mentions } = caseElements(source);
  const inReports = new Set(mentions.map(({ end }) => end));
  const drawn = nodes.filter(({ id, role }) => role !== "document" || !inReports.has(id));
  const numbers = new Map(drawn.map(({ id }, at) => [id, `n${at}`]));
  yield `digraph ${quoted(source.title)} {\n  charset="UTF-8";\n  node [shape=box];\n`;
  for (const { id, name, type } of drawn)
    yield `  ${numbers.get(id)} [label=${quoted(name)}, class=${quoted(type)}, tooltip=${quoted(`${type}: ${id}`)}];\n`;
  for (const link of links) {
    const [start, end] = [numbers.get(link.start), numbers.get(link.end)];
    if (start !== undefined && end !== undefined)
      yield `  ${start} -> ${end} [label=${quoted(link.type)}, tooltip=${quoted(tooltip(link))}];\n`;
  }
  yield "}\n";
};

const tooltip = ({ quotes, words }: CaseLink): string => quotes[0]?.quote ?? words;

/**
 * A string of DOT. Graphviz ends one only at a quote, but reads escapes such as `\N` in labels, so
 * each backslash is doubled; line ends are written as escapes.
 */
function quoted(text: string): string {
  const fit = fitForXml(text).replaceAll("\\", "\\\\").replaceAll('"', '\\"');
  return `"${fit.replace(/\r\n|[\n\r\u2028\u2029]/g, "\\n").replaceAll("\t", " ")}"`;
}
