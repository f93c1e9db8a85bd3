import { withLabels } from "../labels/scene-labels.js";
import type { PageScene } from "../scene/page-scene.js";
import { VIEW_SIZE } from "./place-chain-scene.js";
import { placeFocus } from "./place-focus.js";

/** A large case with what stands around a state or a thing in its place, its handle opened `steps` times. */
export function placeFocusScene<T extends PageScene>(scene: T, opened: number, steps = 0): T {
  return withLabels({ ...scene, ...placeFocus(scene, opened, VIEW_SIZE, steps) }, null);
}
