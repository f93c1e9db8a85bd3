// Whom a pronoun of an opening phrase speaks of before the sentence names him: `after his arrest, X fled`.

import { type Item, wordAt } from "../stream/item.js";
import { startOf } from "../syntax/group-ground.js";
import type { SentenceView } from "../view/sentence-view.js";
import type { Referent, ResolveGround } from "./referent.js";

/** The people that the clause behind an opening phrase or clause is about: one, or for a plural a list. */
export function namedAhead({ view }: ResolveGround, at: number, plural: boolean): Referent[] {
  const { items, syntax } = view;
  if (!opensBefore(view, at)) return [];
  const main = syntax.groups.find(
    (group) =>
      startOf(group) > at &&
      group.preposition === null &&
      wordAt(items, startOf(group) - 1) === "," &&
      syntax.clauses.some((one) => one.subject === group && one.verb.stand === "finite"),
  );
  // Another name before it leaves open who is meant, and so does a list for `his`.
  if (main === undefined || main.owns || items.slice(0, main.head).some(isPerson)) return [];
  const members = [main, ...main.listed];
  if (members.length > 1 !== plural) return [];
  const named = members.flatMap(({ head }) => {
    const item = items[head];
    return item?.kind === "mention" && isPerson(item)
      ? [{ entity: item.entity, item: head, sentences: [] }]
      : [];
  });
  return named.length === members.length ? named : [];
}

/** `After …`, `When …`, `Following …`: a sentence that starts with a phrase, or with a verb without a subject. */
function opensBefore({ syntax: { tags, clauses } }: SentenceView, at: number): boolean {
  const first = tags.findIndex((tag) => tag !== "adverb" && tag !== "mark");
  if (first < 0 || first >= at) return false;
  const tag = tags[first];
  if (tag === "preposition" || tag === "subordinator") return true;
  const verb = clauses[0]?.verb;
  return verb?.from === first && verb.stand !== "finite";
}

const isPerson = (item: Item): boolean =>
  item.kind === "mention" && (item.entity.role === "person" || item.entity.role === "official");
