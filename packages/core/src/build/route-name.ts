import type { RelationClaim } from "../model/claim.js";
import type { RelationRole } from "../model/schema.js";
import { compareText } from "../text/compare.js";
import type { CaseContext } from "./case-context.js";

/** `Captagon from Syria via Jordan to Saudi Arabia`: a route by its goods and legs, or null for none. */
export function nameRoute(claims: readonly RelationClaim[], context: CaseContext): string | null {
  const list = (role: RelationRole): string => endsOf(claims, role, context).join(", ");
  const goods = list("route-of");
  const legs = [
    ["from", list("route-from")],
    ["via", list("route-via")],
    ["to", list("route-to")],
  ].filter(([, places]) => places !== "");
  if (legs.length === 0) return null;
  return [goods, ...legs.map((leg) => leg.join(" "))].join(" ").trim();
}

/** Names at the far ends of a role, in the order in which the quotes name them. */
function endsOf(
  claims: readonly RelationClaim[],
  role: RelationRole,
  { names, pack: { schema } }: CaseContext,
): readonly string[] {
  const first = new Map<string, readonly [document: string, at: number]>();
  for (const claim of claims) {
    const name = names.get(claim.object);
    if (schema.relationRoleOf(claim.type) !== role || name === undefined) continue;
    const [{ document, span, quote }] = claim.evidence;
    const at = span.start + Math.max(0, quote.indexOf(name));
    const known = first.get(name);
    const isEarlier =
      known === undefined ||
      compareText(document, known[0]) < 0 ||
      (document === known[0] && at < known[1]);
    if (isEarlier) first.set(name, [document, at]);
  }
  return [...first]
    .sort(([a, x], [b, y]) => compareText(x[0], y[0]) || x[1] - y[1] || compareText(a, b))
    .map(([name]) => name);
}
