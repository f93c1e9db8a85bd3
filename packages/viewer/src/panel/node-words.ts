import { isMention } from "../scene/look-up.js";
import type { PageScene } from "../scene/page-scene.js";

/** Edges of a node, those with most sources first, what crosses to another thing before what places it. */
export function edgesOfNode(
  { nodes, edges }: Pick<PageScene, "nodes" | "edges">,
  node: number,
): readonly number[] {
  return edges
    .flatMap((edge, at) =>
      (edge.from === node || edge.to === node) && !isMention({ nodes }, edge) ? [at] : [],
    )
    .sort((a, b) => {
      const [one, two] = [edges[a], edges[b]];
      if (one === undefined || two === undefined) return 0;
      const drawn = Number(two.line !== null) - Number(one.line !== null);
      return drawn || two.sources - one.sources || two.confidence - one.confidence || a - b;
    });
}
