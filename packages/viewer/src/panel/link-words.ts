import { dateWords, strengthInWords } from "@redthread/core/trace";
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

/** What words on a link are made from: a scene, or the part of it that a page holds. */
export type WordScene = Pick<PageScene, "nodes" | "edges" | "evidence" | "documents">;

/** What core's words on a link's strength are made from. */
export function strengthOf(
  { evidence, documents }: Pick<WordScene, "evidence" | "documents">,
  { confidence, sources, modality, inferred, deniedBy }: SceneEdge,
): Parameters<typeof strengthInWords>[0] {
  const denials = deniedBy.flatMap((number) => {
    const found = evidence[number - 1];
    const document = documents[found?.document ?? -1];
    if (found === undefined || document === undefined) return [];
    const { id, title, publisher, date, path } = document;
    const { start, end } = found;
    return [{ quote: "", document: id, start, end, title, publisher, date, path }];
  });
  return { confidence, sources, modality, inferred, denials };
}

/** What is known of a link's worth, as the terminal says it: `confirmed (0.94), 2 independent sources`. */
export function worthWords(
  scene: Pick<WordScene, "evidence" | "documents">,
  edge: SceneEdge,
): string {
  return strengthInWords(strengthOf(scene, edge));
}

/** What a link is marked with where only a word is shown: `alleged, inferred`; empty for a plain one. */
export function markWords(
  scene: Pick<WordScene, "evidence" | "documents">,
  edge: SceneEdge,
): string {
  const [, , ...marks] = worthWords(scene, edge).split(", ");
  return marks.join(", ");
}

/** The name by which a sentence calls a node: an operation by what, where and when it was. */
export function callName({ nodes }: Pick<Scene, "nodes">, at: number): string {
  const node = nodes[at];
  if (node?.kind !== "Operation") return node?.name ?? "";
  const dated = /^(.*) \((\d{4}(?:-\d\d){0,2})\)$/.exec(node.name);
  if (dated === null) return `the ${node.name}`;
  return `the ${dated[1]} of ${dateWords(dated[2] ?? "")}`;
}
