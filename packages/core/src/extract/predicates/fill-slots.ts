import { wordAt } from "../stream/item.js";
import type { Clause } from "../syntax/clause.js";
import { startOf } from "../syntax/group-ground.js";
import type { NounGroup } from "../syntax/noun-groups.js";
import type { Wanted } from "../view/predicate-rules.js";
import type { ItemHit } from "../view/sentence-view.js";
import { is } from "../words/read-tokens.js";
import { pronounAt } from "./anaphors.js";
import { CLAUSE_ROLES, searchedBefore } from "./clause-roles.js";
import type { Referent, ResolveGround } from "./referent.js";
import { resolveGroup, resolveOne } from "./resolve-group.js";
import { type Held, holders } from "./role-holders.js";

/** The phrases of a predicate. */
export interface Slots {
  /** The things that a phrase names. */
  readonly fill: (slot: string, wanted: Wanted) => Referent[];
  /** Whether there is such a phrase, whatever it names. */
  readonly has: (slot: string) => boolean;
  /** What the verb acts on, or null. */
  readonly object: NounGroup | null;
}

/** The phrases of a verb: `subject` is who does it, `object` whom it happens to, whatever the voice. */
export function verbSlots(ground: ResolveGround, clause: Clause, hit: ItemHit<unknown>): Slots {
  const { verb, subject, phrases } = clause;
  const resolve = (group: NounGroup | null, wanted: Wanted) =>
    group === null ? [] : resolveGroup(ground, group, wanted);
  const behind = (word: string, wanted: Wanted) =>
    phrases
      .filter((one) => one.word === word)
      .flatMap(({ group }) => resolveGroup(ground, group, wanted));
  const behindIt = objectBehind(ground, clause, hit);
  const slots: Readonly<Record<string, (wanted: Wanted) => Referent[]>> = {
    subject: (wanted) => (verb.passive ? behind("by", wanted) : resolve(subject, wanted)),
    object: (wanted) => resolve(verb.passive ? subject : behindIt, wanted),
    agent: (wanted) =>
      isAction(ground, verb.passive ? subject : clause.object)
        ? agents(ground, clause, wanted)
        : [],
    "object-owner": (wanted) => objectOwner(ground, behindIt, wanted),
    where: (wanted) => whereOf(ground, clause, wanted),
    searched: (wanted) => searchedBefore(ground, clause, wanted),
  };
  const fill: Slots["fill"] = (slot, wanted) => slots[slot]?.(wanted) ?? behind(slot, wanted);
  const object = verb.passive ? subject : behindIt;
  const has = (slot: string) =>
    slot === "object" ? object !== null : phrases.some((one) => one.word === slot);
  return { fill, has, object };
}

/** The object of a verb with a particle stands behind the particle: `joined forces with X`. */
function objectBehind(
  { view }: ResolveGround,
  clause: Clause,
  hit: ItemHit<unknown>,
): NounGroup | null {
  if (hit.to <= clause.verb.head + 1) return clause.object;
  return view.syntax.groups.find((group) => !group.owns && startOf(group) === hit.to) ?? null;
}

/** Whose it is what a verb acts on: `manages the gang's money`, `keeps the books of the gang`. */
function objectOwner(ground: ResolveGround, group: NounGroup | null, wanted: Wanted): Referent[] {
  const own = ownerOf(ground, group, wanted);
  if (own.length > 0 || group === null) return own;
  return group.complements
    .filter((one) => is(ground.view.items[one.preposition ?? -1], "genitive"))
    .flatMap((one) => resolveGroup(ground, one, wanted));
}

function ownerOf(ground: ResolveGround, group: NounGroup | null, wanted: Wanted): Referent[] {
  if (group === null) return [];
  if (group.possessor !== null) return resolveGroup(ground, group.possessor, wanted);
  const { opener } = group;
  const { syntax, items } = ground.view;
  return opener !== null && syntax.tags[opener] === "owner"
    ? pronounAt(ground, opener, wordAt(items, opener), wanted)
    : [];
}

/** Places behind a preposition of place: of the verb, of what is spoken of, of another verb of the same subject. */
function whereOf(ground: ResolveGround, clause: Clause, wanted: Wanted): Referent[] {
  const { syntax, items } = ground.view;
  const { classes } = ground.told.view.book.syntax;
  const inside = ({ phrases }: Clause) =>
    phrases
      .filter((one) => classes("locative").has(one.word))
      .flatMap(({ group }) => resolveGroup(ground, group, wanted));
  const own = inside(clause);
  if (own.length > 0) return own;
  for (const group of [clause.object, clause.subject]) {
    const found = (group?.complements ?? [])
      .filter((one) => classes("locative").has(wordAt(items, one.preposition ?? -1)))
      .flatMap((one) => resolveGroup(ground, one, wanted));
    if (found.length > 0) return found;
  }
  const next = syntax.clauses.find(
    (one) => one !== clause && one.subject === clause.subject && one.verb.from > clause.verb.from,
  );
  return next === undefined || clause.verb.stand === "finite" ? [] : inside(next);
}

