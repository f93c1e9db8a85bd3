import type { GroundPlan } from "../scene/assign-grounds.js";
import { isThing } from "../scene/look-up.js";
import type { MergedLines } from "../scene/merge-lines.js";
import type { SceneContent } from "../scene/scene.js";

/** Most nodes on one picture; beyond it nothing can be read and the list is the better place. */
const MOST_DRAWN = 160;
const MOST_HUBS = 9;
const HUB_DEGREE = 4;

/** Which nodes the picture shows, how many lines end at each, and which are hubs. */
export interface DrawnNodes {
  readonly drawn: readonly boolean[];
  readonly degree: readonly number[];
  readonly hub: readonly boolean[];
}

/** Chooses what the picture shows: all that stands on it, or the best linked where that is too much. */
export function chooseDrawn(
  content: SceneContent,
  plan: GroundPlan,
  { lines }: MergedLines,
): DrawnNodes {
  const { nodes } = content;
  const degree = nodes.map(() => 0);
  for (const { a, b } of lines) {
    degree[a] = (degree[a] ?? 0) + 1;
    if (b !== a) degree[b] = (degree[b] ?? 0) + 1;
  }
  const shown = nodes
    .map((_, at) => at)
    .filter((at) => isShown(content, plan, at))
    .sort((a, b) => (degree[b] ?? 0) - (degree[a] ?? 0) || a - b);
  const kept = new Set(shown.slice(0, MOST_DRAWN));
  const hubs = hubsOf(nodes, shown, degree);
  return {
    drawn: nodes.map((_, at) => kept.has(at)),
    degree,
    hub: nodes.map((_, at) => hubs.has(at)),
  };
}

/** The few best linked of some things, in their order, that are drawn larger. */
export function hubsOf(
  nodes: SceneContent["nodes"],
  order: readonly number[],
  degree: readonly number[],
): ReadonlySet<number> {
  const first = order.slice(0, MOST_HUBS);
  return new Set(
    first.filter((at) => (degree[at] ?? 0) >= HUB_DEGREE && nodes[at]?.kind !== "Place"),
  );
}

/** Where there are grounds, what stands on one; where there are none, every thing. */
function isShown({ nodes }: SceneContent, plan: GroundPlan, at: number): boolean {
  if (plan.grounds.length > 0) return (plan.groundsOf[at] ?? []).length > 0;
  const node = nodes[at];
  return node !== undefined && isThing(node);
}

/** Radius of a node's shape: two sizes, and a small one for places. */
export function nodeSize(kind: string, hub: boolean): number {
  if (kind === "Place") return 4.2;
  if (kind === "Operation") return hub ? 8.2 : 7;
  return hub ? 8.6 : 6.2;
}
