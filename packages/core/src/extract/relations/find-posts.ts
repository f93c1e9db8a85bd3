import type { Claim } from "../../model/claim.js";
import type { DocumentEntity } from "../../model/document-entity.js";
import type { ClaimMaker } from "../claims/claim-maker.js";
import { type DocumentView, stateOf } from "../stream/document-view.js";
import { type Item, wordAt } from "../stream/item.js";
import type { RuleBook } from "../stream/rule-book.js";
import { bodyAfter, bodyBefore, lastBody, ministryOf, type PostBody } from "./post-body.js";
import { type TitleRun, titleAfter, titleBefore } from "./read-title.js";

interface Post extends PostBody {
  readonly title: string;
}

/** HOLDS_POSITION of named people, from the titles before and behind their names. */
export function findPosts(view: DocumentView, maker: ClaimMaker): Claim[] {
  const claims: Claim[] = [];
  for (const [sentence, { items }] of view.sentences.entries()) {
    for (const [at, item] of items.entries()) {
      if (item.kind !== "mention") continue;
      if (item.entity.type !== "Official" && item.entity.type !== "Person") continue;
      for (const post of postsAt(view, sentence, items, at)) {
        claims.push(postClaim(item.entity, post, sentence, maker));
      }
    }
  }
  return claims;
}

function postClaim(person: DocumentEntity, post: Post, sentence: number, maker: ClaimMaker): Claim {
  const ground = { rule: "post.title", sentences: [sentence], weight: post.weight };
  return maker.relation(person, "HOLDS_POSITION", post.body, ground, { title: post.title });
}

function postsAt(view: DocumentView, sentence: number, items: readonly Item[], at: number): Post[] {
  const found = [
    postBefore(view, sentence, items, at),
    postBehind(view, sentence, items, at),
    verbPost(view, sentence, items, at),
  ];
  return found.filter((post) => post !== null);
}

/** `Interior Minister X`, `customs spokeswoman X`, `the commander of the Border Guard, General X`. */
function postBefore(view: DocumentView, sentence: number, items: readonly Item[], at: number): Post | null {
  const { book } = view;
  const near = titleBefore(items, at, book);
  if (near !== null) return withBody(view, sentence, items, near, at);
  const comma = commaBefore(items, at, book);
  if (comma === null) return null;
  const title = titleBefore(items, comma, book);
  if (title !== null && title.to === comma) return withBody(view, sentence, items, title, at);
  // "head of BODY, General X": the name of the body lies between title and person.
  for (let back = comma - 1; back >= Math.max(0, comma - 9); back -= 1) {
    if (!["of", "for", "at"].includes(wordAt(items, back))) continue;
    const post = titleBefore(items, back, book);
    if (post === null || post.to !== back) continue;
    const body = bodyAfter(view, sentence, items, post);
    return body === null ? null : { ...body, title: post.title };
  }
  return null;
}

/** The comma before a name and its ranks, or the name itself where none stands there. */
function commaBefore(items: readonly Item[], at: number, book: RuleBook): number | null {
  let end = at;
  while (end > 0) {
    const item = items[end - 1] as Item;
    if (item.kind === "mark" && item.word === ",") return end - 1;
    const rank = item.kind === "word" && (book.nouns("rank").has(item.word) || item.word === "one");
    const mark = item.kind === "mark" && (item.word === "." || item.word === "-");
    if (!rank && !mark) return end;
    end -= 1;
  }
  return null;
}

/** `X, spokesman for the ministry`, `X, the department's director`, `X (spokesman)`. */
function postBehind(
  view: DocumentView,
  sentence: number,
  items: readonly Item[],
  at: number,
): Post | null {
  const { book } = view;
  if (![",", "(", "-", "–", "—"].includes(wordAt(items, at + 1))) return null;
  for (let start = at + 2; start <= Math.min(items.length - 1, at + 9); start += 1) {
    const item = items[start] as Item;
    const title = titleAfter(items, start, book);
    if (title !== null) return withBody(view, sentence, items, title, at);
    if (item.kind === "mark" && ![",", "'s", "-"].includes(item.word)) return null;
    if (item.kind === "mention" && !["Agency", "Country", "Place"].includes(item.entity.type))
      return null;
    if (item.kind === "date") return null;
    if (["who", "which", "said", "and", "was", "were", "told", "has", "had"].includes(item.word))
      return null;
  }
  return null;
}

