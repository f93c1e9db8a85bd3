import { type GroundPlan, planGrounds } from "../scene/assign-grounds.js";
import { isThing } from "../scene/look-up.js";
import { mergeLines } from "../scene/merge-lines.js";
import type { ContentNode, SceneGround } from "../scene/scene.js";
import { type DrawnNodes, hubsOf } from "./choose-drawn.js";
import { chooseFocus } from "./choose-focus.js";
import { foldFocus } from "./focus-words.js";
import {
  HANDLE_HEIGHT,
  type PictureSize,
  type PlacedContent,
  type PlacedParts,
  placePlan,
} from "./place-scene.js";
import { unfoldGround } from "./unfold-ground.js";

/** A reader waits for it, so fewer starts are compared than for a report. */
const EFFORT = { starts: 2, reseated: true };

/**
 * The picture of what stands around a state or a thing, and `steps` times eight more of an opened
 * state's own; the same for the same case and thing.
 */
export function placeFocus(
  content: PlacedContent,
  opened: number,
  size: PictureSize,
  steps = 0,
): PlacedParts {
  const choice = chooseFocus(content, opened);
  const { things, subs, told } = foldFocus(content, choice.things, opened);
  const worded = { ...content, nodes: withSubs(content.nodes, subs) };
  const plan = onOneGround(planGrounds(worded, things, choice.states));
  const folded = placePlan(worded, plan, drawnOf(worded, things, plan), size, EFFORT);
  const placed = unfoldGround(worded, folded, plan, opened, steps, told);
  const held = heldByState(content);
  return {
    ...placed,
    grounds: placed.grounds.map((ground) => {
      const isTold = ({ homes }: ContentNode, at: number) =>
        told.has(at) && homes[0] === ground.node;
      const shown =
        ground.members.filter((at) => placed.nodes[at]?.at !== null).length +
        content.nodes.filter(isTold).length;
      const more = (held.get(ground.node ?? -1) ?? 0) - shown;
      return more > 0 ? withMore(ground, more) : ground;
    }),
  };
}

function withSubs(
  nodes: readonly ContentNode[],
  subs: ReadonlyMap<number, string>,
): readonly ContentNode[] {
  return nodes.map((node, at) => {
    const sub = subs.get(at);
    return sub === undefined ? node : { ...node, sub };
  });
}

/** Things that each state holds. */
function heldByState({ nodes }: PlacedContent): ReadonlyMap<number, number> {
  const held = new Map<number, number>();
  for (const node of nodes) {
    const [home] = node.homes;
    if (home !== undefined && isThing(node)) held.set(home, (held.get(home) ?? 0) + 1);
  }
  return held;
}

/** The ground with the handle under its name, which labels keep off. */
function withMore(ground: SceneGround, more: number): SceneGround {
  const { box } = ground.label;
  const label = { ...ground.label, box: { ...box, height: box.height + HANDLE_HEIGHT } };
  return { ...ground, label, more };
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

function drawnOf(content: PlacedContent, things: readonly number[], plan: GroundPlan): DrawnNodes {
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
