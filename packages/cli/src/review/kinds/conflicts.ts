import { sideOf, sightingOf } from "../describe-side.js";
import { countWays, readNeighbours } from "../neighbours.js";
import { byChange, type QueueKind, type ReviewCase, type ReviewItem } from "../review-item.js";

/** Things whose reports disagree. */
export const conflicts: QueueKind = {
  name: "conflicts",
  describes: "things on which reports disagree",
  choices: [{ key: "n", verdict: "not-what-it-says", words: "not what the quotes say" }],
  nothing: "No two reports disagree.",
  collect: collectConflicts,
};

function collectConflicts({ trace }: ReviewCase): readonly ReviewItem[] {
  const neighbours = readNeighbours(trace);
  const items = trace.graph.nodes.flatMap((node, index): ReviewItem[] => {
    const slot = trace.nodeSlots[index];
    const told = slot === undefined ? null : trace.reader.nodeProperty(slot, "conflicts");
    if (!Array.isArray(told) || told.length === 0) return [];
    const around = neighbours[index] ?? new Set();
    return [
      {
        key: node.id,
        question: "Reports disagree on this. Is one of the quotes misread?",
        changes: { ...countWays(around, around, trace), links: around.size },
        score: 0,
        reasons: told.map(String),
        sides: () => [sideOf(trace, index)],
        subject: ({ verdict }) =>
          verdict === "not-what-it-says"
            ? { seen: sideOf(trace, index).quotes.map(sightingOf) }
            : null,
      },
    ];
  });
  return items.sort(byChange);
}
