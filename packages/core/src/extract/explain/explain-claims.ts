import type { Claim } from "../../model/claim.js";
import type { DocumentEntity } from "../../model/document-entity.js";
import type { ReportDocument } from "../../model/report-document.js";
import type { TextSpan } from "../../model/text-span.js";
import type { Carrier, ExplainedAction, ExplainedClaim, ThingRef, Words } from "./explanation.js";
import type { Heard } from "./listen.js";
import { wordsAt } from "./words.js";

/** What explaining a claim looks at. */
export interface ClaimSources {
  readonly document: ReportDocument;
  readonly things: ReadonlyMap<string, DocumentEntity>;
  readonly actions: ReadonlyMap<string, ExplainedAction>;
  readonly readings: Heard["readings"];
}

/** A claim with the words that carry it. */
export function explainClaim(claim: Claim, sources: ClaimSources): ExplainedClaim {
  const { document, readings } = sources;
  const reading = readings.get(claim.id);
  const object = claim.kind === "relation" ? refOf(sources, claim.object) : null;
  const sentence = reading?.sentence ?? claim.evidence[0].sentence;
  const { id, qualifiers, modality, attributedTo, extractor, rule } = claim;
  const { confidence, confidenceRule, confidenceWording } = claim;
  return {
    id,
    type: claim.kind === "relation" ? claim.type : claim.property,
    subject: refOf(sources, claim.subject),
    object,
    value: claim.kind === "relation" ? null : claim.value,
    qualifiers,
    modality,
    stands: modality !== "denied" && modality !== "hypothetical",
    attributedTo,
    extractor,
    rule,
    confidence,
    confidenceRule,
    confidenceWording,
    sentence: sentence + 1,
    sentences: [...new Set(claim.evidence.map((one) => one.sentence + 1))],
    ...carrierOf(claim, sentence, sources),
    slots: (reading?.ends ?? []).map(({ slot, span }) => ({
      slot,
      words: span === null ? null : wordsAt(document.text, span),
    })),
  };
}

function refOf({ things }: ClaimSources, id: string): ThingRef {
  const thing = things.get(id);
  return { id, name: thing?.name ?? id, type: thing?.type ?? "" };
}

interface Carried {
  readonly carrier: Carrier;
  readonly words: readonly Words[];
}

function carrierOf(
  claim: Claim,
  sentence: number,
  { document, readings, actions, things }: ClaimSources,
): Carried {
  const reading = readings.get(claim.id);
  const { text } = document;
  if (reading !== undefined) return { carrier: "predicate", words: [wordsAt(text, reading.span)] };
  const object = claim.kind === "relation" ? claim.object : claim.subject;
  const action = actions.get(claim.subject) ?? actions.get(object);
  if (action !== undefined) {
    const { start, end } = document.sentences[sentence] ?? { start: 0, end: 0 };
    const own = action.words.filter((one) => one.start >= start && one.end <= end);
    return { carrier: "action", words: own.length > 0 ? own : action.words };
  }
  const ends = [things.get(claim.subject), things.get(object)] as const;
  const named = claim.kind === "relation" && ends.every((one) => (one?.mentions.length ?? 0) > 0);
  if (!named) return { carrier: "sentence", words: [] };
  const between = spanBetween(...ends, sentence);
  if (between === null) return { carrier: "names", words: [] };
  return { carrier: "between", words: [trimmed(wordsAt(text, between))] };
}

const WIDEST = 160;

/** The words between the names of two things that stand nearest in a sentence. */
function spanBetween(
  a: DocumentEntity | undefined,
  b: DocumentEntity | undefined,
  sentence: number,
): TextSpan | null {
  const named = (one: DocumentEntity | undefined) =>
    (one?.mentions ?? []).filter((mention) => mention.sentence === sentence).slice(0, 20);
  let best: TextSpan | null = null;
  for (const left of named(a))
    for (const right of named(b)) {
      const [first, second] = left.start < right.start ? [left, right] : [right, left];
      const gap = { start: first.end, end: second.start };
      const shorter = best === null || gap.end - gap.start < best.end - best.start;
      if (gap.end > gap.start && gap.end - gap.start <= WIDEST && shorter) best = gap;
    }
  return best;
}

function trimmed({ start, text }: Words): Words {
  const from = start + text.length - text.trimStart().length;
  const inner = text.trim();
  return { start: from, end: from + inner.length, text: inner };
}
