import type { Scene, SceneEdge } from "../scene/scene.js";
import { confidenceWords, countWords, dateWords } from "../scene/wording.js";
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
  edge: Pick<SceneEdge, "doubt" | "band" | "confidence" | "sources" | "denials">,
): string {
  const denied = edge.denials.length > 0 ? " · denied by others" : "";
  return `${edge.doubt} · ${edge.band} ${confidenceWords(edge.confidence)} · ${countWords(edge.sources, "independent source")}${denied}`;
}

/** The name by which a sentence calls a node: an operation by what, where and when it was. */
export function callName({ nodes }: Pick<Scene, "nodes">, at: number): string {
  const node = nodes[at];
  if (node?.kind !== "Operation") return node?.name ?? "";
  const dated = /^(.*) \((\d{4}(?:-\d\d){0,2})\)$/.exec(node.name);
  if (dated === null) return `the ${node.name}`;
  return `the ${dated[1]} of ${dateWords(dated[2] ?? "")}`;
}