/** True for `the operation`, `a raid`: helping it is helping those who lead it. */
function isAction({ view, told }: ResolveGround, group: NounGroup | null): boolean {
  return group !== null && told.view.book.nouns("operation").has(wordAt(view.items, group.head));
}

/** Who acts in the sentence around a clause: the subject of the nearest finite verb, or who stands behind `by`. */
function agents(
  { told, sentence, view }: ResolveGround,
  but: Clause | null,
  wanted: Wanted,
): Referent[] {
  const ground = { told, sentence, view };
  for (const clause of view.syntax.clauses) {
    if (clause === but || clause.verb.stand !== "finite") continue;
    const { verb, subject, phrases } = clause;
    const by = phrases
      .filter((one) => is(one, "agent_mark"))
      .flatMap(({ group }) => resolveGroup(ground, group, wanted));
    if (by.length > 0) return by;
    if (verb.passive || subject === null) continue;
    const found = resolveGroup(ground, subject, wanted);
    if (found.length > 0) return found;
  }
  return [];
}

/** Who acts where a phrase such as `with the help of X` stands: that of its own clause first. */
function agentAround(ground: ResolveGround, group: NounGroup, wanted: Wanted): Referent[] {
  const own = ground.view.syntax.clauses.find(
    (one) => one.object === group || one.phrases.some((phrase) => phrase.group === group),
  );
  const passive = own?.verb.passive === true;
  const by = passive
    ? (own?.phrases
        .filter((one) => is(one, "agent_mark"))
        .flatMap((one) => resolveGroup(ground, one.group, wanted)) ?? [])
    : [];
  if (by.length > 0) return by;
  const subject = passive ? null : (own?.subject ?? null);
  const found = subject === null ? [] : resolveGroup(ground, subject, wanted);
  return found.length > 0 ? found : agents(ground, own ?? null, wanted);
}

/** The phrases of a role noun: `holder` is who is called by it, `owner` whose it is. */
export function nounSlots(
  ground: ResolveGround,
  group: NounGroup,
  hit: ItemHit<unknown>,
  plural: boolean,
  tail = group,
): Slots {
  const fill: Slots["fill"] = (slot, wanted) => {
    if (slot === "holder") return holders(ground, group, { hit, plural, wanted });
    if (slot === "agent") return agentAround(ground, group, wanted);
    if (slot === "self") return resolveOne(ground, group, wanted);
    if (slot === "owner") return owners(ground, group, tail, { hit, plural, wanted });
    const around = CLAUSE_ROLES[slot];
    if (around !== undefined) return around(ground, group, wanted);
    if (slot === "of-owner") return ofOwners(ground, tail, wanted);
    return complements(ground, tail, slot, wanted);
  };
  const { items } = ground.view;
  const owned =
    group.possessor !== null ||
    (group.opener !== null && ground.view.syntax.tags[group.opener] === "owner");
  const has = (slot: string) =>
    (slot === "owner" && owned) ||
    group.complements.some((one) =>
      [slot, slot === "owner" ? "of" : slot].includes(wordAt(items, one.preposition ?? -1)),
    );
  return { fill, has, object: null };
}

/** Prepositions that go back over phrases between: `the extradition of X to Y`. */
const FAR: ReadonlySet<string> = new Set(["to", "from", "by"]);

/** The groups that hang on a group, on one of those, and so on. */
const chained = (group: NounGroup, depth = 0): readonly NounGroup[] =>
  depth > 3 ? [] : group.complements.flatMap((one) => [one, ...chained(one, depth + 1)]);

function complements(
  ground: ResolveGround,
  group: NounGroup,
  word: string,
  wanted: Wanted,
): Referent[] {
  const { items } = ground.view;
  const reached = FAR.has(word) ? chained(group) : group.complements;
  const own = reached.filter((one) => wordAt(items, one.preposition ?? -1) === word);
  if (own.length > 0) return own.flatMap((one) => resolveGroup(ground, one, wanted));
  // `the founder and leader of X`: the last of a list carries what all have.
  const head = group.listHead ?? group;
  const last = head.listed.at(-1);
  if (last === undefined || last === group) return [];
  return last.complements
    .filter((one) => wordAt(ground.view.items, one.preposition ?? -1) === word)
    .flatMap((one) => resolveGroup(ground, one, wanted));
}

