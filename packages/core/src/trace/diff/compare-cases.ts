import { compareText } from "../../text/compare.js";
import type { Trace } from "../graph/trace-graph.js";
import { type CaseChange, CHANGE_KINDS } from "./case-change.js";
import { linkChanges } from "./link-changes.js";
import { matchThings } from "./match-things.js";
import { thingChanges } from "./thing-changes.js";

/**
 * What a newer case added, confirmed, contradicted, merged, split and lost against an older one, by kind,
 * what hangs on most first: a thing by its links, a link by whether chains follow it and how sure it is. Things are the same where a report that both cases read calls them by the same name, not
 * where their ids happen to agree. O(nodes + relationships) apart from sorting.
 */
export function compareCases(older: Trace, newer: Trace): readonly CaseChange[] {
  const matches = matchThings(older, newer);
  const weigh = createWeights(older, newer);
  return [...thingChanges(older, newer, matches), ...linkChanges(older, newer, matches)].sort(
    (a, b) =>
      CHANGE_KINDS.indexOf(a.kind) - CHANGE_KINDS.indexOf(b.kind) ||
      weigh(b) - weigh(a) ||
      compareText(keyOf(a), keyOf(b)) ||
      compareText(a.words, b.words),
  );
}

function createWeights(older: Trace, newer: Trace): (change: CaseChange) => number {
  const degreeOf = ({ reader }: Trace, [node]: CaseChange["after"]): number =>
    node === undefined ? 0 : reader.degree(node.node, "both", null);
  return ({ kind, before, after, link }) => {
    // Reports are looked for by name.
    if (kind.startsWith("report")) return 0;
    if (link === null) return degreeOf(newer, after) || degreeOf(older, before);
    const type = newer.schema.relation(link.type);
    return (type?.walk === false || type?.standing === true ? 0 : 1) + link.confidence;
  };
}

const keyOf = ({ before, after, link }: CaseChange): string =>
  [...[...before, ...after].map(({ id }) => id), link?.type ?? "", link?.id ?? ""].join("\u0000");
