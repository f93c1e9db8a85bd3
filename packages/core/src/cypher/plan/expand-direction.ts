/** How a relationship lies as seen from one of its ends. */
export type ExpandDirection = "out" | "in" | "both";

/** The same relationship as seen from its other end. */
export function turned(direction: ExpandDirection): ExpandDirection {
  return direction === "both" ? "both" : direction === "out" ? "in" : "out";
}
