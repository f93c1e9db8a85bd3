import type {
  Band,
  Doubt,
  Scene,
  SceneDocument,
  SceneEdge,
  SceneEvidence,
  SceneNode,
} from "./scene.js";

/** The scene as a page's script works with it: quotes and hashes stand in the page already. */
export type PageScene = Omit<Scene, "evidence" | "documents"> & {
  readonly evidence: readonly Pick<SceneEvidence, "number" | "document" | "paragraph">[];
  readonly documents: readonly Pick<SceneDocument, "title" | "publisher" | "date">[];
};

/** An edge as a row: type, from, to, doubt, confidence, band, sources, evidence, denials, detail, line. */
type EdgeRow = readonly [
  string,
  number,
  number,
  Doubt,
  number,
  Band,
  number,
  readonly number[],
  readonly number[],
  string | null,
  number | null,
];

/** What most nodes have; a page leaves it out. */
const USUAL = {
  sub: null,
  aliases: [],
  facts: [],
  mentions: [],
  documents: [],
  months: null,
  homes: [],
  beyond: false,
  latitude: null,
  longitude: null,
  isGround: null,
  hub: false,
  place: null,
  phonePlace: null,
} satisfies Partial<SceneNode>;

type NodeRow = Partial<SceneNode> & Omit<SceneNode, keyof typeof USUAL>;

/** The scene as it is written into a page, without what the page holds as text. */
export interface PackedScene extends Omit<PageScene, "nodes" | "edges" | "evidence"> {
  readonly nodes: readonly NodeRow[];
  readonly edges: readonly EdgeRow[];
  readonly evidence: readonly (readonly [document: number, paragraph: number | null])[];
}

/** Leaves out what the page holds as text, and writes edges and evidence as rows. */
export function packScene(scene: Scene): PackedScene {
  return {
    ...scene,
    nodes: scene.nodes.map(packNode),
    edges: scene.edges.map((edge) => [
      edge.type,
      edge.from,
      edge.to,
      edge.doubt,
      Math.round(edge.confidence * 1e4) / 1e4,
      edge.band,
      edge.sources,
      edge.evidence,
      edge.denials,
      edge.detail,
      edge.line,
    ]),
    evidence: scene.evidence.map(({ document, paragraph }) => [document, paragraph]),
    documents: scene.documents.map(({ title, publisher, date }) => ({ title, publisher, date })),
  };
}

function packNode({ mentions: _, latitude: __, longitude: ___, ...node }: SceneNode): NodeRow {
  const rare = Object.entries(node).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(USUAL[key as keyof typeof USUAL]),
  );
  // Only what is usual was left out, and unpacking puts it back.
  return Object.fromEntries(rare) as unknown as NodeRow;
}

/** The scene of a page, from what {@link packScene} wrote into it. */
export function unpackScene(packed: PackedScene): PageScene {
  const name = edgeNamer();
  return {
    ...packed,
    nodes: packed.nodes.map((node) => ({ ...USUAL, ...node })),
    edges: packed.edges.map((row): SceneEdge => {
      const [type, from, to, doubt, confidence, band, sources, evidence, denials, detail, line] =
        row;
      const id = name(packed.nodes[from]?.id ?? "", type, packed.nodes[to]?.id ?? "");
      return {
        id,
        type,
        from,
        to,
        doubt,
        confidence,
        band,
        sources,
        evidence,
        denials,
        detail,
        line,
      };
    }),
    evidence: packed.evidence.map(([document, paragraph], at) => ({
      number: at + 1,
      document,
      paragraph,
    })),
  };
}

/** Gives each edge an id made of its ends and type; the second of the same three gets a 2, and so on. */
export function edgeNamer(): (from: string, type: string, to: string) => string {
  const seen = new Map<string, number>();
  return (from, type, to) => {
    const base = `${from} ${type} ${to}`;
    const nth = (seen.get(base) ?? 0) + 1;
    seen.set(base, nth);
    return nth === 1 ? base : `${base} ${nth}`;
  };
}