/** `X, who heads the department`, `X, who speaks for the directorate`. */
function verbPost(
  view: DocumentView,
  sentence: number,
  items: readonly Item[],
  at: number,
): Post | null {
  const who = wordAt(items, at + 1) === "," ? at + 2 : at + 1;
  if (wordAt(items, who) !== "who") return null;
  const verb = items[who + 1];
  if (verb?.kind !== "word") return null;
  const view1 = view.sentences[sentence];
  const hit =
    view1 === undefined ? undefined : view.book.phrases("headVerb").at(view1.tokens, verb.token);
  if (hit === undefined) return null;
  const to = items.findIndex((item) => item.token >= hit.to);
  const speaks = ["speaks", "spoke"].includes(verb.word);
  const title: TitleRun = {
    title: speaks ? "spokesperson" : "head",
    head: "head",
    from: to,
    to: to - 1,
  };
  const body = bodyAfter(view, sentence, withOf(items, to - 1), title);
  return body === null ? null : { ...body, title: title.title };
}

/** The verb read as `of`, so that what it governs is read like the complement of a post. */
const withOf = (items: readonly Item[], at: number): Item[] =>
  items.map((item, index) =>
    index === at ? ({ ...item, kind: "word", word: "of", capital: false } as Item) : item,
  );

function withBody(
  view: DocumentView,
  sentence: number,
  items: readonly Item[],
  title: TitleRun,
  person: number,
): Post | null {
  const said =
    bodyAfter(view, sentence, items, title) ??
    bodyBefore(view, sentence, items, title) ??
    defaultBody(view, sentence, items, title, person);
  return said === null ? null : { ...said, title: title.title };
}

/** A post without a body: a state's post goes to the state at hand, another to the body at hand. */
function defaultBody(
  view: DocumentView,
  sentence: number,
  items: readonly Item[],
  title: TitleRun,
  person: number,
): PostBody | null {
  if (!view.book.nouns("statePost").has(title.head)) {
    const body = lastBody(view, sentence, person, null);
    return body === null ? null : { body, weight: 0.7 };
  }
  const state =
    nearestState(view, sentence, items, Math.min(title.from, person)) ?? homeState(view);
  return state === undefined
    ? null
    : { body: ministryOf(view, state, title) ?? state, weight: 0.7 };
}

/** The state of the name told last before an item of the sentence or of its block. */
function nearestState(
  view: DocumentView,
  sentence: number,
  items: readonly Item[],
  before: number,
): DocumentEntity | undefined {
  const block = view.sentences[sentence]?.block.index;
  for (let at = sentence; at >= 0 && view.sentences[at]?.block.index === block; at -= 1) {
    const list = at === sentence ? items.slice(0, before) : (view.sentences[at]?.items ?? []);
    for (const item of list.toReversed()) {
      if (item.kind !== "mention" || item.entity.type === "Drug") continue;
      const state = stateOf(view, item.entity);
      if (state !== undefined && item.entity.type !== "Country") return state;
    }
  }
  return undefined;
}

/** The state that most bodies and places of the report belong to. */
export function homeState(view: DocumentView): DocumentEntity | undefined {
  const votes = new Map<DocumentEntity, number>();
  for (const entity of view.entities) {
    const state = stateOf(view, entity);
    const weight = entity.type === "Agency" ? 2 : entity.type === "Place" ? 1 : 0;
    if (state !== undefined && weight > 0)
      votes.set(state, (votes.get(state) ?? 0) + weight * entity.mentions.length);
  }
  let best: DocumentEntity | undefined;
  for (const [state, count] of votes) {
    const most = best === undefined ? -1 : (votes.get(best) ?? 0);
    if (count > most || (count === most && best !== undefined && state.id < best.id)) best = state;
  }
  return best;
}
