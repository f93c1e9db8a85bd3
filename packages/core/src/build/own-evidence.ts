import type { Claim } from "../model/claim.js";
import type { DocumentEntity } from "../model/document-entity.js";
import type { Resolution } from "../model/entity.js";
import type { Evidence } from "../model/evidence.js";

/**
 * The sentences that say what a thing without a name is, such as an action: those of its own
 * properties, else of the claims about it that need one sentence only, else of all.
 */
export function ownEvidence(claims: readonly Claim[]): readonly Evidence[] {
  const properties = claims.filter((claim) => claim.kind === "property");
  const single = claims.filter((claim) => claim.evidence.length === 1);
  const telling = [properties, single].find((some) => some.length > 0) ?? claims;
  return telling.flatMap((claim) => claim.evidence);
}

/** Whether a quote is of one of a nameless thing's own sentences, by entity id. */
export function indexOwnEvidence(
  { entities, claims }: Pick<Resolution, "entities" | "claims">,
  membersIn: (entity: string, document: string) => readonly DocumentEntity[],
): (entity: string, quote: Evidence) => boolean {
  const nameless = new Map<string, Claim[]>();
  for (const { id, documents } of entities) {
    const isNamed = documents.some((document) =>
      membersIn(id, document).some((member) => member.mentions.length > 0),
    );
    if (!isNamed) nameless.set(id, []);
  }
  for (const claim of claims) {
    nameless.get(claim.subject)?.push(claim);
    if (claim.kind === "relation") nameless.get(claim.object)?.push(claim);
  }
  const sentences = new Map(
    [...nameless].map(([id, about]) => [id, new Set(ownEvidence(about).map(sentenceOf))]),
  );
  return (entity, quote) => sentences.get(entity)?.has(sentenceOf(quote)) ?? false;
}

const sentenceOf = ({ document, sentence }: Evidence): string => `${document}:${sentence}`;
