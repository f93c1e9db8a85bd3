import { bandsInWords, bandsOf, dateWords } from "@redthread/core/trace";
import { relationOf } from "../scene/look-up.js";
import type { PageScene } from "../scene/page-scene.js";
import type { Scene, SceneEdge } from "../scene/scene.js";

/** A link as a sentence, walked from one end to the other. */
export interface LinkWords {
  readonly from: number;
  readonly verb: string;
  readonly to: number;
  /** The type as the graph has it, such as `CONDUCTED`. */
  readonly type: string;
  /** `1.8 million pills`, a post's title, or null. */
  readonly detail: string | null;
}

/** The link read forwards or backwards. */
export function linkWords(
  scene: Pick<Scene, "relations">,
  edge: SceneEdge,
  forward: boolean,
): LinkWords {
  const words = relationOf(scene, edge.type);
  return {
    from: forward ? edge.from : edge.to,
    verb: forward ? words.forward : words.back,
    to: forward ? edge.to : edge.from,
    type: edge.type,
    detail: edge.detail,
  };
}

/** What the words of the bands that some links fall in were worth, as the terminal says it. */
export const bandNote = (
  { edges, schema }: Pick<PageScene, "edges" | "schema">,
  shown: readonly number[],
): string =>
  bandsInWords(
    bandsOf(
      shown.flatMap((at) => edges[at]?.confidence ?? []),
      schema,
    ),
  );

/** The name by which a sentence calls a node: an operation by what, where and when it was. */
export function callName({ nodes }: Pick<Scene, "nodes">, at: number): string {
  const node = nodes[at];
  if (node?.kind !== "Operation") return node?.name ?? "";
  const dated = /^(.*) \((\d{4}(?:-\d\d){0,2})\)$/.exec(node.name);
  if (dated === null) return `the ${node.name}`;
  return `the ${dated[1]} of ${dateWords(dated[2] ?? "")}`;
}
