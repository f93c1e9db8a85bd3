import type { DocumentEntity } from "../../model/document-entity.js";
import { fold } from "../../text/fold.js";
import { ownedBody } from "../operations/actor-phrase.js";
import { type Item, wordAt } from "../stream/item.js";
import { type DocumentView, once, stateOf } from "../view/document-view.js";
import {
  bodyOfWord,
  clearHome,
  homeState,
  isBodyNoun,
  lastBody,
  mainBody,
  nearestState,
} from "../view/nearby.js";
import { is } from "../words/read-tokens.js";
import type { TitleRun } from "./read-title.js";
import { ministryOf, prosecutorsOf } from "./state-offices.js";

/** The body or state a post belongs to, and how directly the text says so. */
export interface PostBody {
  readonly body: DocumentEntity;
  /** Factor of confidence: 1 where body and post stand together. */
  readonly weight: number;
}

/** Where a post stands: its sentence, the items of it, and the person who holds it. */
export interface PostPlace {
  readonly view: DocumentView;
  readonly sentence: number;
  readonly items: readonly Item[];
  readonly person: number;
}

const BODIES: readonly string[] = ["body", "country", "organization", "place"];

const bodyAt = (items: readonly Item[], at: number): DocumentEntity | null => {
  const item = items[at];
  return item?.kind === "mention" && BODIES.includes(item.entity.role) ? item.entity : null;
};

/** `Syria's interior minister`, `customs spokeswoman`, `the ministry's spokesman`. */
export function bodyBefore(place: PostPlace, title: TitleRun): PostBody | null {
  const { view, sentence, items } = place;
  let at = title.from - 1;
  const owner = wordAt(items, at) === "'s";
  if (owner) at -= 1;
  const direct = bodyAt(items, at);
  if (direct !== null) return settle(view, direct, title, 1);
  const word = wordAt(items, at);
  const owned = owner || is(items[at], "thing_possessors");
  if (!owned) return null;
  if (!owner && isStatePost(view, title)) {
    const state = nearestState(view, sentence, items, at);
    return state === undefined ? null : settle(view, state, title, 0.85);
  }
  // `the group's spokesman` is no body's.
  if (owner && !isBodyNoun(view, word)) return null;
  const body = lastBody(view, sentence, at, owner ? word : null);
  if (body === null || (!owner && groupBetween(items, at, body))) return null;
  return settle(view, body, title, 0.85);
}

/** True where `its` more likely means a group, which is named behind the body or instead of it. */
function groupBetween(items: readonly Item[], at: number, body: DocumentEntity): boolean {
  for (let back = at - 1; back >= 0; back -= 1) {
    const item = items[back];
    if (item?.kind !== "mention") continue;
    if (item.entity === body) return false;
    if (item.entity.role === "group" || item.entity.role === "organization") return true;
  }
  return false;
}

/** `head of the Border Guard`, `minister for Iraq`: the body behind the post. */
export function bodyAfter(place: PostPlace, title: TitleRun): PostBody | null {
  const { items } = place;
  if (!is(items[title.to], "post_prepositions")) return null;
  return bodyFrom(place, title, title.to + 1);
}

/** The first body from an item on, or the one that `the department` stands for. */
export function bodyFrom(
  { view, sentence, items }: PostPlace,
  title: TitleRun,
  from: number,
): PostBody | null {
  for (let at = from; at < Math.min(items.length, from + 8); at += 1) {
    const item = items[at] as Item;
    if (item.kind === "mention") {
      if (bodyAt(items, at) === null) return null;
      const body = bodyAt(items, ownedBody(items, at, items.length, view.book));
      return body === null ? null : settle(view, body, title, 1);
    }
    if (item.kind !== "word" && item.word !== "-" && item.word !== "'s") return null;
    const partial = isBodyNoun(view, item.word) ? partlyNamed(view, sentence, items, at) : null;
    if (partial !== null) return settle(view, partial, title, 0.85);
    if (isBodyNoun(view, item.word) && is(items[at - 1], "body_pointers")) {
      const body = lastBody(view, sentence, at, item.word);
      return body === null ? null : settle(view, body, title, 0.85);
    }
  }
  return null;
}

/** `the State Police`, where the report has named the Albanian State Police before. */
function partlyNamed(
  view: DocumentView,
  sentence: number,
  items: readonly Item[],
  at: number,
): DocumentEntity | null {
  const part = items[at - 1];
  if (part?.kind !== "word" || !part.capital || !is(items[at - 2], "definite_article")) return null;
  const body = lastBody(view, sentence, at, wordAt(items, at));
  const name = ` ${fold(body?.name ?? "")} `;
  return name.includes(` ${part.word} ${wordAt(items, at)} `) ? body : null;
}

/** A state's post belongs to the state, or to its ministry where the report names that. */
function settle(
  view: DocumentView,
  body: DocumentEntity,
  title: TitleRun,
  weight: number,
): PostBody | null {
  if (body.role === "body" || body.role === "organization") return { body, weight };
  const state = stateOf(view, body);
  if (state === undefined) return null;
  const office = ministryOf(view, state, title) ?? prosecutorsOf(view, state, title);
  return { body: office ?? state, weight };
}

/** True for a post of a state, which no single body holds: `president`, `foreign secretary`. */
const isStatePost = (view: DocumentView, { head, title }: TitleRun): boolean =>
  view.book.nouns("statePost").has(head) || STATE_SECRETARY.test(title);

