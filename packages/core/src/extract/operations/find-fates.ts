// What befell named people by what authorities did, read from clauses and from nouns such as `the
// arrest of X`.
import { type Antecedents, findAntecedent, listAntecedents } from "../predicates/antecedents.js";
import { nounSlots, type Slots, verbSlots } from "../predicates/fill-slots.js";
import { type Referent, type ResolveGround, resolveGroup, type Wanted } from "../predicates/resolve-group.js";
import { saidModality } from "../predicates/said-modality.js";
import { wordAt } from "../stream/item.js";
import type { Clause } from "../syntax/clause-table.js";
import { ageStart, startOf } from "../syntax/link-groups.js";
import type { NounGroup } from "../syntax/noun-groups.js";
import type { DocumentView } from "../view/document-view.js";
import type { ItemHit, SentenceView } from "../view/sentence-view.js";
import { type Doer, doerIn, isAuthority } from "./fate-doers.js";
import type { FateWord } from "../view/fate-rules.js";

/** Something that befell people, or somebody the text only counts. */
export interface Fate {
  readonly word: FateWord;
  /** Item of the verb or the noun, and where its clause starts. */
  readonly at: number;
  readonly from: number;
  /** The named ones; empty where the text does not name them. */
  readonly people: readonly Referent[];
  /** Who did it, where the text says; `null` for nobody, else with or without a name. */
  readonly doer: Doer | null;
  /** States and bodies that somebody was handed to. */
  readonly receivers: readonly Referent[];
  /** True for a noun: `the arrest of X`. */
  readonly nominal: boolean;
  /** First item of its clause with its subject. */
  readonly scene: number;
}

const PEOPLE: Wanted = {
  roles: new Set(["person", "official"]),
  fits: ({ role }) => role === "person" || role === "official",
};
const RECEIVERS: Wanted = {
  roles: new Set(["country"]),
  fits: ({ type }) => type === "Country",
};

/** What a sentence tells of who did what, and whom it befell. */
export interface Deeds {
  readonly fates: readonly Fate[];
  /** Who did what a verb says, by the item of the verb. */
  readonly doers: ReadonlyMap<number, Doer>;
}

/** The deeds that each sentence tells of; fates in the order of their words. */
export function findDeeds(view: DocumentView): Deeds[] {
  const told: Antecedents = listAntecedents(view);
  return view.sentences.map((one, sentence) => {
    const ground: ResolveGround = { told, sentence, view: one };
    return { fates: fatesIn(ground), doers: doersIn(ground) };
  });
}

/** Who did what each verb of action says. */
function doersIn(ground: ResolveGround): Map<number, Doer> {
  const { triggers, syntax } = ground.view;
  const heads = new Set(triggers.map((trigger) => trigger.from));
  const doers = new Map<number, Doer>();
  for (const [at, clause] of syntax.clauses.entries()) {
    if (!heads.has(clause.verb.head)) continue;
    const doer = doerIn(ground, spokenOf(ground, joined(ground, clause, at)));
    if (doer !== null) doers.set(clause.verb.head, doer);
  }
  return doers;
}

function fatesIn(ground: ResolveGround): Fate[] {
    const fates = [...verbalFates(ground), ...nominalFates(ground)];
    const listed = fates.length > 0 ? [] : bulletFates(ground);
    return [...fates, ...listed].sort((a, b) => a.at - b.at);
}

/** `Charged with smuggling are:` and a name at the head of each bullet behind it. */
function bulletFates(ground: ResolveGround): Fate[] {
  const { view, told, sentence } = ground;
  if (wordAt(view.items, view.items.length - 1) !== ":") return [];
  const people: Referent[] = [];
  const { sentences } = told.view;
  let block = view.block.index;
  for (let at = sentence + 1; at < sentences.length; at += 1) {
    const next = sentences[at];
    if (next === undefined || next.block.role !== "bullet" || next.block.index > block + 1) break;
    const opens = next.block.index > block;
    block = next.block.index;
    const item = next.items.slice(0, 2).find((one) => one.kind === "mention" && PEOPLE.fits(one.entity));
    if (opens && item?.kind === "mention") people.push({ entity: item.entity, item: 0, sentences: [at] });
  }
  if (people.length === 0) return [];
  for (const clause of view.syntax.clauses) {
    const item = view.items[clause.verb.head];
    const hit = item?.kind === "word" ? told.view.book.fates.verbs.at(view.tokens, item.token) : undefined;
    const word = hit?.value.find((one) => one.with.size === 0 && one.who.includes("object"));
    if (word === undefined || !clause.verb.passive || !isTold(ground, clause)) continue;
    const at = clause.verb.head;
    return [{ word, at, from: clause.verb.from, people, doer: null, receivers: [], nominal: false, scene: 0 }];
  }
  return [];
}

