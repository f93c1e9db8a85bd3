import { type KindStyle, plainStyle } from "../theme/kinds.js";
import type { ContentNode, DrawnNode, SceneEdge, SceneNode, SceneRelation } from "./scene.js";
import { plainRelation } from "./types-in-use.js";

/** Kind of what is told rather than named: the list has figures, the picture and the count do not. */
export const FIGURE = "Statistic";
/** Reports have their own list; a route is told by its legs. */
const ASIDE: ReadonlySet<string> = new Set([FIGURE, "Document", "Route"]);

/** True for what counts as an entity and may stand on the picture. */
export function isThing({ kind }: Pick<ContentNode, "kind">): boolean {
  return !ASIDE.has(kind);
}

/** True for a node that stands on the picture. */
export function isDrawn(node: SceneNode | undefined): node is DrawnNode {
  return node !== undefined && node.at !== null;
}

/** True for an edge that only says which report names a thing: no link between things. */
export function isMention(
  { nodes }: { readonly nodes: readonly Pick<ContentNode, "kind">[] },
  { from, to }: Pick<SceneEdge, "from" | "to">,
): boolean {
  return nodes[to]?.kind === "Document" || nodes[from]?.kind === "Document";
}

/** How a kind is shown. */
export function styleOf(
  { kinds }: { readonly kinds: readonly KindStyle[] },
  kind: string,
): KindStyle {
  return kinds.find((one) => one.kind === kind) ?? plainStyle(kind);
}

/** What a relationship type says, and how it reads. */
export function relationOf(
  { relations }: { readonly relations: readonly SceneRelation[] },
  type: string,
): SceneRelation {
  return relations.find((one) => one.type === type) ?? plainRelation(type);
}
