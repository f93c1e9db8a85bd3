// Whom a text speaks of before it names them: `two men were held. X and Y, both sailors, …`.

import type { DocumentEntity } from "../../model/document-entity.js";
import { wordAt } from "../stream/item.js";
import { ageStart } from "../syntax/ages-between.js";
import type { NounGroup } from "../syntax/noun-groups.js";
import type { SentenceView } from "../view/sentence-view.js";
import { is } from "../words/read-tokens.js";
import type { Antecedents } from "./antecedents.js";

/** Those that a later sentence names, with that sentence. */
export interface NamedLater {
  readonly entities: readonly DocumentEntity[];
  readonly sentence: number;
}

/** How many sentences on a name may stand. */
const REACH = 3;

/**
 * The people that a noun without a name brings up, where one of the next sentences names as many that
 * nobody spoke of before: several in one list, a single one with an age or a word for what he is called.
 */
export function namedLater(
  told: Antecedents,
  sentence: number,
  group: NounGroup,
): NamedLater | null {
  const view = told.view.sentences[sentence];
  const count = view === undefined ? 0 : countOf(told, view, group);
  if (count === 0) return null;
  for (let at = sentence + 1; at <= sentence + REACH; at += 1) {
    const later = told.view.sentences[at];
    if (later === undefined || later.block.role === "bullet") return null;
    const fresh = freshIn(told, at);
    if (fresh.length === 0) continue;
    return introduces(told, later, fresh, count) ? { entities: fresh, sentence: at } : null;
  }
  return null;
}

/** How many people a noun brings up; 0 where it is no noun for people, or says whose or which they are. */
function countOf({ view }: Antecedents, one: SentenceView, group: NounGroup): number {
  const item = one.items[group.head];
  const word = item?.word ?? "";
  const { book } = view;
  const isPerson =
    item?.kind === "word" &&
    (book.nouns("person").has(word) || book.anaphorNouns("person").has(word));
  if (!isPerson || group.apposed.length > 0 || group.possessor !== null) return 0;
  if (group.opener !== null && one.syntax.tags[group.opener] === "owner") return 0;
  for (let at = group.from; at < group.head; at += 1) {
    const inner = one.items[at];
    if (inner?.kind === "quantity") return inner.quantity.value ?? 0;
  }
  const opener = group.opener === null ? "" : wordAt(one.items, group.opener);
  return book.syntax.classes("indefinite").has(opener) ? 1 : 0;
}

/** People whom a sentence names first. */
function freshIn({ places }: Antecedents, at: number): DocumentEntity[] {
  const people = (places[at] ?? []).filter(({ entity }) => entity.role === "person");
  const before = new Set(places.slice(0, at).flatMap((row) => row.map(({ entity }) => entity)));
  return [...new Set(people.map(({ entity }) => entity))].filter((one) => !before.has(one));
}

function introduces(
  told: Antecedents,
  view: SentenceView,
  fresh: readonly DocumentEntity[],
  count: number,
): boolean {
  if (fresh.length !== count) return false;
  const { items, syntax } = view;
  const isFresh = ({ head }: NounGroup): boolean => {
    const item = items[head];
    return item?.kind === "mention" && fresh.includes(item.entity);
  };
  const list = syntax.groups.find(
    (group) => isFresh(group) && group.listHead === null && !group.owns,
  );
  if (list === undefined) return false;
  if (count > 1) return 1 + list.listed.filter(isFresh).length === count;
  return isAged(told, view, list) || isNamed(told, view, list);
}

/** `X, 34,`, `the 34-year-old X`. */
function isAged({ view }: Antecedents, { items }: SentenceView, { head }: NounGroup): boolean {
  const { classes } = view.book.syntax;
  return [head + 3, head + 4].some((end) => {
    const from = ageStart({ items, classes }, end);
    return from !== null && from <= head + 3 && from > head;
  });
}

/** `he was named as X`. */
const isNamed = ({ view }: Antecedents, { items, syntax }: SentenceView, group: NounGroup) =>
  syntax.clauses.some(
    ({ verb, phrases, object }) =>
      verb.passive &&
      view.book.syntax.isNaming(wordAt(items, verb.head)) &&
      (object === group || phrases.some((one) => is(one, "role_mark") && one.group === group)),
  );
