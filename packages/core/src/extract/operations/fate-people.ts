// Whom a clause speaks of where no name stands in its phrases: behind relative words, asides, joined
// verbs, and among those it only counts.

import { findAntecedent } from "../predicates/antecedents.js";
import type { Referent, ResolveGround } from "../predicates/referent.js";
import { resolveGroup } from "../predicates/resolve-group.js";
import { wordAt } from "../stream/item.js";
import { ageStart } from "../syntax/ages-between.js";
import type { Clause } from "../syntax/clause.js";
import { startOf } from "../syntax/group-ground.js";
import type { NounGroup } from "../syntax/noun-groups.js";
import type { Wanted } from "../view/predicate-rules.js";
import { is } from "../words/read-tokens.js";

export const PEOPLE: Wanted = {
  roles: new Set(["person", "official"]),
  fits: ({ role }) => role === "person" || role === "official",
};
export const RECEIVERS: Wanted = {
  roles: new Set(["country"]),
  fits: ({ type }) => type === "Country",
};

/** `was arrested and charged`: a bare past form joined to a passive, with no object, may be one too. */
export function passiveOf(
  { view }: ResolveGround,
  clause: Clause,
  before: Clause | undefined,
): Clause[] {
  const { verb, object } = clause;
  const bare =
    verb.from === verb.head && verb.stand === "finite" && !verb.passive && object === null;
  if (!bare || before?.verb.passive !== true || view.syntax.tags[verb.from - 1] !== "coordinator")
    return [];
  return [{ ...clause, verb: { ...verb, passive: true }, subject: before.subject }];
}

/** `was held in V, handed to D and given ten years`: joined participles share the subject of the first. */
export function joined({ view }: ResolveGround, clause: Clause, at: number): Clause {
  const { items, syntax } = view;
  const { clauses } = syntax;
  const { verb } = clause;
  if (verb.stand !== "participle" || !verb.passive) return clause;
  const joins = (one: Clause): boolean => syntax.tags[one.verb.from - 1] === "coordinator";
  const row = clauses.slice(at).findIndex((one) => one.verb.stand !== "participle" || joins(one));
  const last = row < 0 ? undefined : clauses[at + row];
  const listed =
    joins(clause) || (wordAt(items, verb.from - 1) === "," && last?.verb.stand === "participle");
  const first = clauses.slice(0, at).findLast((one) => one.verb.stand === "finite");
  if (!listed || first === undefined || !first.verb.passive) return clause;
  return { ...clause, subject: first.subject };
}

/** What a relative word stands for: who is described in `X, a dealer, who was held`, X in `X, whom police seek`. */
export function spokenOf(ground: ResolveGround, clause: Clause): Clause {
  const { syntax, items } = ground.view;
  const { verb, subject, object } = clause;
  let at = verb.from - 1;
  while (syntax.tags[at] === "adverb") at -= 1;
  if (is(items[at], "who_word") && subject !== null)
    return { ...clause, subject: describedBy(ground, subject) };
  const aside = subject === null ? undefined : asideAround(ground, clause, subject);
  if (aside !== undefined) return { ...clause, subject: aside.subject };
  if (verb.passive || object !== null || subject === null) return clause;
  const opens = startOf(subject) - 1;
  if (syntax.tags[opens] !== "relative" || syntax.tags[opens - 1] === "preposition") return clause;
  const whom = groupBefore(ground, opens);
  return whom === null ? clause : { ...clause, object: describedBy(ground, whom) };
}

/** `X, who had come with a friend, ran but was caught`: behind the aside the verbs come back to X. */
function asideAround(
  { view }: ResolveGround,
  { verb }: Clause,
  subject: NounGroup,
): Clause | undefined {
  const { clauses, tags } = view.syntax;
  const around = clauses.findLast(
    (one) => one.verb.to <= subject.from && tags[one.verb.from - 1] === "relative",
  );
  if (around === undefined || around.subject === null) return undefined;
  const closed = view.items.slice(subject.to, verb.from).some((item) => item.word === ",");
  const inside = clauses.every(
    (one) => one === around || one.verb.to <= around.verb.from || one.verb.from >= subject.to,
  );
  return closed && inside ? around : undefined;
}

/** The group right before an item, the comma and the age between left out. */
export function groupBefore({ view, told }: ResolveGround, before: number): NounGroup | null {
  const ground = { items: view.items, classes: told.view.book.syntax.classes };
  let at = before;
  while (at > 0 && view.items[at - 1]?.kind === "mark") at -= 1;
  at = ageStart(ground, at) ?? at;
  while (at > 0 && view.items[at - 1]?.kind === "mark") at -= 1;
  return view.syntax.groups.findLast((group) => group.to === at) ?? null;
}

