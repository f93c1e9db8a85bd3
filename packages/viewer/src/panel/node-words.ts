import type { PageScene } from "../scene/page-scene.js";

/** Edges of a node, those with most sources first, what crosses to another thing before what places it. */
export function edgesOfNode({ edges }: Pick<PageScene, "edges">, node: number): readonly number[] {
  return edges
    .map((_, at) => at)
    .filter((at) => edges[at]?.from === node || edges[at]?.to === node)
    .sort((a, b) => {
      const [one, two] = [edges[a], edges[b]];
      if (one === undefined || two === undefined) return 0;
      const drawn = Number(two.line !== null) - Number(one.line !== null);
      return drawn || two.sources - one.sources || two.confidence - one.confidence || a - b;
    });
}
