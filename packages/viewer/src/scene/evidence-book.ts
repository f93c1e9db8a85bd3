import type { GraphReader, PropertyValue } from "@redthread/core/graph";
import { compareText } from "@redthread/core/text";
import type { OrderedCase } from "./case-order.js";
import { type NamedNode, nameMarks } from "./name-marks.js";
import { readParallel, readText, readTexts } from "./property-reading.js";
import type { SceneEvidence } from "./scene.js";

/** Which paragraph of a report an offset of its text stands in, or null where unknown. */
export type ParagraphOf = (document: string, offset: number) => number | string | null;

interface Quote {
  readonly document: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Which lists of an element hold its quotes. */
type QuoteKeys = readonly [quotes: string, spans: string];
const HELD: QuoteKeys = ["quotes", "spans"];
const DENIED: QuoteKeys = ["deniedQuotes", "deniedSpans"];

/** Reads a property of one node or relationship. */
type ReadProperty = (key: string) => PropertyValue | undefined;

/** Every quote of the graph once, numbered in order of report and place. */
export interface EvidenceBook {
  /** Numbers of the quotes a relationship carries, in the order stored. */
  readonly ofRelationship: (slot: number) => readonly number[];
  /** Numbers of the quotes that deny it. */
  readonly against: (slot: number) => readonly number[];
  /** Numbers of the sentences that tell of a node: its own, and the first of each report. */
  readonly ofNode: (slot: number) => readonly number[];
  /** The quotes with the names of the things they prove marked. */
  readonly entries: (
    names: (node: number) => readonly string[],
    paragraphOf: ParagraphOf,
  ) => readonly SceneEvidence[];
}

/** Collects and numbers the quotes behind nodes and relationships. */
export function openEvidenceBook(index: OrderedCase): EvidenceBook {
  const { reader: graph, trace } = index;
  const documentAt = new Map(index.documentIds.map((id, at) => [id, at]));
  const found = new Map<string, Quote>();
  const about = new Map<string, Set<number>>();
  const gather = (read: ReadProperty, keys: QuoteKeys, nodes: readonly number[]) => {
    for (const [key, quote] of quotesOf(read, keys, documentAt)) {
      if (!found.has(key)) found.set(key, quote);
      const set = about.get(key) ?? new Set<number>();
      for (const node of nodes) set.add(node);
      about.set(key, set);
    }
  };
  const ofEdge = (slot: number) => (key: string) => graph.relationshipProperty(slot, key);
  const ofThing = (slot: number) => (key: string) => graph.nodeProperty(slot, key);
  trace.linkSlots.forEach((slot, at) => {
    const ends = endsOf(index, at);
    gather(ofEdge(slot), HELD, ends);
    gather(ofEdge(slot), DENIED, ends);
  });
  trace.nodeSlots.forEach((slot, node) => {
    gather(ofThing(slot), HELD, [node]);
  });
  const mentions = mentionSlots(index);
  const order = [...found].sort(([, a], [, b]) => byPlace(a, b));
  const numberOf = new Map(order.map(([key], at) => [key, at + 1]));
  const numbers = (read: ReadProperty, keys: QuoteKeys): readonly number[] => {
    const stored = quotesOf(read, keys, documentAt).flatMap(([key]) => numberOf.get(key) ?? []);
    return [...new Set(stored)];
  };
  return {
    ofRelationship: (slot) => numbers(ofEdge(slot), HELD),
    against: (slot) => numbers(ofEdge(slot), DENIED),
    ofNode: (slot) => {
      const named = mentions.get(trace.nodeAt.get(slot) ?? -1) ?? [];
      const firsts = named.flatMap((one) => numbers(ofEdge(one), HELD).slice(0, 1));
      return sortedNumbers([...numbers(ofThing(slot), HELD), ...firsts]);
    },
    entries: (names, paragraphOf) =>
      order.map(([key, quote], at) => ({
        number: at + 1,
        quote: quote.text,
        marks: nameMarks(quote.text, namedNodes(about.get(key), names)),
        document: quote.document,
        start: quote.start,
        end: quote.end,
        paragraph: paragraphOf(index.documentIds[quote.document] ?? "", quote.start),
      })),
  };
}

function sortedNumbers(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}

/** The ends of a link that are no reports: a report is not named in its own sentences. */
function endsOf({ trace }: OrderedCase, link: number): readonly number[] {
  const { from = -1, to = -1 } = trace.graph.links[link] ?? {};
  const reports = new Set(trace.graph.documents);
  return [from, to].filter((end) => !reports.has(trace.graph.nodes[end]?.id ?? ""));
}

function namedNodes(
  nodes: ReadonlySet<number> | undefined,
  names: (node: number) => readonly string[],
): readonly NamedNode[] {
  return [...(nodes ?? [])].sort((a, b) => a - b).map((node) => ({ node, names: names(node) }));
}

function byPlace(a: Quote, b: Quote): number {
  return (
    a.document - b.document || a.start - b.start || a.end - b.end || compareText(a.text, b.text)
  );
}

/** Quotes of an element, keyed by report, place and text; those of unknown reports are left out. */
function quotesOf(
  read: ReadProperty,
  [quotesKey, spansKey]: QuoteKeys,
  documentAt: ReadonlyMap<string, number>,
): readonly (readonly [string, Quote])[] {
  const spans = readParallel(read(spansKey));
  const documents = readTexts(read("documents"));
  return readParallel(read(quotesKey)).flatMap((text, at) => {
    const span = parseSpan(spans[at] ?? "");
    const document = documentAt.get(span?.document ?? documents[at] ?? documents[0] ?? "");
    if (text === "" || document === undefined) return [];
    const start = span?.start ?? 0;
    const end = span?.end ?? text.length;
    return [[`${document}:${start}:${end}:${text}`, { document, start, end, text }] as const];
  });
}

/** `"<document id>:<start>-<end>"`; document ids hold colons themselves. */
function parseSpan(text: string): { document: string; start: number; end: number } | null {
  const match = /^(.*):(\d{1,12})-(\d{1,12})$/s.exec(text);
  if (!match) return null;
  return { document: match[1] ?? "", start: Number(match[2]), end: Number(match[3]) };
}

/** Slots of the relationships from each node to the reports that name it. */
function mentionSlots({ trace }: OrderedCase): ReadonlyMap<number, readonly number[]> {
  const slots = new Map<number, number[]>();
  trace.graph.links.forEach(({ from, type }, at) => {
    const slot = trace.linkSlots[at];
    if (slot === undefined || trace.schema.relationRoleOf(type) !== "mentioned-in") return;
    slots.set(from, [...(slots.get(from) ?? []), slot]);
  });
  return slots;
}

/** Title, publisher and the rest of a document's slot, with the id where no title is known. */
export function documentTitle(graph: GraphReader, slot: number, id: string): string {
  return (
    readText(graph.nodeProperty(slot, "title")) ?? readText(graph.nodeProperty(slot, "path")) ?? id
  );
}
