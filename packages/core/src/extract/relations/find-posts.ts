import type { Claim } from "../../model/claim.js";
import type { DocumentEntity } from "../../model/document-entity.js";
import type { ClaimGround, ClaimMaker } from "../claims/claim-maker.js";
import { type Item, wordAt } from "../stream/item.js";
import { type DocumentView, stateOf } from "../view/document-view.js";
import { nearestNaming } from "../view/nearby.js";
import type { RuleBook } from "../view/rule-book.js";
import { is } from "../words/read-tokens.js";
import {
  bodyAfter,
  bodyBefore,
  bodyFrom,
  defaultBody,
  type PostBody,
  type PostPlace,
} from "./post-body.js";
import { type TitleRun, titleAfter, titleBefore } from "./read-title.js";
import { bodyBeforeName, headedBy } from "./set-before.js";

interface Post extends PostBody {
  readonly title: string;
}

/** Posts of named people, from the titles before and behind their names. */
export function findPosts(view: DocumentView, maker: ClaimMaker): Claim[] {
  const claims: Claim[] = [];
  let lastTitle = "";
  for (const [sentence, { items }] of view.sentences.entries()) {
    for (const [person, item] of items.entries()) {
      if (item.kind !== "mention") continue;
      if (item.entity.role !== "official" && item.entity.role !== "person") continue;
      const place = { view, sentence, items, person };
      for (const post of postsAt(place, item.entity, lastTitle)) {
        claims.push(...postClaim(view, item.entity, post, sentence, maker));
        lastTitle = post.title;
      }
    }
  }
  return [...claims, ...namelessPosts(view, maker)];
}

/** `The head of BODY said …` names nobody; the official of the sentence after, or of those before, does. */
function namelessPosts(view: DocumentView, maker: ClaimMaker): Claim[] {
  const claims: Claim[] = [];
  for (const [sentence, { items }] of view.sentences.entries()) {
    for (const [at, item] of items.entries()) {
      if (
        item.kind !== "word" ||
        !is(item, "nameless_posts") ||
        !is(items[at - 1], "definite_article")
      )
        continue;
      const title = titleAfter(items, at, view.book);
      if (title === null || !is(items[title.to], "genitive")) continue;
      const body = bodyAfter({ view, sentence, items, person: at }, title);
      const told =
        body === null || body.body.role !== "body" ? null : spokenFor(view, sentence, body.body);
      if (body === null || told === null || hasPerson(items)) continue;
      const ground: ClaimGround = {
        rule: "post.title",
        sentences: [sentence, told.sentence],
        weight: 0.75,
      };
      claims.push(
        ...maker.relation(told.person, "post", body.body, ground, { title: title.title }),
      );
    }
  }
  return claims;
}

const hasPerson = (items: readonly Item[]): boolean =>
  items.some(
    (item) =>
      item.kind === "mention" && (item.entity.role === "official" || item.entity.role === "person"),
  );

/** The official of the next sentence, or of up to six before, who is of the body's state. */
function spokenFor(
  view: DocumentView,
  sentence: number,
  body: DocumentEntity,
): { person: DocumentEntity; sentence: number } | null {
  for (const at of [
    sentence + 1,
    sentence - 1,
    sentence - 2,
    sentence - 3,
    sentence - 4,
    sentence - 5,
    sentence - 6,
  ]) {
    for (const item of view.sentences[at]?.items ?? []) {
      if (item.kind !== "mention" || item.entity.role !== "official") continue;
      const state = item.entity.attributes.country;
      const foreign = state !== undefined && state !== body.attributes.country;
      return foreign ? null : { person: item.entity, sentence: at };
    }
  }
  return null;
}

function postClaim(
  view: DocumentView,
  person: DocumentEntity,
  post: Post,
  sentence: number,
  maker: ClaimMaker,
): readonly Claim[] {
  const named = nearestNaming(view, post.body, sentence);
  const sentences = named === null ? [sentence] : [sentence, named];
  const ground: ClaimGround = { rule: "post.title", sentences, weight: post.weight };
  return maker.relation(person, "post", post.body, ground, { title: post.title });
}