/** Up the phrases of a description to the person it describes; the group itself where there is none. */
export function describedBy(ground: ResolveGround, group: NounGroup): NounGroup {
  let top: NounGroup | null = group;
  for (let step = 0; top !== null && step < 5; step += 1) {
    if (resolveGroup(ground, top, PEOPLE).length > 0) return top;
    top = top.parent;
  }
  return group;
}

/** `two of those designated, X and Y,`: those who are counted, not those they are counted among. */
export function countedAbove(ground: ResolveGround, clause: Clause, slot: string): Referent[] {
  if (slot !== "object" || !clause.verb.passive) return [];
  const above = clause.subject?.parent ?? null;
  const count = above === null ? undefined : ground.view.items[above.head];
  if (above === null || count?.kind !== "quantity") return [];
  const named = resolveGroup(ground, above, PEOPLE);
  if (named.length > 0) return named;
  const { items, syntax } = ground.view;
  const behind = syntax.groups.find(
    (one) => one.from > clause.verb.to && wordAt(items, startOf(one) - 1) === ",",
  );
  const people = behind === undefined ? [] : resolveGroup(ground, behind, PEOPLE);
  return people.length === count.quantity.value ? people : [];
}

/** `X was held along with his brother Y`: what befell the one befell the other. */
export function withCompanions(
  ground: ResolveGround,
  { phrases }: Clause,
  people: Referent[],
): Referent[] {
  if (people.length === 0) return people;
  const { items } = ground.view;
  const { classes } = ground.told.view.book.syntax;
  const also = phrases.filter(({ word, group }) => {
    const before = wordAt(items, (group.preposition ?? 0) - 1);
    return classes("alsoJoins").has(word) || classes("alsoJoins").has(`${before} ${word}`);
  });
  const others = also.flatMap(({ group }) => resolveGroup(ground, group, PEOPLE));
  const known = new Set(people.map(({ entity }) => entity));
  return [...people, ...others.filter(({ entity }) => !known.has(entity))];
}

/** `six people were held, including X and Y`, `among them X`. */
export function membersOf(ground: ResolveGround, clause: Clause, slot: string): Referent[] {
  if (slot !== "object" && slot !== "subject") return [];
  const { view } = ground;
  const { classes } = ground.told.view.book.syntax;
  const to = Math.min(view.items.length, clause.verb.to + MEMBERS_REACH);
  for (let at = clause.verb.to; at < to; at += 1) {
    const among = classes("among").has(wordAt(view.items, at));
    if (!among) continue;
    const { groups } = view.syntax;
    const first = groups.find(
      (one) =>
        startOf(one) > at &&
        view.syntax.tags[one.head] !== "pronoun" &&
        groups[one.index + 1]?.possessor !== one,
    );
    if (first === undefined || startOf(first) > at + 3) continue;
    const people = resolveGroup(ground, first, PEOPLE);
    if (people.length > 0) return people;
  }
  return countedBefore(
    ground,
    slot === "subject" || clause.verb.passive ? clause.subject : clause.object,
  );
}

export const MEMBERS_REACH = 24;

/** `all four were held`: as many as were named before. */
function countedBefore(
  { told, sentence, view }: ResolveGround,
  group: NounGroup | null,
): Referent[] {
  const item = group === null ? undefined : view.items[group.head];
  if (group === null || item?.kind !== "quantity" || group.complements.length > 0) return [];
  const count = item.quantity.value;
  if (count === null || count < 2) return [];
  const found = findAntecedent(told, {
    sentence,
    item: group.from,
    roles: PEOPLE.roles,
    reach: 2,
    count,
    strict: false,
  });
  if (found === null) return [];
  const sentences = found.sentence === sentence ? [] : [found.sentence];
  return found.entities.map((entity) => ({ entity, item: group.head, sentences }));
}

/** In `the judge ordered his arrest` it is not the judge's. */
export function othersThan(
  ground: ResolveGround,
  { subject }: Clause,
  people: Referent[],
): Referent[] {
  const own =
    subject === null ? [] : resolveGroup(ground, subject, PEOPLE).map((one) => one.entity);
  const others = people.filter((one) => !own.includes(one.entity));
  if (others.length > 0 || people.length === 0) return others;
  const { told, sentence } = ground;
  const found = findAntecedent(told, {
    sentence,
    item: 0,
    roles: PEOPLE.roles,
    reach: 3,
    count: 1,
    strict: false,
  });
  const item = people[0]?.item ?? 0;
  return (found?.entities ?? [])
    .filter((entity) => !own.includes(entity))
    .map((entity) => ({ entity, item, sentences: [found?.sentence ?? sentence] }));
}
