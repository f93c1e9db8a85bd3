import { createReasonWords } from "@redthread/core/trace";
import { readOpenPairs } from "../../case/read-open-pairs.js";
import { collectAsked } from "../asked-again.js";
import { sideOf, thingOf } from "../describe-side.js";
import { countWays, readNeighbours, without } from "../neighbours.js";
import { byChange, type QueueKind, type ReviewCase, type ReviewItem } from "../review-item.js";

/** Pairs that may be one and the same. */
export const pairs: QueueKind = {
  name: "pairs",
  describes: "judgements to be found again, then pairs that may be one and the same",
  choices: [
    { key: "s", verdict: "same", words: "same" },
    { key: "d", verdict: "different", words: "different" },
    { key: "u", verdict: "unsure", words: "unsure" },
  ],
  nothing: "No pair waits for a person.",
  collect: collectPairs,
};

const NOBODY: ReadonlySet<number> = new Set();

function collectPairs({ opened, trace }: ReviewCase): readonly ReviewItem[] {
  const byId = new Map(trace.graph.nodes.map(({ id }, index) => [id, index]));
  const neighbours = readNeighbours(trace);
  const words = createReasonWords(trace.graph.nodes);
  const items: ReviewItem[] = [];
  for (const candidate of readOpenPairs(opened)) {
    const [a, b] = [byId.get(candidate.a), byId.get(candidate.b)];
    if (a === undefined || b === undefined) continue;
    const [left, right] = [neighbours[a] ?? NOBODY, neighbours[b] ?? NOBODY];
    items.push({
      key: JSON.stringify([candidate.a, candidate.b]),
      question: "Are these one and the same?",
      changes: {
        ...countWays(without(left, right), without(right, left), trace),
        links: left.size + right.size,
      },
      score: candidate.score,
      reasons: words(candidate.reasons),
      sides: () => [sideOf(trace, a), sideOf(trace, b)],
      subject: () => ({ a: thingOf(trace, a), b: thingOf(trace, b) }),
    });
  }
  return [...collectAsked({ opened, trace }), ...items.sort(byChange)];
}
