import type { DocumentEntity } from "../../model/document-entity.js";
import { firstFrom } from "../../text/first-from.js";
import { fold } from "../../text/fold.js";
import type { Item } from "../stream/item.js";
import { is } from "../words/read-tokens.js";
import { type DocumentView, once, stateOf } from "./document-view.js";

/** A noun that stands for a body told before: `the ministry`, `the department`. */
export const isBodyNoun = ({ book }: DocumentView, word: string): boolean =>
  book.anaphorNouns("body").has(word);

/** How far back a noun such as `the department` may reach, and a bare post. */
const NOUN_REACH = 14;
const BARE_REACH = 2;

/**
 * The body named last before an item: of the noun that stands for it within some sentences, or any
 * body of the sentence or those right before it.
 */
export function lastBody(
  view: DocumentView,
  sentence: number,
  before: number,
  noun: string | null,
): DocumentEntity | null {
  const wanted = noun !== null && isBodyNoun(view, noun) ? noun : null;
  const reach = wanted === null ? BARE_REACH : NOUN_REACH;
  for (let at = sentence; at >= Math.max(0, sentence - reach); at -= 1) {
    const items = view.sentences[at]?.items ?? [];
    const end = at === sentence ? before : items.length;
    for (let place = end - 1; place >= 0; place -= 1) {
      const item = items[place];
      if (item?.kind !== "mention" || item.entity.role !== "body") continue;
      if (wanted === null || nameHas(view, item.entity, wanted)) return item.entity;
    }
  }
  return null;
}

const nameHas = (view: DocumentView, entity: DocumentEntity, word: string): boolean => {
  const name = once(view, foldedNames).get(entity) ?? foldedName(entity);
  return name.includes(` ${word} `) || (word === "agency" && !name.includes(" ministry "));
};

const foldedName = (entity: DocumentEntity): string =>
  ` ${fold([entity.name, ...entity.aliases].join(" "))} `;

/** All names of each body, folded. */
const foldedNames = ({ entities }: DocumentView): ReadonlyMap<DocumentEntity, string> =>
  new Map(
    entities.flatMap((entity) =>
      entity.role === "body" ? [[entity, foldedName(entity)] as const] : [],
    ),
  );

/** The body with a word of a post in its name: `police commissioner` → a police force. */
export function bodyOfWord(view: DocumentView, words: readonly string[]): DocumentEntity | null {
  const wanted = words.filter((word) => TELLING.has(word));
  if (wanted.length === 0) return null;
  const bodies = once(view, bodiesOf);
  return mostMentioned(
    bodies.filter((entity) => wanted.some((word) => nameHas(view, entity, word))),
  );
}

const bodiesOf = ({ entities }: DocumentView): readonly DocumentEntity[] =>
  entities.filter(({ role }) => role === "body");

const TELLING: ReadonlySet<string> = new Set(
  "police customs navy army gendarmerie coastguard judge court prosecutor".split(" "),
);

/** The body a report speaks of most, where one leads clearly. */
export const mainBody = (view: DocumentView): DocumentEntity | null => once(view, leadingBody);

function leadingBody(view: DocumentView): DocumentEntity | null {
  const bodies = once(view, bodiesOf);
  const best = mostMentioned(bodies);
  const second = mostMentioned(bodies.filter((body) => body !== best));
  if (best === null) return null;
  const clear = second === null || best.mentions.length >= 2 * second.mentions.length;
  return clear ? best : null;
}

function mostMentioned(entities: readonly DocumentEntity[]): DocumentEntity | null {
  let best: DocumentEntity | null = null;
  for (const entity of entities) {
    const more = best === null || entity.mentions.length > best.mentions.length;
    const tie =
      best !== null && entity.mentions.length === best.mentions.length && entity.id < best.id;
    if (more || tie) best = entity;
  }
  return best;
}

/** The state named last before an item of the sentence or of its paragraph, nationalities aside. */
export function nearestState(
  view: DocumentView,
  sentence: number,
  items: readonly Item[],
  before: number,
): DocumentEntity | undefined {
  const block = view.sentences[sentence]?.block.index;
  for (let at = sentence; at >= Math.max(0, sentence - NOUN_REACH); at -= 1) {
    if (view.sentences[at]?.block.index !== block) return undefined;
    const list = at === sentence ? items.slice(0, before) : (view.sentences[at]?.items ?? []);
    for (const [back, item] of list.toReversed().entries()) {
      if (item.kind !== "mention") continue;
      if (item.entity.role === "country" && is(list[list.length - 2 - back], "aside_leads"))
        continue;
      const { role } = item.entity;
      const state = stateOf(view, item.entity);
      if (state === undefined || role === "goods" || role === "group") continue;
      if (role === "country" && item.mention.form === "demonym") continue;
      return state;
    }
  }
  return undefined;
}

/** The state that most bodies and places of the report belong to. */
export function homeState(view: DocumentView): DocumentEntity | undefined {
  return leadingState(once(view, stateVotes));
}

/** How far the home state must lead for what is said nowhere. */
const CLEAR = 2;

/** The home state where it has twice the votes of any other, else undefined. */
export function clearHome(view: DocumentView): DocumentEntity | undefined {
  const votes = once(view, stateVotes);
  const home = leadingState(votes);
  if (home === undefined) return undefined;
  const most = votes.get(home) ?? 0;
  const rival = [...votes].some(([state, count]) => state !== home && count * CLEAR > most);
  return rival ? undefined : home;
}

function stateVotes(view: DocumentView): ReadonlyMap<DocumentEntity, number> {
  const votes = new Map<DocumentEntity, number>();
  for (const entity of view.entities) {
    const state = stateOf(view, entity);
    const weight = entity.role === "body" ? 2 : entity.role === "place" ? 1 : 0;
    if (state === undefined || weight === 0) continue;
    votes.set(state, (votes.get(state) ?? 0) + weight * entity.mentions.length);
  }
  return votes;
}

function leadingState(votes: ReadonlyMap<DocumentEntity, number>): DocumentEntity | undefined {
  let best: DocumentEntity | undefined;
  for (const [state, count] of votes) {
    const most = best === undefined ? -1 : (votes.get(best) ?? 0);
    if (count > most || (count === most && best !== undefined && state.id < best.id)) best = state;
  }
  return best;
}

/** The sentence that names a thing and is nearest to another, those before it first. */
export function nearestNaming(
  view: DocumentView,
  thing: DocumentEntity,
  from: number,
): number | null {
  const naming = once(view, namingSentences).get(thing) ?? [];
  const behind = firstFrom(naming, (at) => at > from);
  return naming[behind - 1] ?? naming[behind] ?? null;
}

/** Sentence views that name each thing, in text order. */
export function namingSentences({
  sentences,
}: DocumentView): ReadonlyMap<DocumentEntity, readonly number[]> {
  const naming = new Map<DocumentEntity, number[]>();
  for (const [at, { items }] of sentences.entries()) {
    for (const item of items) {
      if (item.kind !== "mention") continue;
      const list = naming.get(item.entity);
      if (list === undefined) naming.set(item.entity, [at]);
      else if (list.at(-1) !== at) list.push(at);
    }
  }
  return naming;
}
