import type { RelationRole, Schema } from "../../model/schema.js";
import type { RawLink } from "../read/raw-graph.js";

/** The leg of a route that a plain leg of the goods on it repeats. */
const LEGS: readonly (readonly [plain: RelationRole, leg: RelationRole])[] = [
  ["moved-from", "route-from"],
  ["moved-via", "route-via"],
  ["moved-to", "route-to"],
];

/**
 * For each link the id of the link that tells its fact. A plain leg of some goods is the leg of a
 * route of theirs where that route's quotes at the same place are all that prove it.
 */
export function tellFacts(links: readonly RawLink[], schema: Schema): readonly string[] {
  const roleOf = (link: RawLink): RelationRole | null => schema.relationRoleOf(link.type);
  const goodsOf = new Map<number, number[]>();
  const legsAt = new Map<string, RawLink[]>();
  for (const link of links) {
    const role = roleOf(link);
    if (role === "route-of") {
      goodsOf.set(link.from, [...(goodsOf.get(link.from) ?? []), link.to]);
    }
  }
  for (const link of links) {
    const plain = LEGS.find(([, leg]) => leg === roleOf(link))?.[0];
    if (plain === undefined) continue;
    for (const goods of goodsOf.get(link.from) ?? []) {
      const key = `${plain} ${goods} ${link.to}`;
      legsAt.set(key, [...(legsAt.get(key) ?? []), link]);
    }
  }
  return links.map((link) => {
    const legs = legsAt.get(`${roleOf(link)} ${link.from} ${link.to}`) ?? [];
    const quoted = new Set(legs.flatMap((leg) => leg.spans));
    const isRepeated = link.spans.length > 0 && link.spans.every((span) => quoted.has(span));
    const first = legs.find((leg) => leg.spans.some((span) => link.spans.includes(span)));
    return isRepeated ? (first?.id ?? link.id) : link.id;
  });
}
