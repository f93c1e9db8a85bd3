// Who is called by a role noun: `X, the leader`, `the leader is X`, `brothers X and Y`.

import { wordAt } from "../stream/item.js";
import type { Clause } from "../syntax/clause.js";
import { startOf } from "../syntax/group-ground.js";
import type { NounGroup } from "../syntax/noun-groups.js";
import type { Wanted } from "../view/predicate-rules.js";
import type { ItemHit } from "../view/sentence-view.js";
import { is } from "../words/read-tokens.js";
import { broughtUp, isPointing } from "./anaphors.js";
import type { Referent, ResolveGround } from "./referent.js";
import { resolveGroup, resolveOne } from "./resolve-group.js";

/** A role noun, and what is looked for. */
export interface Held {
  readonly hit: ItemHit<unknown>;
  /** True where the noun calls several by it. */
  readonly plural: boolean;
  readonly wanted: Wanted;
}

export function holders(
  ground: ResolveGround,
  group: NounGroup,
  { hit, plural, wanted }: Held,
): Referent[] {
  const { view } = ground;
  const resolve = plural ? resolveGroup : resolveOne;
  if (group.head >= hit.to)
    return plural ? calledTogether(ground, group, wanted) : resolveOne(ground, group, wanted);
  const head = group.listHead ?? group;
  const apposed = [
    ...new Set([...group.apposed, ...head.apposed, ...saidOfCounted(ground, group)]),
  ];
  const named = apposed.flatMap((one) => resolve(ground, one, wanted));
  if (named.length > 0) return named;
  const over = aboveState(ground, head, (one) => resolve(ground, one, wanted));
  if (over.length > 0) return over;
  for (const clause of view.syntax.clauses) {
    const found = holderByClause(ground, clause, head, wanted);
    if (found.length > 0) return found;
  }
  // `both brothers`; of three told before nobody knows whom `the brothers` leaves out.
  const again = plural && isPointing(view, group) ? resolveOne(ground, group, wanted) : [];
  return again.length === 2 ? again : broughtUp(ground, group, wanted);
}

/** `the ring under the command of X` */
function aboveState(
  { view }: ResolveGround,
  { preposition, parent }: NounGroup,
  resolve: (group: NounGroup) => Referent[],
): Referent[] {
  return parent !== null && is(view.items[preposition ?? -1], "state_prepositions")
    ? resolve(parent)
    : [];
}

/** `X, one of the oldest gangs in Y`: what is set off from the number. */
const saidOfCounted = ({ view }: ResolveGround, { parent }: NounGroup): readonly NounGroup[] =>
  parent !== null && view.syntax.tags[parent.head] === "number" ? parent.apposed : [];

/** Those whom a plural before a name of a list calls so: X and Y of `brothers X and Y`, in `Z, brothers X and Y, and V` too. */
function calledTogether(ground: ResolveGround, group: NounGroup, wanted: Wanted): Referent[] {
  const { listHead } = group;
  if (listHead === null) return resolveGroup(ground, group, wanted);
  const { groups, tags } = ground.view.syntax;
  const found = [group];
  for (const next of listHead.listed.filter((one) => one.from > group.from)) {
    const last = found.at(-1) as NounGroup;
    if (next.from < next.head || groups.indexOf(next) !== groups.indexOf(last) + 1) break;
    found.push(next);
    if (tags[last.to] === "coordinator") break;
  }
  return found.flatMap((one) => resolveOne(ground, one, wanted));
}

/** `X is one of the founders` calls X one. */
const isSame = ({ view }: ResolveGround, object: NounGroup | null, group: NounGroup): boolean =>
  object === group ||
  (object !== null && group.parent === object && view.syntax.tags[object.head] === "number");

/** `X is the leader`, `the leader is X`, `identified X as the leader`. */
function holderByClause(
  ground: ResolveGround,
  clause: Clause,
  group: NounGroup,
  wanted: Wanted,
): Referent[] {
  const who = clause.verb.copular
    ? calledIn(ground, clause, group)
    : namedIn(ground, clause, group);
  return who === null ? [] : resolveGroup(ground, who, wanted);
}

/** `X is the leader`, `the leader is X`, `X is at war with Y`. */
function calledIn(
  ground: ResolveGround,
  { subject, object, phrases }: Clause,
  group: NounGroup,
): NounGroup | null {
  if (subject === group) return object;
  if (isSame(ground, object, group)) return subject;
  const state = phrases.some((one) => is(one, "state_prepositions") && one.group === group);
  return state ? subject : null;
}

/** `identified X as the leader`, `X was appointed director of Y`. */
function namedIn(
  { view, told }: ResolveGround,
  clause: Clause,
  group: NounGroup,
): NounGroup | null {
  const { verb, subject, object, phrases } = clause;
  const word = wordAt(view.items, verb.head);
  const { isNaming, isCalling, isSucceeding } = told.view.book.syntax;
  const appointed = verb.passive && object === group;
  if (appointed && (isNaming(word) || isCalling(word))) return subject;
  if (isCalling(word) && !verb.passive) return calledBy(view, clause, group);
  const as = phrases.some((one) => is(one, "role_mark") && one.group === group);
  if (!as) return null;
  return verb.passive || object === null || isSucceeding(word) ? subject : object;
}

/** `calls X the leader`, `X, whom police call the leader`. */
function calledBy(
  { items, syntax }: ResolveGround["view"],
  { verb, object, subject }: Clause,
  group: NounGroup,
): NounGroup | null {
  if (object !== null && startOf(group) === object.to) return object;
  if (object !== group || subject === null) return null;
  const relative = startOf(subject) - 1;
  const whom = syntax.tags[relative] === "relative" && verb.from >= subject.to;
  const at = wordAt(items, relative - 1) === "," ? relative - 1 : relative;
  return whom ? (syntax.groups.findLast((one) => one.to <= at && one.to >= at - 1) ?? null) : null;
}