function postsAt(place: PostPlace, person: DocumentEntity, lastTitle: string): Post[] {
  const official = person.role === "official";
  const found = [
    postBefore(place, official),
    ...postsBehind(place, official),
    verbPost(place),
    colleaguePost(place, lastTitle),
  ].filter((post) => post !== null);
  if (found.length > 0 || !official) return found;
  const ranked = rankOfBody(place) ?? bodyBeforeName(place) ?? headedBy(place);
  return ranked === null ? [] : [ranked];
}

/** `Interior Minister X`, `customs spokeswoman X`, `the commander of the Border Guard, General X`. */
function postBefore(place: PostPlace, official: boolean): Post | null {
  const { view, items, person } = place;
  const { book } = view;
  const near = titleBefore(items, person, book);
  if (near !== null) return withBody(place, near, official);
  const field = fieldTitle(place);
  if (field !== null) return withBody(place, field, official);
  const comma = commaBefore(items, person, book);
  if (comma === null) return null;
  const title = titleBefore(items, comma, book);
  if (title !== null && title.to === comma) return withBody(place, title, official);
  // "head of BODY, General X": the name of the body lies between title and person.
  for (let back = comma - 1; back >= Math.max(0, comma - 9); back -= 1) {
    if (!is(items[back], "post_of")) continue;
    const post = titleBefore(items, back, book);
    if (post === null || post.to !== back || speaks(place, back, comma)) continue;
    const body = directBody(place, post) ?? bodyAfter(place, post);
    return body === null ? null : { ...body, title: post.title };
  }
  return null;
}

/** `The Interpol Director of Police Services, X`: a body right before the post. */
function directBody({ items }: PostPlace, title: TitleRun): PostBody | null {
  const item = items[title.from - 1];
  return item?.kind === "mention" && item.entity.role === "body"
    ? { body: item.entity, weight: 1 }
    : null;
}

/** Words of a field that a post is for, at most. */
const FIELD_REACH = 7;

/** `Under Secretary for Terrorism and Financial Intelligence X`: capitals between the post and the name say its field. */
function fieldTitle({ view, items, person }: PostPlace): TitleRun | null {
  for (let at = person - 1; at > Math.max(0, person - FIELD_REACH); at -= 1) {
    const item = items[at] as Item;
    if (is(item, "purpose_mark") && at < person - 1) {
      const title = titleBefore(items, at, view.book);
      const whole =
        title === null ? ownedTitle(view.book, items, at) : title.to === at ? title : null;
      return whole;
    }
    const part = item.kind === "word" && (item.capital || is(item, "additive"));
    if (!part) return null;
  }
  return null;
}

/** `Under Secretary of the Treasury` before `for`: the post ends before the body. */
function ownedTitle(book: RuleBook, items: readonly Item[], end: number): TitleRun | null {
  const body = items[end - 1];
  if (body?.kind !== "mention" || body.entity.role !== "body") return null;
  const of = is(items[end - 2], "definite_article") ? end - 3 : end - 2;
  const title = is(items[of], "genitive") ? titleBefore(items, of, book) : null;
  return title?.to === of ? title : null;
}

/** `spokeswoman of BODY, said that X`: the post is the speaker's, not that of whom she speaks. */
const speaks = ({ view, sentence }: PostPlace, from: number, to: number): boolean =>
  view.sentences[sentence]?.speech.some((hit) => hit.from > from && hit.to <= to) === true;

/** The comma before a name and its ranks, or the item where those begin. */
function commaBefore(items: readonly Item[], at: number, book: RuleBook): number | null {
  let end = at;
  while (end > 0) {
    const item = items[end - 1] as Item;
    if (item.kind === "mark" && item.word === ",") return end - 1;
    const rank =
      item.kind === "word" && (book.nouns("rank").has(item.word) || is(item, "one_word"));
    const mark = item.kind === "mark" && (item.word === "." || item.word === "-");
    if (!rank && !mark) return end;
    end -= 1;
  }
  return null;
}

