import type { GraphReader } from "@redthread/core/graph";
import { withLabels } from "./labels/scene-labels.js";
import { placeScene } from "./layout/place-scene.js";
import type { ParagraphOf } from "./scene/evidence-book.js";
import { findChain } from "./scene/find-chain.js";
import { readContent } from "./scene/read-content.js";
import type { Scene } from "./scene/scene.js";
import { suggestChains } from "./scene/suggest-chains.js";

export interface SceneOptions {
  /** Tells the paragraph of a report that an offset stands in; quotes go without where it is absent. */
  readonly paragraphOf?: ParagraphOf;
  /** Ids or names of the two ends of the chain to draw. Nothing is drawn where none joins them. */
  readonly chain?: { readonly from: string; readonly to: string };
  /** Size of the picture; 880 by 712 where absent. */
  readonly width?: number;
  readonly height?: number;
}

const MOST_CHAINS = 6;

/** The scene of a graph: everything the report shows, with every place computed. Deterministic. */
export function buildScene(graph: GraphReader, options: SceneOptions = {}): Scene {
  const content = readContent(graph, options.paragraphOf ?? (() => null));
  const placed = placeScene(content, {
    width: options.width ?? 880,
    height: options.height ?? 712,
  });
  const wanted = options.chain ? findNamedChain(placed, options.chain) : null;
  const others = suggestChains(placed, MOST_CHAINS).filter(
    ({ stops }) => stops.join() !== wanted?.stops.join(),
  );
  const chains = wanted === null ? others : [wanted, ...others].slice(0, MOST_CHAINS);
  const labelled = withLabels(placed, wanted);
  return { ...labelled, chains, open: wanted === null ? null : 0 };
}

function findNamedChain(
  scene: Pick<Scene, "nodes" | "edges" | "evidence">,
  { from, to }: { readonly from: string; readonly to: string },
): ReturnType<typeof findChain> {
  const find = (wanted: string) =>
    scene.nodes.findIndex(({ id }) => id === wanted) >= 0
      ? scene.nodes.findIndex(({ id }) => id === wanted)
      : scene.nodes.findIndex(
          ({ name, aliases }) =>
            name.toLowerCase() === wanted.toLowerCase() || aliases.includes(wanted),
        );
  const [a, b] = [find(from), find(to)];
  return a < 0 || b < 0 ? null : findChain(scene, a, b);
}
