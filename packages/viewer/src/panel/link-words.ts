import type { Scene, SceneEdge } from "../scene/scene.js";
import { confidenceWords, countWords } from "../scene/wording.js";
import { relationWords } from "../theme/relation-words.js";

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
export function linkWords(edge: SceneEdge, forward: boolean): LinkWords {
  const words = relationWords(edge.type);
  return {
    from: forward ? edge.from : edge.to,
    verb: forward ? words.forward : words.back,
    to: forward ? edge.to : edge.from,
    type: edge.type,
    detail: edge.detail,
  };
}

/** What is known of a link's worth: `asserted · confirmed .94 · 2 independent sources`. */
export function worthWords(
  edge: Pick<SceneEdge, "doubt" | "band" | "confidence" | "sources">,
): string {
  return `${edge.doubt} · ${edge.band} ${confidenceWords(edge.confidence)} · ${countWords(edge.sources, "independent source")}`;
}

/** The name by which a sentence calls a node: operations by what and when they were. */
export function callName({ nodes }: Pick<Scene, "nodes">, at: number): string {
  return nodes[at]?.name ?? "";
}
