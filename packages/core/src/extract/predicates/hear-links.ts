// What whoever listens is told of predicates: which phrases filled a link, and why one came to nothing.
import type { RelationClaim } from "../../model/claim.js";
import { predicateRule } from "../../packs/predicate-schemas.js";
import type { ReadEnd, RejectionReason } from "../listener.js";
import type { PredicateLink, PredicateWord } from "../view/predicate-rules.js";
import type { ItemHit, SentenceView } from "../view/sentence-view.js";
import type { Referent } from "./referent.js";

/** A thing with the phrase of the predicate that it was found in. */
export interface FilledEnd extends Referent {
  readonly slot: string;
}

/** What was found for the two ends of a link. */
export interface FilledEnds {
  readonly subjects: readonly FilledEnd[];
  readonly objects: readonly FilledEnd[];
}

const NOTHING: FilledEnds = { subjects: [], objects: [] };

/** Why what was found for two ends makes no pair. */
export function whyNoPair({ subjects, objects }: FilledEnds): RejectionReason {
  if (subjects.length === 0 || objects.length === 0) return "end-missing";
  const one = new Set([...subjects, ...objects].map(({ entity }) => entity)).size === 1;
  return one ? "one-thing" : "of-another";
}

/** No link of a predicate, and why; always empty. */
export function refusedLink(
  view: SentenceView,
  reason: RejectionReason,
  hit: ItemHit<unknown>,
  id: string,
  link: PredicateLink,
  found: FilledEnds = NOTHING,
): never[] {
  const { subjects, objects } = found;
  view.listener?.rejected({
    reason,
    sentence: view.sentence.index,
    span: spanOf(view, hit.from, hit.to),
    rule: predicateRule(id, link.type),
    type: link.type,
    subjects: subjects.map(({ entity }) => entity),
    objects: objects.map(({ entity }) => entity),
    sought: [...(subjects.length > 0 ? [] : link.from), ...(objects.length > 0 ? [] : link.to)],
  });
  return [];
}

/** A word that stands where its predicate cannot; always empty. */
export function refusedWord(
  view: SentenceView,
  reason: RejectionReason,
  hit: ItemHit<readonly PredicateWord[]>,
): never[] {
  const { listener } = view;
  if (listener !== null)
    for (const { id, links } of hit.value)
      for (const link of links) refusedLink(view, reason, hit, id, link);
  return [];
}

/** A link as it was stated, with its two ends. */
interface Stated {
  readonly rule: string;
  readonly link: Pick<PredicateLink, "type">;
  readonly subject: FilledEnd;
  readonly object: FilledEnd;
  readonly at: number;
  readonly to: number;
}

/** Tells that a stated link became no claim. */
export function rejectStated(view: SentenceView, reason: RejectionReason, stated: Stated): void {
  view.listener?.rejected({
    reason,
    sentence: view.sentence.index,
    span: spanOf(view, stated.at, stated.to),
    rule: stated.rule,
    type: stated.link.type,
    subjects: [stated.subject.entity],
    objects: [stated.object.entity],
    sought: [],
  });
}

/** Tells which words and phrases a claim was read from. */
export function readStated(view: SentenceView, { id }: RelationClaim, stated: Stated): void {
  view.listener?.read({
    claim: id,
    sentence: view.sentence.index,
    span: spanOf(view, stated.at, stated.to),
    ends: [endOf(view, stated.subject), endOf(view, stated.object)],
  });
}

const endOf = (view: SentenceView, { entity, item, slot, sentences }: FilledEnd): ReadEnd => ({
  entity,
  // A name of a list below the sentence lies in another one.
  span: sentences.length > 0 && item === 0 ? null : spanOf(view, item, item + 1),
  slot,
});

const spanOf = ({ items, sentence }: SentenceView, from: number, to: number) => ({
  start: items[from]?.start ?? sentence.start,
  end: items[to - 1]?.end ?? sentence.end,
});
