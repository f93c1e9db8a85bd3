import type { Heading } from "../interact/walk-nodes.js";

export interface KeyDoings {
  readonly search: () => void;
  readonly leave: () => void;
  readonly walk: (heading: Heading) => void;
  readonly open: () => void;
  /** Enlarges by the factor; 0 shows the whole picture. */
  readonly zoom: (factor: number) => void;
}

const HEADINGS: Readonly<Record<string, Heading>> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};
const ZOOMS: Readonly<Record<string, number>> = { "+": 1.6, "=": 1.6, "-": 1 / 1.6, "0": 0 };

/** `/` searches, Esc steps back anywhere. */
export function listenToKeys(root: Document, doings: Pick<KeyDoings, "search" | "leave">): void {
  root.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target instanceof Element && event.target.closest("input,select,textarea");
    if (event.key === "Escape") doings.leave();
    else if (event.key === "/" && !typing) {
      event.preventDefault();
      doings.search();
    }
  });
}

/** On a picture arrows walk, Enter opens, + − 0 zoom. */
export function listenToStage(
  stage: HTMLElement,
  doings: Pick<KeyDoings, "walk" | "open" | "zoom">,
): void {
  stage.tabIndex = 0;
  stage.setAttribute("role", "group");
  stage.setAttribute("aria-roledescription", "picture");
  stage.setAttribute(
    "aria-label",
    "Picture of the case. Arrow keys go from thing to thing, Enter opens one, plus and minus zoom.",
  );
  stage.addEventListener("keydown", (event) => {
    if (event.target !== stage || event.ctrlKey || event.metaKey || event.altKey) return;
    const heading = HEADINGS[event.key];
    const zoom = ZOOMS[event.key];
    if (heading !== undefined) doings.walk(heading);
    else if (event.key === "Enter") doings.open();
    else if (zoom !== undefined) doings.zoom(zoom);
    else return;
    event.preventDefault();
  });
}
