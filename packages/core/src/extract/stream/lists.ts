import type { DocumentEntity } from "../../model/document-entity.js";
import type { EntityRole, EntityType } from "../../model/schema.js";
import { is } from "../words/read-tokens.js";
import type { Item, MentionItem } from "./item.js";
import { wordAt } from "./item.js";

const LONGEST_GAP = 5;
const NO_STOPS: ReadonlySet<string> = new Set();

/** Whether a thing can be a member of a list. */
export type OfList = (entity: DocumentEntity) => boolean;

/** Lists of things that some grammars read. */
export const ofRoles =
  (...roles: readonly EntityRole[]): OfList =>
  ({ role }) =>
    roles.includes(role);

/** Lists of things of types that a pack names. */
export const ofTypes =
  (types: readonly EntityType[]): OfList =>
  ({ type }) =>
    types.includes(type);

/**
 * Places of the names that are listed with the one at `at`, itself first: `A, B and C`,
 * `A (X) as well as B`, `A and C's B` for a body B. A list goes on while types fit and nothing but
 * determiners, neutral words and brackets lies between; `stops` are words that end it.
 */
export function listFrom(
  items: readonly Item[],
  at: number,
  isOfList: OfList,
  end = items.length,
  stops: ReadonlySet<string> = NO_STOPS,
): number[] {
  const found = [at];
  let last = at;
  for (;;) {
    const next = nextInList(items, last + 1, isOfList, end, stops);
    if (next === null) return found;
    found.push(next);
    last = next;
  }
}

function nextInList(
  items: readonly Item[],
  from: number,
  isOfList: OfList,
  end: number,
  stops: ReadonlySet<string>,
): number | null {
  let at = skipBrackets(items, from);
  let joined = false;
  const limit = Math.min(end, at + LONGEST_GAP + 1);
  while (at < limit) {
    const item = items[at] as Item;
    if (item.kind === "quantity" || item.kind === "date" || stops.has(item.word)) return null;
    if (item.kind === "mention") {
      if (isOfList(item.entity)) return joined ? ownedIn(items, at, isOfList) : null;
      if (item.entity.role !== "country") return null;
    } else if (is(item, "genitive")) {
      const apposed = [",", ")"].includes(wordAt(items, at - 1));
      if (!apposed && !is(items[at - 1], "list_units")) return null;
      if (apposed) at = skipApposition(items, at, limit + 4) - 1;
    } else if (is(item, "list_joins")) joined = true;
    else if (item.word === "'s" ? !joined : !is(item, "list_neutral")) return null;
    at += 1;
  }
  return null;
}

/** `Italy's Finance Guard` in a list of bodies is the body. */
function ownedIn(items: readonly Item[], at: number, isOfList: OfList): number {
  const item = items[at];
  if (item?.kind !== "mention" || item.entity.role !== "country") return at;
  const next = wordAt(items, at + 1) === "'s" ? at + 2 : at + 1;
  const owned = items[next];
  const fits = owned?.kind === "mention" && owned.entity.role === "body" && isOfList(owned.entity);
  return fits ? next : at;
}

/** Past `, of the US,`: whose the name before is. */
function skipApposition(items: readonly Item[], from: number, limit: number): number {
  let at = from + 1;
  while (at < Math.min(items.length, limit) && !is(items[at], "list_joins")) at += 1;
  return at;
}

/** Past `(INSS)` and the like, at most eight items. */
function skipBrackets(items: readonly Item[], from: number): number {
  if (wordAt(items, from) !== "(") return from;
  for (let at = from + 1; at < Math.min(items.length, from + 9); at += 1) {
    if (wordAt(items, at) === ")") return at + 1;
  }
  return from;
}

/** The mention items at given places. */
export function mentionsAt(items: readonly Item[], places: readonly number[]): MentionItem[] {
  return places.flatMap((at) => {
    const item = items[at];
    return item?.kind === "mention" ? [item] : [];
  });
}
