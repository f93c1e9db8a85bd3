// The gate. A program outside may answer what it likes: what enters a case is what stands literally in
// the text, names both of its ends there, is a link that the pack allows, and is meant as our own
// reader of clauses finds it meant. All else is refused by name.

import { createMannerReader, type MannerReader } from "../extract/read-manner.js";
import { createClaim, MODALITY_FACTOR, type Modality, type RelationClaim } from "../model/claim.js";
import { machineRule } from "../model/claim-makers.js";
import type { DocumentEntity } from "../model/document-entity.js";
import { quoteEvidence } from "../model/evidence.js";
import type { Extraction } from "../model/extraction.js";
import type { ReportDocument } from "../model/report-document.js";
import type { Schema } from "../model/schema.js";
import type { TextSpan } from "../model/text-span.js";
import type { DomainPack } from "../packs/domain-pack.js";
import { UNMEASURED } from "../packs/measured.js";
import { compareText } from "../text/compare.js";
import { foldName } from "../text/fold.js";
import { sha256 } from "../text/sha256.js";
import type { MachineAnswer, MachineEnd, MachineReading } from "./machine-answers.js";
import { type EndContext, type FoundEnd, findEnd } from "./machine-ends.js";
import { meantAs } from "./machine-modality.js";
import type { Refusal, RefusalReason } from "./machine-refusals.js";

/** What the gate reads of a pack. */
export type GatePack = Pick<DomainPack, "schema" | "entries" | "identifiers" | "words" | "wording">;

/** A claim that was let in, with its answer and the things that only it names. */
export interface AdmittedClaim {
  readonly claim: RelationClaim;
  readonly things: readonly DocumentEntity[];
  readonly answer: MachineAnswer;
}

/** What became of the answers of one extractor about one document. */
export interface Admission {
  /** Sorted by id of the claim, each once. */
  readonly admitted: readonly AdmittedClaim[];
  /** In the order of the answers. */
  readonly refused: readonly Refusal[];
}

/** Judges the answers about one document: what its own reader and people said of it comes along. */
export type Gate = (extraction: Extraction, reading: MachineReading) => Admission;

/** A gate for a pack; compiling its wording takes some milliseconds, so keep it. */
export function createGate(pack: GatePack): Gate {
  const mannersOf = createMannerReader(pack);
  return (extraction, reading) => {
    const ground: Ground = {
      document: extraction.document,
      extraction,
      extractor: reading.extractor,
      pack,
      manners: mannersOf(extraction),
      unsettled: namesOfSeveralTypes(reading.answers),
    };
    const admitted = new Map<string, AdmittedClaim>();
    const refused: Refusal[] = [];
    for (const answer of reading.answers) {
      const judged = judge(answer, ground);
      if (typeof judged !== "string") admitted.set(judged.claim.id, judged);
      else {
        const { document, extractor } = reading;
        refused.push({ document, extractor, reason: judged, answer });
      }
    }
    const byId = [...admitted].sort(([a], [b]) => compareText(a, b));
    return { admitted: byId.map(([, one]) => one), refused };
  };
}

/** {@link createGate} for the answers about one document. */
export const admitClaims = (
  extraction: Extraction,
  reading: MachineReading,
  pack: GatePack,
): Admission => createGate(pack)(extraction, reading);

interface Ground extends EndContext {
  readonly document: ReportDocument;
  readonly pack: GatePack;
  readonly manners: MannerReader;
}

/** Folded names to which the answers give more than one type. */
function namesOfSeveralTypes(answers: readonly MachineAnswer[]): ReadonlySet<string> {
  const types = new Map<string, Set<string>>();
  for (const end of answers.flatMap(({ subject, object }) => [subject, object])) {
    if (end === null || end.type === null) continue;
    const name = foldName(end.name);
    types.set(name, (types.get(name) ?? new Set()).add(end.type));
  }
  return new Set([...types].flatMap(([name, told]) => (told.size > 1 ? [name] : [])));
}

/** An answer that says all that a claim needs. */
interface Stated {
  readonly subject: MachineEnd;
  readonly type: string;
  readonly object: MachineEnd;
  readonly quote: string;
}

function judge(answer: MachineAnswer, ground: Ground): AdmittedClaim | RefusalReason {
  const { subject, type, object, quote } = answer;
  if (subject === null || type === null || object === null || quote === null) return "no-claim";
  if (ground.pack.schema.relation(type) === undefined) return "unknown-relation";
  if (!Object.hasOwn(MODALITY_FACTOR, answer.modality ?? "asserted")) return "unknown-modality";
  const stated = { subject, type, object, quote };
  let first: RefusalReason = "quote-not-in-text";
  for (const [index, span] of placesOf(ground.document.text, quote).entries()) {
    const judged = judgeAt(span, stated, answer, ground);
    if (typeof judged !== "string") return judged;
    if (index === 0) first = judged;
  }
  return first;
}

