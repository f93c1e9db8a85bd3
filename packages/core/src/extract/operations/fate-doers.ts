import type { DocumentEntity } from "../../model/document-entity.js";
import type { Referent, ResolveGround } from "../predicates/referent.js";
import { resolveGroup } from "../predicates/resolve-group.js";
import { wordAt } from "../stream/item.js";
import type { Clause } from "../syntax/clause.js";
import type { NounGroup } from "../syntax/noun-groups.js";
import type { FateWord } from "../view/fate-rules.js";
import type { Wanted } from "../view/predicate-rules.js";
import { is } from "../words/read-tokens.js";
import type { Actor } from "./find-actors.js";

/** Who a clause says did something. */
export interface Doer {
  /** The bodies and states it names; empty for `the police`. */
  readonly actors: readonly Actor[];
  /** True for those who act for a state. */
  readonly authority: boolean;
  /** True for people and groups that do not. */
  readonly others: boolean;
}

const BODIES: Wanted = {
  roles: new Set(["body", "country"]),
  fits: ({ role, type }: DocumentEntity) => role === "body" || type === "Country",
};
const OFFICIALS: Wanted = { roles: new Set(["official"]), fits: ({ role }) => role === "official" };

/** Who did what a verb says: the subject, in the passive who stands behind `by`; null where left out. */
export function doerIn(ground: ResolveGround, clause: Clause): Doer | null {
  const { verb, subject, phrases } = clause;
  if (!verb.passive) return subject === null ? null : doerOf(ground, subject);
  const { groups } = ground.view.syntax;
  const own = ({ group }: { readonly group: NounGroup }): boolean =>
    groups[group.index + 1]?.possessor !== group;
  const by = phrases
    .filter((one) => is(one, "agent_mark") && own(one))
    .map((one) => doerOf(ground, one.group));
  return by.find((one) => one.authority) ?? by[0] ?? null;
}

/** An authority did it, or the passive leaves out who. */
export function isAuthority(doer: Doer | null, { verb }: Clause, { agent }: FateWord): boolean {
  if (doer !== null) return doer.authority;
  return verb.passive || (agent && verb.stand === "finite");
}

function doerOf(ground: ResolveGround, group: NounGroup): Doer {
  const actors = actorsOf(ground, group);
  const named = [group, ...group.listed, ...group.apposed];
  const authority =
    actors.length > 0 ||
    named.some((one) => isOffice(ground, one)) ||
    resolveGroup(ground, group, OFFICIALS).length > 0;
  return { actors, authority, others: !authority && isOther(ground, group) };
}

const OTHERS: Wanted = {
  roles: new Set(["person", "group"]),
  fits: ({ role }) => role === "person" || role === "group",
};

/** A gang, a suspect, `rivals`: what they seize and whom they hold is no action of a state. */
function isOther(ground: ResolveGround, group: NounGroup): boolean {
  const { view, told } = ground;
  if (resolveGroup(ground, group, OTHERS).length > 0) return true;
  // `my people`, `our men`: the speaker's own.
  const { opener } = group;
  if (opener !== null && told.view.book.syntax.classes("speaker").has(wordAt(view.items, opener)))
    return false;
  const { book } = told.view;
  const word = wordAt(view.items, group.head);
  // `a rival of the gang`.
  const called = view.predicateNouns.some((hit) => hit.from <= group.head && group.head < hit.to);
  if (called && group.complements.some((one) => resolveGroup(ground, one, OTHERS).length > 0))
    return true;
  return (
    view.items[group.head]?.kind === "word" &&
    (book.nouns("person").has(word) || book.nouns("network").has(word))
  );
}

/** Nouns for those who act for a state, and the pronouns that may stand for them. */
function isOffice({ view, told }: ResolveGround, group: NounGroup): boolean {
  const { book } = told.view;
  const word = wordAt(view.items, group.head);
  if (view.syntax.tags[group.head] === "pronoun")
    return (
      book.syntax.classes("pluralPronoun").has(word) ||
      is(view.items[group.head], "speaker_pronouns")
    );
  if (view.items[group.head]?.kind !== "word") return false;
  return book.fates.authorities.has(word) || book.nouns("umbrellaActor").has(word);
}

/** `in Volos, Greece, and a court ordered`: of a state and a body side by side the one at the verb acts. */
function alike(found: readonly Referent[]): readonly Referent[] {
  const last = found.at(-1);
  const bodies = found.filter(({ entity }) => entity.role === "body");
  const mixed = bodies.length > 0 && bodies.length < found.length;
  return mixed && last !== undefined && found[0]?.entity.role === "country"
    ? bodies.filter(({ item }) => item >= (bodies[0]?.item ?? 0))
    : found;
}

/** `the police said they had arrested X`: those who speak. */
function speakers(ground: ResolveGround, pronoun: NounGroup): readonly Referent[] {
  const { clauses } = ground.view.syntax;
  const before = clauses.filter(
    ({ verb, subject }) => verb.to <= pronoun.from && subject !== null && subject !== pronoun,
  );
  for (const { subject } of before.reverse()) {
    const bodies = subject === null ? [] : resolveGroup(ground, subject, BODIES);
    if (bodies.length > 0) return bodies;
  }
  return [];
}

/** The bodies of a group: itself, `officers of the X`, and the state of `Colombian police`. */
function actorsOf(ground: ResolveGround, group: NounGroup): Actor[] {
  const { view, sentence } = ground;
  const found = alike(resolveGroup(ground, group, BODIES));
  const actor = (entity: DocumentEntity, item: number, umbrella: boolean): Actor => ({
    entity,
    role: "agent",
    sentence,
    item,
    umbrella,
  });
  if (found.length > 0) return found.map(({ entity, item }) => actor(entity, item, false));
  if (view.syntax.tags[group.head] === "pronoun")
    return speakers(ground, group).map((one) => actor(one.entity, one.item, false));
  if (!isOffice(ground, group)) return [];
  const inner = group.complements
    .filter((one) => is(view.items[one.preposition ?? -1], "of_or_from"))
    .flatMap((one) => resolveGroup(ground, one, BODIES));
  if (inner.length > 0) return inner.map(({ entity, item }) => actor(entity, item, false));
  const owner = group.possessor === null ? [] : resolveGroup(ground, group.possessor, BODIES);
  if (owner.length > 0) return owner.map(({ entity, item }) => actor(entity, item, true));
  for (let at = group.from; at < group.head; at += 1) {
    const item = view.items[at];
    if (item?.kind === "mention" && BODIES.fits(item.entity))
      return [actor(item.entity, at, item.entity.role !== "body")];
  }
  return [];
}