/** `X, spokesman for the ministry`, `X, the department's director`, `X, minister and member of`. */
function postsBehind(place: PostPlace, official: boolean): (Post | null)[] {
  const { view, items, person } = place;
  const start = behindName(items, person);
  if (start === null) return [];
  const title = titleFrom(items, start, view.book);
  if (title === null) return [];
  const first = withBody(place, title, official);
  if (!is(items[title.to], "additive")) return [first];
  const second = titleAfter(items, title.to + 1, view.book);
  return second === null ? [first] : [first, withBody(place, second, official)];
}

/** First item of what is set behind a name by a comma, bracket or dash; ages are passed over. */
function behindName(items: readonly Item[], person: number): number | null {
  if (![",", "(", "-", "–", "—"].includes(wordAt(items, person + 1))) return null;
  const aged =
    items[person + 2]?.kind === "quantity" && [",", ")"].includes(wordAt(items, person + 3));
  return aged ? person + 4 : person + 2;
}

function titleFrom(items: readonly Item[], from: number, book: RuleBook): TitleRun | null {
  for (let start = from; start <= Math.min(items.length - 1, from + 7); start += 1) {
    const item = items[start] as Item;
    const title = titleAfter(items, start, book);
    if (title !== null) return title;
    if (item.kind === "mark" && !is(item, "title_marks")) return null;
    if (item.kind === "mention" && !["body", "country", "place"].includes(item.entity.role))
      return null;
    if (item.kind === "date" || item.kind === "quantity" || is(item, "no_apposition")) return null;
  }
  return null;
}

/** `X, who heads the department`, `X, who speaks for the directorate`. */
function verbPost(place: PostPlace): Post | null {
  const { view, sentence, items, person } = place;
  const who = wordAt(items, person + 1) === "," ? person + 2 : person + 1;
  const verb = items[who + 1];
  const tokens = view.sentences[sentence]?.tokens;
  if (!is(items[who], "who_word") || verb?.kind !== "word" || tokens === undefined) return null;
  const hit = view.book.phrases("headVerb").at(tokens, verb.token);
  if (hit === undefined) return null;
  const to = items.findIndex((item) => item.token >= hit.to);
  if (to < 0) return null;
  const title = is(verb, "speaks_for") ? "spokesperson" : "head";
  const body = bodyFrom(place, { title, head: title, from: to, to }, to);
  return body === null ? null : { ...body, title };
}

/** `his Croatian colleague X`: the post told last, in another state. */
function colleaguePost({ view, items, person }: PostPlace, title: string): Post | null {
  const at = wordAt(items, person - 1) === "," ? person - 2 : person - 1;
  if (!is(items[at], "peers") || title === "") return null;
  const owner = items[at - 1];
  const state = owner?.kind === "mention" ? stateOf(view, owner.entity) : undefined;
  return state === undefined ? null : { body: state, title, weight: 0.8 };
}

/** `Col. X of the Military Intelligence Directorate`: an officer of a body. */
function rankOfBody(place: PostPlace): Post | null {
  const { view, items, person } = place;
  const comma = wordAt(items, person + 1) === "," ? person + 2 : person + 1;
  if (!is(items[comma], "of_or_from")) return null;
  const title: TitleRun = { title: "officer", head: "officer", from: comma, to: comma };
  const body = bodyFrom(place, title, comma + 1);
  if (body === null || body.body.role !== "body") return null;
  const ranks: string[] = [];
  for (let at = person - 1; at >= 0 && view.book.nouns("rank").has(wordAt(items, at)); at -= 1) {
    ranks.unshift(wordAt(items, at));
  }
  return { ...body, title: ranks.length === 0 ? "officer" : ranks.join(" ") };
}

const KIN: ReadonlySet<string> = new Set("'s".split(" "));

/** The post with its body; only a known official holds one whose body the text leaves open. */
function withBody(place: PostPlace, title: TitleRun, official: boolean): Post | null {
  // "the president's brother" holds no post.
  if (KIN.has(wordAt(place.items, title.to))) return null;
  const said = bodyAfter(place, title) ?? bodyBefore(place, title);
  // `head of a gang`: a post of something else is none of the body at hand.
  const field = is(place.items[title.to], "purpose_mark") && place.person > title.to;
  const elsewhere = !field && is(place.items[title.to], "post_of");
  const body = said ?? (official && !elsewhere ? defaultBody(place, title) : null);
  return body === null ? null : { ...body, title: title.title };
}
