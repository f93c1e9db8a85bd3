import type { GraphReader, PropertyValue } from "@redthread/core/graph";
import { createSchema, machineRule } from "@redthread/core/model";
import type { Trace } from "@redthread/core/trace";
import { type PageScene, traceGraphOf } from "../scene/page-scene.js";

/** The words of a numbered quote. */
export type QuoteOf = (number: number) => string;

/**
 * The page's case as core asks for it, so that names, requests and quotes are read by the code that
 * the terminal runs. Slots of nodes and relationships are their indexes.
 */
export function pageTrace(scene: PageScene, quoteOf: QuoteOf): Trace {
  const graph = traceGraphOf(scene);
  const nodeSlots = graph.nodes.map((_, at) => at);
  return {
    graph,
    reader: pageReader(scene, quoteOf),
    schema: createSchema(scene.schema),
    nodeSlots,
    linkSlots: graph.links.map((_, at) => at),
    nodeAt: new Map(nodeSlots.map((at) => [at, at])),
  };
}

type Properties = Readonly<Record<string, PropertyValue | undefined>>;
type Visit = (at: number) => boolean | undefined;

/** A reader over the scene; it holds what chains, names and quotes need, and no figures. */
function pageReader(scene: PageScene, quoteOf: QuoteOf): GraphReader {
  const { nodes, edges } = scene;
  const ofNode = nodeProperties(scene);
  const ofEdge = edgeProperties(scene, quoteOf);
  const expand = follower(scene);
  const labelsOf = (at: number) => nodes[at]?.labels ?? [];
  return {
    nodeCount: nodes.length,
    relationshipCount: edges.length,
    version: 0,
    hasNode: (at) => nodes[at] !== undefined,
    hasRelationship: (at) => edges[at] !== undefined,
    forEachNode: (label, visit) =>
      each(nodes.length, (at) => label === null || labelsOf(at).includes(label), visit),
    forEachRelationship: (type, visit) =>
      each(edges.length, (at) => type === null || edges[at]?.type === type, visit),
    labelsOf,
    hasLabel: (at, label) => labelsOf(at).includes(label),
    typeOf: (at) => edges[at]?.type ?? "",
    startOf: (at) => edges[at]?.from ?? -1,
    endOf: (at) => edges[at]?.to ?? -1,
    nodeProperty: (at, key) => ofNode(at)[key],
    nodePropertyKeys: (at) => keysOf(ofNode(at)),
    relationshipProperty: (at, key) => ofEdge(at)[key],
    relationshipPropertyKeys: (at) => keysOf(ofEdge(at)),
    expand,
    degree: (node, direction, types) => {
      let count = 0;
      expand(node, direction, types, () => {
        count += 1;
        return true;
      });
      return count;
    },
    labels: () => sorted(nodes.flatMap(({ labels }) => labels)),
    relationshipTypes: () => sorted(edges.map(({ type }) => type)),
    propertyKeys: () => sorted([...keysOf(ofNode(0)), ...keysOf(ofEdge(0))]),
    countWithLabel: (label) => nodes.filter(({ labels }) => labels.includes(label)).length,
    countWithType: (type) => edges.filter((edge) => edge.type === type).length,
    findNodes: (label, key, value) =>
      nodes.flatMap((_, at) =>
        labelsOf(at).includes(label) && ofNode(at)[key] === value ? [at] : [],
      ),
  };
}

function nodeProperties({ nodes, documents }: PageScene): (at: number) => Properties {
  const documentAt = new Map(documents.map((document) => [document.id, document]));
  return (at) => {
    const node = nodes[at];
    if (node === undefined) return {};
    const { id, name, aliases, knownAs, otherIds } = node;
    const { title, publisher, date, path } = documentAt.get(id) ?? {};
    return {
      id,
      name,
      aliases: [...aliases],
      knownAs: [...knownAs],
      otherIds: [...otherIds],
      title: title ?? undefined,
      publisher: publisher ?? undefined,
      date: date ?? undefined,
      path: path ?? undefined,
    };
  };
}

function edgeProperties(
  { edges, evidence: places, documents }: PageScene,
  quoteOf: QuoteOf,
): (at: number) => Properties {
  const spanOf = (number: number): string => {
    const { document = -1, start = 0, end = 0 } = places[number - 1] ?? {};
    return `${documents[document]?.id ?? ""}:${start}-${end}`;
  };
  return (at) => {
    const edge = edges[at];
    if (edge === undefined) return {};
    const { id, confidence, modality, sources, inferred, machines } = edge;
    const { evidence, against, deniedBy } = edge;
    return {
      ...{ id, confidence, modality, sources, inferred },
      quotes: evidence.map(quoteOf),
      spans: evidence.map(spanOf),
      deniedQuotes: against.map(quoteOf),
      deniedSpans: against.map(spanOf),
      deniedBy: [...deniedBy],
      rules: machines.map(machineRule),
    };
  };
}

function follower({ nodes, edges }: PageScene): GraphReader["expand"] {
  const out = nodes.map((): (readonly [edge: number, other: number])[] => []);
  const into = nodes.map((): (readonly [edge: number, other: number])[] => []);
  edges.forEach(({ from, to }, at) => {
    out[from]?.push([at, to]);
    into[to]?.push([at, from]);
  });
  return (node, direction, types, visit) => {
    const steps = [
      ...(direction === "in" ? [] : (out[node] ?? [])),
      ...(direction === "out" ? [] : (into[node] ?? [])),
    ];
    for (const [at, other] of steps) {
      const isWanted = types === null || types.includes(edges[at]?.type ?? "");
      if (isWanted && visit(at, other) === false) return;
    }
  };
}

function each(count: number, holds: (at: number) => boolean, visit: Visit): void {
  for (let at = 0; at < count; at += 1) if (holds(at) && visit(at) === false) return;
}

const keysOf = (properties: Properties): readonly string[] =>
  Object.entries(properties).flatMap(([key, value]) => (value === undefined ? [] : [key]));

const sorted = (values: readonly string[]): readonly string[] => [...new Set(values)].sort();
