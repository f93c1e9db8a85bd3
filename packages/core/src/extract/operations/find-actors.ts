import type { DocumentEntity } from "../../model/document-entity.js";
import { type Item, wordAt } from "../stream/item.js";
import { mentionsAt } from "../stream/lists.js";
import type { RuleBook } from "../view/rule-book.js";
import { clauseEnd, clauseStart, type ItemHit, type SentenceView } from "../view/sentence-view.js";
import { is } from "../words/read-tokens.js";
import { actorAfter, actorList, isActor, isSubject, ownedBody } from "./actor-phrase.js";
import { bodiesActing } from "./subject-bodies.js";
import { type ItemRange, isPassive, type TriggerHit } from "./voice.js";

/** A body, or the state that stands for its forces, in the part it plays. */
export interface Actor {
  readonly entity: DocumentEntity;
  readonly role: "agent" | "announcer" | "partner";
  readonly sentence: number;
  readonly item: number;
  /** True where only an umbrella word ("Iraqi authorities") acts. */
  readonly umbrella: boolean;
}

/** Bodies that carried out what the triggers say, by phrase or as subject. */
export function findAgents(
  view: SentenceView,
  sentence: number,
  triggers: readonly TriggerHit[],
  book: RuleBook,
): Actor[] {
  const found = new Map<number, Actor>();
  for (const trigger of triggers) {
    for (const at of agentPlaces(view, trigger, book)) {
      const item = view.items[at];
      if (item?.kind !== "mention") continue;
      const umbrella = isUmbrella(view, at, book);
      found.set(at, { entity: item.entity, role: "agent", sentence, item: at, umbrella });
    }
  }
  return [...found.values()];
}

function agentPlaces(view: SentenceView, trigger: TriggerHit, book: RuleBook): readonly number[] {
  const by = agentsAfter(view, trigger, "by", book);
  if (by.length > 0) return by;
  const led = leadersOf(view, trigger.from, book);
  if (led.length > 0) return led;
  if (trigger.value.frame === "sentence") {
    const courts = courtsOf(view);
    if (courts.length > 0) return courts;
  }
  const against = trigger.value.frame === "clash" ? agentsAfter(view, trigger, "with", book) : [];
  if (against.length > 0) return against;
  const told = isPassive(view.items, trigger) ? [] : subjectOf(view, trigger, book);
  return told.length > 0 ? told : bodiesActing(view, trigger);
}

/** Who leads the action that a stretch takes up: `the operation, led by the X`. */
export function findLed(
  view: SentenceView,
  sentence: number,
  range: ItemRange,
  book: RuleBook,
): Actor[] {
  return leadersOf(view, range.to, book).flatMap((at): Actor[] => {
    const item = view.items[at];
    if (at < range.from || item?.kind !== "mention") return [];
    return [{ entity: item.entity, role: "agent", sentence, item: at, umbrella: false }];
  });
}

/** `an investigation led by the X, supported by Y, has resulted in`, `an operation by the X led to`. */
function leadersOf(view: SentenceView, end: number, book: RuleBook): readonly number[] {
  const { items } = view;
  const nouns = book.nouns("operation");
  for (let at = view.body; at < end; at += 1) {
    if (!is(items[at], "agent_mark")) continue;
    const before = is(items[at - 1], "out_word") ? at - 2 : at - 1;
    const led = is(items[before], "lead_verbs");
    const last = led ? before - 1 : before;
    const noun = wordAt(items, last) === "," ? last - 1 : last;
    if (!isWork(wordAt(items, noun), nouns) && !isWork(wordAt(items, noun - 1), nouns)) continue;
    const actor = actorAfter(items, at + 1, end, book);
    if (actor !== null) return actorList(items, actor, end, book);
  }
  return [];
}

const isWork = (word: string, nouns: ReadonlySet<string>): boolean =>
  nouns.has(word) || ["investigation", "investigations", "inquiry", "probe"].includes(word);

