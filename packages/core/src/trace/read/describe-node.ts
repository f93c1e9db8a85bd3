import type { GraphReader } from "../../graph/graph-reader.js";
import type { SeenThing, Sighting } from "../../model/judgement.js";
import { compareText } from "../../text/compare.js";
import { readQuotes, type TraceQuote } from "./quotes.js";
import { readText, readTexts } from "./trace-node.js";

/** Reports in which a thing is remembered: losing one of them then loses no judgement. */
const MOST_SEEN = 4;

/**
 * A node of a case as a person sees it, so that a judgement about it can be found again; null where the
 * graph has no such node, or none that a report quotes. An id that several nodes had is none's.
 */
export const describeNode = (graph: GraphReader, id: string): SeenThing | null =>
  createDescriber(graph)(id);

/** {@link describeNode} for who asks for many: the nodes are looked through once. */
export function createDescriber(graph: GraphReader): (id: string) => SeenThing | null {
  let slots: ReadonlyMap<string, number | null> | null = null;
  return (id) => {
    slots ??= indexSlots(graph);
    const slot = slots.get(id) ?? null;
    const thing = slot === null ? null : describeSlot(graph, slot);
    return thing === null ? null : { ...thing, id };
  };
}

/** {@link describeNode} for a node that is known by its slot. */
export function describeSlot(graph: GraphReader, slot: number): SeenThing | null {
  const id = readText(graph.nodeProperty(slot, "id")) ?? "";
  const name = readText(graph.nodeProperty(slot, "name")) ?? id;
  const names = [name, ...readTexts(graph.nodeProperty(slot, "aliases"))];
  const byDocument = new Map<string, Sighting>();
  for (const quote of quotesOfNode(graph, slot)) {
    const sighting = toSighting(quote, names);
    const known = byDocument.get(quote.document);
    if (known === undefined || (known.at === undefined && sighting.at !== undefined))
      byDocument.set(quote.document, sighting);
  }
  const seen = [...byDocument.values()]
    .sort((x, y) => compareText(x.document, y.document))
    .slice(0, MOST_SEEN);
  const [type] = graph.labelsOf(slot);
  return seen.length === 0 || type === undefined ? null : { id, type, name, seen };
}

/** Slots by each id that a node has or had; null where several nodes had one that none has. */
function indexSlots(graph: GraphReader): ReadonlyMap<string, number | null> {
  const current = new Map<string, number>();
  const former = new Map<string, number | null>();
  graph.forEachNode(null, (node) => {
    const id = readText(graph.nodeProperty(node, "id"));
    if (id !== null && !current.has(id)) current.set(id, node);
    for (const other of readTexts(graph.nodeProperty(node, "otherIds")))
      former.set(other, former.has(other) ? null : node);
    return true;
  });
  return new Map([...former, ...current]);
}

/** The sentences that name it, else those that tell of it. */
export function quotesOfNode(graph: GraphReader, node: number): readonly TraceQuote[] {
  const quotes: TraceQuote[] = [];
  graph.expand(node, "out", null, (relationship) => {
    if (graph.labelsOf(graph.endOf(relationship)).includes("Document")) {
      quotes.push(...readQuotes(graph, (key) => graph.relationshipProperty(relationship, key)));
    }
    return true;
  });
  return quotes.length > 0 ? quotes : readQuotes(graph, (key) => graph.nodeProperty(node, key));
}

/** A quote with the place of the fullest name in it, where it holds that name once. */
function toSighting(
  { document, path, quote, start, end }: TraceQuote,
  names: readonly string[],
): Sighting {
  const base = { document, path: path ?? "", quote, start, end };
  const [name = "", ...others] = names;
  const longestFirst = [name, ...others.sort((x, y) => y.length - x.length || compareText(x, y))];
  const held = longestFirst.find((one) => one !== "" && quote.includes(one));
  if (held === undefined) return base;
  const spelled = held === name ? base : { ...base, name: held };
  const at = quote.indexOf(held);
  return quote.includes(held, at + 1) ? spelled : { ...spelled, at };
}