/** More places than these are looked at for no quote. */
const MOST_PLACES = 50;

/** Where a quote stands, in text order. */
function placesOf(text: string, quote: string): readonly TextSpan[] {
  const places: TextSpan[] = [];
  for (let start = text.indexOf(quote); start >= 0 && places.length < MOST_PLACES; ) {
    places.push({ start, end: start + quote.length });
    start = text.indexOf(quote, start + 1);
  }
  return places;
}

/** An answer with its quote at one of the places where it stands; the first that holds counts. */
function judgeAt(
  span: TextSpan,
  stated: Stated,
  answer: MachineAnswer,
  ground: Ground,
): AdmittedClaim | RefusalReason {
  const subject = findEnd(stated.subject, span, ground);
  if (typeof subject === "string") return subject;
  const object = findEnd(stated.object, span, ground);
  if (typeof object === "string") return object;
  const ends = orderEnds(stated.type, subject, object, ground.pack.schema);
  if (typeof ends === "string") return ends;
  const [first, ...more] = [...subject.at, ...object.at];
  if (first === undefined) return "end-not-in-quote";
  const manner = ground.manners(span, [first, ...more]);
  if (manner === "not-read") return "quote-not-read";
  if (manner === "several-sentences") return "quote-of-several-sentences";
  const modality = meantAs(answer.modality, manner.modality);
  if (typeof modality !== "object") return modality;
  const link = { type: stated.type, ends, sentence: manner.sentence };
  if (isRead(link, ground)) return "read-already";
  const claim = toClaim(span, link, { modality: modality.modality, answer }, ground);
  const things = ends.flatMap(({ thing, isNew }) => (isNew ? [thing] : []));
  return { claim, things, answer };
}

type Ends = readonly [FoundEnd, FoundEnd];

/** The ends in the order that the schema has them; a symmetric type may be told either way round. */
function orderEnds(
  type: string,
  subject: FoundEnd,
  object: FoundEnd,
  schema: Schema,
): Ends | RefusalReason {
  if (subject.thing.id === object.thing.id) return "same-ends";
  if (schema.accepts(type, subject.thing.type, object.thing.type)) return [subject, object];
  const isTurned =
    schema.relation(type)?.symmetric === true &&
    schema.accepts(type, object.thing.type, subject.thing.type);
  return isTurned ? [object, subject] : "ends-not-allowed";
}

interface Link {
  readonly type: string;
  readonly ends: Ends;
  readonly sentence: number;
}

/** Whether a claim of the document says the same of the same things in the same sentence. */
function isRead({ type, ends, sentence }: Link, { extraction, pack }: Ground): boolean {
  const [subject, object] = ends.map(({ thing }) => thing.id);
  const isSymmetric = pack.schema.relation(type)?.symmetric === true;
  return extraction.claims.some(
    (claim) =>
      claim.kind === "relation" &&
      claim.type === type &&
      ((claim.subject === subject && claim.object === object) ||
        (isSymmetric && claim.subject === object && claim.object === subject)) &&
      claim.evidence.some((quote) => quote.sentence === sentence),
  );
}

/** As sure as a rule that nobody measured, and less where the program or the text says so. */
function toClaim(
  span: TextSpan,
  { type, ends, sentence }: Link,
  { modality, answer }: { readonly modality: Modality; readonly answer: MachineAnswer },
  { document, extractor }: Ground,
): RelationClaim {
  const rule = machineRule(extractor);
  const [subject, object] = [ends[0].thing.id, ends[1].thing.id];
  const wording = rounded((answer.confidence ?? 1) * MODALITY_FACTOR[modality]);
  const said = [modality, wording].join(" ");
  const place = `${span.start}-${span.end}`;
  const key = [document.id, rule, subject, type, object, place, said].join("\u0001");
  return createClaim<RelationClaim>({
    id: `claim:${sha256(key).slice(0, 20)}`,
    kind: "relation",
    document: document.id,
    subject,
    type,
    object,
    modality,
    attributedTo: null,
    extractor: rule,
    rule,
    confidence: rounded(UNMEASURED * wording),
    confidenceRule: UNMEASURED,
    confidenceWording: wording,
    evidence: [quoteEvidence(document, sentence, span)],
    qualifiers: {},
  });
}

const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;
