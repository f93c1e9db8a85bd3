import type { GraphReader } from "@redthread/core/graph";
import { nameStates } from "@redthread/core/trace";
import type { OrderedCase } from "./case-order.js";
import type { EvidenceBook } from "./evidence-book.js";
import { nodeFacts } from "./node-facts.js";
import { operationLabel, operationSub } from "./operation-words.js";
import { readNumber, readText, readTexts } from "./property-reading.js";
import type { ContentNode, SceneFact } from "./scene.js";

/** Levels of places that no single state need hold. */
const BEYOND = new Set(["region", "sea", "river"]);

/** Grounds that a thing stands on at most: a border has two sides. */
const MOST_HOMES = 2;

/** The nodes of the case in the order of the trace. */
export function contentNodes(ordered: OrderedCase, book: EvidenceBook): readonly ContentNode[] {
  const { trace, reader } = ordered;
  const { nodes } = trace.graph;
  const documentAt = new Map(ordered.documentIds.map((id, at) => [id, at]));
  const stateAt = new Map(
    nodes.flatMap(({ isState }, at) => (isState === null ? [] : [[isState, at] as const])),
  );
  return nodes.map((node, at) => {
    const slot = trace.nodeSlots[at] ?? 0;
    const read = (key: string) => reader.nodeProperty(slot, key);
    const isOperation = node.kind === "Operation";
    const standing = node.states.length > 0 ? node.states : node.near;
    return {
      ...node,
      otherIds: readTexts(read("otherIds")),
      label: isOperation ? operationLabel(reader, slot, node.name) : node.name,
      sub: isOperation ? operationSub(reader, slot) : null,
      facts: [
        ...stateFacts(ordered, at),
        ...nodeFacts(reader, slot),
        ...readTexts(read("conflicts")).map((sentence): SceneFact => ["Reports differ", sentence]),
      ],
      mentions: book.ofNode(slot),
      documents: readTexts(read("documents"))
        .flatMap((id) => documentAt.get(id) ?? [])
        .sort((a, b) => a - b),
      months: monthsOf(reader, slot),
      homes: standing.flatMap((code) => stateAt.get(code) ?? []).slice(0, MOST_HOMES),
      beyond: BEYOND.has(readText(read("level")) ?? ""),
      latitude: readNumber(read("latitude")),
      longitude: readNumber(read("longitude")),
    };
  });
}

/** All states of a thing that is none itself, strongest first. */
function stateFacts({ trace }: OrderedCase, at: number): readonly SceneFact[] {
  const node = trace.graph.nodes[at];
  if (node === undefined || node.isState !== null || node.states.length === 0) return [];
  const names = nameStates(trace.graph, node.states).map(({ name }) => name);
  return [[names.length === 1 ? "State" : "States", names.join(", ")]];
}

function monthsOf(graph: GraphReader, slot: number): readonly [string, string] | null {
  const date = readText(graph.nodeProperty(slot, "date"));
  const [first, last = first] = date?.split("/") ?? [];
  const from = readText(graph.nodeProperty(slot, "dateFrom")) ?? first;
  const to = readText(graph.nodeProperty(slot, "dateTo")) ?? last;
  if (from === undefined || to === undefined || !DATED.test(from) || !DATED.test(to)) return null;
  return [month(from, "01"), month(to, "12")];
}

const DATED = /^\d{4}(?:-(?:0[1-9]|1[0-2])|$)/;

function month(date: string, missing: string): string {
  return date.length >= 7 ? date.slice(0, 7) : `${date.slice(0, 4)}-${missing}`;
}
