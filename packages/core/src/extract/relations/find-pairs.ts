import type { Claim, Modality } from "../../model/claim.js";
import type { DocumentEntity } from "../../model/document-entity.js";
import type { RelationRole } from "../../model/schema.js";
import type { ClaimMaker } from "../claims/claim-maker.js";
import { modalityAt } from "../cues/read-cues.js";
import { deniedBy } from "../predicates/told-by.js";
import type { Item } from "../stream/item.js";
import { listFrom, mentionsAt, ofTypes } from "../stream/lists.js";
import type { DocumentView } from "../view/document-view.js";
import { leftOf, type PairRule } from "../view/pair-rules.js";
import type { SentenceView } from "../view/sentence-view.js";
import { is } from "../words/read-tokens.js";

/** Links that pair patterns read from single sentences. */
export function findPairs(
  view: DocumentView,
  rules: readonly PairRule[],
  maker: ClaimMaker,
): Claim[] {
  return view.sentences.flatMap((sentence, at) =>
    rules.flatMap((rule) => pairsIn(sentence, at, rule, maker)),
  );
}

function pairsIn(sentence: SentenceView, at: number, rule: PairRule, maker: ClaimMaker): Claim[] {
  const { items } = sentence;
  const claims: Claim[] = [];
  for (const [place, item] of items.entries()) {
    if (item.kind !== "mention" || !rule.right.includes(item.entity.type)) continue;
    const left = leftOf(items, place, rule);
    const subject = left === null ? undefined : items[left];
    if (left === null || subject?.kind !== "mention") continue;
    const modality = pairModality(sentence, left, place, rule);
    for (const { entity } of mentionsAt(items, listOf(sentence, place, rule))) {
      const told = { at, modality, attributedTo: deniedBy(sentence, modality) };
      const claim = pairClaim(subject.entity, entity, rule, told, maker);
      if (claim !== null) claims.push(claim);
    }
  }
  return claims;
}

/**
 * What someone is or belongs to, told in passing, is only coloured by a cue between the two names:
 * `police denied that Lund, a clerk at the institute, fled`.
 */
const STANDING: readonly (RelationRole | null)[] = ["member", "part"];

function pairModality(sentence: SentenceView, left: number, right: number, rule: PairRule) {
  const near =
    STANDING.includes(rule.role) && !isPredicate(sentence.items, left, rule)
      ? sentence.cues.filter((cue) => cue.from > left && cue.from < right)
      : sentence.cues;
  return modalityAt(near, right);
}

/** True where the link is what the clause says of the left name: `police denied that Lund leads the ring`. */
function isPredicate(items: readonly Item[], left: number, rule: PairRule): boolean {
  return is(items[left + 1], "copulas") || (!rule.reverse && !is(items[left + 1], "in_passing"));
}

/** Subjects are single, objects may be listed. */
const listOf = (sentence: SentenceView, place: number, rule: PairRule): readonly number[] =>
  rule.reverse ? [place] : listFrom(sentence.items, place, ofTypes(rule.right));

function pairClaim(
  left: DocumentEntity,
  right: DocumentEntity,
  rule: PairRule,
  told: {
    readonly at: number;
    readonly modality: Modality | "void";
    readonly attributedTo: string | null;
  },
  maker: ClaimMaker,
): Claim | null {
  const [subject, object] = rule.reverse ? [right, left] : [left, right];
  if (subject.id === object.id) return null;
  if (subject.attributes.unspecified === true || object.attributes.unspecified === true)
    return null;
  const ground = {
    rule: rule.id,
    sentences: [told.at],
    modality: told.modality === "void" ? ("denied" as const) : told.modality,
    attributedTo: told.attributedTo,
  };
  return maker.link(subject, rule.type, object, ground);
}
