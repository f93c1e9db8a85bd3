import type { DocumentEntity } from "../../model/document-entity.js";
import type { NodeType } from "../../model/entity-type.js";
import { type Item, wordAt } from "../stream/item.js";
import { listFrom, mentionsAt } from "../stream/lists.js";
import type { RuleBook } from "../stream/rule-book.js";
import { clauseEnd, clauseStart, type SentenceView } from "../stream/sentence-view.js";
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

export const ACTORS: readonly NodeType[] = ["Agency", "Country"];

const DETERMINERS: ReadonlySet<string> = new Set(
  "the a an its their his some several all".split(" "),
);
const PREPOSITIONS: ReadonlySet<string> = new Set(
  "of in from with to at against for on near off into between through via towards toward about than like inside outside within under over as across along after before despite during until".split(
    " ",
  ),
);

const isActor = (item: Item | undefined): boolean =>
  item?.kind === "mention" && ACTORS.includes(item.entity.type);

/** Bodies that carried out what the triggers say, by phrase or as subject. */
export function findAgents(
  view: SentenceView,
  sentence: number,
  triggers: readonly TriggerHit[],
  book: RuleBook,
): Actor[] {
  const found: Actor[] = [];
  for (const trigger of triggers) {
    const by = agentsAfterBy(view, trigger, book);
    const places =
      by.length > 0 ? by : isPassive(view.items, trigger) ? [] : subjectOf(view, trigger, book);
    for (const item of mentionsAt(view.items, places)) {
      const at = view.items.indexOf(item);
      found.push({
        entity: item.entity,
        role: "agent",
        sentence,
        item: at,
        umbrella: isUmbrella(view, at, book),
      });
    }
  }
  return found;
}

/** `arrested by the X and Y`, `carried out by agents of X`. */
function agentsAfterBy(view: SentenceView, trigger: TriggerHit, book: RuleBook): number[] {
  const { items, clauses } = view;
  const end = clauseEnd(clauses, trigger.to - 1);
  for (let at = trigger.to; at < end; at += 1) {
    if (wordAt(items, at) !== "by") continue;
    const actor = actorAfter(items, at + 1, end, book);
    if (actor !== null) return actorList(items, actor, end);
  }
  return [];
}

/** The first body within a few words that determiners and unit nouns may fill, or null. */
export function actorAfter(
  items: readonly Item[],
  from: number,
  end: number,
  book: RuleBook,
): number | null {
  const units = book.nouns("unitNoun");
  for (let at = from; at < Math.min(end, from + 7); at += 1) {
    const item = items[at] as Item;
    if (isActor(item)) return ownedBody(items, at, end);
    if (item.kind === "mention" && item.entity.type === "Place") continue;
    if (item.kind !== "word" && item.word !== "-" && item.word !== '"') return null;
    const neutral =
      DETERMINERS.has(item.word) ||
      units.has(item.word) ||
      item.word === "of" ||
      item.word === "from";
    if (!neutral && at > from + 4) return null;
    if (PREPOSITIONS.has(item.word) && item.word !== "of" && item.word !== "from") return null;
  }
  return null;
}

/** `Iraq's interior ministry`: the body, not its owner. */
function ownedBody(items: readonly Item[], at: number, end: number): number {
  const item = items[at];
  if (item?.kind !== "mention" || item.entity.type !== "Country") return at;
  const from = wordAt(items, at + 1) === "'s" ? at + 2 : at + 1;
  for (let next = from; next < Math.min(end, from + 3); next += 1) {
    const body = items[next];
    if (body?.kind === "mention") return body.entity.type === "Agency" ? next : at;
    if (body?.kind !== "word" || PREPOSITIONS.has(body.word) || body.word === "and") return at;
  }
  return at;
}

/** A body and those listed with it, owners left out. */
export function actorList(items: readonly Item[], at: number, end: number): number[] {
  const list = listFrom(items, at, ACTORS, end);
  const bodies = list.map((place) => ownedBody(items, place, end));
  return [...new Set(bodies)];
}

/** Bodies before an active verb that no preposition ties to something else. */
function subjectOf(view: SentenceView, trigger: TriggerHit, book: RuleBook): number[] {
  const { items, clauses, speech } = view;
  let start = clauseStart(clauses, trigger.from);
  const first = wordAt(items, start);
  if (start > 0 && (first === "which" || first === "who" || first === "and" || first === "that")) {
    if (first !== "that") start = clauseStart(clauses, start - 1);
  }
  const told = speech.findLast((hit) => hit.to <= trigger.from && hit.from >= start);
  const from = told?.to ?? start;
  for (let at = from; at < trigger.from; at += 1) {
    if (!isActor(items[at]) || !isSubject(items, at, from, book)) continue;
    return actorList(items, ownedBody(items, at, trigger.from), trigger.from);
  }
  return [];
}

/** True for a name that starts a noun phrase of its own, or the body behind `officers of`. */
export function isSubject(
  items: readonly Item[],
  at: number,
  from: number,
  book: RuleBook,
): boolean {
  let before = at - 1;
  while (before >= from && isFiller(items, before)) before -= 1;
  if (before < from) return true;
  const word = wordAt(items, before);
  if (word === "of" || word === "from") {
    return book.nouns("unitNoun").has(wordAt(items, before - 1));
  }
  if (word === "by") return false;
  return !PREPOSITIONS.has(word);
}

const isFiller = (items: readonly Item[], at: number): boolean => {
  const item = items[at] as Item;
  if (item.kind === "word") return DETERMINERS.has(item.word);
  return item.word === '"' || item.word === "“" || item.word === "'s";
};

/** True where the name only tells whose forces an umbrella word means. */
function isUmbrella(view: SentenceView, at: number, book: RuleBook): boolean {
  const item = view.items[at];
  if (item?.kind !== "mention" || item.entity.type !== "Country") return false;
  const token = view.items[at + 1]?.token;
  return token !== undefined && book.phrases("umbrella").at(view.tokens, token) !== undefined;
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
    const before = lastSubject(items, start, hit.from, book);
    const after = actorAfter(items, hit.to, Math.min(items.length, hit.to + 5), book);
    const at = before ?? after;
    const item = at === null ? undefined : items[at];
    if (at === null || item?.kind !== "mention") continue;
    found.push({
      entity: item.entity,
      role: "announcer",
      sentence,
      item: at,
      umbrella: isUmbrella(view, at, book),
    });
  }
  return found;
}

function lastSubject(
  items: readonly Item[],
  from: number,
  to: number,
  book: RuleBook,
): number | null {
  for (let at = from; at < to; at += 1) {
    if (isActor(items[at]) && isSubject(items, at, from, book)) return ownedBody(items, at, to);
  }
  return null;
}

/** True where an umbrella word acts in a stretch, with nobody named. */
export function hasUmbrella(view: SentenceView, range: ItemRange, book: RuleBook): boolean {
  const umbrella = book.phrases("umbrella");
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
    if (cue !== undefined) {
      const from = itemAtToken(items, cue.to);
      const actor = actorAfter(items, from, items.length, book);
      if (actor !== null)
        for (const place of actorList(items, actor, items.length)) places.add(place);
    }
    if (verbs.at(tokens, item.token) !== undefined) {
      const start = clauseStart(clauses, at);
      const subject = lastSubject(items, start, at, book);
      if (subject !== null) for (const place of actorList(items, subject, at)) places.add(place);
    }
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

function itemAtToken(items: readonly Item[], token: number): number {
  let at = 0;
  while (at < items.length && (items[at]?.token ?? 0) < token) at += 1;
  return at;
}
