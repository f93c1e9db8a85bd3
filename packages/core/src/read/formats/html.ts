// The story of a web page. The page is parsed by linkedom, which runs no script and loads nothing.
// Furniture (consent layers, navigation, teasers, comments …) is left out; of what remains the part
// with most paragraph text is the story. Walks are iterative, so depth costs no stack.
import { parseHTML } from "linkedom";
import { RedthreadError } from "../../errors/redthread-error.js";
import type { BlockRole } from "../../model/report-document.js";
import { collapseBlanks } from "../../text/invisible.js";
import type { Page, PageLine } from "../page.js";
import type { FormatReader } from "./format-reader.js";
import { isFurniture } from "./html-furniture.js";
import { type Queryable, readMetadata } from "./html-metadata.js";

/** The few members of a DOM node that are used here. */
interface DomNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly firstChild: DomNode | null;
  readonly nextSibling: DomNode | null;
  readonly parentNode: DomNode | null;
}
interface DomElement extends DomNode {
  readonly tagName: string;
  getAttribute(name: string): string | null;
}

interface ParsedPage {
  readonly document: Queryable & { readonly documentElement: DomNode | null };
}

const TEXT = 3;
const ELEMENT = 1;
const BLOCKS = new Set(
  "ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY DD DIV DL DT FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN OL P PRE SECTION TABLE TBODY TD TH THEAD TR UL BR".split(
    " ",
  ),
);
const ROOTS = new Set(["ARTICLE", "MAIN", "BODY", "SECTION", "DIV", "TD"]);
/** Letters of a paragraph from which it counts as story text. */
const STORY_LINE = 40;

const isElement = (node: DomNode): node is DomElement => node.nodeType === ELEMENT;

const HTML_START =
  /^\s*(<\?xml[^>]{0,200}\?>\s*)?(<!--[^>]{0,500}-->\s*)?<(!doctype html|html|head|body|article|div|p|meta|title)\b/i;

/** Web pages, by their first tag, else by name or media type where there is a tag at all. */
export const htmlReader: FormatReader = {
  name: "HTML",
  extensions: ["html", "htm"],
  // The tree of a page takes some thirty times its size.
  largestBytes: 8 * 1024 * 1024,
  sniff({ decoded, extension, mediaHint }) {
    const { text } = decoded();
    if (HTML_START.test(text.slice(0, 2000))) return "content";
    const isCalled = mediaHint.includes("html") || htmlReader.extensions.includes(extension);
    return isCalled && text.includes("<") ? "name" : null;
  },
  read({ decoded, path }) {
    const { text } = decoded();
    try {
      return readHtml(text);
    } catch (cause) {
      const sentence = `\`${path}\` is no HTML that can be parsed. Open it in a browser and save the page anew.`;
      throw new RedthreadError("INPUT_UNREADABLE", sentence, { cause });
    }
  },
};

/** The story of a page as lines, with the page's title, publisher and date. */
export function readHtml(source: string): Page {
  // linkedom's own types describe the whole DOM; the parts used here are these.
  const { document } = parseHTML(wrapFragment(source)) as unknown as ParsedPage;
  const metadata = readMetadata(document);
  const page = document.documentElement;
  const root = page === null ? null : findStory(page);
  const body = root === null ? [] : collectLines(root);
  const heading = body.find((line) => line.role === "headline")?.text ?? null;
  const title = metadata.title ?? heading;
  const opens = body.slice(0, 4).some((line) => line.role === "headline");
  const lines =
    opens || title === null ? body : [{ text: title, role: "headline" as const }, ...body];
  const notices =
    body.length === 0 ? ["No story text was found on the page; only its title was kept."] : [];
  return { ...metadata, title, lines, notices };
}

/** A fragment as a page: without a root, only its first element would be seen. */
function wrapFragment(source: string): string {
  if (/<html[\s>]/i.test(source.slice(0, 5000))) return source;
  return /<(body|head)[\s>]/i.test(source)
    ? `<html>${source}</html>`
    : `<html><body>${source}</body></html>`;
}

/**
 * The smallest ARTICLE, MAIN or container that holds most of the page's paragraph text. Scores are
 * summed bottom-up in one pass over the elements in reverse document order.
 */
function findStory(page: DomNode): DomNode | null {
  const order = elementsInOrder(page);
  const score = new Map<DomNode, number>();
  for (const element of [...order].reverse()) {
    const own = element.tagName === "P" ? paragraphScore(element) : 0;
    const sum = (score.get(element) ?? 0) + own;
    score.set(element, sum);
    const parent = element.parentNode;
    if (parent !== null && sum > 0) score.set(parent, (score.get(parent) ?? 0) + sum);
  }
  const total = order.reduce((most, element) => Math.max(most, score.get(element) ?? 0), 0);
  const body = order.find((element) => element.tagName === "BODY") ?? order[0] ?? null;
  if (total === 0) return body;
  const articles = order.filter((element) => element.tagName === "ARTICLE");
  const best = largest(articles, score);
  if (best !== null && (score.get(best) ?? 0) >= total * 0.4) return best;
  const holders = order.filter(
    (element) => ROOTS.has(element.tagName) && (score.get(element) ?? 0) >= total * 0.75,
  );
  return holders.at(-1) ?? body;
}

