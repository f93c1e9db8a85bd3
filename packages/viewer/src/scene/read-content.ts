import type { GraphReader } from "@redthread/core/graph";
import { contentEdges } from "./content-edges.js";
import { contentNodes } from "./content-nodes.js";
import { documentTitle, openEvidenceBook, type ParagraphOf } from "./evidence-book.js";
import { homeStates } from "./home-states.js";
import { type OrderedGraph, orderGraph } from "./ordered-graph.js";
import { readText } from "./property-reading.js";
import type {
  ContentNode,
  SceneContent,
  SceneCounts,
  SceneDocument,
  SceneMonth,
  SceneSpan,
} from "./scene.js";

/** Kinds that are figures rather than things; the list has them, the picture and the count do not. */
const FIGURE = "Statistic";

/** All that a graph says that a reader can see, in canonical order and without places. */
export function readContent(graph: GraphReader, paragraphOf: ParagraphOf): SceneContent {
  const index = orderGraph(graph);
  const book = openEvidenceBook(index);
  const nodes = contentNodes(index, book, homeStates(index));
  const edges = contentEdges(index, book);
  const documents = readDocuments(index);
  const names = (node: number) => [nodes[node]?.name ?? "", ...(nodes[node]?.aliases ?? [])];
  const { months, spans } = timeBars(nodes, documents);
  return {
    nodes,
    edges,
    evidence: book.entries(names, paragraphOf),
    documents,
    months,
    spans,
    counts: countContent(nodes, edges.length, documents, months),
  };
}

function readDocuments(index: OrderedGraph): readonly SceneDocument[] {
  return index.documents.map((slot, at) => {
    const read = (key: string) => readText(index.graph.nodeProperty(slot, key));
    const id = index.documentIds[at] ?? "";
    return {
      id,
      title: documentTitle(index.graph, slot, id),
      publisher: read("publisher"),
      date: read("date"),
      path: read("path"),
      sha256: read("sha256"),
      language: read("language"),
    };
  });
}

function timeBars(
  nodes: readonly ContentNode[],
  documents: readonly SceneDocument[],
): { months: readonly SceneMonth[]; spans: readonly SceneSpan[] } {
  const months = new Map<string, { operations: number; reports: number }>();
  const spans = new Map<string, number>();
  const at = (month: string) => {
    const bar = months.get(month) ?? { operations: 0, reports: 0 };
    months.set(month, bar);
    return bar;
  };
  for (const { kind, months: dated } of nodes) {
    if (kind !== "Operation" || dated === null) continue;
    const [from, to] = dated;
    if (from === to) at(from).operations += 1;
    else spans.set(`${from} ${to}`, (spans.get(`${from} ${to}`) ?? 0) + 1);
  }
  for (const { date } of documents) {
    if (date !== null && date.length >= 7) at(date.slice(0, 7)).reports += 1;
  }
  return {
    months: [...months]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([month, bar]) => ({ month, ...bar })),
    spans: [...spans]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, operations]) => ({ from: key.slice(0, 7), to: key.slice(8), operations })),
  };
}

function countContent(
  nodes: readonly ContentNode[],
  edges: number,
  documents: readonly SceneDocument[],
  months: readonly SceneMonth[],
): SceneCounts {
  const publishers = new Set(documents.map(({ publisher }) => publisher ?? "").filter(Boolean));
  const first = months[0]?.month;
  const last = months.at(-1)?.month;
  return {
    reports: documents.length,
    publishers: publishers.size,
    entities: nodes.filter(({ kind }) => kind !== FIGURE).length,
    edges,
    figures: nodes.filter(({ kind }) => kind === FIGURE).length,
    span: first === undefined || last === undefined ? null : [first, last],
  };
}
