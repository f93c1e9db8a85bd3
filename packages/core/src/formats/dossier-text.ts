// A thing with its links and quotes, as the Markdown of a dossier and of an Obsidian note alike.
import {
  type CaseLink,
  type CaseNode,
  numberOf,
  PROOF_KEYS,
  type Quote,
  restOf,
  textOf,
  textsOf,
} from "./case-elements.js";
import { markdownText } from "./markdown-text.js";

/** How a thing is referred to, which the two formats do in their own way. */
export type Refer = (node: CaseNode) => string;

const SHOWN_ELSEWHERE: ReadonlySet<string> = new Set([
  ...PROOF_KEYS,
  "id",
  "name",
  "aliases",
  "knownAs",
  "states",
  "otherIds",
]);

const TOLD_OF_LINKS: ReadonlySet<string> = new Set([
  ...PROOF_KEYS,
  "id",
  "confidence",
  "confidenceRule",
  "confidenceWording",
  "confidenceSources",
  "modality",
  "sources",
  "deniedSpans",
]);

/** What is told of a thing itself, a line each. */
export function factLines(node: CaseNode): readonly string[] {
  const names = [...new Set([...textsOf(node, "aliases"), ...textsOf(node, "knownAs")])];
  const also = names.length === 0 ? [] : [`also: ${names.join("; ")}`];
  return [...also, ...restOf(node, SHOWN_ELSEWHERE)].map((line) => `- ${markdownText(line)}\n`);
}

/** A link as one item of a list, with its quotes below. */
export function linkText(
  link: CaseLink,
  node: CaseNode,
  refer: Refer,
  documents: ReadonlyMap<string, CaseNode>,
): string {
  const isOut = link.from === node;
  const other = isOut ? link.to : link.from;
  const arrow = isOut ? `${link.words} → ` : `← ${link.words} by `;
  const rest = restOf(link, TOLD_OF_LINKS).map((line) => `  - ${markdownText(line)}\n`);
  const quotes = link.quotes.map((quote) => quoteText(quote, refer, documents));
  return `- ${markdownText(arrow)} ${refer(other)} (${markdownText(standing(link))})\n${rest.join("")}${quotes.join("")}`;
}

function standing(link: CaseLink): string {
  const [confidence, sources] = [numberOf(link, "confidence"), numberOf(link, "sources")];
  return [
    textOf(link, "modality") ?? "told",
    ...(confidence === null ? [] : [`confidence ${confidence}`]),
    ...(sources === null ? [] : [sources === 1 ? "1 origin" : `${sources} origins`]),
  ].join(", ");
}

function quoteText(
  { quote, document, span }: Quote,
  refer: Refer,
  documents: ReadonlyMap<string, CaseNode>,
): string {
  const report = document === null ? undefined : documents.get(document);
  const source = report === undefined ? markdownText(document ?? "") : sourceText(report, refer);
  const where = [source, ...(span === null ? [] : [span])].join(", ");
  return `  > ${markdownText(quote)}\n  > — ${where}\n\n`;
}

function sourceText(report: CaseNode, refer: Refer): string {
  const more = [textOf(report, "publisher"), textOf(report, "date"), textOf(report, "path")];
  const told = more.filter((text) => text !== null).map(markdownText);
  return [refer(report), ...told].join(", ");
}
