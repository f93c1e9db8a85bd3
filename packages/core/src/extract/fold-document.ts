// Rules read a report without the characters that print nothing. What they find is told in offsets of the
// report as it stands, so that quotes are the very text; names are those that were read.
import type { Claim } from "../model/claim.js";
import type { DocumentEntity } from "../model/document-entity.js";
import { type Evidence, quoteEvidence } from "../model/evidence.js";
import type { Extraction } from "../model/extraction.js";
import type { Mention } from "../model/mention.js";
import type { ReportDocument } from "../model/report-document.js";
import { type FoldedText, foldText } from "../text/invisible.js";

/** A report as rules read it, with the way back for what they find. */
export interface FoldedDocument {
  readonly document: ReportDocument;
  /** Null where the report has no such characters. */
  readonly text: FoldedText | null;
  readonly unfold: (extraction: Extraction) => Extraction;
}

/** A report without characters that print nothing; the very report where it has none. */
export function foldDocument(document: ReportDocument): FoldedDocument {
  const folded = foldText(document.text);
  if (folded === null) return { document, text: null, unfold: (extraction) => extraction };
  const place = <T extends { start: number; end: number }>(one: T): T => ({
    ...one,
    ...folded.folded(one),
  });
  return {
    document: {
      ...document,
      text: folded.text,
      blocks: document.blocks.map(place),
      sentences: document.sentences.map(place),
    },
    text: folded,
    unfold: ({ entities, claims }) => ({
      document,
      entities: entities.map((entity) => unfoldEntity(entity, folded)),
      claims: claims.map((claim) => unfoldClaim(claim, document, folded)),
    }),
  };
}

const unfoldEntity = (entity: DocumentEntity, folded: FoldedText): DocumentEntity => ({
  ...entity,
  mentions: entity.mentions.map((mention) => unfoldMention(mention, entity.document, folded)),
});

function unfoldMention(mention: Mention, document: string, { whole }: FoldedText): Mention {
  const { start, end } = whole(mention);
  return { ...mention, id: `${document}:${start}-${end}:${mention.type}`, start, end };
}

function unfoldClaim(claim: Claim, document: ReportDocument, { whole }: FoldedText): Claim {
  const unfold = ({ sentence, span }: Evidence): Evidence =>
    quoteEvidence(document, sentence, whole(span));
  const [first, ...others] = claim.evidence;
  return { ...claim, evidence: [unfold(first), ...others.map(unfold)] };
}