function verbalFates(ground: ResolveGround): Fate[] {
  const { view } = ground;
  const { fates } = ground.told.view.book;
  const { clauses } = view.syntax;
  return clauses.flatMap((told, at) => {
    const clause = spokenOf(ground, joined(ground, told, at));
    const item = view.items[clause.verb.head];
    const hit = item?.kind === "word" ? fates.verbs.at(view.tokens, item.token) : undefined;
    if (hit === undefined || !isTold(ground, clause)) return [];
    const to = clause.verb.head + hit.to - hit.from;
    for (const one of [clause, ...passiveOf(ground, clause, clauses[at - 1])])
      for (const word of hit.value) {
        const fate = verbalFate(ground, one, { from: one.verb.head, to, value: word });
        if (fate !== null) return [fate];
      }
    return [];
  });
}

/** `was arrested and charged`: a bare past form joined to a passive, with no object, may be one too. */
function passiveOf({ view }: ResolveGround, clause: Clause, before: Clause | undefined): Clause[] {
  const { verb, object } = clause;
  const bare = verb.from === verb.head && verb.stand === "finite" && !verb.passive && object === null;
  if (!bare || before?.verb.passive !== true || view.syntax.tags[verb.from - 1] !== "coordinator") return [];
  return [{ ...clause, verb: { ...verb, passive: true }, subject: before.subject }];
}

/** `was held in V, handed to D and given ten years`: joined participles share the subject of the first. */
function joined({ view }: ResolveGround, clause: Clause, at: number): Clause {
  const { items, syntax } = view;
  const { clauses } = syntax;
  const { verb } = clause;
  if (verb.stand !== "participle" || !verb.passive) return clause;
  const joins = (one: Clause): boolean => syntax.tags[one.verb.from - 1] === "coordinator";
  const row = clauses.slice(at).findIndex((one) => one.verb.stand !== "participle" || joins(one));
  const last = row < 0 ? undefined : clauses[at + row];
  const listed = joins(clause) || (wordAt(items, verb.from - 1) === "," && last?.verb.stand === "participle");
  const first = clauses.slice(0, at).findLast((one) => one.verb.stand === "finite");
  if (!listed || first === undefined || !first.verb.passive) return clause;
  return { ...clause, subject: first.subject };
}

/** What a relative word stands for: who is described in `X, a dealer, who was held`, X in `X, whom police seek`. */
function spokenOf(ground: ResolveGround, clause: Clause): Clause {
  const { syntax, items } = ground.view;
  const { verb, subject, object } = clause;
  let at = verb.from - 1;
  while (syntax.tags[at] === "adverb") at -= 1;
  if (wordAt(items, at) === "who" && subject !== null) return { ...clause, subject: describedBy(ground, subject) };
  const aside = subject === null ? undefined : asideAround(ground, clause, subject);
  if (aside !== undefined) return { ...clause, subject: aside.subject };
  if (verb.passive || object !== null || subject === null) return clause;
  const opens = startOf(subject) - 1;
  if (syntax.tags[opens] !== "relative" || syntax.tags[opens - 1] === "preposition") return clause;
  const whom = groupBefore(ground, opens);
  return whom === null ? clause : { ...clause, object: describedBy(ground, whom) };
}

