import type { RelationClaim } from "../model/claim.js";
import type { RelationType } from "../model/schema.js";
import { compare } from "./graph-draft.js";

/** `Captagon from Syria via Jordan to Saudi Arabia`: a route by its drugs and legs, or null for none. */
export function nameRoute(
  claims: readonly RelationClaim[],
  names: ReadonlyMap<string, string>,
): string | null {
  const list = (type: RelationType): string => endsOf(claims, type, names).join(", ");
  const drugs = list("OF");
  const legs = [
    ["from", list("FROM")],
    ["via", list("VIA")],
    ["to", list("TO")],
  ].filter(([, places]) => places !== "");
  if (legs.length === 0) return null;
  return [drugs, ...legs.map((leg) => leg.join(" "))].join(" ").trim();
}

/** Names at the far ends of a type, in the order in which the quotes name them. */
function endsOf(
  claims: readonly RelationClaim[],
  type: RelationType,
  names: ReadonlyMap<string, string>,
): readonly string[] {
  const first = new Map<string, readonly [document: string, at: number]>();
  for (const claim of claims) {
    const name = names.get(claim.object);
    if (claim.type !== type || name === undefined) continue;
    const [{ document, span, quote }] = claim.evidence;
    const at = span.start + Math.max(0, quote.indexOf(name));
    const known = first.get(name);
    const isEarlier =
      known === undefined ||
      compare(document, known[0]) < 0 ||
      (document === known[0] && at < known[1]);
    if (isEarlier) first.set(name, [document, at]);
  }
  return [...first]
    .sort(([a, x], [b, y]) => compare(x[0], y[0]) || x[1] - y[1] || compare(a, b))
    .map(([name]) => name);
}
