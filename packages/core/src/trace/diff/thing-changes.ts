import { EVENT_TYPES } from "../../model/schema.js";
import type { Trace } from "../graph/trace-graph.js";
import { readTexts, readTraceNode, type TraceNode } from "../read/trace-node.js";
import type { CaseChange, ChangeKind } from "./case-change.js";
import type { ThingMatches } from "./match-things.js";

/** Reports and things that came, went, were put together, taken apart or called otherwise. */
export function thingChanges(
  older: Trace,
  newer: Trace,
  { after, before }: ThingMatches,
): readonly CaseChange[] {
  const was = after.flatMap((found, at): readonly CaseChange[] => {
    const own = nodeAt(older, at);
    if (found.length === 0)
      return [told(isReport(older, at) ? "report gone" : "thing gone", [own], [])];
    if (found.length === 1) return [];
    return [
      told(
        "split",
        [own],
        found.map((other) => nodeAt(newer, other)),
      ),
    ];
  });
  const is = before.flatMap((found, at): readonly CaseChange[] => {
    const own = nodeAt(newer, at);
    if (found.length === 0)
      return [told(isReport(newer, at) ? "report added" : "thing added", [], [own])];
    const olds = found.map((other) => nodeAt(older, other));
    if (found.length > 1) return [told("merged", olds, [own])];
    return [...renamed(newer, at, olds, own), ...disagreements(older, newer, found[0] ?? -1, at)];
  });
  return [...was, ...is];
}

const nodeAt = ({ reader, nodeSlots }: Trace, at: number): TraceNode =>
  readTraceNode(reader, nodeSlots[at] ?? -1);

const isReport = ({ graph, schema }: Trace, at: number): boolean =>
  schema.roleOf(graph.nodes[at]?.kind ?? "") === "document";

function told(
  kind: ChangeKind,
  before: readonly TraceNode[],
  after: readonly TraceNode[],
): CaseChange {
  return { kind, before, after, link: null, words: WORDS[kind] ?? "" };
}

const WORDS: Partial<Readonly<Record<ChangeKind, string>>> = {
  "report added": "Read for the newer case only.",
  "report gone": "Not read any more.",
  "thing added": "Only the newer case tells of it.",
  "thing gone": "Only the older case tells of it.",
  merged: "Several things of the older case are one now.",
  split: "One thing of the older case is several now.",
};

/** What an event is called follows from its figures, and they are told for themselves. */
function renamed(
  { graph }: Trace,
  at: number,
  before: readonly TraceNode[],
  own: TraceNode,
): readonly CaseChange[] {
  const old = before[0]?.name ?? "";
  if (old === own.name || EVENT_TYPES.has(graph.nodes[at]?.kind ?? "")) return [];
  const words = `It was called \`${old}\` before.`;
  return [{ kind: "renamed", before, after: [own], link: null, words }];
}

/** Sentences on what the reports of a thing disagree on that the older case does not have. */
function disagreements(older: Trace, newer: Trace, was: number, at: number): readonly CaseChange[] {
  const read = (trace: Trace, node: number): readonly string[] =>
    readTexts(trace.reader.nodeProperty(trace.nodeSlots[node] ?? -1, "conflicts"));
  const known = new Set(read(older, was));
  const [before, after] = [nodeAt(older, was), nodeAt(newer, at)];
  return read(newer, at)
    .filter((sentence) => !known.has(sentence))
    .map((words) => ({
      kind: "disagreement",
      before: [before],
      after: [after],
      link: null,
      words,
    }));
}
