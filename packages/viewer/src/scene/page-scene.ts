import { compareText } from "@redthread/core/text";
import type { TraceGraph } from "@redthread/core/trace";
import { isMention } from "./look-up.js";
import type { PageOverview } from "./overview.js";
import type { Scene, SceneDocument, SceneEdge, SceneEvidence, SceneNode } from "./scene.js";

/** The scene as a page's script works with it: quotes and hashes stand in the page already. */
export type PageScene = Omit<Scene, "evidence" | "documents" | "overview"> & {
  readonly overview: PageOverview | null;
  readonly evidence: readonly PageEvidence[];
  readonly documents: readonly Omit<SceneDocument, "sha256" | "language">[];
};

/** A quote by its place; its words too where the page could not write them as they are. */
type PageEvidence = Omit<SceneEvidence, "quote" | "marks"> & {
  readonly quote: string | null;
};

/** What most nodes have; a page leaves it out. */
const USUAL_NODE = {
  aliases: [],
  knownAs: [],
  otherIds: [],
  near: [],
  passes: true,
  isState: null,
  isPublisher: false,
  sub: null,
  facts: [],
  mentions: [],
  documents: [],
  months: null,
  homes: [],
  beyond: false,
  latitude: null,
  longitude: null,
  at: null,
  grounds: [],
  isGround: null,
  degree: 0,
  hub: false,
  labelSpot: null,
  phoneLabelSpot: null,
} satisfies Partial<SceneNode>;

/** What most edges have; a page leaves it out. */
const USUAL_EDGE = {
  modality: "asserted",
  crosses: [],
  walk: true,
  standing: false,
  inferred: false,
  machines: [],
  deniedBy: [],
  since: null,
  until: null,
  asOf: null,
  against: [],
  detail: null,
  line: null,
} satisfies Partial<SceneEdge>;

type NodeRow = Partial<SceneNode> & Pick<SceneNode, "id" | "name" | "kind" | "size">;
type RareEdge = Partial<Pick<SceneEdge, keyof typeof USUAL_EDGE | "fact">>;

/** An edge as a row, with what is not usual at its end. */
type EdgeRow = readonly [
  id: string,
  type: string,
  from: number,
  to: number,
  confidence: number,
  sources: number,
  documents: readonly number[],
  evidence: readonly number[],
  rare?: RareEdge,
];

/** An edge that only says which report names a thing, of a large case: its ends. */
type MentionRow = readonly [from: number, to: number];

/** The scene as it is written into a page, without what the page holds as text. */
export interface PackedScene extends Omit<PageScene, "nodes" | "edges" | "evidence"> {
  readonly nodes: readonly NodeRow[];
  readonly edges: readonly (EdgeRow | MentionRow)[];
  readonly evidence: readonly (readonly [
    document: number,
    paragraph: number | string | null,
    start: number,
    end: number,
    quote?: string,
  ])[];
}

/** Leaves out what the page holds as text and what is usual, and writes edges and evidence as rows. */
export function packScene(scene: Scene): PackedScene {
  return {
    ...scene,
    overview: packOverview(scene.overview),
    nodes: scene.nodes.map((node) => packNode(scene, node)),
    edges: scene.edges.map((edge) =>
      scene.overview !== null && isMention(scene, edge)
        ? ([edge.from, edge.to] as const)
        : packEdge(edge),
    ),
    evidence: scene.evidence.map(({ document, paragraph, start, end, quote }) => {
      const row = [document, paragraph, start, end] as const;
      return UNWRITABLE.test(quote) ? [...row, quote] : row;
    }),
    documents: scene.documents.map(({ sha256: _, language: __, ...document }) => document),
  };
}

/** The drawings stand in the page already. */
function packOverview(overview: Scene["overview"]): PageOverview | null {
  if (overview === null) return null;
  const { wide: _, middle: __, phone: ___, ...rest } = overview;
  return rest;
}

/** Characters that a page shows by their codes or reads back as others. */
const UNWRITABLE = /[^\P{C}\n\t]/u;

/** The entries of a record that differ from the usual ones. */
function unusual(record: object, usual: object): Record<string, unknown> {
  const known = new Map(Object.entries(usual));
  return Object.fromEntries(
    Object.entries(record).filter(
      ([key, value]) => JSON.stringify(value) !== JSON.stringify(known.get(key)),
    ),
  );
}

function packNode(
  scene: Pick<Scene, "kinds" | "overview">,
  { mentions: _, latitude, longitude, ...rest }: SceneNode,
): NodeRow {
  // A page lays out a large case by where its states lie; no other place is needed.
  const isLarge = scene.overview !== null;
  const lies = isLarge && rest.isState !== null ? { latitude, longitude } : {};
  // Its list tells the facts of a large case once.
  const node = { ...rest, ...lies, ...(isLarge ? { facts: [] } : {}) };
  // Only what is usual is left out, and unpacking puts it back.
  return unusual(node, { ...USUAL_NODE, ...impliedBy(scene, node) }) as unknown as NodeRow;
}

/** What follows from other parts of a node. */
function impliedBy(
  { kinds }: Pick<Scene, "kinds">,
  { kind, name }: Pick<SceneNode, "kind" | "name">,
): Pick<SceneNode, "labels" | "label" | "acts"> {
  const acts = kinds.find((one) => one.kind === kind)?.acts === true;
  return { labels: [kind], label: name, acts };
}

function packEdge(edge: SceneEdge): EdgeRow {
  const { id, type, from, to, confidence, sources, documents, evidence, ...more } = edge;
  const rare: RareEdge = unusual(more, { ...USUAL_EDGE, fact: id });
  const row = [id, type, from, to, confidence, sources, documents, evidence] as const;
  return Object.keys(rare).length === 0 ? row : [...row, rare];
}

/** The scene of a page, from what {@link packScene} wrote into it. */
export function unpackScene(packed: PackedScene): PageScene {
  return {
    ...packed,
    nodes: packed.nodes.map((node) => ({
      ...USUAL_NODE,
      states: [],
      ...impliedBy(packed, node),
      ...node,
    })),
    edges: packed.edges.map((row) => (row.length === 2 ? mention(row) : unpackEdge(row))),
    evidence: packed.evidence.map(([document, paragraph, start, end, quote = null], at) => ({
      number: at + 1,
      document,
      paragraph,
      start,
      end,
      quote,
    })),
  };
}

function unpackEdge([
  id,
  type,
  from,
  to,
  confidence,
  sources,
  documents,
  evidence,
  rare,
]: EdgeRow): SceneEdge {
  const own = { id, type, from, to, confidence, sources, documents, evidence, fact: id };
  return { ...USUAL_EDGE, ...own, ...rare };
}

/** No chain follows it and no list of links holds it, so its ends are all there is to it. */
function mention([from, to]: MentionRow): SceneEdge {
  const worth = { confidence: 0, sources: 1, documents: [], evidence: [] };
  const said = { type: "", walk: false, standing: true };
  return { ...USUAL_EDGE, id: "", from, to, fact: "", ...worth, ...said };
}

const traced = new WeakMap<object, TraceGraph>();

/** The trace graph that the nodes and edges of a scene are; the same for the same edges. */
export function traceGraphOf({
  nodes,
  edges,
  documents,
}: Pick<PageScene, "nodes" | "edges" | "documents">): TraceGraph {
  const known = traced.get(edges);
  if (known !== undefined) return known;
  const ids = documents.map(({ id }) => id).sort(compareText);
  const made = { nodes, links: edges, documents: ids };
  traced.set(edges, made);
  return made;
}
