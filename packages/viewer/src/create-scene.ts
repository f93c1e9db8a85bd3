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
import { countDrawn, placeScene } from "./layout/place-scene.js";
import type { ParagraphOf } from "./scene/evidence-book.js";
import { withGuests } from "./scene/guests.js";
import { readContent } from "./scene/read-content.js";
import type { Scene } from "./scene/scene.js";

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
  const placed = placeScene(content, { width, height });
  const wanted = options.chain ? namedChain(trace, options.chain) : null;
  const others = suggestChains(trace.graph, trace.schema, MOST_CHAINS).filter(
    ({ stops }) => stops.join() !== wanted?.stops.join(),
  );
  const chains = wanted === null ? others : [wanted, ...others].slice(0, MOST_CHAINS);
  // What the drawn chain passes is on the picture for good, so that it stands on paper too.
  const peopled = wanted === null ? placed : withGuests(placed, wanted.stops);
  const labelled = withLabels(peopled, wanted);
  const kinds = countDrawn(content, labelled.nodes);
  return { ...labelled, kinds, chains, open: wanted === null ? null : 0 };
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
