import type { NounGroup } from "../syntax/noun-groups.js";
import type { RuleBook } from "../view/rule-book.js";
import type { SentenceView } from "../view/sentence-view.js";
import type { PeopleCount } from "./count-people.js";
import { patientOf } from "./patient-group.js";
import type { TriggerHit } from "./voice.js";

/** People that a verb of arrest happens to; how many where it is a name, a list of names or one man. */
export interface Held {
  readonly count: PeopleCount | null;
}

/** Whom a clause says to have been arrested, though no figure counts them; null for nobody. */
export function holdsPeople(
  view: SentenceView,
  triggers: readonly TriggerHit[],
  book: RuleBook,
): Held | null {
  for (const trigger of triggers) {
    const { frame, form } = trigger.value;
    if (frame !== "arrest" || form === "phrase") continue;
    const group = patientOf(view, trigger);
    if (group === null) continue;
    const held = [group, ...group.listed];
    const known = held.filter((one) => isPerson(view, one, book));
    if (known.length > 0) return { count: known.length < held.length ? null : countOf(view, held) };
  }
  return null;
}

/** A named person, a noun for one, or a name that nothing is known of. */
function isPerson({ items, syntax }: SentenceView, { head }: NounGroup, book: RuleBook): boolean {
  const item = items[head];
  if (item?.kind === "mention")
    return item.entity.role === "person" || item.entity.role === "official";
  return syntax.tags[head] === "name" || book.nouns("person").has(item?.word ?? "");
}

/** Names, and single people behind `a`, each count as one. */
function countOf(view: SentenceView, groups: readonly NounGroup[]): PeopleCount | null {
  const { items, syntax } = view;
  const single = groups.every(({ opener, from, to, head }) => {
    const item = items[head];
    if (item?.kind === "mention" || syntax.tags[head] === "name") return true;
    const counted = syntax.tags.slice(from, to).includes("number") && opener === null;
    return opener !== null && !counted && !isPlural(item?.word ?? "");
  });
  if (!single) return null;
  const value = groups.length;
  const named = groups.flatMap(({ head }) => {
    const item = items[head];
    return item?.kind === "mention" ? [item.entity] : [];
  });
  return { value, low: value, high: value, qualifier: "eq", named };
}

const isPlural = (word: string): boolean => /(?:s|men|women|people|police|crew)$/u.test(word);
