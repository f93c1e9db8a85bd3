import type { DocumentEntity } from "../../model/document-entity.js";
import { fold } from "../../text/fold.js";
import type { Item } from "../stream/item.js";
import { type DocumentView, stateOf } from "./document-view.js";

const BODY_NOUNS: ReadonlySet<string> = new Set(
  "ministry agency department directorate service army navy force forces police command bureau authority court customs administration unit office squad commission council centre center coastguard guard brigade division detachment gendarmerie headquarters embassy consulate".split(
    " ",
  ),
);

/** A noun that stands for a body told before: `the ministry`, `the department`. */
export const isBodyNoun = (word: string): boolean => BODY_NOUNS.has(word);

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
  const wanted = noun !== null && isBodyNoun(noun) ? noun : null;
  const reach = wanted === null ? BARE_REACH : NOUN_REACH;
  for (let at = sentence; at >= Math.max(0, sentence - reach); at -= 1) {
    const items = view.sentences[at]?.items ?? [];
    const end = at === sentence ? before : items.length;
    for (let place = end - 1; place >= 0; place -= 1) {
      const item = items[place];
      if (item?.kind !== "mention" || item.entity.role !== "body") continue;
      if (wanted === null || nameHas(item.entity, wanted)) return item.entity;
    }
  }
  return null;
}

const nameHas = (entity: DocumentEntity, word: string): boolean => {
  const name = ` ${fold([entity.name, ...entity.aliases].join(" "))} `;
  return name.includes(` ${word} `) || (word === "agency" && !name.includes(" ministry "));
};

/** The body with a word of a post in its name: `police commissioner` → a police force. */
export function bodyOfWord(view: DocumentView, words: readonly string[]): DocumentEntity | null {
  const wanted = words.filter((word) => TELLING.has(word));
  if (wanted.length === 0) return null;
  const fitting = view.entities.filter(
    (entity) => entity.role === "body" && wanted.some((word) => nameHas(entity, word)),
  );
  return mostMentioned(fitting);
}

const TELLING: ReadonlySet<string> = new Set(
  "police customs navy army gendarmerie coastguard judge court prosecutor".split(" "),
);

/** The body a report speaks of most, where one leads clearly. */
export function mainBody(view: DocumentView): DocumentEntity | null {
  const bodies = view.entities.filter((entity) => entity.role === "body");
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
      const lead = list[list.length - 2 - back]?.word ?? "";
      if (item.entity.type === "Country" && ASIDE.has(lead)) continue;
      const { role } = item.entity;
      const state = stateOf(view, item.entity);
      if (state === undefined || role === "goods" || role === "group") continue;
      if (role === "country" && item.mention.form === "demonym") continue;
      return state;
    }
  }
  return undefined;
}

/** A state behind one of these is another party's. */
const ASIDE: ReadonlySet<string> = new Set("with to from against between into and".split(" "));

/** The state that most bodies and places of the report belong to. */
export function homeState(view: DocumentView): DocumentEntity | undefined {
  return leadingState(stateVotes(view));
}

/** How far the home state must lead for what is said nowhere. */
const CLEAR = 2;

/** The home state where it has twice the votes of any other, else undefined. */
export function clearHome(view: DocumentView): DocumentEntity | undefined {
  const votes = stateVotes(view);
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
    const weight = entity.role === "body" ? 2 : entity.type === "Place" ? 1 : 0;
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
  const names = (at: number): boolean =>
    view.sentences[at]?.items.some((item) => item.kind === "mention" && item.entity === thing) ===
    true;
  for (let at = from; at >= 0; at -= 1) if (names(at)) return at;
  for (let at = from + 1; at < view.sentences.length; at += 1) if (names(at)) return at;
  return null;
}
