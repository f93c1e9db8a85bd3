import { wordAt } from "../stream/item.js";
import { ofRoles } from "../stream/lists.js";
import type { RuleBook } from "../view/rule-book.js";
import type { SentenceView } from "../view/sentence-view.js";
import { is } from "../words/read-tokens.js";
import type { OpenLeg } from "./find-legs.js";

const CARRIERS = ofRoles("group", "person", "organization", "body");
/** Words between what joins two sentences and the verb of the second: its subject. */
const MOST_SUBJECT = 4;

/**
 * The journey of each leg, numbered from 0: `A carries them through X to Y, and B carries them through
 * Z to W` tells two. A second one begins where another carrier takes goods on a way of its own.
 */
export function journeysOf(
  view: SentenceView,
  legs: readonly OpenLeg[],
  book: RuleBook,
): readonly number[] {
  const starts = view.items.flatMap((_, at) => (startsJourney(view, at, book) ? [at] : []));
  const first = legs[0]?.cue ?? 0;
  return legs.map(({ cue }) => starts.filter((at) => at > first && at < cue).length);
}

function startsJourney({ items }: SentenceView, at: number, book: RuleBook): boolean {
  if (!is(items[at], "journey_joins")) return false;
  const carrier = items
    .slice(at + 1, at + 1 + MOST_SUBJECT)
    .findIndex((item) => item.kind === "mention" && CARRIERS(item.entity));
  return carrier >= 0 && book.nouns("moveVerb").has(wordAt(items, at + 2 + carrier));
}
