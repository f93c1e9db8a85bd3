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
import { mentionsAt } from "../stream/lists.js";
import type { DocumentView } from "../view/document-view.js";
import { clauseStart, type SentenceView } from "../view/sentence-view.js";
import { is } from "../words/read-tokens.js";

/** Bodies that worked together by one sentence, the lead first, and the item the wording starts at. */
export interface JointWork {
  readonly bodies: readonly DocumentEntity[];
  readonly at: number;
}

/** What one sentence says of bodies that worked together, other than by a partner cue. */
export function findJointWork(view: DocumentView, at: number): JointWork[] {
  const sentence = view.sentences[at];
  if (sentence === undefined) return [];
  return [
    ...jointLists(sentence, view),
    ...equalActors(sentence, at, view),
    ...passedOn(sentence, view),
  ].filter((work) => work.bodies.length > 1);
}

/** `a joint investigation team between A, B and C`, `Joint media release: A, B`. */
function jointLists({ items }: SentenceView, view: DocumentView): JointWork[] {
  if (items.some((item) => is(item, "not_done"))) return [];
  return items.flatMap((item, at) => {
    if (item.kind !== "word" || !is(item, "joint_adjectives")) return [];
    const noun = items.findIndex(
      (one, place) => place > at && place < at + 5 && is(one, "joint_nouns"),
    );
    if (noun < 0 || noun - at > 4) return [];
    let from = noun + 1;
    while (from < noun + 5 && is(items[from], "joint_links")) from += 1;
    if (from === noun + 1) return [];
    const actor = actorAfter(items, from, items.length, view.book);
    if (actor === null) return [];
    const list = actorList(items, actor, items.length, view.book);
    const bodies = mentionsAt(items, list).map((one) => one.entity);
    return [{ bodies, at }];
  });
}

/** `agents of A and B raided`, `police in A, B and C struck on a single morning`. */
function equalActors(sentence: SentenceView, at: number, view: DocumentView): JointWork[] {
  const { items } = sentence;
  if (items.some((item) => is(item, "apart_words"))) return [];
  const together = items.some((item) => is(item, "together_words"));
  return sentence.triggers.flatMap((trigger) => {
    const agents = findAgents(sentence, at, [trigger], view.book).filter((one) => !one.umbrella);
    const bodies = agents.map((one) => one.entity);
    if (
      !isJoined(
        items,
        agents.map((one) => one.item),
      )
    )
      return [];
    const fit = together || bodies.every((body) => body.role === "body");
    return fit ? [{ bodies, at: agents[0]?.item ?? trigger.from }] : [];
  });
}

/** True where `and` joins the last two of a list, so that none is an apposition of the other. */
function isJoined(items: readonly Item[], places: readonly number[]): boolean {
  const [last, before] = places.toSorted((a, b) => b - a);
  if (last === undefined || before === undefined) return false;
  return items.slice(before + 1, last).some((item) => is(item, "additive") || item.word === "&");
}
const LONGEST_PASS = 8;

/** `A passed the messages to B`, `A shared its files with B and C`. */
function passedOn(sentence: SentenceView, view: DocumentView): JointWork[] {
  const { items, clauses } = sentence;
  if (!items.some((item) => is(item, "information_nouns"))) return [];
  return items.flatMap((item, at) => {
    if (item.kind !== "word" || !is(item, "passing_verbs")) return [];
    const to = receiverAfter(items, at);
    const actor = to === null ? null : actorAfter(items, to + 1, items.length, view.book);
    if (actor === null || to === null) return [];
    const givers = giversBefore(items, clauseStart(clauses, at), at, view);
    const receivers = actorList(items, actor, items.length, view.book);
    if (givers.length === 0) return [];
    // Of many who tell one, the one told is the lead.
    const order = givers.length > 1 ? [...receivers, ...givers] : [...givers, ...receivers];
    return [{ bodies: mentionsAt(items, order).map((one) => one.entity), at }];
  });
}

/** The `to` or `with` of what was passed on; nothing but words that tell the goods lies before. */
function receiverAfter(items: readonly Item[], at: number): number | null {
  for (let to = at + 1; to <= at + LONGEST_PASS; to += 1) {
    const item = items[to];
    if (item === undefined || item.kind === "mention" || item.word === ";") return null;
    if (is(item, "goal_mark") || is(item, "company_mark")) return to;
  }
  return null;
}

/** The subjects of the clause next to the verb, or those of the sentence where it has none. */
function giversBefore(
  items: readonly Item[],
  clause: number,
  verb: number,
  view: DocumentView,
): readonly number[] {
  for (const from of [clause, 0]) {
    let best: readonly number[] = [];
    for (let at = from; at < verb; at += 1) {
      if (at <= (best.at(-1) ?? -1) || !isActor(items[at])) continue;
      if (!isSubject(items, at, from, view.book)) continue;
      best = actorList(items, ownedBody(items, at, verb, view.book), verb, view.book);
    }
    if (best.length > 0) return best;
  }
  return [];
}
