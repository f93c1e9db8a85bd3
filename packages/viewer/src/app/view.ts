import { type Chain, findChains } from "@redthread/core/trace";
import type { Camera } from "../interact/camera.js";
import type { Selection, ViewState } from "../interact/view-state.js";
import { visibleParts } from "../interact/visible-parts.js";
import type { Focus } from "../render/focus-part.js";
import { withGuests } from "../scene/guests.js";
import { isDrawn, isMention } from "../scene/look-up.js";
import { type PageScene, traceGraphOf } from "../scene/page-scene.js";
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
  const seen = withGuests(scene, [...(chain?.stops ?? []), ...focus.nodes]);
  return { camera, seen, parts: same ? before.parts : parts, chain, focus, pointed };
}

function sameParts(a: PictureView["parts"], b: PictureView["parts"]): boolean {
  return a.nodes.join() === b.nodes.join() && a.lines.join() === b.lines.join();
}

/** The first chain between two ends, which is the one that the terminal tells. */
export function chainBetween(
  scene: PageScene,
  [from, to]: readonly [number, number],
): Chain | null {
  return findChains(traceGraphOf(scene), from, to, { limit: 1 }).chains[0] ?? null;
}

const NOTHING: Focus = { nodes: [], edges: [] };

function focusOf(scene: PageScene, selection: Selection | null): Focus {
  if (selection === null) return NOTHING;
  switch (selection.kind) {
    case "node": {
      // What stands on an opened ground is seen; its strokes would cover all else.
      if (scene.overview !== null && scene.nodes[selection.node]?.isGround !== null)
        return { nodes: [selection.node], edges: [] };
      const edges = scene.edges.flatMap((edge, at) =>
        (edge.from === selection.node || edge.to === selection.node) && !isMention(scene, edge)
          ? [at]
          : [],
      );
      return { nodes: [selection.node], edges };
    }
    case "line": {
      const line = scene.lines[selection.line];
      return line === undefined ? NOTHING : { nodes: [line.a, line.b], edges: line.edges };
    }
    case "band":
      return NOTHING;
    case "edge": {
      const edge = scene.edges[selection.edge];
      return edge === undefined
        ? NOTHING
        : { nodes: [edge.from, edge.to], edges: [selection.edge] };
    }
  }
}

/** Where the arrow keys begin: at the chain's first stop, else at the best linked node that is seen. */
export function firstNode({ seen: scene, parts, chain }: PictureView): number {
  const first = chain?.stops.find((stop) => isDrawn(scene.nodes[stop]));
  if (first !== undefined) return first;
  const order = scene.nodes
    .map((_, at) => at)
    .filter((at) => isDrawn(scene.nodes[at]) && parts.nodes[at] === true)
    .sort((a, b) => (scene.nodes[b]?.degree ?? 0) - (scene.nodes[a]?.degree ?? 0) || a - b);
  return order[0] ?? 0;
}