const COURT = /\b(?:court|tribunal|judges?)\b/i;

/** Courts of a sentence: they pass the sentences it tells of. */
const courtsOf = (view: SentenceView): number[] =>
  view.items.flatMap((item, at) =>
    item.kind === "mention" && item.entity.role === "body" && COURT.test(item.entity.name)
      ? [at]
      : [],
  );

/** `arrested by the X and Y`, `carried out by agents of X`, `a gun battle with X`. */
function agentsAfter(
  view: SentenceView,
  trigger: TriggerHit,
  word: "by" | "with",
  book: RuleBook,
): readonly number[] {
  const { items, clauses } = view;
  const end = clauseEnd(clauses, trigger.to - 1);
  for (let at = trigger.to; at < end; at += 1) {
    if (wordAt(items, at) !== word) continue;
    const actor = actorAfter(items, at + 1, end, book);
    if (actor !== null) return actorList(items, actor, end, book);
  }
  return [];
}

/** Bodies before an active verb that no preposition ties to something else; the nearest count. */
function subjectOf(view: SentenceView, trigger: TriggerHit, book: RuleBook): readonly number[] {
  const { items, speech } = view;
  const start = subjectClause(view, trigger.from);
  const told = speech.findLast((hit) => hit.to <= trigger.from && hit.from >= start);
  const from = told?.to ?? start;
  let best: readonly number[] = [];
  for (let at = from; at < trigger.from; at += 1) {
    if (best.includes(at) || !isActor(items[at]) || !isSubject(items, at, from, book)) continue;
    const list = actorList(items, ownedBody(items, at, trigger.from, book), trigger.from, book);
    if (!isInside(best, at)) best = list;
  }
  return best;
}

/** True for an item between the members of a list that was found already. */
const isInside = (list: readonly number[], at: number): boolean =>
  list.length > 0 && at < Math.max(...list);

/** The clause a verb takes its subject from: a relative or joined clause borrows the one before. */
function subjectClause(view: SentenceView, at: number): number {
  const { items, clauses } = view;
  const start = clauseStart(clauses, at);
  const borrowed = start > 0 && is(items[start], "subject_clause_openers");
  return borrowed ? clauseStart(clauses, start - 1) : start;
}

/** True where the name only tells whose forces an umbrella word means. */
function isUmbrella(view: SentenceView, at: number, book: RuleBook): boolean {
  const item = view.items[at];
  if (item?.kind !== "mention" || item.entity.role !== "country") return false;
  const token = view.items[at + 1]?.token;
  return token !== undefined && book.phrases("umbrellaActor").at(view.tokens, token) !== undefined;
}

/** Bodies that tell of it: `X said`, `according to X`. */
export function findAnnouncers(
  view: SentenceView,
  sentence: number,
  range: ItemRange,
  book: RuleBook,
): Actor[] {
  const { items, clauses, speech } = view;
  const found: Actor[] = [];
  for (const hit of speech) {
    if (hit.from < range.from - 1 || hit.from >= range.to) continue;
    const start = clauseStart(clauses, hit.from);
    const before = firstSubject(items, start, hit.from, book);
    const after = actorAfter(items, hit.to, Math.min(items.length, hit.to + 5), book);
    const at = before ?? after ?? bodyOfSpeaker(items, start, hit);
    const item = at === null ? undefined : items[at];
    if (at === null || item?.kind !== "mention") continue;
    const umbrella = isUmbrella(view, at, book);
    found.push({ entity: item.entity, role: "announcer", sentence, item: at, umbrella });
  }
  return found;
}

/** The body in the apposition of an official who speaks: `X, spokesman of the Y, said`. */
function bodyOfSpeaker(items: readonly Item[], start: number, hit: ItemHit<true>): number | null {
  const from = Math.max(start, hit.from - 14);
  const official = items.findIndex(
    (item, at) =>
      at >= from && at < hit.from && item.kind === "mention" && item.entity.role === "official",
  );
  if (official < 0) return null;
  for (let at = hit.from - 1; at >= Math.max(start, official - 6); at -= 1) {
    const item = items[at];
    if (item?.kind === "mention" && item.entity.role === "body") return at;
  }
  return null;
}