/** `X, who had come with a friend, ran but was caught`: behind the aside the verbs come back to X. */
function asideAround({ view }: ResolveGround, { verb }: Clause, subject: NounGroup): Clause | undefined {
  const { clauses, tags } = view.syntax;
  const around = clauses.findLast((one) => one.verb.to <= subject.from && tags[one.verb.from - 1] === "relative");
  if (around === undefined || around.subject === null) return undefined;
  const closed = view.items.slice(subject.to, verb.from).some((item) => item.word === ",");
  const inside = clauses.every((one) => one === around || one.verb.to <= around.verb.from || one.verb.from >= subject.to);
  return closed && inside ? around : undefined;
}

/** The group right before an item, the comma and the age between left out. */
function groupBefore({ view, told }: ResolveGround, before: number): NounGroup | null {
  const ground = { items: view.items, classes: told.view.book.syntax.classes };
  let at = before;
  while (at > 0 && view.items[at - 1]?.kind === "mark") at -= 1;
  at = ageStart(ground, at) ?? at;
  while (at > 0 && view.items[at - 1]?.kind === "mark") at -= 1;
  return view.syntax.groups.findLast((group) => group.to === at) ?? null;
}

/** Up the phrases of a description to the person it describes; the group itself where there is none. */
function describedBy(ground: ResolveGround, group: NounGroup): NounGroup {
  let top: NounGroup | null = group;
  for (let step = 0; top !== null && step < 5; step += 1) {
    if (resolveGroup(ground, top, PEOPLE).length > 0) return top;
    top = top.parent;
  }
  return group;
}

/** `six people were held, including X and Y`, `among them X`. */
function membersOf(ground: ResolveGround, clause: Clause, slot: string): Referent[] {
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
  return countedBefore(ground, slot === "subject" || clause.verb.passive ? clause.subject : clause.object);
}

const MEMBERS_REACH = 24;

/** `all four were held`: as many as were named before. */
function countedBefore({ told, sentence, view }: ResolveGround, group: NounGroup | null): Referent[] {
  const item = group === null ? undefined : view.items[group.head];
  if (group === null || item?.kind !== "quantity" || group.complements.length > 0) return [];
  const count = item.quantity.value;
  if (count === null || count < 2) return [];
  const found = findAntecedent(told, { sentence, item: group.from, roles: PEOPLE.roles, reach: 2, count, strict: false });
  if (found === null) return [];
  const sentences = found.sentence === sentence ? [] : [found.sentence];
  return found.entities.map((entity) => ({ entity, item: group.head, sentences }));
}

/** In `the judge ordered his arrest` it is not the judge's. */
function othersThan(ground: ResolveGround, { subject }: Clause, people: Referent[]): Referent[] {
  const own = subject === null ? [] : resolveGroup(ground, subject, PEOPLE).map((one) => one.entity);
  const others = people.filter((one) => !own.includes(one.entity));
  if (others.length > 0 || people.length === 0) return others;
  const { told, sentence } = ground;
  const found = findAntecedent(told, { sentence, item: 0, roles: PEOPLE.roles, reach: 3, count: 1, strict: false });
  const item = people[0]?.item ?? 0;
  return (found?.entities ?? [])
    .filter((entity) => !own.includes(entity))
    .map((entity) => ({ entity, item, sentences: [found?.sentence ?? sentence] }));
}

/** True for what the text says to have come about. */
function isTold({ view, told }: ResolveGround, { verb }: Clause): boolean {
  if (verb.stand === "infinitive") return false;
  const { undone } = told.view.book.fates;
  if (undone.has(`${wordAt(view.items, verb.head)} ${wordAt(view.items, verb.head + 1)}`)) return false;
  const said = saidModality(view, { negated: verb.negated, conditional: verb.modal }, [verb.head]);
  return said === "asserted" || said === "alleged";
}

