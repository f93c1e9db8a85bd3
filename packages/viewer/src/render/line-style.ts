import type { Doubt } from "../scene/scene.js";

/** Width of a line by its independent sources: one, two, three and more. */
export function lineWidth(sources: number): number {
  if (sources >= 3) return 2.8;
  return sources === 2 ? 1.9 : 1;
}

/** Dashes by doubt: planned and attempted dashed, alleged dotted, the rest whole. */
export function lineDash(doubt: Doubt): { readonly dash: string; readonly round: boolean } | null {
  switch (doubt) {
    case "planned":
    case "attempted":
      return { dash: "6 4", round: false };
    case "alleged":
      return { dash: "0.1 4.2", round: true };
    case "asserted":
    case "denied":
      return null;
  }
}