const STATE_SECRETARY =
  /\b(?:(?:state|foreign|home|defen[cs]e|treasury) secretary|(?:attorney|prosecutor|solicitor|procurator) general|chief justice)\b/;

/** A post without a body: a state's post goes to the state at hand, another to the body at hand. */
export function defaultBody(place: PostPlace, title: TitleRun): PostBody | null {
  const { view, sentence, items, person } = place;
  if (PLURAL.has(title.head)) return null;
  if (isOwned(items, title.from)) return ownerBody(items, title.from);
  if (isStatePost(view, title)) return stateBody(place, title, 0.7);
  // The chief of staff is one of the forces, which only a name can tell.
  if (is(items[title.to], "genitive") && is(items[title.to + 1], "staff_word")) return null;
  if (view.book.nouns("courtPost").has(title.head)) return courtBody(place, title);
  const named = bodyOfWord(view, title.title.split(" "));
  if (named !== null) return { body: named, weight: 0.75 };
  const near = lastBody(view, sentence, person, null);
  if (title.title.includes("prosecutor")) return prosecution(place, title, near);
  if (near?.attributes.country !== undefined) return { body: near, weight: 0.7 };
  const main = mainBody(view);
  return main === null ? null : { body: main, weight: 0.55 };
}

/** The court that the report named last, the only one it names at all, or the state. */
function courtBody(place: PostPlace, title: TitleRun): PostBody | null {
  const { view, sentence, person } = place;
  const court = lastBody(view, sentence, person, COURT) ?? bodyOfWord(view, [COURT]);
  return court === null ? stateBody(place, title, 0.7) : { body: court, weight: 0.75 };
}

/** The noun that names of courts hold. */
const COURT = "court";

/** A prosecutor's office where the report names one, else the state; of the person's own state. */
function prosecution(
  place: PostPlace,
  title: TitleRun,
  near: DocumentEntity | null,
): PostBody | null {
  const { view, items, person } = place;
  const holder = items[person];
  const own = holder?.kind === "mention" ? holder.entity.attributes.country : undefined;
  const fits = (body: DocumentEntity): boolean =>
    own === undefined || body.attributes.country === own;
  const offices = view.entities.filter(
    (entity) => entity.role === "body" && /\bprosecut/i.test(entity.name) && fits(entity),
  );
  const [office] = offices;
  if (office !== undefined && offices.length === 1) return { body: office, weight: 0.75 };
  const home = clearHome(view);
  if (home !== undefined)
    return stateOfHolder(view, own, home) ? stateBody(place, title, 0.7) : null;
  return near?.attributes.country === undefined || !fits(near) ? null : { body: near, weight: 0.6 };
}

const stateOfHolder = (
  view: DocumentView,
  own: string | undefined,
  home: DocumentEntity,
): boolean => own === undefined || view.states.get(own) === home;

const PLURAL: ReadonlySet<string> = new Set("ministers prosecutors spokesmen officials".split(" "));

/**
 * The state of the person, the report's own where one leads clearly, else the one named last. None
 * where the sentence names other states only before the post: it may as well be one of those.
 */
function stateBody(place: PostPlace, title: TitleRun, weight: number): PostBody | null {
  const { view, sentence, items, person } = place;
  const holder = items[person];
  const official = holder?.kind === "mention" ? holder.entity : undefined;
  const own = stateOf(view, official);
  if (own === undefined && official?.attributes.country !== undefined) return null;
  const before = Math.min(title.from, person);
  const chosen =
    own ?? datelineState(view) ?? clearHome(view) ?? soleState(view, sentence, items, before);
  if (chosen === undefined) return null;
  const states = items
    .slice(0, before)
    .flatMap((item) =>
      item.kind === "mention" && item.entity.role === "country" ? [item.entity] : [],
    );
  if (states.length > 0 && !items.some((item) => isOfState(view, item, chosen))) return null;
  return { body: ministryOf(view, chosen, title) ?? chosen, weight };
}

/** The state of the place that a report is dated from: `QUITO, March 14 -`. */
const datelineState = (view: DocumentView): DocumentEntity | undefined =>
  once(view, datedFrom) ?? undefined;

function datedFrom(view: DocumentView): DocumentEntity | null {
  const first = view.sentences.find(({ body }) => body > 0);
  for (const item of first?.items.slice(0, first.body) ?? []) {
    if (item.kind !== "mention") continue;
    const { role } = item.entity;
    const state = role === "place" || role === "country" ? stateOf(view, item.entity) : undefined;
    if (state !== undefined) return state;
  }
  return null;
}

/** The state named last, where no other one has as many bodies and places in the report. */
function soleState(
  view: DocumentView,
  sentence: number,
  items: readonly Item[],
  before: number,
): DocumentEntity | undefined {
  const near = nearestState(view, sentence, items, before);
  return near === homeState(view) ? near : undefined;
}

const isOfState = (view: DocumentView, item: Item, state: DocumentEntity): boolean =>
  item.kind === "mention" &&
  ["country", "body", "place"].includes(item.entity.role) &&
  stateOf(view, item.entity) === state;

/** `its local chief`, `the country's police chief`: the post of somebody the text only points at. */
function isOwned(items: readonly Item[], from: number): boolean {
  return [1, 2].some((back) => is(items[from - back], "body_possessors"));
}

/** The body that `its` points at, where it is the thing named right before. */
function ownerBody(items: readonly Item[], from: number): PostBody | null {
  const last = items.slice(0, from).findLast((item) => item.kind === "mention");
  return last?.kind === "mention" && last.entity.role === "body"
    ? { body: last.entity, weight: 0.75 }
    : null;
}
