import { countWords } from "@redthread/core/trace";
import type { PageScene } from "../scene/page-scene.js";
import { element } from "./element.js";

const stores = new WeakMap<Document, DocumentFragment>();

/** An element of the page by its id, be it folded away or not. */
export function findWritten(root: Document, id: string): Element | null {
  return root.getElementById(id) ?? stores.get(root)?.getElementById(id) ?? null;
}

/**
 * Takes the lists of a large case out of the page until they are asked for: tens of thousands of
 * elements that nobody sees would make every step slow. A heading with a word that brings them back
 * stands for each; a link to anything in them brings them back too.
 */
export function foldParts(root: Document, { overview, counts }: PageScene): void {
  if (overview === null) return;
  const store = root.createDocumentFragment();
  stores.set(root, store);
  const open = new Map<string, () => void>();
  const words: Readonly<Record<string, string>> = {
    list: `Show all ${countWords(counts.entities, "entity", "entities")}`,
    sources: `Show all quotes of ${countWords(counts.reports, "report")}`,
  };
  for (const part of [...root.querySelectorAll<HTMLElement>("main > .part")]) {
    const word = words[part.id];
    if (word === undefined) continue;
    const button = element("button", { type: "button", class: "link" }, word);
    const title = part.querySelector("h2")?.cloneNode(true) ?? "";
    const stub = element(
      "section",
      { class: "part", id: part.id },
      title,
      element("p", {}, button),
    );
    const unfold = () => stub.replaceWith(part);
    button.addEventListener("click", unfold);
    open.set(part.id, unfold);
    part.replaceWith(stub);
    store.append(part);
  }
  const follow = (hash: string) => unfoldTo(root, store, hash, open);
  root.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
    if (link !== null && !event.defaultPrevented) follow(link.getAttribute("href") ?? "");
  });
  follow(location.hash);
}

/** Brings back the part that a fragment leads into; the browser goes there itself. */
function unfoldTo(
  root: Document,
  store: DocumentFragment,
  hash: string,
  open: ReadonlyMap<string, () => void>,
): void {
  const id = hash.slice(1);
  if (id === "" || id.startsWith("?")) return;
  const inner = store.getElementById(id);
  const part = inner?.closest(".part")?.id ?? id;
  open.get(part)?.();
  root.getElementById(id)?.scrollIntoView();
}
