// Those whom a clause names only behind it: a list behind a colon, and those whose verb is left out.

import type { Referent, ResolveGround } from "../predicates/referent.js";
import { resolveGroup } from "../predicates/resolve-group.js";
import { type Item, wordAt } from "../stream/item.js";
import { ageEnd } from "../syntax/ages-between.js";
import type { Clause } from "../syntax/clause.js";
import { startOf } from "../syntax/group-ground.js";
import { is } from "../words/read-tokens.js";
import { PEOPLE } from "./fate-people.js";

/** `two men were held: X and Y`; nobody where what stands before the colon counts no people. */
export function behindColon({ told, sentence, view }: ResolveGround, clause: Clause): Referent[] {
  const ground = { told, sentence, view };
  const { items, syntax } = view;
  const colon = items.findIndex((item, at) => at >= clause.verb.to && item.word === ":");
  if (
    colon < 0 ||
    syntax.clauses.some(({ verb }) => verb.from > clause.verb.to && verb.to <= colon)
  )
    return [];
  const counted = clause.verb.passive ? clause.subject : clause.object;
  const noun = counted === null ? "" : wordAt(items, counted.head);
  if (counted === null || !told.view.book.nouns("person").has(noun)) return [];
  const first = syntax.groups.find((one) => startOf(one) === colon + 1);
  return first === undefined ? [] : resolveGroup(ground, first, PEOPLE);
}

/** `X was given ten years and Y nine`, `sentenced X to ten years, Y, 30, to nine`: each with a term of his own. */
export function gapped({ told, view }: ResolveGround, clause: Clause): Referent[] {
  const { items } = view;
  const { classes } = told.view.book.syntax;
  const next = view.syntax.clauses.find(({ verb }) => verb.from > clause.verb.to);
  const end = next?.verb.from ?? items.length;
  const found: Referent[] = [];
  for (let at = clause.verb.to + 1; at < end; at += 1) {
    const item = items[at];
    if (item?.kind !== "mention" || !PEOPLE.fits(item.entity)) continue;
    const before = wordAt(items, at - 1);
    if (before !== "," && before !== ";" && !classes("coordinator").has(before)) continue;
    let to = ageEnd({ items, classes }, at + 1);
    if (wordAt(items, to) === ",") to += 1;
    if (is(items[to], "goal_mark")) to += 1;
    if (isNumber(items[to])) found.push({ entity: item.entity, item: at, sentences: [] });
  }
  return found;
}

const isNumber = (item: Item | undefined): boolean => item?.kind === "quantity";
