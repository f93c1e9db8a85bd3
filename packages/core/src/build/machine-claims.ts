// Where answers from outside meet the rest of a case. The things that they name are resolved like all
// others; their claims come in only after resolution, so that nothing a program says decides who is who.
import type { Claim, RelationClaim } from "../model/claim.js";
import { machineRule } from "../model/claim-makers.js";
import type { DocumentEntity } from "../model/document-entity.js";
import type { Resolution } from "../model/entity.js";
import type { Extraction } from "../model/extraction.js";
import type { Schema } from "../model/schema.js";
import { compareText } from "../text/compare.js";
import { type AdmittedClaim, createGate, type Gate, type GatePack } from "./admit-claims.js";
import { type MachineReading, sortReadings } from "./machine-answers.js";
import {
  countReasons,
  type MachineTally,
  type Refusal,
  type RefusalReason,
} from "./machine-refusals.js";

/** What became of all that programs outside answered. */
export interface MachineWork {
  /** Answers about documents of the case, in the order a case keeps them. */
  readonly readings: readonly MachineReading[];
  /** In the order of readings. */
  readonly refused: readonly Refusal[];
  /** One an extractor, by name. */
  readonly tallies: readonly MachineTally[];
}

/** Answers that went through the gate. */
export interface JudgedReadings {
  /** Extractions with the things that only admitted claims name. */
  readonly extractions: readonly Extraction[];
  readonly readings: readonly MachineReading[];
  readonly admitted: readonly (AdmittedClaim & Pick<MachineReading, "extractor">)[];
  readonly refused: readonly Refusal[];
}

/**
 * Judges what programs outside answered about some documents; answers about others are left out.
 * @param extractions what rules and people say, which answers are held against
 */
export function judgeReadings(
  extractions: readonly Extraction[],
  readings: readonly MachineReading[],
  pack: GatePack,
): JudgedReadings {
  const byDocument = new Map(extractions.map((one) => [one.document.id, one]));
  const used = sortReadings(readings.filter(({ document }) => byDocument.has(document)));
  const gate: Gate | null = used.length === 0 ? null : createGate(pack);
  const admitted: JudgedReadings["admitted"][number][] = [];
  const refused: Refusal[] = [];
  const things = new Map<string, DocumentEntity[]>();
  for (const reading of used) {
    const extraction = byDocument.get(reading.document);
    if (extraction === undefined || gate === null) continue;
    const found = gate(extraction, reading);
    refused.push(...found.refused);
    for (const one of found.admitted) {
      admitted.push({ ...one, extractor: reading.extractor });
      things.set(reading.document, [...(things.get(reading.document) ?? []), ...one.things]);
    }
  }
  return {
    extractions: extractions.map((one) => withThings(one, things.get(one.document.id) ?? [])),
    readings: used,
    admitted,
    refused,
  };
}

/** Of things of one id the first extractor's stands; its spelling is the least, whatever the order. */
function withThings(extraction: Extraction, things: readonly DocumentEntity[]): Extraction {
  if (things.length === 0) return extraction;
  const ordered = [...things].sort((a, b) => compareText(a.name, b.name));
  const all = new Map([...ordered.reverse(), ...extraction.entities].map((one) => [one.id, one]));
  return {
    ...extraction,
    entities: [...all.values()].sort((a, b) => compareText(a.id, b.id)),
  };
}

/**
 * A resolution with the admitted claims among its own. One whose ends turned out to be the same thing,
 * or of types that the schema does not join, is refused after all.
 */
export function carryClaims(
  resolution: Resolution,
  judged: JudgedReadings,
  schema: Schema,
): { readonly resolution: Resolution; readonly work: MachineWork } {
  const { readings, admitted } = judged;
  const canonical = new Map(
    resolution.entities.flatMap((entity) => entity.members.map((id) => [id, entity] as const)),
  );
  const carried: Claim[] = [];
  const refused: Refusal[] = [...judged.refused];
  for (const { claim, answer, extractor } of admitted) {
    const [subject, object] = [canonical.get(claim.subject), canonical.get(claim.object)];
    if (subject === undefined || object === undefined)
      throw new TypeError(`resolution lost an end of ${claim.id}`);
    const reason = refusedEnds(claim, subject, object, schema);
    if (reason === null) carried.push({ ...claim, subject: subject.id, object: object.id });
    else refused.push({ document: claim.document, extractor, reason, answer });
  }
  const claims = [...resolution.claims, ...carried].sort((a, b) => compareText(a.id, b.id));
  return {
    resolution: carried.length === 0 ? resolution : { ...resolution, claims },
    work: { readings, refused: sortRefusals(refused), tallies: tally(readings, carried, refused) },
  };
}

interface ResolvedEnd {
  readonly id: string;
  readonly type: string;
}

function refusedEnds(
  { type }: RelationClaim,
  subject: ResolvedEnd,
  object: ResolvedEnd,
  schema: Schema,
): RefusalReason | null {
  if (subject.id === object.id) return "same-ends";
  return schema.accepts(type, subject.type, object.type) ? null : "ends-not-allowed";
}

const sortRefusals = (refused: readonly Refusal[]): readonly Refusal[] =>
  refused
    .map((one) => [JSON.stringify([one.document, one.extractor, one.answer]), one] as const)
    .sort(([a], [b]) => compareText(a, b))
    .map(([, one]) => one);

function tally(
  readings: readonly MachineReading[],
  carried: readonly Claim[],
  refused: readonly Refusal[],
): readonly MachineTally[] {
  const names = [...new Set(readings.map(({ extractor }) => extractor))].sort();
  return names.map((extractor) => {
    const own = readings.filter((reading) => reading.extractor === extractor);
    return {
      extractor,
      documents: own.length,
      answers: own.reduce((sum, { answers }) => sum + answers.length, 0),
      admitted: carried.filter((claim) => claim.extractor === machineRule(extractor)).length,
      refused: countReasons(refused.filter((one) => one.extractor === extractor)),
    };
  });
}
