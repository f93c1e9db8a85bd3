import type { Selection } from "../interact/view-state.js";
import { element } from "./element.js";

export interface ListDoings {
  readonly select: (selection: Selection) => void;
  /** Follows one of the file's chains, by its index. */
  readonly follow: (chain: number) => void;
}

/** Makes rows of lists and names in the drawer open what they name; footnotes stay plain links. */
export function listenToLists(root: Document, doings: ListDoings): void {
  for (const cell of root.querySelectorAll("tr[data-edge] td:nth-child(2)")) {
    const button = element("button", { type: "button", class: "link" }, ...cell.childNodes);
    button.title = "Show the quote";
    cell.append(button);
  }
  root.addEventListener("click", (event) => {
    const { target } = event;
    if (!(target instanceof Element)) return;
    const chain = target.closest<HTMLElement>(".home .chain > summary")?.parentElement?.dataset;
    const opened = openedBy(target);
    if (chain?.["chain"] !== undefined) doings.follow(Number(chain["chain"]));
    else if (opened !== null) doings.select(opened);
    else {
      const row = target.closest("a") === null ? rowOf(target) : null;
      if (row !== null) doings.select(row);
      return;
    }
    event.preventDefault();
  });
}

/** The thing or band that a name in the drawer or the key opens. */
function openedBy(target: Element): Selection | null {
  const named = target.closest<HTMLElement>("[data-open-node],[data-open-band]");
  if (named === null) return null;
  const { openNode, openBand } = named.dataset;
  if (openBand !== undefined) return { kind: "band", band: Number(openBand) };
  return { kind: "node", node: Number(openNode) };
}

/** The link or thing that a row of the lists stands for. */
function rowOf(target: Element): Selection | null {
  const row = target.closest<HTMLElement>("tr[data-edge], .entity[data-node] h4");
  const { edge } = row?.dataset ?? {};
  if (edge !== undefined) return { kind: "edge", edge: Number(edge) };
  const { node } = row?.closest<HTMLElement>(".entity")?.dataset ?? {};
  return node === undefined ? null : { kind: "node", node: Number(node) };
}
