// Claims from elsewhere enter a case as if an extractor had made them: each quote must stand in the
// stored text, each end must be a thing that the document names. They join the document's own
// entities, so that resolution treats both alike.
import { RedthreadError } from "../errors/redthread-error.js";
import { type Claim, createClaim, type PropertyClaim, type RelationClaim } from "../model/claim.js";
import { PEOPLE } from "../model/claim-makers.js";
import type { DocumentEntity } from "../model/document-entity.js";
import { type Evidence, quoteEvidence } from "../model/evidence.js";
import type { Extraction } from "../model/extraction.js";
import type { ReportDocument } from "../model/report-document.js";
import { compareText } from "../text/compare.js";
import { foldName } from "../text/fold.js";
import { sha256 } from "../text/sha256.js";
import { claimInvalid, type ExternalClaim, type ExternalEnd } from "./external-claim-lines.js";
import { createNamed, sentenceAt, type ThingPack } from "./named-things.js";

/** Extractions with the external claims of their documents among their own. */
export interface ClaimedExtractions {
  readonly extractions: readonly Extraction[];
  /** Claims about documents that are not in the case, in the order given. */
  readonly unused: readonly ExternalClaim[];
}

/**
 * Adds external claims to the extractions of their documents.
 * @throws RedthreadError `EVIDENCE_NOT_IN_TEXT` for a quote or a name that does not stand in the
 *   document; `CLAIM_INVALID` for an end that cannot be named.
 */
export function addExternalClaims(
  extractions: readonly Extraction[],
  claims: readonly ExternalClaim[],
  pack: ThingPack,
): ClaimedExtractions {
  if (claims.length === 0) return { extractions, unused: [] };
  const byDocument = new Map<string, ExternalClaim[]>();
  for (const claim of claims) {
    const known = byDocument.get(claim.document);
    if (known === undefined) byDocument.set(claim.document, [claim]);
    else known.push(claim);
  }
  const present = new Set(extractions.map(({ document }) => document.id));
  return {
    extractions: extractions.map((extraction) =>
      withClaims(extraction, byDocument.get(extraction.document.id) ?? [], pack),
    ),
    unused: claims.filter(({ document }) => !present.has(document)),
  };
}

function withClaims(
  extraction: Extraction,
  claims: readonly ExternalClaim[],
  pack: ThingPack,
): Extraction {
  if (claims.length === 0) return extraction;
  const { document } = extraction;
  const entities = new Map(extraction.entities.map((entity) => [entity.id, entity]));
  const endOf = (end: ExternalEnd, line: number): DocumentEntity => {
    const found =
      findNamed([...entities.values()], end, pack) ?? nameThing(document, end, line, pack);
    entities.set(found.id, found);
    return found;
  };
  const made = claims.map((claim) => toClaim(document, claim, endOf));
  const all = new Map([...extraction.claims, ...made].map((claim) => [claim.id, claim]));
  return {
    document,
    entities: [...entities.values()].sort((a, b) => compareText(a.id, b.id)),
    claims: [...all.values()],
  };
}

function toClaim(
  document: ReportDocument,
  claim: ExternalClaim,
  endOf: (end: ExternalEnd, line: number) => DocumentEntity,
): Claim {
  const { said, line, by, modality, attributedTo, confidence, qualifiers } = claim;
  const subject = endOf(claim.subject, line);
  const evidence = claim.quotes.map(({ quote, start }) => findQuote(document, quote, start, line));
  const object = said.kind === "relation" ? endOf(said.object, line) : null;
  const content = said.kind === "relation" ? [said.type, object?.id] : [said.property, said.value];
  const spans = evidence.map(({ span }) => `${span.start}-${span.end}`);
  const manner = JSON.stringify([modality, attributedTo, confidence, qualifiers]);
  const key = [document.id, by, subject.id, ...content, ...spans, manner].join("\u0001");
  const base = {
    id: `claim:${sha256(key).slice(0, 20)}`,
    document: document.id,
    subject: subject.id,
    modality,
    attributedTo,
    extractor: PEOPLE,
    rule: `external.${by}`,
    // Who brought the claim in says how sure it is; its wording was not read by a rule of ours.
    confidence,
    confidenceRule: confidence,
    confidenceWording: 1,
    evidence,
    qualifiers,
  };
  if (said.kind === "property") {
    const { property, value } = said;
    return createClaim<PropertyClaim>({ ...base, kind: "property", property, value });
  }
  const { type } = said;
  return createClaim<RelationClaim>({ ...base, kind: "relation", type, object: object?.id ?? "" });
}

function findQuote(
  document: ReportDocument,
  quote: string,
  start: number | null,
  line: number,
): Evidence {
  const at = start ?? document.text.indexOf(quote);
  if (at < 0 || document.text.slice(at, at + quote.length) !== quote) {
    const where = start === null ? "" : ` at ${start}`;
    throw notInText(line, `quotes words that do not stand${where} in \`${document.id}\``);
  }
  return quoteEvidence(document, sentenceAt(document, at), { start: at, end: at + quote.length });
}

/** The thing of the document that bears the name, by its fullest spelling or another one. */
function findNamed(
  entities: readonly DocumentEntity[],
  { type, name }: ExternalEnd,
  { schema }: ThingPack,
): DocumentEntity | undefined {
  const wanted = foldName(name);
  const fitting = entities.filter((one) => schema.lineage(one.type).includes(type));
  return (
    fitting.find((one) => foldName(one.name) === wanted) ??
    fitting.find((one) => one.aliases.some((alias) => foldName(alias) === wanted))
  );
}

/** A thing that extraction did not find, made of every place where its name stands in the text. */
function nameThing(
  document: ReportDocument,
  { type, name }: ExternalEnd,
  line: number,
  pack: ThingPack,
): DocumentEntity {
  const naming = { type, name, rule: "external", score: NAMED, taken: [] };
  const made = createNamed(document, naming, pack);
  if (made === null) {
    throw claimInvalid(line, `has an end of type ${type}, which no name stands for`);
  }
  if (made.mentions.length > 0) return made;
  throw notInText(line, `names \`${name}\`, which does not stand in \`${document.id}\``);
}

/** As sure as people are of a name they read themselves. */
const NAMED = 0.9;

const notInText = (line: number, what: string): RedthreadError =>
  new RedthreadError(
    "EVIDENCE_NOT_IN_TEXT",
    `Line ${line} of claims.external.jsonl ${what}. Copy quotes and names from the stored text.`,
  );
