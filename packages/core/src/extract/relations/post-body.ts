import type { DocumentEntity } from "../../model/document-entity.js";
import { fold } from "../../text/fold.js";
import { type DocumentView, stateOf } from "../stream/document-view.js";
import { type Item, wordAt } from "../stream/item.js";
import type { TitleRun } from "./read-title.js";

/** The body or state a post belongs to, and how directly the text says so. */
export interface PostBody {
  readonly body: DocumentEntity;
  /** Factor of confidence: 1 where body and post stand together. */
  readonly weight: number;
}

const bodyAt = (items: readonly Item[], at: number): DocumentEntity | null => {
  const item = items[at];
  if (item?.kind !== "mention") return null;
  return ["Agency", "Country", "Organization", "Place"].includes(item.entity.type)
    ? item.entity
    : null;
};

/** `Syria's interior minister`, `customs spokeswoman`, `the ministry's spokesman`. */
export function bodyBefore(
  view: DocumentView,
  sentence: number,
  items: readonly Item[],
  title: TitleRun,
): PostBody | null {
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
export function bodyAfter(
  view: DocumentView,
  sentence: number,
  items: readonly Item[],
  title: TitleRun,
): PostBody | null {
  if (!["of", "for", "at", "in", "with", "to"].includes(wordAt(items, title.to))) return null;
  for (let at = title.to + 1; at < Math.min(items.length, title.to + 9); at += 1) {
    const item = items[at] as Item;
    if (item.kind === "mention") {
      const body = bodyAt(items, at);
      if (body === null) return null;
      const next = wordAt(items, at + 1) === "'s" ? bodyAt(items, at + 2) : bodyAt(items, at + 1);
      return settle(
        view,
        body.type === "Country" && next?.type === "Agency" ? next : body,
        title,
        1,
      );
    }
    if (item.kind !== "word" && item.word !== "-" && item.word !== "'s") return null;
    if (isBodyNoun(item.word) && ["the", "that", "this"].includes(wordAt(items, at - 1))) {
      const body = lastBody(view, sentence, at, item.word);
      return body === null ? null : settle(view, body, title, 0.85);
    }
  }
  return null;
}

const BODY_NOUNS: ReadonlySet<string> = new Set(
  "ministry agency department directorate service army navy force police command bureau authority court customs administration unit office squad commission council centre center coastguard guard brigade division detachment".split(
    " ",
  ),
);
const isBodyNoun = (word: string): boolean => BODY_NOUNS.has(word);

/** The body named last before an item, of the noun that stands for it where there is one. */
export function lastBody(
  view: DocumentView,
  sentence: number,
  before: number,
  noun: string | null,
): DocumentEntity | null {
  const wanted = noun !== null && isBodyNoun(noun) ? noun : null;
  for (let at = sentence; at >= Math.max(0, sentence - 6); at -= 1) {
    const items = view.sentences[at]?.items ?? [];
    const end = at === sentence ? before : items.length;
    for (let place = end - 1; place >= 0; place -= 1) {
      const item = items[place];
      if (item?.kind !== "mention" || item.entity.type !== "Agency") continue;
      if (wanted === null || fold(item.entity.name).includes(wanted)) return item.entity;
    }
    if (wanted === null && at < sentence - 1) return null;
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
export function ministryOf(
  view: DocumentView,
  state: DocumentEntity,
  title: TitleRun,
): DocumentEntity | null {
  if (
    title.head !== "minister" ||
    title.title.startsWith("prime") ||
    title.title.includes("deputy prime")
  )
    return null;
  const fields = title.title
    .split(" ")
    .filter((word) => word !== "minister" && word !== "of" && word.length > 3);
  if (fields.length === 0) return null;
  const found = view.entities.find((entity) => {
    const name = fold(entity.name);
    return (
      entity.type === "Agency" &&
      name.includes("ministry") &&
      stateOf(view, entity) === state &&
      fields.some((field) => name.includes(field))
    );
  });
  return found ?? null;
}