function firstSubject(
  items: readonly Item[],
  from: number,
  to: number,
  book: RuleBook,
): number | null {
  for (let at = from; at < to; at += 1) {
    if (isActor(items[at]) && isSubject(items, at, from, book))
      return ownedBody(items, at, to, book);
  }
  return null;
}

/** The subject next to a verb; of a list the first member. */
function nearestSubject(
  items: readonly Item[],
  from: number,
  to: number,
  book: RuleBook,
): number | null {
  let best: readonly number[] = [];
  for (let at = from; at < to; at += 1) {
    if (best.includes(at) || isInside(best, at)) continue;
    if (!isActor(items[at]) || !isSubject(items, at, from, book)) continue;
    best = actorList(items, ownedBody(items, at, to, book), to, book);
  }
  return best[0] ?? null;
}

/** True where an umbrella word acts in a stretch, with nobody named. */
export function hasUmbrella(view: SentenceView, range: ItemRange, book: RuleBook): boolean {
  const umbrella = book.phrases("umbrellaActor");
  for (let at = range.from; at < range.to; at += 1) {
    const item = view.items[at];
    if (item?.kind === "word" && umbrella.at(view.tokens, item.token) !== undefined) return true;
  }
  return false;
}

/** Bodies that took part: behind a partner cue, or subject of a verb of support. */
export function findPartners(
  view: SentenceView,
  sentence: number,
  range: ItemRange,
  book: RuleBook,
): Actor[] {
  const { items, tokens, clauses } = view;
  const before = book.phrases("partnerBefore");
  const verbs = book.phrases("partnerVerb");
  const places = new Set<number>();
  for (let at = range.from; at < range.to; at += 1) {
    const item = items[at];
    if (item?.kind !== "word") continue;
    const cue = before.at(tokens, item.token);
    const from = cue === undefined ? -1 : itemAtToken(items, cue.to);
    const actor = from < 0 ? null : actorAfter(items, from, items.length, book);
    if (actor !== null)
      for (const place of actorList(items, actor, items.length, book)) places.add(place);
    if (
      verbs.at(tokens, item.token) === undefined ||
      // `an operation supported by X`: X did, not who stands before.
      is(items[at + 1], "agent_mark") ||
      is(items[at - 1], "partner_articles")
    )
      continue;
    const subject = nearestSubject(items, clauseStart(clauses, at), at, book);
    if (subject !== null)
      for (const place of actorList(items, subject, at, book)) places.add(place);
  }
  return mentionsAt(
    items,
    [...places].sort((a, b) => a - b),
  ).map((item) => ({
    entity: item.entity,
    role: "partner",
    sentence,
    item: items.indexOf(item),
    umbrella: false,
  }));
}

/** The body that acts together with partners told behind a cue: `X moved in, in coordination with Y`. */
export function findPartnered(
  view: SentenceView,
  sentence: number,
  partners: readonly Actor[],
  book: RuleBook,
): Actor[] {
  const first = partners[0];
  if (first === undefined) return [];
  const start = clauseStart(view.clauses, first.item);
  const at = firstSubject(view.items, start, first.item, book);
  const item = at === null ? undefined : view.items[at];
  if (at === null || item?.kind !== "mention" || partners.some((one) => one.entity === item.entity))
    return [];
  const umbrella = isUmbrella(view, at, book);
  return [{ entity: item.entity, role: "agent", sentence, item: at, umbrella }];
}

function itemAtToken(items: readonly Item[], token: number): number {
  let at = 0;
  while (at < items.length && (items[at]?.token ?? 0) < token) at += 1;
  return at;
}
