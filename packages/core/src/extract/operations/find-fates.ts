// What befell named people by what authorities did, read from clauses and from nouns such as `the
// arrest of X`.

import type { RejectionReason } from "../listener.js";
import { type Antecedents, listAntecedents } from "../predicates/antecedents.js";
import { type Slots, verbSlots } from "../predicates/fill-slots.js";
import type { Referent, ResolveGround } from "../predicates/referent.js";
import { resolveOne } from "../predicates/resolve-group.js";
import { saidModality } from "../predicates/said-modality.js";
import { wordAt } from "../stream/item.js";
import type { Clause } from "../syntax/clause.js";
import { startOf } from "../syntax/group-ground.js";
import type { NounGroup } from "../syntax/noun-groups.js";
import type { DocumentView } from "../view/document-view.js";
import type { FateWord } from "../view/fate-rules.js";
import type { ItemHit, SentenceView } from "../view/sentence-view.js";
import type { Deeds, Fate } from "./fate.js";
import { type Doer, doerIn, isAuthority } from "./fate-doers.js";
import { behindColon, gapped } from "./fate-lists.js";
import {
  countedAbove,
  joined,
  membersOf,
  othersThan,
  PEOPLE,
  passiveOf,
  RECEIVERS,
  spokenOf,
  withCompanions,
} from "./fate-people.js";
import { rejectFate } from "./hear-actions.js";
import { nominalFates, ownersOf } from "./nominal-fates.js";

/** The deeds that each sentence tells of; fates in the order of their words. */
export function findDeeds(view: DocumentView): Deeds[] {
  const told: Antecedents = listAntecedents(view, []);
  return view.sentences.map((one, sentence) => {
    const ground: ResolveGround = { told, sentence, view: one };
    takeUp(ground);
    return { fates: fatesIn(ground), doers: doersIn(ground) };
  });
}

/** Settles whom `they` and `he` mean, so that the next sentence can go on from there. */
function takeUp(ground: ResolveGround): void {
  const { groups, tags } = ground.view.syntax;
  for (const group of groups) if (tags[group.head] === "pronoun") resolveOne(ground, group, PEOPLE);
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
    const item = next.items
      .slice(0, 2)
      .find((one) => one.kind === "mention" && PEOPLE.fits(one.entity));
    if (opens && item?.kind === "mention")
      people.push({ entity: item.entity, item: 0, sentences: [at] });
  }
  if (people.length === 0) return [];
  for (const clause of view.syntax.clauses) {
    const item = view.items[clause.verb.head];
    const hit =
      item?.kind === "word" ? told.view.book.fates.verbs.at(view.tokens, item.token) : undefined;
    const word = hit?.value.find((one) => one.with.size === 0 && one.who.includes("object"));
    if (word === undefined || !clause.verb.passive || whyUntold(ground, clause) !== null) continue;
    const at = clause.verb.head;
    return [
      {
        word,
        at,
        from: clause.verb.from,
        people,
        doer: null,
        receivers: [],
        nominal: false,
        scene: 0,
      },
    ];
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
    if (hit === undefined) return [];
    const to = clause.verb.head + hit.to - hit.from;
    const found = fateOf(ground, clause, clauses[at - 1], { ...hit, from: clause.verb.head, to });
    if (found !== null && typeof found !== "string") return [found];
    const [value] = hit.value;
    if (value !== undefined && found !== null)
      rejectFate(view, found, { from: clause.verb.head, to, value });
    return [];
  });
}

/** The first fate that a verb may tell of, else why the last one is none; null for a verb of none. */
function fateOf(
  ground: ResolveGround,
  clause: Clause,
  before: Clause | undefined,
  hit: ItemHit<readonly FateWord[]>,
): Fate | RejectionReason | null {
  const untold = whyUntold(ground, clause);
  if (untold !== null) return untold;
  let reason: RejectionReason | null = null;
  for (const one of [clause, ...passiveOf(ground, clause, before)])
    for (const value of hit.value) {
      const found = verbalFate(ground, one, { from: one.verb.head, to: hit.to, value });
      if (found !== null && typeof found !== "string") return found;
      reason = found ?? reason;
    }
  return reason;
}

/** Why the text does not say that something has come about, or null where it does. */
function whyUntold({ view, told }: ResolveGround, { verb }: Clause): RejectionReason | null {
  if (verb.stand === "infinitive") return "not-yet";
  const { undone } = told.view.book.fates;
  if (undone.has(`${wordAt(view.items, verb.head)} ${wordAt(view.items, verb.head + 1)}`))
    return "not-yet";
  const said = saidModality(view, { negated: verb.negated, conditional: verb.modal, aside: null }, [
    verb.head,
  ]);
  if (said === null) return "not-told";
  if (said === "denied") return "denied";
  return said === "asserted" || said === "alleged" ? null : "not-yet";
}

/** What a verb says to have befallen somebody, why it says nothing, or null where a word it needs is missing. */
function verbalFate(
  ground: ResolveGround,
  clause: Clause,
  hit: ItemHit<FateWord>,
): Fate | RejectionReason | null {
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
  if (word.to.length > 0 && receivers.length === 0) return "no-receiver";
  const doer = doerIn(ground, clause);
  const from = clauseFrom(ground, clause);
  let reason: RejectionReason = "nobody";
  for (const slot of word.who) {
    const self = slot === "subject";
    if (!self && !isAuthority(doer, clause, word)) {
      reason = "no-authority";
      continue;
    }
    const people = withTerms(
      ground,
      clause,
      word,
      sufferers(ground, clause, slot, fill(slot, PEOPLE)),
    );
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
  return reason;
}

/** Those whom a slot names or counts, with those to whom the same was done. */
function sufferers(
  ground: ResolveGround,
  clause: Clause,
  slot: string,
  filled: Referent[],
): Referent[] {
  const named = certain(ground, clause, slot, filled);
  const counted = named.length > 0 ? named : countedAbove(ground, clause, slot);
  const members = counted.length > 0 ? counted : membersOf(ground, clause, slot);
  const people = members.length > 0 || slot !== "object" ? members : behindColon(ground, clause);
  return slot === "object" ? withCompanions(ground, clause, people) : people;
}

/** Those of a clause with those whose term follows without a verb. */
function withTerms(ground: ResolveGround, clause: Clause, word: FateWord, people: Referent[]) {
  if (word.act !== "sentence" || people.length === 0) return people;
  const known = new Set(people.map(({ entity }) => entity));
  return [...people, ...gapped(ground, clause).filter(({ entity }) => !known.has(entity))];
}

const sceneOf = ({ verb, subject }: Clause): number =>
  subject === null ? verb.from : Math.min(verb.from, startOf(subject));

const JUDGED: ReadonlySet<string> = new Set(["sentence", "charge"]);

/** `his companions got nine years`: people without a name stand before a court too. */
function isSomebody(
  { view, told }: ResolveGround,
  clause: Clause,
  slot: string,
  word: FateWord,
): boolean {
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
  const plural =
    view.items[group.head]?.kind === "word" && /(?:[^s]s|men|people|women)$/.test(word);
  return plural && !inside ? [] : people;
}

const groupAt = ({ view }: ResolveGround, at: number): NounGroup | undefined =>
  view.syntax.groups.find((group) => group.from <= at && at < group.to);
