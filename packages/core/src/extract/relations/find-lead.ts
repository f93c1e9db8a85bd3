import type { DocumentEntity } from "../../model/document-entity.js";
import {
  actorAfter,
  actorList,
  isActor,
  isSubject,
  ownedBody,
} from "../operations/actor-phrase.js";
import { findAgents } from "../operations/find-actors.js";
import type { Item } from "../stream/item.js";
import type { DocumentView } from "../view/document-view.js";
import { mainBody } from "../view/nearby.js";
import type { RuleBook } from "../view/rule-book.js";
import type { SentenceView } from "../view/sentence-view.js";
import { is } from "../words/read-tokens.js";
import type { Lead } from "./lead.js";
import { onlyHelps } from "./named-partners.js";

/** Partners of a sentence as items, and whether a verb of help makes the first of them one. */
export interface PartnerPlaces {
  readonly items: readonly number[];
  readonly byVerb: boolean;
}

/**
 * Who leads where a sentence names partners: `led by A`, the subject before the first partner, the
 * subject behind a fronted partner, or the body that acts in the sentence.
 */
export function leadIn(view: DocumentView, at: number, partners: PartnerPlaces): Lead | null {
  const sentence = view.sentences[at];
  const { items: taken, byVerb } = partners;
  const first = taken[0];
  if (sentence === undefined || first === undefined) return null;
  const places =
    leadByPhrase(sentence, taken, view.book) ??
    subjectBefore(sentence, first, byVerb, view.book) ??
    (byVerb ? null : subjectBehind(sentence, taken, view.book));
  if (places !== null) {
    const entities = entitiesAt(sentence, places);
    return entities.length === 0 ? null : { entities, sentence: at };
  }
  const agent = findAgents(sentence, at, sentence.triggers, view.book).find(
    (one) => !taken.includes(one.item) && (!byVerb || isParted(sentence, one.item, first)),
  );
  return agent === undefined ? null : { entities: [agent.entity], sentence: at };
}

/** How many sentences back the body that acts may stand. */
const REACH = 3;

/**
 * The body that acts in the sentences before one that names partners and nobody who acts; in
 * another paragraph only the body that the report is about.
 */
export function leadBefore(view: DocumentView, at: number): Lead | null {
  const block = view.sentences[at]?.block.index;
  const main = mainBody(view);
  for (let back = at - 1; back >= Math.max(0, at - REACH); back -= 1) {
    const sentence = view.sentences[back];
    if (sentence === undefined) return null;
    const near = sentence.block.index === block;
    const agent = findAgents(sentence, back, sentence.triggers, view.book).find(
      ({ entity }) =>
        (near || entity === main) && !onlyHelps(view, { value: entity, sentence: back }),
    );
    if (agent !== undefined) return { entities: [agent.entity], sentence: back };
  }
  return null;
}

const entitiesAt = ({ items }: SentenceView, places: readonly number[]): DocumentEntity[] =>
  places.flatMap((place) => {
    const item = items[place];
    return item?.kind === "mention" ? [item.entity] : [];
  });

/** `investigated by A, B and C`, `an inquiry led by A`. */
function leadByPhrase(
  { items, tokens }: SentenceView,
  taken: readonly number[],
  book: RuleBook,
): readonly number[] | null {
  const cues = book.phrases("leadBefore");
  for (const [at, item] of items.entries()) {
    if (item.kind !== "word") continue;
    const hit = cues.at(tokens, item.token);
    if (hit === undefined) continue;
    const from = items.findIndex((one) => one.token >= hit.to);
    const actor = from < 0 ? null : actorAfter(items, from, items.length, book);
    if (actor === null || actor - at > 12 || taken.includes(actor)) continue;
    const end = taken.find((place) => place > actor) ?? items.length;
    return actorList(items, actor, end, book).filter((place) => !taken.includes(place));
  }
  return null;
}

/**
 * The subject that stands first before the partners: `A, with help from B, raided`. An empty list
 * where several states are subject and any of them may lead.
 */
function subjectBefore(
  sentence: SentenceView,
  first: number,
  byVerb: boolean,
  book: RuleBook,
): readonly number[] | null {
  const { items, body, speech } = sentence;
  const told = speech.findLast((hit) => hit.to <= first && is(items[hit.to], "that_word"));
  const from = Math.max(body, told?.to ?? 0);
  let listed = -1;
  for (let at = from; at < first; at += 1) {
    const item = items[at];
    if (!isActor(item) || at <= listed) continue;
    const list = actorList(items, at, first, book);
    if (!isSubject(items, at, from, book)) {
      // What is listed with `in Cambodia` is no subject either.
      listed = Math.max(listed, ...list);
      continue;
    }
    if (speaks(sentence, at) || (byVerb && !isParted(sentence, at, first))) continue;
    if (list.length > 1 && item?.kind === "mention" && item.entity.role === "country") return [];
    return [ownedBody(items, at, first, book)];
  }
  return null;
}

/** True where an action or a semicolon lies between two items, so that they are no list. */
const isParted = ({ items, triggers }: SentenceView, from: number, to: number): boolean =>
  triggers.some((hit) => hit.from > from && hit.from < to) ||
  items.some((item, at) => at > from && at < to && item.word === ";");

/** True for a name right before a verb of speech: it tells, and need not act. */
const speaks = ({ speech }: SentenceView, at: number): boolean =>
  speech.some((hit) => hit.from > at && hit.from <= at + 2);

/** `Acting on information from B, A raided`: the name right behind the comma that closes the cue. */
function subjectBehind(
  { items, body }: SentenceView,
  taken: readonly number[],
  book: RuleBook,
): readonly number[] | null {
  const first = taken[0] ?? 0;
  const last = taken.at(-1) ?? 0;
  if (first - body > LONGEST_FRONT) return null;
  const comma = items.findIndex((item, at) => at > last && item.word === ",");
  if (comma < 0 || comma - last > LONGEST_FRONT) return null;
  let at = comma + 1;
  while (isPlain(items[at]) && at < comma + 5) at += 1;
  if (!isActor(items[at]) || !isSubject(items, at, comma + 1, book)) return null;
  return [ownedBody(items, at, items.length, book)];
}

/** Longest way from the start of a sentence to a fronted partner, and from there to its comma. */
const LONGEST_FRONT = 10;

const isPlain = (item: Item | undefined): boolean =>
  item?.kind === "word" && is(item, "plain_body_words");
