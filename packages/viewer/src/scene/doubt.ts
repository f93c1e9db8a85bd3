import { DOUBTS, type Doubt } from "./scene.js";

/** The graver of two doubts. */
export function graverDoubt(a: Doubt, b: Doubt): Doubt {
  return DOUBTS.indexOf(a) >= DOUBTS.indexOf(b) ? a : b;
}
