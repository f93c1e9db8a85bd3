import type { DocumentEntity } from "../../model/document-entity.js";
import type { Extraction } from "../../model/extraction.js";
import type { SeenThing, Sighting } from "../../model/judgement.js";
import { compareText } from "../../text/compare.js";
import { foldName } from "../../text/fold.js";

/** Reports in which a thing is remembered: losing one of them then loses no judgement. */
const MOST_SEEN = 4;

/** What an id stands for, as a person would have seen it; null for a thing that no report quotes. */
export function describeThings(
  members: readonly DocumentEntity[],
  extractionOf: (document: string) => Extraction | undefined,
  name: string,
): SeenThing | null {
  const [first] = members;
  if (first === undefined) return null;
  const byDocument = new Map(
    [...members].sort((x, y) => compareText(y.id, x.id)).map((one) => [one.document, one]),
  );
  const seen = [...byDocument]
    .sort(([x], [y]) => compareText(x, y))
    .flatMap(([document, member]) => {
      const extraction = extractionOf(document);
      return extraction === undefined ? [] : (sightingOf(member, extraction, name) ?? []);
    })
    .slice(0, MOST_SEEN);
  return seen.length === 0 ? null : { type: first.type, name, seen };
}

function sightingOf(
  member: DocumentEntity,
  { document, claims }: Extraction,
  name: string,
): Sighting | null {
  const { id, path, text, sentences } = document;
  const [mention] = member.mentions;
  if (mention === undefined) {
    const told = claims.find(
      (claim) =>
        claim.subject === member.id || (claim.kind === "relation" && claim.object === member.id),
    );
    const [evidence] = told?.evidence ?? [];
    if (evidence === undefined) return null;
    return { document: id, path, quote: evidence.quote, ...evidence.span };
  }
  const sentence = sentences[mention.sentence];
  if (sentence === undefined) return null;
  const { start, end } = sentence;
  const spelled = foldName(mention.name) === foldName(name) ? {} : { name: mention.name };
  const quote = text.slice(start, end);
  return { document: id, path, quote, start, end, at: mention.start - start, ...spelled };
}
