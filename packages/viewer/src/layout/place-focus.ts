import { type GroundPlan, planGrounds } from "../scene/assign-grounds.js";
import { isThing } from "../scene/look-up.js";
import { mergeLines } from "../scene/merge-lines.js";
import { type DrawnNodes, hubsOf } from "./choose-drawn.js";
import { chooseFocus, type FocusChoice } from "./choose-focus.js";
import {
  type PictureSize,
  type PlacedContent,
  type PlacedParts,
  placePlan,
} from "./place-scene.js";

/** A reader waits for it, so fewer starts are compared than for a report. */
const EFFORT = { starts: 2, reseated: true };

/** The picture of what stands around a state or a thing; the same for the same case and thing. */
export function placeFocus(content: PlacedContent, opened: number, size: PictureSize): PlacedParts {
  const choice = chooseFocus(content, opened);
  const plan = onOneGround(planGrounds(content, choice.things, choice.states));
  const placed = placePlan(content, plan, drawnOf(content, choice, plan), size, EFFORT);
  const held = new Map<number, number>();
  for (const node of content.nodes) {
    const [home] = node.homes;
    if (home !== undefined && isThing(node)) held.set(home, (held.get(home) ?? 0) + 1);
  }
  return {
    ...placed,
    grounds: placed.grounds.map((ground) => {
      const shown = ground.members.filter((at) => placed.nodes[at]?.at !== null).length;
      const more = (held.get(ground.node ?? -1) ?? 0) - shown;
      return more > 0 ? { ...ground, more } : ground;
    }),
  };
}

/**
 * Each thing on one ground alone, the opened one before others: on a border all would stand in one row
 * and every line would cross the next.
 */
function onOneGround(plan: GroundPlan): GroundPlan {
  const groundsOf = plan.groundsOf.map((held) => held.slice(0, 1));
  const grounds = plan.grounds.map((ground, at) => ({
    ...ground,
    members: ground.members.filter((member) => groundsOf[member]?.[0] === at),
  }));
  return { ...plan, grounds, groundsOf };
}

function drawnOf(
  content: PlacedContent,
  { things }: FocusChoice,
  plan: ReturnType<typeof planGrounds>,
): DrawnNodes {
  const chosen = new Set(things);
  const degree = content.nodes.map(() => 0);
  for (const { a, b } of mergeLines(content, plan).lines) {
    if (!chosen.has(a) && plan.groundOf[a] === null) continue;
    if (!chosen.has(b) && plan.groundOf[b] === null) continue;
    degree[a] = (degree[a] ?? 0) + 1;
    if (b !== a) degree[b] = (degree[b] ?? 0) + 1;
  }
  const order = [...things].sort((a, b) => (degree[b] ?? 0) - (degree[a] ?? 0) || a - b);
  const hubs = hubsOf(content.nodes, order, degree);
  return {
    drawn: content.nodes.map((_, at) => chosen.has(at)),
    degree,
    hub: content.nodes.map((_, at) => hubs.has(at)),
  };
}
