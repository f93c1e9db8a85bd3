import type { Claim, Modality, RelationClaim } from "../../model/claim.js";
import type { ClaimMaker } from "../claims/claim-maker.js";
import type { OperationFindings } from "../operations/frame-claims.js";
import type { DocumentView } from "../view/document-view.js";
import type { TieRule } from "../view/tie-rules.js";
import { matchJoined } from "./match-joined.js";
import { matchBetween, type TieMatch } from "./match-ties.js";
import { findReferents } from "./referents.js";
import { tieModality } from "./tie-modality.js";
import { deniedBy } from "../predicates/told-by.js";
import { listToldGroups } from "./told-groups.js";

/**
 * Who leads, protects and supplies whom, allies and rivals, kin and company. Both ends are named in
 * the quote, or the sentence that tells what `the network` is stands beside it. A link that is known
 * already is not told again, and no weak one is told beside a stronger one.
 */
export function findTies(
  view: DocumentView,
  operations: readonly OperationFindings[],
  known: readonly Claim[],
  maker: ClaimMaker,
): Claim[] {
  const told = listToldGroups(view, operations);
  const links = new Set(
    known.flatMap((claim) => (claim.kind === "relation" ? [keyOf(claim)] : [])),
  );
  const found: RelationClaim[] = [];
  for (const [sentence, one] of view.sentences.entries()) {
    const referents = findReferents(told, sentence);
    if (referents.length < 2) continue;
    const ground = { view: one, referents, book: view.book };
    for (const rule of view.book.ties) {
      const between = rule.form === "verb" || rule.form === "phrase";
      const matches = between ? matchBetween(ground, rule) : matchJoined(ground, rule);
      for (const match of matches) {
        const modality = tieModality(one, match);
        if (modality === null) continue;
        const how = { modality, attributedTo: deniedBy(one, modality) };
        const claim = claimOf(rule, match, sentence, how, maker);
        if (claim === null || links.has(keyOf(claim))) continue;
        links.add(keyOf(claim));
        found.push(claim);
      }
    }
  }
  return withoutWeaker(found, [...known, ...found], view.book.ties);
}

/** A link as one sentence tells it. */
const keyOf = (claim: RelationClaim): string =>
  [claim.type, claim.subject, claim.object, claim.evidence.at(-1)?.sentence].join("\u0000");

function claimOf(
  rule: TieRule,
  { left, right }: TieMatch,
  sentence: number,
  how: { readonly modality: Modality; readonly attributedTo: string | null },
  maker: ClaimMaker,
): RelationClaim | null {
  const [subject, object] = rule.reverse ? [right, left] : [left, right];
  if (subject.entity.id === object.entity.id) return null;
  const told = [left.told, right.told].flatMap((at) => (at === null ? [] : [at]));
  return maker.link(subject.entity, rule.type, object.entity, {
    rule: rule.id,
    sentences: [sentence, ...told],
    ...how,
  });
}

/** A link that only says that two have to do with each other says nothing beside one that says what. */
function withoutWeaker(
  found: readonly RelationClaim[],
  all: readonly Claim[],
  rules: readonly TieRule[],
): RelationClaim[] {
  const weak = new Set(rules.filter((rule) => rule.weak).map((rule) => rule.type));
  const stronger = new Set(
    all.flatMap((claim) =>
      claim.kind === "relation" && claim.modality === "asserted" && !weak.has(claim.type)
        ? [`${claim.subject} ${claim.object}`, `${claim.object} ${claim.subject}`]
        : [],
    ),
  );
  return found.filter(
    ({ type, subject, object }) => !weak.has(type) || !stronger.has(`${subject} ${object}`),
  );
}
