import { DOUBTS, type Doubt, type SceneEdge } from "./scene.js";

const DOUBT: Readonly<Record<string, Doubt>> = {
  asserted: "asserted",
  planned: "planned",
  attempted: "attempted",
  alleged: "alleged",
  hypothetical: "alleged",
  denied: "denied",
};

/** The doubt of one link: how it is put, and denied where somebody denies it. */
export function doubtOf({ modality, deniedBy }: Pick<SceneEdge, "modality" | "deniedBy">): Doubt {
  return deniedBy.length > 0 ? "denied" : (DOUBT[modality] ?? "alleged");
}

/** The milder of two doubts. */
export function milderDoubt(a: Doubt, b: Doubt): Doubt {
  return DOUBTS.indexOf(a) <= DOUBTS.indexOf(b) ? a : b;
}
