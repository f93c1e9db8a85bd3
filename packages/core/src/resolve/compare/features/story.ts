import type { Story } from "../../identify/story.js";
import { type Evidence, evidence } from "../evidence.js";

/** Shared words from which more of them add nothing. */
const ENOUGH = 6;
const MOST_LISTED = 6;

/** The unusual words that two reports share around a person. */
export const sharedWords = (a: Story, b: Story): readonly string[] =>
  [...a.words].filter((word) => b.words.has(word)).sort();

/** How much two reports tell one story around a person; null where they share no unusual word. */
export const story = (shared: readonly string[]): Evidence | null =>
  shared.length === 0
    ? null
    : evidence(
        "story",
        `words of both reports: ${shared.slice(0, MOST_LISTED).join(", ")}`,
        Math.min(1, shared.length / ENOUGH),
      );

/** Whether what is told of kin, trade and service leaves two people of one name possible. */
export function isOfTwo(a: Story, b: Story): boolean {
  if (a.isOfKin || b.isOfKin || a.isServing !== b.isServing) return true;
  if (a.trades.size === 0 || b.trades.size === 0) return false;
  return ![...a.trades].some((trade) => b.trades.has(trade));
}
