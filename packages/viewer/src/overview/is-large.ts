import { isThing } from "../scene/look-up.js";
import type { SceneContent } from "../scene/scene.js";

/** States and things beyond which one picture holds no case. */
const MOST_STATES = 11;
const MOST_THINGS = 160;
/** Fewest states with so many things each, without which there is nothing to lay an overview out by. */
const FEWEST_STATES = 2;
const FEWEST_MEMBERS = 3;

/** True for a case that is shown as an overview first. */
export function isLarge({ nodes }: Pick<SceneContent, "nodes">): boolean {
  const held = new Map<number, number>();
  for (const node of nodes) {
    if (!isThing(node)) continue;
    for (const home of node.homes) held.set(home, (held.get(home) ?? 0) + 1);
  }
  const rich = [...held.values()].filter((count) => count >= FEWEST_MEMBERS).length;
  if (rich < FEWEST_STATES) return false;
  const things = nodes.filter(isThing).length;
  const states = nodes.filter(({ isState }) => isState !== null).length;
  return states > MOST_STATES || things > MOST_THINGS;
}
