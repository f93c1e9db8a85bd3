import { compareText } from "../../text/compare.js";
import type { Trace } from "../graph/trace-graph.js";
import { type CaseChange, CHANGE_KINDS } from "./case-change.js";
import { linkChanges } from "./link-changes.js";
import { matchThings } from "./match-things.js";
import { thingChanges } from "./thing-changes.js";

/**
 * What a newer case added, confirmed, contradicted, merged, split and lost against an older one, by kind,
 * then by id. Things are the same where a report that both cases read calls them by the same name, not
 * where their ids happen to agree. O(nodes + relationships) apart from sorting.
 */
export function compareCases(older: Trace, newer: Trace): readonly CaseChange[] {
  const matches = matchThings(older, newer);
  return [...thingChanges(older, newer, matches), ...linkChanges(older, newer, matches)].sort(
    (a, b) =>
      CHANGE_KINDS.indexOf(a.kind) - CHANGE_KINDS.indexOf(b.kind) ||
      compareText(keyOf(a), keyOf(b)) ||
      compareText(a.words, b.words),
  );
}

const keyOf = ({ before, after, link }: CaseChange): string =>
  [...[...before, ...after].map(({ id }) => id), link?.type ?? "", link?.id ?? ""].join("\u0000");
