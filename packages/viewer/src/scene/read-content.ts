import { compareText } from "@redthread/core/text";
import type { Trace } from "@redthread/core/trace";
import { type OrderedCase, orderCase } from "./case-order.js";
import { contentEdges } from "./content-edges.js";
import { contentNodes } from "./content-nodes.js";
import { documentTitle, openEvidenceBook, type ParagraphOf } from "./evidence-book.js";
import { FIGURE, isMention, isThing } from "./look-up.js";
import { readText } from "./property-reading.js";
import type {
  ContentNode,
  SceneContent,
  SceneCounts,
  SceneDocument,
  SceneMonth,
  SceneSpan,
} from "./scene.js";
import { kindsInUse, relationsInUse, schemaInUse } from "./types-in-use.js";

/** All that a case says that a reader can see, in the order of the trace and without places. */
export function readContent(
  trace: Trace,
  isDeclared: boolean,
  paragraphOf: ParagraphOf,
): SceneContent {
  const ordered = orderCase(trace);
  const book = openEvidenceBook(ordered);
  const nodes = contentNodes(ordered, book);
  const edges = contentEdges(ordered, book);
  const documents = readDocuments(ordered);
  const names = (node: number) => [nodes[node]?.name ?? "", ...(nodes[node]?.aliases ?? [])];
  const { months, spans } = timeBars(nodes, documents);
  const links = edges.filter((edge) => !isMention({ nodes }, edge));
  return {
    schema: schemaInUse(trace),
    kinds: kindsInUse(
      trace.schema,
      nodes.map(({ kind }) => kind),
      isDeclared,
    ),
    relations: relationsInUse(
      trace.schema,
      edges.map(({ type }) => type),
    ),
    nodes,
    edges,
    evidence: book.entries(names, paragraphOf),
    documents,
    months,
    spans,
    counts: countContent(nodes, links.length, documents, months),
  };
}

function readDocuments({ reader, documents, documentIds }: OrderedCase): readonly SceneDocument[] {
  return documents.map((slot, at) => {
    const read = (key: string) => readText(reader.nodeProperty(slot, key));
    const id = documentIds[at] ?? "";
    return {
      id,
      title: documentTitle(reader, slot, id),
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
      .sort(([a], [b]) => compareText(a, b))
      .map(([month, bar]) => ({ month, ...bar })),
    spans: [...spans]
      .sort(([a], [b]) => compareText(a, b))
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
    entities: nodes.filter(isThing).length,
    edges,
    figures: nodes.filter(({ kind }) => kind === FIGURE).length,
    span: first === undefined || last === undefined ? null : [first, last],
  };
}
