import type { GraphReader } from "../../graph/graph-reader.js";
import type { PropertyValue } from "../../graph/property-value.js";
import { machinesAlone } from "../../model/claim-makers.js";
import { readDeniers } from "./deniers.js";
import { readQuotes, type TraceQuote } from "./quotes.js";
import { readNumber, readText, readTexts, readTraceNode, type TraceNode } from "./trace-node.js";

/** A relationship with its evidence. */
export interface TraceLink {
  readonly relationship: number;
  readonly id: string;
  readonly type: string;
  readonly start: TraceNode;
  readonly end: TraceNode;
  /** 0–1. */
  readonly confidence: number;
  readonly modality: string;
  /** Number of independent sources. */
  readonly sources: number;
  /** True where no single sentence says it: all its quotes together do. */
  readonly inferred: boolean;
  /** Extractors that alone say it; empty where a rule or a person says it too. */
  readonly machines: readonly string[];
  /** In the order stored, the one that can stand for all first; never empty in a case that was built. */
  readonly quotes: readonly TraceQuote[];
  /** Quotes that deny it. */
  readonly denials: readonly TraceQuote[];
  /** Who denies it, each once, as the build named them: whoever a report quotes, else its publisher. */
  readonly deniedBy: readonly string[];
  /** What else is known of it, such as `title` or `amount`, in the order stored. */
  readonly qualifiers: ReadonlyMap<string, PropertyValue>;
}

const SHOWN_ELSEWHERE = new Set([
  "id",
  "quotes",
  "spans",
  "documents",
  "confidence",
  "modality",
  "sources",
  "rules",
  "deniedQuotes",
  "deniedSpans",
  "deniedBy",
  "confidenceRule",
  "confidenceWording",
  "confidenceSources",
  "crosses",
  "inferred",
]);

/** A relationship by its slot. */
export function readTraceLink(graph: GraphReader, relationship: number): TraceLink {
  const read = (key: string) => graph.relationshipProperty(relationship, key);
  const qualifiers = new Map<string, PropertyValue>();
  for (const key of graph.relationshipPropertyKeys(relationship)) {
    const value = read(key);
    if (value !== undefined && !SHOWN_ELSEWHERE.has(key)) qualifiers.set(key, value);
  }
  return {
    relationship,
    id: readText(read("id")) ?? String(relationship),
    type: graph.typeOf(relationship),
    start: readTraceNode(graph, graph.startOf(relationship)),
    end: readTraceNode(graph, graph.endOf(relationship)),
    confidence: readNumber(read("confidence")) ?? 1,
    modality: readText(read("modality")) ?? "asserted",
    sources: readNumber(read("sources")) ?? Math.max(1, readTexts(read("documents")).length),
    inferred: read("inferred") === true,
    machines: machinesAlone(readTexts(read("rules"))),
    quotes: readQuotes(graph, read),
    denials: readQuotes(graph, read, ["deniedQuotes", "deniedSpans"]),
    deniedBy: readDeniers(read),
    qualifiers,
  };
}
