// A vault for Obsidian: a note a thing and a report, each link a wiki link in both notes.
import { compareText } from "../text/compare.js";
import {
  type CaseElements,
  type CaseNode,
  caseElements,
  linksByNode,
  textsOf,
} from "./case-elements.js";
import { factLines, linkText } from "./dossier-text.js";
import type { WriteFolder } from "./graph-format.js";
import { markdownText } from "./markdown-text.js";

/** File systems take 255 bytes; a letter takes up to four, and a number and an ending follow. */
const MOST_LETTERS = 55;

export const writeObsidian: WriteFolder = function* (source) {
  const elements = caseElements(source);
  const notes = noteNames(elements.nodes);
  const [links, mentions] = [linksByNode(elements.links), linksByNode(elements.mentions)];
  for (const node of elements.nodes) {
    const path = `${notes.get(node) ?? "note"}.md`;
    const told = { links: links.get(node) ?? [], mentions: mentions.get(node) ?? [] };
    yield { path, chunks: noteChunks(node, { ...elements, ...told }, notes) };
  }
};

function* noteChunks(
  node: CaseNode,
  { links, mentions, documents }: CaseElements,
  notes: ReadonlyMap<CaseNode, string>,
): Iterable<string> {
  const refer = (other: CaseNode): string => wikiLink(notes.get(other) ?? "", other.name);
  const aliases = [
    ...new Set([node.name, ...textsOf(node, "aliases"), ...textsOf(node, "knownAs")]),
  ];
  // JSON is YAML, and nothing in it can end a line.
  yield `---\nid: ${yaml(node.id)}\nkind: ${yaml(node.type)}\naliases: ${yaml(aliases)}\ntags: ${yaml([tag(node.type)])}\n---\n\n`;
  yield `# ${markdownText(node.name)}\n\n`;
  yield* factLines(node);
  if (links.length > 0) yield "\n## Links\n\n";
  for (const link of links) yield linkText(link, node, refer, documents);
  const reports = mentions.filter(({ from }) => from === node).map(({ to }) => to);
  if (reports.length > 0) yield "\n## Reports\n\n";
  for (const report of new Set(reports)) yield `- ${refer(report)}\n`;
}

const yaml = (value: string | readonly string[]): string =>
  JSON.stringify(value).replace(/[\u007f-\u009f\u2028\u2029\ufeff]/g, escaped);
const escaped = (found: string): string =>
  `\\u${found.charCodeAt(0).toString(16).padStart(4, "0")}`;

const tag = (type: string): string => type.replace(/[^\p{L}\p{N}_-]/gu, "-").toLowerCase();

const wikiLink = (note: string, name: string): string => {
  const shown = markdownText(name).replace(/\\?[[\]|]/g, " ");
  return `[[${note}|${shown}]]`;
};

/** A name of a file a node that no file system refuses and no other note has, in any case. */
function noteNames(nodes: readonly CaseNode[]): ReadonlyMap<CaseNode, string> {
  const taken = new Set<string>();
  const names = new Map<CaseNode, string>();
  const sorted = [...nodes].sort((a, b) => compareText(a.id, b.id));
  for (const node of sorted) {
    const own = fileName(node.name);
    let name = own;
    for (let more = 2; taken.has(folded(name)); more += 1) name = `${own} ${more}`;
    taken.add(folded(name));
    names.set(node, name);
  }
  return names;
}

const folded = (name: string): string => name.normalize("NFC").toLowerCase();

/** Letters, digits and a few marks; never hidden, never a device of Windows. */
function fileName(name: string): string {
  const plain = name
    .normalize("NFC")
    .replace(/[^\p{L}\p{N}\p{M} ,'()&-]/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  const short = [...plain].slice(0, MOST_LETTERS).join("").trim();
  const isDevice = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(short);
  return short === "" || isDevice ? `note ${short}`.trim() : short;
}