function largest(
  elements: readonly DomElement[],
  score: ReadonlyMap<DomNode, number>,
): DomElement | null {
  let best: DomElement | null = null;
  for (const element of elements) {
    if (best === null || (score.get(element) ?? 0) > (score.get(best) ?? 0)) best = element;
  }
  return best;
}

const paragraphScore = (element: DomNode): number => {
  const length = textOf(element).length;
  return length >= STORY_LINE ? length : 0;
};

/** Elements in document order without furniture. */
function elementsInOrder(page: DomNode): DomElement[] {
  const found: DomElement[] = [];
  walk(page, (node) => {
    if (!isElement(node)) return true;
    if (isFurniture(node)) return false;
    found.push(node);
    return true;
  });
  return found;
}

/** Visits nodes in document order; `enter` says whether to go into a node. */
function walk(
  root: DomNode,
  enter: (node: DomNode) => boolean,
  leave?: (node: DomNode) => void,
): void {
  let node: DomNode | null = root;
  while (node !== null) {
    const inside: boolean = node === root || enter(node);
    const child: DomNode | null = inside ? node.firstChild : null;
    if (child === null && inside && node !== root) leave?.(node);
    node = child ?? nextAfter(node, root, leave);
  }
}

/** The node that follows another and all it holds; the ones that end with it are left. */
function nextAfter(
  node: DomNode,
  root: DomNode,
  leave: ((node: DomNode) => void) | undefined,
): DomNode | null {
  let at: DomNode | null = node;
  while (at !== null && at !== root) {
    if (at.nextSibling !== null) return at.nextSibling;
    at = at.parentNode;
    if (at !== null && at !== root) leave?.(at);
  }
  return null;
}

function textOf(root: DomNode): string {
  const parts: string[] = [];
  walk(root, (node) => {
    if (node.nodeType === TEXT) parts.push(node.nodeValue ?? "");
    return !isElement(node) || !isFurniture(node);
  });
  return collapseBlanks(parts.join(""));
}

const ROLE_OF: Readonly<Record<string, BlockRole>> = {
  H1: "headline",
  H2: "headline",
  H3: "headline",
  H4: "headline",
  FIGCAPTION: "caption",
  LI: "bullet",
};

/** Lines of the story: one a block element, text between blocks on a line of its own. */
function collectLines(root: DomNode): PageLine[] {
  const lines: PageLine[] = [];
  let open = "";
  const roles: (BlockRole | undefined)[] = [];
  const flush = (): void => {
    const text = collapseBlanks(open);
    open = "";
    const role = roles.findLast((one) => one !== undefined);
    if (text !== "") lines.push(role === undefined ? { text } : { text, role });
  };
  walk(
    root,
    (node) => {
      if (node.nodeType === TEXT) open += node.nodeValue ?? "";
      if (!isElement(node)) return true;
      if (isFurniture(node)) return false;
      if (node.tagName === "TR" && isRecord(node)) {
        flush();
        lines.push({ text: "", cells: cellsOf(node) });
        return false;
      }
      if (!BLOCKS.has(node.tagName)) return true;
      flush();
      roles.push(roleOf(node));
      return true;
    },
    (node) => {
      if (!isElement(node) || !BLOCKS.has(node.tagName)) return;
      flush();
      roles.pop();
    },
  );
  flush();
  return lines;
}

/** Cells of more letters hold a story that was laid out with a table. */
const LONGEST_CELL = 400;

/** Whether a row holds cells and nothing that a page is laid out with. */
function isRecord(row: DomElement): boolean {
  let cells = 0;
  let isPlain = true;
  walk(row, (node) => {
    if (!isElement(node)) return false;
    if (node.tagName === "TD" || node.tagName === "TH") {
      cells += 1;
      walk(node, (inner) => {
        isPlain &&= !isElement(inner) || !LAYOUT.has(inner.tagName);
        return isPlain;
      });
      isPlain &&= textOf(node).length <= LONGEST_CELL;
      return false;
    }
    return true;
  });
  return cells > 1 && isPlain;
}

const LAYOUT = new Set(["TABLE", "ARTICLE", "H1", "H2", "UL", "OL", "SECTION"]);

function cellsOf(row: DomElement): readonly string[] {
  const cells: string[] = [];
  walk(row, (node) => {
    const isCell = isElement(node) && (node.tagName === "TD" || node.tagName === "TH");
    if (isCell) cells.push(textOf(node));
    return !isCell;
  });
  return cells;
}

function roleOf(element: DomElement): BlockRole | undefined {
  const name = `${element.getAttribute("class") ?? ""} ${element.getAttribute("itemprop") ?? ""}`;
  if (/(^|[\s_-])(byline|author)([\s_-]|$)/i.test(name)) return "byline";
  if (/(^|[\s_-])(dateline|timestamp|pubdate|published)([\s_-]|$)/i.test(name)) return "dateline";
  if (/(^|[\s_-])caption([\s_-]|$)/i.test(name)) return "caption";
  return ROLE_OF[element.tagName];
}
