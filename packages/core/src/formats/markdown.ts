// One Markdown text: every thing by kind and name, its links, and the sentences behind them.
import { compareText } from "../text/compare.js";
import {
  type CaseElements,
  type CaseLink,
  type CaseNode,
  caseElements,
  linksByNode,
} from "./case-elements.js";
import { factLines, linkText } from "./dossier-text.js";
import type { WriteFile } from "./graph-format.js";
import { markdownText } from "./markdown-text.js";

export const writeMarkdown: WriteFile = function* (source) {
  const elements = caseElements(source);
  yield `# ${markdownText(source.title)}\n`;
  const links = linksByNode(elements.links);
  const kinds = new Map<string, CaseNode[]>();
  for (const node of elements.nodes) kinds.set(node.type, [...(kinds.get(node.type) ?? []), node]);
  const sorted = [...kinds].sort(([a], [b]) => compareText(a, b));
  for (const [kind, nodes] of sorted) {
    const heading = source.schema.entity(kind)?.plural ?? kind;
    yield `\n## ${markdownText(heading)}\n`;
    nodes.sort((a, b) => compareText(a.name, b.name) || compareText(a.id, b.id));
    for (const node of nodes) yield* section(node, links.get(node) ?? [], elements);
  }
};

function* section(
  node: CaseNode,
  own: readonly CaseLink[],
  { documents }: CaseElements,
): Iterable<string> {
  yield `\n### ${markdownText(node.name)}\n\n\`${node.id.replace(/[`\s]/g, "\ufffd")}\`\n\n`;
  yield* factLines(node);
  if (own.length > 0) yield "\n";
  for (const link of own)
    yield linkText(link, node, ({ name }) => `**${markdownText(name)}**`, documents);
}
