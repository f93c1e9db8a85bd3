import type { Claim, RelationClaim } from "../../model/claim.js";
import type { Judgement, QuoteJudgement, Sighting } from "../../model/judgement.js";
import type { Schema } from "../../model/schema.js";
import type { Attacher } from "./attach-thing.js";
import { findQuote } from "./find-quote.js";
import { claimsReadWith } from "./implied-claims.js";
import type { OutcomeBook } from "./tell-outcomes.js";

/**
 * Ids of the claims whose quotes do not say what was read in them. What is withdrawn takes part in
 * nothing that follows, also not in telling who is who.
 */
export function withdrawQuotes(
  judgements: readonly Judgement[],
  schema: Schema,
  attacher: Attacher,
  book: OutcomeBook,
): ReadonlySet<string> {
  const withdrawn = new Set<string>();
  for (const judgement of judgements) {
    if (judgement.verdict !== "not-what-it-says") continue;
    const quoted = claimsQuoted(judgement, attacher);
    const ids = [...quoted, ...readWith(quoted, schema, attacher)].map(({ id }) => id);
    for (const id of ids) withdrawn.add(id);
    const [{ path }] = judgement.seen;
    if (ids.length > 0) {
      book.tell(judgement, "holds", `withdraws what was read in a quote of ${path}`, ids);
    } else {
      const says = `nothing is read any more in the quote of ${path} that it is about`;
      book.tell(judgement, "waits", says);
    }
  }
  return withdrawn;
}

function claimsQuoted({ seen, type }: QuoteJudgement, attacher: Attacher): readonly Claim[] {
  return seen.flatMap((sighting) =>
    claimsAt(sighting, attacher).filter(
      (claim) =>
        type === undefined || (claim.kind === "relation" ? claim.type : claim.property) === type,
    ),
  );
}

/** What was read in a quote together with some claims, and stands on nothing else. */
function readWith(
  quoted: readonly Claim[],
  schema: Schema,
  attacher: Attacher,
): readonly RelationClaim[] {
  const relations = quoted.filter((claim) => claim.kind === "relation");
  const documents = new Set(relations.map(({ document }) => document));
  const beside = [...documents].flatMap((id) => attacher.extraction(id)?.claims ?? []);
  return claimsReadWith(relations, beside, schema);
}

/** Claims that are proved by a quote, wherever it stands since. */
function claimsAt(sighting: Sighting, attacher: Attacher): readonly Claim[] {
  return attacher.documents(sighting).flatMap(({ extraction, worded }) => {
    const found = findQuote(worded, sighting);
    if (found === null) return [];
    return extraction.claims.filter(({ evidence }) =>
      evidence.some(({ span }) => span.start < found.end && found.start < span.end),
    );
  });
}
