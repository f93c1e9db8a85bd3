import { wordAt } from "../stream/item.js";
import type { RuleBook } from "../view/rule-book.js";
import { clauseEnd, clauseStart, type SentenceView } from "../view/sentence-view.js";
import { is } from "../words/read-tokens.js";

/** The metric of a figure that no noun follows. */
export const NAMELESS = "figure";

/** What a figure counts in a few plain words: the noun phrase behind it, and what was done to it. */
export function metricOf(view: SentenceView, at: number, book: RuleBook): string {
  const { items } = view;
  const words: string[] = [];
  const joins = book.nouns("metricJoin");
  for (let next = at + 1; next < Math.min(items.length, at + 9); next += 1) {
    const item = items[next];
    if (item === undefined || item.kind === "quantity" || item.kind === "date") break;
    if (item.kind === "mark" && item.word !== "-" && item.word !== "'s") break;
    if (joinsModifiers(view, next, words.at(-1), book)) continue;
    if (item.kind === "word" && is(item, "metric_ends")) break;
    if (joins.has(item.word) && words.length === 0) continue;
    if (item.kind === "mention") words.push(item.mention.name);
    else if (item.kind === "word" && !book.nouns("metricPassed").has(item.word))
      words.push(item.word);
  }
  while (joins.has(words.at(-1) ?? "")) words.pop();
  const verb = verbNear(view, at);
  if (verb !== null && !words.includes(verb)) words.push(verb);
  return words.length === 0 ? NAMELESS : words.join(" ");
}

/** `1,200 trafficking and promotion networks` are networks: what is counted stands behind the `and`. */
function joinsModifiers(
  { items }: SentenceView,
  at: number,
  before: string | undefined,
  book: RuleBook,
): boolean {
  const counted = (word: string): boolean =>
    book.nouns("metric").has(word) || book.nouns("massNoun").has(word);
  if (
    !book.syntax.classes("coordinator").has(wordAt(items, at)) ||
    before === undefined ||
    counted(before)
  )
    return false;
  return counted(wordAt(items, at + 2)) && items[at + 1]?.kind === "word";
}

function verbNear(view: SentenceView, at: number): string | null {
  const from = clauseStart(view.clauses, at);
  const to = clauseEnd(view.clauses, at);
  let best: { word: string; distance: number } | null = null;
  for (const trigger of view.triggers) {
    if (trigger.from < from || trigger.from >= to || trigger.value.form === "phrase") continue;
    const joined = trigger.from > at && is(view.items[trigger.from - 1], "metric_verb_joins");
    if (joined) continue;
    const distance = Math.abs(trigger.from - at);
    if (best === null || distance < best.distance)
      best = { word: wordAt(view.items, trigger.from), distance };
  }
  return best?.word ?? null;
}