function verbalFate(ground: ResolveGround, clause: Clause, hit: ItemHit<FateWord>): Fate | null {
  const { value: word } = hit;
  const found = withWord(ground, clause, hit);
  if (word.with.size > 0 && found === null) return null;
  const slots = verbSlots(ground, clause, hit);
  const fill: Slots["fill"] = (slot, wanted) => {
    if (slot !== "owner") return slots.fill(slot, wanted);
    const group = found === null ? undefined : groupAt(ground, found);
    return group === undefined ? [] : othersThan(ground, clause, ownersOf(ground, group, wanted));
  };
  const receivers = word.to.flatMap((slot) => slots.fill(slot, RECEIVERS));
  if (word.to.length > 0 && receivers.length === 0) return null;
  const doer = doerIn(ground, clause);
  const from = clauseFrom(ground, clause);
  for (const slot of word.who) {
    const self = slot === "subject";
    if (!self && !isAuthority(doer, clause, word)) continue;
    const named = certain(ground, clause, slot, fill(slot, PEOPLE));
    const people = named.length > 0 ? named : membersOf(ground, clause, slot);
    const told: Fate = {
      word,
      at: clause.verb.head,
      from,
      people,
      doer: self ? null : doer,
      receivers,
      nominal: false,
      scene: sceneOf(clause),
    };
    if (people.length > 0 || isSomebody(ground, clause, slot, word)) return told;
  }
  return null;
}

const sceneOf = ({ verb, subject }: Clause): number =>
  subject === null ? verb.from : Math.min(verb.from, startOf(subject));

const JUDGED: ReadonlySet<string> = new Set(["sentence", "charge"]);

/** `his companions got nine years`: people without a name stand before a court too. */
function isSomebody({ view, told }: ResolveGround, clause: Clause, slot: string, word: FateWord): boolean {
  if (!JUDGED.has(word.act) || (slot !== "object" && slot !== "subject")) return false;
  const group = slot === "subject" || clause.verb.passive ? clause.subject : clause.object;
  return group !== null && told.view.book.nouns("person").has(wordAt(view.items, group.head));
}

/** The word of `with` that stands behind a verb, or null. */
function withWord({ view }: ResolveGround, clause: Clause, hit: ItemHit<FateWord>): number | null {
  for (let at = hit.to; at < Math.min(clause.to, hit.to + WITH_REACH); at += 1)
    if (hit.value.with.has(wordAt(view.items, at)) || isTerm(view, at, hit.value)) return at;
  return null;
}

/** `given ten years`: a figure with its unit is one item. */
function isTerm({ items, syntax }: SentenceView, at: number, { with: words }: FateWord): boolean {
  const item = items[at];
  if (item?.kind !== "quantity" || syntax.tags[at - 1] === "preposition") return false;
  return item.quantity.unitClass === "time" && words.has(TERM);
}

const TERM = "year";

const WITH_REACH = 16;

/** Where a clause starts: joining words and the commas before it belong to it. */
function clauseFrom({ view }: ResolveGround, { verb }: Clause): number {
  const { tags } = view.syntax;
  let from = verb.from;
  while (from > 0 && JOINS.has(tags[from - 1] ?? "")) from -= 1;
  return from;
}

const JOINS: ReadonlySet<string> = new Set(["coordinator", "relative", "mark", "adverb"]);

/**
 * A plural that one name is set off from is not that one: in `relatives of the boss, X, were held` nobody
 * knows that X was.
 */
function certain(
  { view }: ResolveGround,
  { verb, subject, object }: Clause,
  slot: string,
  people: Referent[],
): Referent[] {
  if (slot !== "subject" && slot !== "object") return people;
  const group = slot === "subject" || verb.passive ? subject : object;
  if (group === null || people.length !== 1 || people[0] === undefined) return people;
  const { item } = people[0];
  const inside = group.from <= item && item < group.to;
  const word = wordAt(view.items, group.head);
  const plural = view.items[group.head]?.kind === "word" && /(?:[^s]s|men|people|women)$/.test(word);
  return plural && !inside ? [] : people;
}

function nominalFates(ground: ResolveGround): Fate[] {
  const { view } = ground;
  const found: Fate[] = [];
  for (const group of view.syntax.groups) {
    const hit = nounOf(ground, group);
    if (hit === null || !hasComeAbout(ground, group)) continue;
    const called = calledFor(ground, group);
    for (const word of hit.value) {
      const people = ownersOf(ground, group, PEOPLE, word);
      if (people.length === 0) continue;
      const meant = word.act === "arrest" && called !== null ? called : word;
      found.push({ word: meant, at: hit.from, from: hit.from, people, doer: null, receivers: receiversOf(ground, group, meant), nominal: true, scene: group.from });
      break;
    }
  }
  return found;
}

