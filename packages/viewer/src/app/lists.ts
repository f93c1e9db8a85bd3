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
    const summary = target.closest(".home .chain > summary");
    const chain = summary?.parentElement?.dataset["chain"];
    if (chain !== undefined) {
      event.preventDefault();
      doings.follow(Number(chain));
      return;
    }
    const named = target.closest("[data-open-node]");
    if (named instanceof HTMLElement) {
      doings.select({ kind: "node", node: Number(named.dataset["openNode"]) });
      return;
    }
    if (target.closest("a")) return;
    const row = target.closest("tr[data-edge], .entity[data-node] h4");
    if (!(row instanceof HTMLElement)) return;
    const { edge } = row.dataset;
    const { node } = row.closest<HTMLElement>(".entity")?.dataset ?? {};
    if (edge !== undefined) doings.select({ kind: "edge", edge: Number(edge) });
    else if (node !== undefined) doings.select({ kind: "node", node: Number(node) });
  });
}
