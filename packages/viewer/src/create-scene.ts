import type { GraphReader } from "@redthread/core/graph";
import { createSchema, type SchemaData } from "@redthread/core/model";
import {
  type Chain,
  createTrace,
  findChains,
  findEntities,
  plainSchema,
  suggestChains,
  type Trace,
} from "@redthread/core/trace";
import { withLabels } from "./labels/scene-labels.js";
import { distinctLabels } from "./labels/short-labels.js";
import { placeChainScene } from "./layout/place-chain-scene.js";
import { bareScene, countDrawn, type PictureSize, placeScene } from "./layout/place-scene.js";
import { isLarge } from "./overview/is-large.js";
import { placeOverview } from "./overview/place-overview.js";
import type { ParagraphOf } from "./scene/evidence-book.js";
import { withGuests } from "./scene/guests.js";
import { readContent } from "./scene/read-content.js";
import type { Scene, SceneContent } from "./scene/scene.js";

export interface SceneOptions {
  /**
   * The types of the case, as its `schema.json` holds them. Without them the labels of the graph stand
   * for themselves, as plain dots.
   */
  readonly schema?: SchemaData;
  /** Tells the paragraph of a report that an offset stands in; quotes go without where it is absent. */
  readonly paragraphOf?: ParagraphOf;
  /** Ids or names of the two ends of the chain to draw. Nothing is drawn where none joins them. */
  readonly chain?: { readonly from: string; readonly to: string };
  /** Size of the picture; 880 by 712 where absent. */
  readonly width?: number;
  readonly height?: number;
}

const MOST_CHAINS = 6;

/**
 * The scene of a graph: everything the report shows, with every place computed. The same graph gives
 * the same scene, whatever its order.
 */
export function createScene(graph: GraphReader, options: SceneOptions = {}): Scene {
  const { schema, paragraphOf = () => null, width = 880, height = 712 } = options;
  const trace = createTrace(graph, schema ? createSchema(schema) : plainSchema(graph));
  const read = readContent(trace, schema !== undefined, paragraphOf);
  const content = { ...read, nodes: distinctLabels(read.nodes) };
  const wanted = options.chain ? namedChain(trace, options.chain) : null;
  const others = suggestChains(trace.graph, trace.schema, MOST_CHAINS).filter(
    ({ stops }) => stops.join() !== wanted?.stops.join(),
  );
  const chains = wanted === null ? others : [wanted, ...others].slice(0, MOST_CHAINS);
  const open = wanted === null ? null : 0;
  return isLarge(content)
    ? largeScene(content, { width, height }, chains, open)
    : { ...wholeScene(content, { width, height }, wanted), chains, open, overview: null };
}

/** All of a case on one picture. */
function wholeScene(
  content: SceneContent,
  size: PictureSize,
  wanted: Chain | null,
): Omit<Scene, "chains" | "open" | "overview"> {
  const placed = placeScene(content, size);
  // What the drawn chain passes is on the picture for good, so that it stands on paper too.
  const peopled = wanted === null ? placed : withGuests(placed, wanted.stops);
  const labelled = withLabels(peopled, wanted);
  return { ...labelled, kinds: countDrawn(content, labelled.nodes) };
}

/** A case as an overview; of its things only the stops of the open chain have a place. */
function largeScene(
  content: SceneContent,
  size: PictureSize,
  chains: readonly Chain[],
  open: number | null,
): Scene {
  const overview = placeOverview(content);
  const scene: Scene = { ...bareScene(content, size), chains, open, overview };
  const chain = chains[open ?? -1];
  if (chain === undefined) return scene;
  return placeChainScene(scene, chain, (number) => content.evidence[number - 1]?.quote ?? "");
}

/** The first chain between two things that ids or names stand for; null where one is not clear. */
function namedChain(
  trace: Trace,
  { from, to }: { readonly from: string; readonly to: string },
): Chain | null {
  const find = (wanted: string): number => {
    const found = findEntities(trace, wanted);
    return found.length === 1 ? (trace.nodeAt.get(found[0]?.node ?? -1) ?? -1) : -1;
  };
  const [a, b] = [find(from), find(to)];
  if (a < 0 || b < 0) return null;
  return findChains(trace.graph, a, b, { limit: 1 }).chains[0] ?? null;
}
