// What whoever listens is told of actions: why a word for one opened none.
import type { DocumentEntity } from "../../model/document-entity.js";
import type { RejectionReason } from "../listener.js";
import type { ItemHit, SentenceView } from "../view/sentence-view.js";
import type { PartialFrame } from "./partial-frame.js";
import type { TriggerHit } from "./voice.js";

/** Tells that a word for an action opened none. */
export function rejectWord(view: SentenceView, reason: RejectionReason, trigger: TriggerHit): void {
  if (view.listener !== null) rejectAct(view, reason, trigger, actRule(trigger), []);
}

/** The same for several words of a sentence. */
export function rejectWords(
  view: SentenceView,
  reason: RejectionReason,
  triggers: readonly TriggerHit[],
): void {
  if (view.listener !== null) for (const trigger of triggers) rejectWord(view, reason, trigger);
}

/** Tells that a verb for what befalls people told of none. */
export function rejectFate(
  view: SentenceView,
  reason: RejectionReason,
  hit: ItemHit<{ readonly id: string }>,
): void {
  if (view.listener !== null) rejectAct(view, reason, hit, `people/${hit.value.id}`, []);
}

/** Tells that a part of a sentence that may tell an action opened none. */
export function rejectPart(part: PartialFrame, reason: RejectionReason): void {
  const { view, range, acts, fates } = part;
  if (view.listener === null) return;
  const agents = part.agents.map(({ entity }) => entity);
  const words = view.triggers.filter(({ from }) => from >= range.from && from < range.to);
  for (const trigger of words) rejectAct(view, reason, trigger, actRule(trigger), agents);
  if (words.length > 0) return;
  const at = fates[0]?.at ?? part.hauls[0]?.item ?? range.from;
  const rule = fates[0] === undefined ? `action/${[...acts][0]}` : `people/${fates[0].word.id}`;
  rejectAct(view, reason, { from: at, to: at + 1 }, rule, agents);
}

const actRule = ({ value }: TriggerHit): string => `action/${value.frame}`;

function rejectAct(
  view: SentenceView,
  reason: RejectionReason,
  { from, to }: Pick<ItemHit<unknown>, "from" | "to">,
  rule: string,
  subjects: readonly DocumentEntity[],
): void {
  const { items, sentence } = view;
  view.listener?.rejected({
    reason,
    sentence: sentence.index,
    span: { start: items[from]?.start ?? sentence.start, end: items[to - 1]?.end ?? sentence.end },
    rule,
    type: null,
    subjects,
    objects: [],
    sought: [],
  });
}
