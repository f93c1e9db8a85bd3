import { modalityAt } from "../cues/read-cues.js";
import type { RejectionReason } from "../listener.js";
import type { RuleBook } from "../view/rule-book.js";
import type { SentenceView } from "../view/sentence-view.js";
import { is } from "../words/read-tokens.js";
import { rejectWord } from "./hear-actions.js";
import type { ItemRange, TriggerHit } from "./voice.js";

/** Triggers that the text says to have happened. */
export function assertedTriggers(
  view: SentenceView,
  range: ItemRange,
  book: RuleBook,
): TriggerHit[] {
  return view.triggers.filter((trigger) => {
    if (trigger.from < range.from || trigger.from >= range.to) return false;
    const reason = whyNot(view, trigger, book);
    if (reason !== null) rejectWord(view, reason, trigger);
    return reason === null;
  });
}

function whyNot(view: SentenceView, trigger: TriggerHit, book: RuleBook): RejectionReason | null {
  if (is(view.items[trigger.to], "paper_nouns")) return "papers";
  if (trigger.value.form === "base" && !isFiniteForm(view, trigger.from, book)) return "no-verb";
  if (isAttribute(view, trigger)) return "no-verb";
  const modality = modalityAt(view.cues, trigger.from);
  if (modality === "void") return "not-told";
  if (modality === "denied") return "denied";
  return modality === "planned" || modality === "hypothetical" ? "not-yet" : null;
}

/** `the convicted trafficker`, `the sentences`: what is known of something, no act of its own. */
function isAttribute({ syntax, items }: SentenceView, { from, to, value }: TriggerHit): boolean {
  if (value.form === "phrase" || to - from > 1) return false;
  const group = syntax.groups.find((one) => one.from <= from && from < one.to);
  if (group === undefined || group.opener === null) return false;
  return from < group.head ? items[from]?.kind === "word" : syntax.tags[from] === "noun";
}

/** A base form is a verb behind those who act or behind `managed to`; elsewhere it is a noun or a plan. */
function isFiniteForm(view: SentenceView, at: number, book: RuleBook): boolean {
  const before = view.items[at - 1];
  if (before?.kind === "mention") return before.entity.role === "body";
  const word = before?.word ?? "";
  if (is(before, "goal_mark"))
    return is(view.items[at - 2], "able_verbs") || is(view.items[at - 3], "able_verbs");
  return (
    is(before, "they_word") ||
    book.nouns("stateForce").has(word) ||
    book.nouns("unitNoun").has(word)
  );
}
