import type { PageScene } from "../scene/page-scene.js";
import type { ViewState } from "./view-state.js";

/** Which nodes and lines a filter leaves on the picture. */
export interface VisibleParts {
  readonly nodes: readonly boolean[];
  readonly lines: readonly boolean[];
}

/**
 * What is seen under a state's filters: a node of a hidden kind goes with its lines; outside the
 * months chosen go the operations, and with them what was linked to nothing else. Stops of the
 * followed chain always stay.
 */
export function visibleParts(
  scene: Pick<PageScene, "nodes" | "lines">,
  state: Pick<ViewState, "hidden" | "months">,
  kept: ReadonlySet<number>,
): VisibleParts {
  const allowed = scene.nodes.map(
    (node, at) =>
      kept.has(at) ||
      (!state.hidden.has(node.kind) && isInMonths(node.months, state.months, node.kind)),
  );
  const stands = (at: number) => allowed[at] === true;
  const nodes = scene.nodes.map((node, at) => {
    if (!stands(at)) return false;
    if (state.months === null || kept.has(at) || node.degree === 0 || node.kind === "Operation")
      return true;
    return scene.lines.some(({ a, b }) => (a === at && stands(b)) || (b === at && stands(a)));
  });
  return { nodes, lines: scene.lines.map(({ a, b }) => nodes[a] === true && nodes[b] === true) };
}

function isInMonths(
  dated: readonly [string, string] | null,
  months: readonly [string, string] | null,
  kind: string,
): boolean {
  if (months === null || kind !== "Operation") return true;
  if (dated === null) return false;
  return dated[0] <= months[1] && dated[1] >= months[0];
}