/** The fate that the head of a group names. */
function nounOf({ view, told }: ResolveGround, group: NounGroup): ItemHit<readonly FateWord[]> | null {
  const { nouns } = told.view.book.fates;
  for (let at = Math.max(group.from, group.head - 2); at <= group.head; at += 1) {
    const item = view.items[at];
    const hit = item?.kind === "word" ? nouns.at(view.tokens, item.token) : undefined;
    if (hit === undefined) continue;
    const to = at + hit.to - hit.from;
    if (to === group.head + 1) return { from: at, to, value: hit.value };
  }
  return null;
}

/** Whose arrest it is: by `of`, by a possessive, or by the phrases that the word takes. */
function ownersOf(ground: ResolveGround, group: NounGroup, wanted: Wanted, word?: FateWord): Referent[] {
  const hit = { from: group.head, to: group.head + 1, value: true };
  const { fill } = nounSlots(ground, group, hit, true);
  for (const slot of word?.who ?? ["owner"]) {
    if (slot === "object" || slot === "subject") continue;
    const people = fill(slot, wanted);
    if (people.length > 0) return people;
  }
  const whom = relativeOwner(ground, group, wanted, word);
  if (whom.length > 0) return whom;
  // `a warrant for the arrest of X`: whose the inner noun is.
  for (const inner of group.complements) {
    if (nounOf(ground, inner) === null) continue;
    const people = ownersOf(ground, inner, wanted);
    if (people.length > 0) return people;
  }
  return [];
}

/** `X, for whom a court issued a warrant`. */
function relativeOwner(ground: ResolveGround, group: NounGroup, wanted: Wanted, word?: FateWord): Referent[] {
  const { items, syntax } = ground.view;
  for (let at = group.from - 1; at > Math.max(0, group.from - MEMBERS_REACH); at -= 1) {
    if (syntax.tags[at] !== "relative") continue;
    if (word?.who.includes(wordAt(items, at - 1)) !== true) return [];
    const whom = groupBefore(ground, at - 1);
    return whom === null ? [] : resolveGroup(ground, describedBy(ground, whom), wanted);
  }
  return [];
}

function receiversOf(ground: ResolveGround, group: NounGroup, word: FateWord): Referent[] {
  if (word.act !== "extradite") return [];
  const to = group.complements.filter((one) => wordAt(ground.view.items, one.preposition ?? -1) === "to");
  return to.flatMap((one) => resolveGroup(ground, one, RECEIVERS));
}

/** A warrant or a reward told before in the sentence: the arrest that it asks for has not come about. */
function calledFor(ground: ResolveGround, group: NounGroup): FateWord | null {
  for (const before of ground.view.syntax.groups.slice(0, group.index)) {
    const word = nounOf(ground, before)?.value.find((one) => one.act === "warrant");
    if (word !== undefined) return word;
  }
  return null;
}

/** False for what a verb only asks for, or says will be: `requested the extradition of X`. */
function hasComeAbout(ground: ResolveGround, group: NounGroup): boolean {
  const { view, told } = ground;
  const { undone } = told.view.book.fates;
  const said = saidModality(view, { negated: false, conditional: false }, [group.head]);
  if (said !== "asserted" && said !== "alleged") return false;
  const top = topOf(group);
  return view.syntax.clauses.every((clause) => {
    const { verb, object, subject, phrases } = clause;
    const governed = object === top || phrases.some((one) => one.group === top);
    if (!governed && subject !== top) return true;
    const word = wordAt(view.items, verb.head);
    const asked = undone.has(word) || undone.has(`${word} ${wordAt(view.items, verb.head + 1)}`);
    if (asked && (governed || verb.passive)) return false;
    return !verb.negated && !verb.modal && verb.stand !== "infinitive";
  });
}

function topOf(group: NounGroup): NounGroup {
  let top = group;
  for (let step = 0; step < 6 && top.parent !== null; step += 1) top = top.parent;
  return top;
}

const groupAt = ({ view }: ResolveGround, at: number): NounGroup | undefined =>
  view.syntax.groups.find((group) => group.from <= at && at < group.to);
