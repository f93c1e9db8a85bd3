import type { GraphReader } from "@redthread/core/graph";
import type { EvidenceBook } from "./evidence-book.js";
import { seizedWords } from "./operation-words.js";
import type { OrderedGraph } from "./ordered-graph.js";
import { edgeNamer } from "./page-scene.js";
import { readCount, readNumber, readText, readTexts } from "./property-reading.js";
import type { Band, Doubt, SceneContent } from "./scene.js";

type ContentEdge = SceneContent["edges"][number];

const DOUBT: Readonly<Record<string, Doubt>> = {
  asserted: "asserted",
  planned: "planned",
  attempted: "attempted",
  alleged: "alleged",
  hypothetical: "alleged",
  denied: "denied",
};

/** Qualifiers that a relationship of any type may carry, in the order they are told. */
const DETAILS = ["title", "role", "period"];

/** The relationships between things in canonical order. */
export function contentEdges(index: OrderedGraph, book: EvidenceBook): readonly ContentEdge[] {
  const name = edgeNamer();
  return index.edges.map((slot) => {
    const { graph } = index;
    const from = index.nodeAt.get(graph.startOf(slot)) ?? 0;
    const to = index.nodeAt.get(graph.endOf(slot)) ?? 0;
    const type = graph.typeOf(slot);
    const confidence = readNumber(graph.relationshipProperty(slot, "confidence")) ?? 1;
    return {
      id: name(index.ids[from] ?? "", type, index.ids[to] ?? ""),
      type,
      from,
      to,
      doubt: DOUBT[readText(graph.relationshipProperty(slot, "modality")) ?? ""] ?? "asserted",
      confidence,
      band: bandOf(confidence),
      sources: sourcesOf(graph, slot),
      evidence: book.ofRelationship(slot),
      denials: book.against(slot),
      detail: detailOf(graph, slot),
    };
  });
}

/** The band of a confidence from 0 to 1. */
function bandOf(confidence: number): Band {
  if (confidence >= 0.85) return "confirmed";
  return confidence >= 0.6 ? "likely" : "candidate";
}

function sourcesOf(graph: GraphReader, slot: number): number {
  const stored = readCount(graph.relationshipProperty(slot, "sources"));
  const documents = readTexts(graph.relationshipProperty(slot, "documents")).length;
  return Math.max(1, stored ?? documents);
}

function detailOf(graph: GraphReader, slot: number): string | null {
  const seized = seizedWords(graph, slot);
  const more = DETAILS.flatMap((key) => readTexts(graph.relationshipProperty(slot, key)));
  const parts = seized === null ? more : [seized, ...more];
  return parts.length > 0 ? parts.join(", ") : null;
}
