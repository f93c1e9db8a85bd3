import { isMention, relationOf } from "../scene/look-up.js";
import type { ContentEdge, ContentKind, ContentNode } from "../scene/scene.js";
import type { PlacedContent } from "./place-scene.js";

type Role = ContentKind["role"];

/** A choice of things with what is told of some of them in words instead of as marks of their own. */
export interface FoldedFocus {
  readonly things: readonly number[];
  /** Second lines of labels, by node. */
  readonly subs: ReadonlyMap<number, string>;
  /** Things that stand in the label of another. */
  readonly told: ReadonlySet<number>;
}

/**
 * Tells in labels what would only make a picture of hubs: the place and the goods of an operation, and
 * the body that one person alone holds a post of. The thing that was asked for keeps its mark.
 */
export function foldFocus(
  content: PlacedContent,
  things: readonly number[],
  asked: number,
): FoldedFocus {
  const roles = new Map(content.kinds.map(({ kind, role }) => [kind, role]));
  const roleOf = (at: number): Role => roles.get(content.nodes[at]?.kind ?? "") ?? null;
  const chosen = new Set(things);
  const edgesOf = edgesByNode(content);
  const subs = new Map<number, string>();
  const told = new Set<number>();
  for (const at of things) {
    const edges = edgesOf.get(at) ?? [];
    if (roleOf(at) === "operation") {
      const words = operationWords(content.nodes, edges, at, roleOf);
      if (words !== null) subs.set(at, words);
    }
    if (at === asked || roleOf(at) !== "body") continue;
    const post = postOf(edges, at, chosen);
    // Whom the reports give no post is no official: what links such a person to a body keeps its line.
    const isFree = post !== null && roleOf(post.person) === "official" && !subs.has(post.person);
    if (!isFree) continue;
    subs.set(post.person, [post.title, content.nodes[at]?.label].filter(Boolean).join(", "));
    told.add(at);
  }
  return { things: things.filter((at) => !told.has(at)), subs, told };
}

/** The only one of those chosen that a body is linked to, and as what; null where there are more. */
function postOf(
  edges: readonly ContentEdge[],
  body: number,
  chosen: ReadonlySet<number>,
): { readonly person: number; readonly title: string } | null {
  const other = ({ from, to }: ContentEdge) => (from === body ? to : from);
  const own = edges.filter((edge) => chosen.has(other(edge)));
  const [first] = own;
  if (first === undefined || own.some((edge) => other(edge) !== other(first))) return null;
  const told = own.find(({ detail }) => detail !== null)?.detail?.split(", ") ?? [];
  // The dates of a post are in the drawer.
  const title = told.filter((word) => !/^\d{4}-/.test(word)).join(", ");
  return { person: other(first), title };
}

function edgesByNode(content: PlacedContent): ReadonlyMap<number, readonly ContentEdge[]> {
  const found = new Map<number, ContentEdge[]>();
  for (const edge of content.edges) {
    if (edge.from === edge.to || isMention(content, edge)) continue;
    const isPlace = relationOf(content, edge.type).standing;
    for (const end of isPlace ? [edge.from] : [edge.from, edge.to]) {
      const known = found.get(end);
      if (known === undefined) found.set(end, [edge]);
      else known.push(edge);
    }
  }
  return found;
}

/** `Sarmada · Captagon 500,000 pills`; null where neither place nor goods are told. */
function operationWords(
  nodes: readonly ContentNode[],
  edges: readonly ContentEdge[],
  at: number,
  roleOf: (at: number) => Role,
): string | null {
  const best = (role: Role) =>
    edges
      .filter(({ from, to }) => from === at && roleOf(to) === role)
      .sort((a, b) => b.sources - a.sources || a.to - b.to)[0];
  const [place, goods] = [best("place"), best("goods")];
  const own = nodes[at]?.sub ?? null;
  const amount = goods?.detail ?? null;
  const goodsWords =
    goods === undefined
      ? null
      : [nodes[goods.to]?.label ?? "", amount].filter((word) => word !== null).join(" ");
  const words = [place === undefined ? null : (nodes[place.to]?.label ?? null), goodsWords ?? own];
  const parts = words.filter((word) => word !== null && word !== "");
  return place === undefined && goods === undefined ? null : parts.join(" · ");
}
