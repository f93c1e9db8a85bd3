import { readHash, writeHash } from "../interact/hash-state.js";
import { START, type ViewState } from "../interact/view-state.js";
import type { PageScene } from "../scene/page-scene.js";
import type { Store } from "./store.js";

/**
 * Keeps the address and the state in step. On its own the page has an entry in the history for each
 * thing that was opened, so that a step back shows what was there before instead of leaving. In a
 * frame it adds none: the history is that of the page around it. Sandboxed pages may refuse all of
 * it, and nothing depends on it.
 */
export function keepAddress(root: Document, scene: PageScene, store: Store): void {
  const isFramed = window.top !== window;
  write("replaceState", writeHash(scene, store.state), location.hash);
  let isReturning = false;
  store.listen((state, before) => {
    if (isReturning) return;
    const how = !isFramed && isOpening(state, before) ? "pushState" : "replaceState";
    const hash = writeHash(scene, state);
    write(how, hash, hash);
  });
  addEventListener("popstate", (event) => {
    const at = markOf(event.state);
    if (at === null) return;
    isReturning = true;
    store.set(readHash(scene, at)?.state ?? START);
    isReturning = false;
  });
  addEventListener("hashchange", () => {
    const read = readHash(scene, location.hash);
    if (read !== null && writeHash(scene, store.state) !== location.hash) store.set(read.state);
  });
  if (isFramed) followWithoutEntries(root);
}

/** True where something is opened that was not: worth a step back. */
function isOpening(state: ViewState, before: ViewState): boolean {
  const { selection, chain } = state;
  return (
    (selection !== null && selection !== before.selection) ||
    (chain !== null && chain !== before.chain) ||
    state.unfolded > before.unfolded
  );
}

/** The state that an entry of ours was marked with; the entries of plain links have no mark. */
function markOf(mark: unknown): string | null {
  const isMark = typeof mark === "object" && mark !== null && "redthread" in mark;
  return isMark && typeof mark.redthread === "string" ? mark.redthread : null;
}

function write(how: "pushState" | "replaceState", mark: string, hash: string): void {
  try {
    const address = hash === "" ? location.pathname + location.search : hash;
    history[how]({ redthread: mark }, "", address);
  } catch {
    // A sandboxed page keeps its address as it was.
  }
}

/** Follows the page's own links as the browser does, but leaves no entry for each. */
function followWithoutEntries(root: Document): void {
  root.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button !== 0 || isWithKey(event)) return;
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
    const href = link?.getAttribute("href") ?? "";
    const target = href.length > 1 ? root.getElementById(href.slice(1)) : null;
    if (target === null) return;
    event.preventDefault();
    try {
      // Not the fragment alone: a page inside an attribute would read it by the address of its parent.
      location.replace(new URL(href, location.href));
    } catch {
      target.scrollIntoView();
    }
  });
}

/** Clicks that open another tab or save are the browser's. */
const isWithKey = (event: MouseEvent): boolean =>
  event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
