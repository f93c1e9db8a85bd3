import type { Camera } from "../interact/camera.js";
import type { Selection, ViewState } from "../interact/view-state.js";
import { visibleParts } from "../interact/visible-parts.js";
import type { Focus } from "../render/focus-part.js";
import { findChain } from "../scene/find-chain.js";
import type { PageScene } from "../scene/page-scene.js";
import type { SceneChain } from "../scene/scene.js";
import type { PictureView } from "./picture.js";

/** What the picture shows for a state; parts that did not change are the same object as before. */
export function toView(
  scene: PageScene,
  state: ViewState,
  camera: Camera,
  pointed: number | null,
  before?: PictureView,
): PictureView {
  const chain = state.chain === null ? null : chainBetween(scene, state.chain);
  const focus = focusOf(scene, state.selection);
  const parts = visibleParts(scene, state, new Set([...(chain?.stops ?? []), ...focus.nodes]));
  const same = before !== undefined && sameParts(before.parts, parts);
  return { camera, parts: same ? before.parts : parts, chain, focus, pointed };
}

function sameParts(a: PictureView["parts"], b: PictureView["parts"]): boolean {
  return a.nodes.join() === b.nodes.join() && a.lines.join() === b.lines.join();
}

/** The file's own chain between two ends where it has one, else the cheapest. */
function chainBetween(scene: PageScene, [from, to]: readonly [number, number]): SceneChain | null {
  const own = scene.chains.find(({ stops }) => stops[0] === from && stops.at(-1) === to);
  return own ?? findChain(scene, from, to);
}

const NOTHING: Focus = { nodes: [], edges: [] };

function focusOf(scene: PageScene, selection: Selection | null): Focus {
  if (selection === null) return NOTHING;
  switch (selection.kind) {
    case "node": {
      const edges = scene.edges.flatMap(({ from, to }, at) =>
        from === selection.node || to === selection.node ? [at] : [],
      );
      return { nodes: [selection.node], edges };
    }
    case "line": {
      const line = scene.lines[selection.line];
      return line === undefined ? NOTHING : { nodes: [line.a, line.b], edges: line.edges };
    }
    case "edge": {
      const edge = scene.edges[selection.edge];
      return edge === undefined
        ? NOTHING
        : { nodes: [edge.from, edge.to], edges: [selection.edge] };
    }
  }
}

/** Where the arrow keys begin: at the chain's first stop, else at the best linked node that is seen. */
export function firstNode(scene: PageScene, { parts, chain }: PictureView): number {
  const first = chain?.stops.find((stop) => scene.nodes[stop]?.drawn === true);
  if (first !== undefined) return first;
  const order = scene.nodes
    .map((_, at) => at)
    .filter((at) => scene.nodes[at]?.drawn === true && parts.nodes[at] === true)
    .sort((a, b) => (scene.nodes[b]?.degree ?? 0) - (scene.nodes[a]?.degree ?? 0) || a - b);
  return order[0] ?? 0;
}
