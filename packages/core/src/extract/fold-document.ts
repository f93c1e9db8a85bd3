// Rules read a report without the characters that print nothing, and rows of tables as the sentences that
// their cells make. What they find is told in offsets of the report as it stands, so that quotes are the
// very text; names are those that were read.
import type { Claim } from "../model/claim.js";
import type { DocumentEntity } from "../model/document-entity.js";
import { type Evidence, quoteEvidence } from "../model/evidence.js";
import type { Extraction } from "../model/extraction.js";
import type { Mention } from "../model/mention.js";
import type { ReportDocument } from "../model/report-document.js";
import { type FoldedText, foldText } from "../text/invisible.js";
import { speakRows } from "./speak-rows.js";

/** A report as rules read it, with the way back for what they find. */
export interface FoldedDocument {
  readonly document: ReportDocument;
  /** Null where the report has no such characters. */
  readonly text: FoldedText | null;
  readonly unfold: (extraction: Extraction) => Extraction;
}

/** A report as rules read it; the very report where nothing is left out of it or put in. */
export function foldDocument(document: ReportDocument): FoldedDocument {
  const folded = foldAll(document);
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

/** Rows said, then what prints nothing left out; null where the text is read as it stands. */
function foldAll(document: ReportDocument): FoldedText | null {
  const said = speakRows(document);
  const folded = foldText(said?.text ?? document.text);
  if (said === null || folded === null) return said ?? folded;
  return {
    text: folded.text,
    whole: (span) => said.whole(folded.whole(span)),
    folded: (span) => folded.folded(said.folded(span)),
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