/** `in charge of the gang's trucks`: whose it is what stands behind `of`. */
const ofOwners = (ground: ResolveGround, { complements }: NounGroup, wanted: Wanted): Referent[] =>
  complements
    .filter((one) => is(ground.view.items[one.preposition ?? -1], "genitive"))
    .flatMap((one) => ownerOf(ground, one, wanted));

function owners(
  ground: ResolveGround,
  group: NounGroup,
  tail: NounGroup,
  { hit, wanted }: Held,
): Referent[] {
  const of = complements(ground, tail, "of", wanted);
  if (of.length > 0) return of;
  const { possessor, opener } = group;
  if (possessor !== null) return resolveGroup(ground, possessor, wanted);
  const which = ofWhich(ground, group, wanted);
  if (which.length > 0) return which;
  const { items, syntax } = ground.view;
  for (let at = hit.from - 1; at >= group.from; at -= 1) {
    const item = items[at];
    // `its Irish leader`: where somebody is from says nothing of whose leader it is.
    if (item?.kind !== "mention" || syntax.tags[at] === "adjective") continue;
    return wanted.fits(item.entity) ? [{ entity: item.entity, item: at, sentences: [] }] : [];
  }
  if (opener === null || syntax.tags[opener] !== "owner") return [];
  const word = wordAt(items, opener);
  const whose = ground.told.view.book.syntax.classes("ownerRelative").has(word);
  return whose ? antecedentOf(ground, opener, wanted) : pronounAt(ground, opener, word, wanted);
}

/** `the ring, whose leader`: the group right before; behind `and` the one that the relative clause before is about. */
function antecedentOf(ground: ResolveGround, at: number, wanted: Wanted): Referent[] {
  const { items, syntax } = ground.view;
  let end = at;
  while (items[end - 1]?.kind === "mark") end -= 1;
  if (syntax.tags[end - 1] === "coordinator") {
    const relative = syntax.tags.lastIndexOf("relative", end - 1);
    return relative < 0 ? [] : antecedentOf(ground, relative, wanted);
  }
  const before = syntax.groups.findLast((group) => group.to <= end && group.to >= end - 1);
  for (let group = before ?? null; group !== null; group = group.parent) {
    const own = resolveGroup(ground, group, wanted);
    if (own.length > 0) return own;
  }
  return [];
}

/** `the firm, the president of which`, `the firm, of which X is the president`: as `whose`. */
function ofWhich(ground: ResolveGround, group: NounGroup, wanted: Wanted): Referent[] {
  const { items, syntax } = ground.view;
  const around = syntax.clauses.find((one) => one.verb.copular && one.object === group);
  const before = around?.phrases.find(
    (one) => is(one, "genitive") && one.group.to <= (around.subject?.from ?? around.verb.from),
  );
  if (before !== undefined) return resolveGroup(ground, before.group, wanted);
  const which = is(items[group.to], "genitive") && syntax.tags[group.to + 1] === "relative";
  return which ? antecedentOf(ground, group.from, wanted) : [];
}

/** The name right before a name in its group: the ring of `Salt Ring Ole Lund`, Chile of `Chilean opium`. */
function insideName({ view }: ResolveGround, group: NounGroup, { fits }: Wanted): Referent[] {
  const at = group.head - 1;
  const item = view.items[at];
  return at >= group.from && item?.kind === "mention" && fits(item.entity)
    ? [{ entity: item.entity, item: at, sentences: [] }]
    : [];
}

/** The phrases of a name: `self`, and what hangs by a preposition on it or on what it is said to be. */
export function besideSlots(ground: ResolveGround, group: NounGroup): Slots {
  const { items } = ground.view;
  const said = group.apposed.filter((one) => items[one.head]?.kind !== "mention");
  const fill: Slots["fill"] = (slot, wanted) => {
    if (slot === "self") {
      const head = items[group.head];
      const fits = head?.kind === "mention" && wanted.fits(head.entity);
      return fits ? [{ entity: head.entity, item: group.head, sentences: [] }] : [];
    }
    if (slot === "owner") return ownerOf(ground, group, wanted);
    if (slot === "inside") return insideName(ground, group, wanted);
    if (slot === "ruled") return CLAUSE_ROLES[slot]?.(ground, group, wanted) ?? [];
    return [group, ...said].flatMap((one) => complements(ground, one, slot, wanted));
  };
  return { fill, has: () => false, object: null };
}
