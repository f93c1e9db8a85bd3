import type { Selection } from "../interact/view-state.js";
import type { PageScene } from "../scene/page-scene.js";

/** Makes nodes, lines, labels and grounds of the picture answer to the pointer. */
export function listenToPicture(
  stage: HTMLElement,
  scene: PageScene,
  wasDrag: () => boolean,
  select: (selection: Selection | null) => void,
  point: (node: number | null) => void,
): void {
  stage.addEventListener("click", (event) => {
    if (!(event.target instanceof Element) || event.target.closest(".controls")) return;
    if (event.target.closest("a")) event.preventDefault();
    if (!wasDrag()) select(selectionAt(scene, event.target));
  });
  stage.addEventListener("pointerover", (event) => {
    const made = event.target instanceof Element ? event.target.closest("[data-node]") : null;
    point(made instanceof SVGElement ? Number(made.dataset["node"]) : null);
  });
  stage.addEventListener("pointerleave", () => point(null));
}

function selectionAt({ grounds }: PageScene, target: Element): Selection | null {
  const made = target.closest("[data-node],[data-line],[data-ground],[data-more]");
  if (!(made instanceof SVGElement)) return null;
  const { node, line, more, ground = more } = made.dataset;
  if (node !== undefined) return { kind: "node", node: Number(node) };
  if (line !== undefined) return { kind: "line", line: Number(line) };
  const state = grounds[Number(ground)]?.node ?? null;
  return state === null ? null : { kind: "node", node: state };
}
