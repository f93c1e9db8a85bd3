import { round } from "../labels/place-labels.js";
import type { LabelSpot, Point } from "../scene/scene.js";
import { GROUND_SIZE } from "../theme/fonts.js";
import { fitText, textWidth } from "../theme/text-width.js";

const TRACKING = 0.14;

/** The name of a ground in capitals from its upper left corner, cut at its end where it is too wide. */
export function capitalsSpot(name: string, { x, y }: Point, width: number): LabelSpot {
  const text = fitText(name.toUpperCase(), width / (1 + TRACKING * 1.6), GROUND_SIZE, true);
  const wide = textWidth(text, GROUND_SIZE, true) + [...text].length * TRACKING * GROUND_SIZE;
  const box = { x: round(x), y: round(y), width: round(wide), height: GROUND_SIZE * 1.25 };
  return { x: box.x, y: round(y + GROUND_SIZE), anchor: "start", lines: [text], sub: null, box };
}
