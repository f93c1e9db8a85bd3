import type { DateRange } from "../../model/date-range.js";
import type { SentenceView } from "../view/sentence-view.js";
import { is } from "../words/read-tokens.js";
import type { ItemRange, TriggerHit } from "./voice.js";

/** When something happened, or was told where the text gives no more. */
export interface EventDate {
  readonly date: DateRange;
  readonly sentence: number;
  readonly item: number;
  /** True for the day of a statement: `said on Tuesday`. */
  readonly announced: boolean;
}

/** The date of the triggers in a stretch of a sentence, or null. */
export function findEventDate(
  view: SentenceView,
  sentence: number,
  range: ItemRange,
  triggers: readonly TriggerHit[],
): EventDate | null {
  const candidates = datesIn(view, sentence, range);
  const own = candidates.filter((candidate) => !candidate.announced);
  const pool = own.length > 0 ? own : candidates;
  const clauses = new Set(triggers.map((trigger) => view.clauses[trigger.from]));
  return pool.find((candidate) => clauses.has(view.clauses[candidate.item])) ?? pool[0] ?? null;
}

function datesIn(view: SentenceView, sentence: number, range: ItemRange): EventDate[] {
  const found: EventDate[] = [];
  for (let at = range.from; at < range.to; at += 1) {
    const item = view.items[at];
    if (item?.kind !== "date" || item.date.kind === "period") continue;
    const { date, telling } = item.date;
    if (date === null || !telling || is(view.items[at - 1], "until_words")) continue;
    if (isToCome(view, at)) continue;
    found.push({ date, sentence, item: at, announced: isAnnounced(view, at) });
  }
  return found;
}

/** `will be sentenced on 3 May`: the day of what has not come about. */
const isToCome = ({ syntax }: SentenceView, at: number): boolean =>
  syntax.clauses.findLast(({ verb, to }) => verb.to <= at && at < to)?.verb.modal === true;

const NEAR = 3;

/** True where the date stands at a verb of speech, and no other verb is nearer. */
function isAnnounced(view: SentenceView, at: number): boolean {
  return view.speech.some((hit) => {
    const distance = at >= hit.to ? at - hit.to : hit.from - at - 1;
    if (distance < 0 || distance > NEAR) return false;
    const nearer = view.triggers.some((trigger) => {
      const gap = at >= trigger.to ? at - trigger.to : trigger.from - at - 1;
      return gap >= 0 && gap < distance && trigger.value.form !== "phrase";
    });
    return !nearer && view.clauses[Math.max(hit.from, 0)] !== undefined && atHand(view, hit.to, at);
  });
}

/** Nothing but small words between the verb of speech and the date. */
function atHand(view: SentenceView, from: number, at: number): boolean {
  if (at < from) return true;
  return view.items.slice(from, at).every((item) => item.kind === "word" && item.word.length <= 5);
}
