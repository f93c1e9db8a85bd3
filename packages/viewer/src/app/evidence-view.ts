import { strengthInWords } from "@redthread/core/trace";
import { callName, linkWords } from "../panel/link-words.js";
import type { PageScene } from "../scene/page-scene.js";
import { capitalised } from "../scene/wording.js";
import { element, name } from "./element.js";
import { findWritten } from "./folded-parts.js";

/**
 * A numbered quote copied from the page's list of sources; of the names marked there only those
 * given stay marked.
 */
function quoteView(number: number, marked: ReadonlySet<number>): HTMLElement {
  const source = findWritten(document, `e${number}`);
  const view = element("div", { class: "quote-view" });
  for (const part of source?.children ?? []) {
    const copy = part.cloneNode(true);
    if (!(copy instanceof HTMLElement)) continue;
    for (const mark of copy.querySelectorAll("mark")) {
      mark.classList.toggle("aside", !marked.has(Number(mark.dataset["node"])));
    }
    view.append(copy);
  }
  if (source === null)
    view.append(element("p", { class: "soft" }, "This quote is not in the page."));
  return view;
}

/** Most quotes shown before the reader asks for the rest. */
const FIRST_QUOTES = 2;

/** A link as a sentence, with its quotes and what it is worth. */
export function edgeView(
  scene: PageScene,
  at: number,
  forward: boolean,
  most = FIRST_QUOTES,
): HTMLElement {
  const edge = scene.edges[at];
  const view = element("div", { class: "edge-view" });
  if (edge === undefined) return view;
  const marked = new Set([edge.from, edge.to]);
  view.append(claimLine(scene, at, forward));
  if (edge.evidence.length === 0) {
    view.append(element("p", { class: "soft" }, "No quote is kept for this link."));
  }
  // What no sentence says alone is proved by all of them together.
  const shown = edge.inferred ? edge.evidence.length : most;
  for (const number of edge.evidence.slice(0, shown)) view.append(quoteView(number, marked));
  const rest = edge.evidence.slice(shown);
  if (rest.length > 0) view.append(moreQuotes(rest, marked));
  view.append(element("p", { class: "worth" }, strengthInWords(edge)));
  if (edge.against.length > 0) {
    view.append(element("p", { class: "eyebrow denial" }, "Denied, no proof"));
    for (const number of edge.against) view.append(quoteView(number, marked));
  }
  return view;
}

/** The link as a line of text with its type in small letters. */
function claimLine(scene: PageScene, at: number, forward: boolean): HTMLElement {
  const edge = scene.edges[at];
  const line = element("p", { class: "claim" });
  if (edge === undefined) return line;
  const words = linkWords(scene, edge, forward);
  line.append(
    name(capitalised(callName(scene, words.from))),
    ` ${words.verb} `,
    nodeButton(scene, words.to),
  );
  if (words.detail !== null) line.append(" (", name(words.detail), ")");
  line.append(" ", element("small", {}, words.type));
  return line;
}

/** A name that opens its node. */
export function nodeButton(scene: PageScene, node: number): HTMLElement {
  return element(
    "button",
    { type: "button", class: "link", "data-open-node": String(node) },
    name(callName(scene, node)),
  );
}

function moreQuotes(rest: readonly number[], marked: ReadonlySet<number>): HTMLElement {
  const details = element(
    "details",
    { class: "more" },
    element("summary", {}, rest.length === 1 ? "One more quote" : `${rest.length} more quotes`),
  );
  details.addEventListener(
    "toggle",
    () => {
      for (const number of rest) details.append(quoteView(number, marked));
    },
    { once: true },
  );
  return details;
}
