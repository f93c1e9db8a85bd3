import type { GraphReader } from "@redthread/core/graph";
import { dateWords, rangeWords } from "@redthread/core/trace";
import type { OrderedCase } from "./case-order.js";
import type { EvidenceBook } from "./evidence-book.js";
import { amountWords } from "./operation-words.js";
import type { ReadProperty } from "./property-figures.js";
import { readText, readTexts } from "./property-reading.js";
import type { ContentEdge } from "./scene.js";

/** What a relationship carries that is told in another place, or that only the engine needs. */
const ELSEWHERE = new Set([
  ...["id", "documents", "quotes", "spans", "deniedQuotes", "deniedSpans", "deniedBy"],
  ...["confidence", "confidenceRule", "confidenceWording", "confidenceSources"],
  ...[
    "from",
    "to",
    "asOf",
    "former",
    "modality",
    "modalities",
    "sources",
    "rules",
    "conflict",
    "crosses",
  ],
  ...["inferred", "mentions", "amount", "kilograms", "low", "high", "qualifier", "unit"],
]);

/** The relationships of the case in the order of the trace. */
export function contentEdges(
  { trace, reader }: OrderedCase,
  book: EvidenceBook,
): readonly ContentEdge[] {
  return trace.graph.links.map((link, at) => {
    const slot = trace.linkSlots[at] ?? 0;
    const told = book.ofRelationship(slot);
    const against = book.against(slot);
    // What is only denied is proved by nothing: its sentences are the denials.
    const isDenied = link.modality === "denied";
    return {
      ...link,
      evidence: isDenied ? [] : told,
      against: isDenied ? [...new Set([...told, ...against])] : against,
      detail: detailOf(reader, slot),
    };
  });
}

function detailOf(graph: GraphReader, slot: number): string | null {
  const amount = amountWords(graph, slot);
  const keys = [...graph.relationshipPropertyKeys(slot)].filter((key) => !ELSEWHERE.has(key));
  const more = keys.sort().flatMap((key) => readTexts(graph.relationshipProperty(slot, key)));
  const time = timeWords((key) => graph.relationshipProperty(slot, key));
  const parts = [amount, ...more, time].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(", ") : null;
}

/** When it held, as far as a report says: `since 2019`, `former`, `as of 3 March 2024`. */
function timeWords(read: ReadProperty): string | null {
  const [from, to, asOf] = [readText(read("from")), readText(read("to")), readText(read("asOf"))];
  if (from !== null && to !== null) return rangeWords(from, to);
  if (from !== null) return `since ${dateWords(from)}`;
  if (to !== null) return `until ${dateWords(to)}`;
  const then = asOf === null ? null : `as of ${dateWords(asOf)}`;
  return read("former") === true ? ["former", then].filter(Boolean).join(" ") : then;
}
