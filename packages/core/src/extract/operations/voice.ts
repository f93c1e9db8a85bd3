import type { Item } from "../stream/item.js";
import { wordAt } from "../stream/item.js";
import type { TriggerWord } from "../view/rule-book.js";
import { clauseEnd, clauseStart, type ItemHit, type SentenceView } from "../view/sentence-view.js";
import { is } from "../words/read-tokens.js";

/** Stretch of items: `from` up to but not including `to`. */
export interface ItemRange {
  readonly from: number;
  readonly to: number;
}

export type TriggerHit = ItemHit<TriggerWord>;

/**
 * Whether what a trigger happens to stands before it. A past form counts as passive after a form of
 * `be`, and where no object follows it.
 */
export function isPassive(items: readonly Item[], trigger: TriggerHit): boolean {
  const { form } = trigger.value;
  if (form === "phrase") {
    return (
      is(items[trigger.from], "state_phrases") &&
      !is(items[trigger.to - 1], "genitive") &&
      !is(items[trigger.from], "taking_part")
    );
  }
  if (form !== "past" && form !== "participle") return false;
  let at = trigger.from - 1;
  while (at >= 0 && is(items[at], "verb_adverbs")) at -= 1;
  if (is(items[at], "passive_auxiliaries")) return true;
  if (is(items[at], "perfect_auxiliaries")) return false;
  // "opened a van and discovered, beside tools, 3 kg": joined to an active verb.
  if (is(items[at], "additive") && wordAt(items, trigger.to) === ",") return false;
  return form === "participle" || hasNoObject(items, trigger.to);
}

function hasNoObject(items: readonly Item[], at: number): boolean {
  const item = items[at];
  if (item === undefined) return true;
  if (item.kind === "mark") return item.word !== '"' && item.word !== "“" && item.word !== "'s";
  const dated = item.kind === "word" && is(item, "date_leads") && items[at + 1]?.kind === "date";
  if (dated) return hasNoObject(items, at + 1);
  if (item.kind === "date") {
    const after = items[at + 1];
    return after === undefined || after.kind === "mark" || is(after, "after_passive");
  }
  // "arrested and charged two men": the object stands behind the second verb.
  if (is(item, "additive"))
    return !/(?:ed|d)$/.test(items[at + 1]?.word ?? "") || hasNoObject(items, at + 2);
  return item.kind === "word" && is(item, "after_passive");
}

/** Where those or that which a trigger happens to stand. */
export function patientRange(view: SentenceView, trigger: TriggerHit): ItemRange {
  const { items, clauses } = view;
  if (isPassive(items, trigger)) return { from: subjectStart(view, trigger), to: trigger.from };
  const end = clauseEnd(clauses, trigger.to - 1);
  return { from: trigger.to, to: nextTrigger(view, trigger.to, end) };
}

/** The clause's start, or the end of the trigger before, or the clause before a relative one. */
function subjectStart(view: SentenceView, trigger: TriggerHit): number {
  const { items, clauses, triggers } = view;
  let start = clauseStart(clauses, trigger.from);
  if ((is(items[start], "who_word") || is(items[start], "which_word")) && start > 0)
    start = clauseStart(clauses, start - 1);
  // "the three people - a pilot and two guides - were held": the verb comes back behind an aside.
  if (is(items[start], "passive_auxiliaries") && start > 0) {
    const aside = clauseStart(clauses, start - 1);
    start = aside > 0 ? clauseStart(clauses, aside - 1) : aside;
  }
  const before = triggers.findLast((other) => other.to <= trigger.from && other.from >= start);
  if (before === undefined || isWeak(before)) return start;
  const between = items.slice(before.to, trigger.from);
  return between.some((item) => item.kind !== "word" && item.kind !== "mark") ? before.to : start;
}

const isWeak = (trigger: TriggerHit): boolean => trigger.value.frame === "find";

function nextTrigger(view: SentenceView, from: number, to: number): number {
  const next = view.triggers.find(
    (other) => other.from >= from && other.from < to && !isWeak(other),
  );
  return next?.from ?? to;
}
