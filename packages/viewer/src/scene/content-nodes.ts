import type { GraphReader } from "@redthread/core/graph";
import type { EvidenceBook } from "./evidence-book.js";
import { operationFacts, operationLabel, operationSub } from "./operation-words.js";
import { kindOf, type OrderedGraph } from "./ordered-graph.js";
import { readNumber, readText, readTexts } from "./property-reading.js";
import type { ContentNode, SceneFact } from "./scene.js";
import { figureWords } from "./wording.js";

/** Properties shown in the drawer as they are, by their word. */
const PLAIN: readonly (readonly [string, string])[] = [
  ["Acronym", "acronym"],
  ["Title", "titles"],
  ["Class", "class"],
  ["Kind of place", "level"],
  ["Measure", "metric"],
  ["Period", "period"],
  ["Scope", "scope"],
];

/** Levels of places that no single state need hold. */
const BEYOND = new Set(["region", "sea", "river"]);

/** The things of the graph in canonical order, homes given. */
export function contentNodes(
  index: OrderedGraph,
  book: EvidenceBook,
  homes: (node: number) => readonly number[],
): readonly ContentNode[] {
  const documentAt = new Map(index.documentIds.map((id, at) => [id, at]));
  return index.nodes.map((slot, at) => {
    const { graph } = index;
    const kind = kindOf(graph, slot);
    const name = readText(graph.nodeProperty(slot, "name")) ?? index.ids[at] ?? "";
    const operation = kind === "Operation";
    const documents = readTexts(graph.nodeProperty(slot, "documents"));
    return {
      id: index.ids[at] ?? "",
      kind,
      name,
      label: operation ? operationLabel(graph, slot, name) : name,
      sub: operation ? operationSub(graph, slot) : null,
      aliases: readTexts(graph.nodeProperty(slot, "aliases")),
      facts: [
        ...(operation ? operationFacts(graph, slot) : plainFacts(graph, slot)),
        ...readTexts(graph.nodeProperty(slot, "conflicts")).map(
          (sentence): SceneFact => ["Reports differ", sentence],
        ),
      ],
      mentions: book.ofNode(slot),
      documents: documents.flatMap((id) => documentAt.get(id) ?? []).sort((a, b) => a - b),
      months: monthsOf(graph, slot),
      homes: homes(at),
      beyond: BEYOND.has(readText(graph.nodeProperty(slot, "level")) ?? ""),
      latitude: readNumber(graph.nodeProperty(slot, "latitude")),
      longitude: readNumber(graph.nodeProperty(slot, "longitude")),
    };
  });
}

function plainFacts(graph: GraphReader, slot: number): readonly SceneFact[] {
  const facts: SceneFact[] = [];
  const figure = figureWords({
    value: readNumber(graph.nodeProperty(slot, "value")),
    low: readNumber(graph.nodeProperty(slot, "low")),
    high: readNumber(graph.nodeProperty(slot, "high")),
    qualifier: readText(graph.nodeProperty(slot, "qualifier")),
  });
  if (figure !== null) {
    const unit = readText(graph.nodeProperty(slot, "unit"));
    facts.push(["Figure", unit === null ? figure : `${figure} ${unit}`]);
  }
  for (const [word, key] of PLAIN) {
    const texts = readTexts(graph.nodeProperty(slot, key));
    if (texts.length > 0) facts.push([word, texts.join(", ")]);
  }
  return facts;
}

function monthsOf(graph: GraphReader, slot: number): readonly [string, string] | null {
  const date = readText(graph.nodeProperty(slot, "date"));
  const from = readText(graph.nodeProperty(slot, "dateFrom")) ?? date;
  const to = readText(graph.nodeProperty(slot, "dateTo")) ?? date;
  if (from === null || to === null) return null;
  return [month(from, "01"), month(to, "12")];
}

function month(date: string, missing: string): string {
  return date.length >= 7 ? date.slice(0, 7) : `${date.slice(0, 4)}-${missing}`;
}
