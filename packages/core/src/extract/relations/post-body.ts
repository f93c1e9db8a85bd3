import type { DocumentEntity } from "../../model/document-entity.js";
import { fold } from "../../text/fold.js";
import { ownedBody } from "../operations/actor-phrase.js";
import { type DocumentView, stateOf } from "../stream/document-view.js";
import { type Item, wordAt } from "../stream/item.js";
import { bodyOfWord, homeState, isBodyNoun, lastBody, mainBody, nearestState } from "./nearby.js";
import type { TitleRun } from "./read-title.js";

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

const BODIES: readonly string[] = ["Agency", "Country", "Organization", "Place"];

const bodyAt = (items: readonly Item[], at: number): DocumentEntity | null => {
  const item = items[at];
  return item?.kind === "mention" && BODIES.includes(item.entity.type) ? item.entity : null;
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
  const owned = owner || word === "its" || word === "their" || word === "whose";
  if (!owned) return null;
  const body = lastBody(view, sentence, at, owner ? word : null);
  return body === null ? null : settle(view, body, title, 0.85);
}

/** `head of the Border Guard`, `minister for Iraq`: the body behind the post. */
export function bodyAfter(place: PostPlace, title: TitleRun): PostBody | null {
  const { items } = place;
  if (!["of", "for", "at", "in", "with", "to"].includes(wordAt(items, title.to))) return null;
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
    if (isBodyNoun(item.word) && ["the", "that", "this"].includes(wordAt(items, at - 1))) {
      const body = lastBody(view, sentence, at, item.word);
      return body === null ? null : settle(view, body, title, 0.85);
    }
  }
  return null;
}

/** A state's post belongs to the state, or to its ministry where the report names that. */
function settle(
  view: DocumentView,
  body: DocumentEntity,
  title: TitleRun,
  weight: number,
): PostBody | null {
  if (body.type === "Agency" || body.type === "Organization") return { body, weight };
  const state = stateOf(view, body);
  if (state === undefined) return null;
  return { body: ministryOf(view, state, title) ?? state, weight };
}

/** The ministry of a minister, where the report names it. */
function ministryOf(
  view: DocumentView,
  state: DocumentEntity,
  title: TitleRun,
): DocumentEntity | null {
  const { head, title: words } = title;
  if (head !== "minister" || words.startsWith("prime") || words.includes("deputy prime"))
    return null;
  const fields = words
    .split(" ")
    .filter((word) => word !== "minister" && word !== "of" && word.length > 3);
  const found = view.entities.find((entity) => {
    const name = fold(entity.name);
    const field = fields.some((one) => name.includes(one));
    return (
      entity.type === "Agency" &&
      field &&
      name.includes("ministry") &&
      stateOf(view, entity) === state
    );
  });
  return found ?? null;
}

/** A post without a body: a state's post goes to the state at hand, another to the body at hand. */
export function defaultBody(place: PostPlace, title: TitleRun): PostBody | null {
  const { view, sentence, items, person } = place;
  if (view.book.nouns("statePost").has(title.head)) {
    const before = Math.min(title.from, person);
    const state = nearestState(view, sentence, items, before) ?? homeState(view);
    if (state === undefined) return null;
    return { body: ministryOf(view, state, title) ?? state, weight: 0.7 };
  }
  const named = bodyOfWord(view, title.title.split(" "));
  if (named !== null) return { body: named, weight: 0.75 };
  const near = lastBody(view, sentence, person, null);
  if (near !== null) return { body: near, weight: 0.7 };
  const main = mainBody(view);
  return main === null ? null : { body: main, weight: 0.55 };
}
