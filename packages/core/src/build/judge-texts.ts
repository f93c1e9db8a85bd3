import type { Extraction } from "../model/extraction.js";
import type { Judgement } from "../model/judgement.js";
import type { Schema } from "../model/schema.js";
import { type Attacher, createAttacher } from "../resolve/judge/attach-thing.js";
import type { AttachedPair } from "../resolve/judge/judged-links.js";
import { splitThings } from "../resolve/judge/split-things.js";
import { createOutcomeBook, type OutcomeBook } from "../resolve/judge/tell-outcomes.js";
import { withdrawQuotes } from "../resolve/judge/withdraw-quotes.js";
import type { JudgedReadings } from "./machine-claims.js";

/** What was read in the texts, after people said what is another thing and what a quote does not say. */
export interface JudgedTexts {
  readonly readings: JudgedReadings;
  readonly further: readonly AttachedPair[];
  readonly attacher: Attacher;
  readonly book: OutcomeBook;
}

/** Hears the judgements that are about single reports, before things are united across them. */
export function judgeTexts(
  readings: JudgedReadings,
  judgements: readonly Judgement[],
  schema: Schema,
  pathsOf: (document: string) => readonly string[] | undefined,
): JudgedTexts {
  const book = createOutcomeBook();
  const attachTo = (extractions: readonly Extraction[]) =>
    createAttacher(extractions, schema, pathsOf);
  if (judgements.length === 0) {
    return { readings, further: [], attacher: attachTo(readings.extractions), book };
  }
  const withdrawn = withdrawQuotes(judgements, schema, attachTo(withAdmitted(readings)), book);
  const kept = readings.extractions.map((one) => without(one, withdrawn));
  const split = splitThings(kept, judgements, { attacher: attachTo(kept), book, schema });
  return {
    readings: {
      ...readings,
      extractions: split.extractions,
      admitted: readings.admitted.filter(({ claim }) => !withdrawn.has(claim.id)),
    },
    further: split.pairs,
    attacher: attachTo(split.extractions),
    book,
  };
}

/** Extractions with the claims of programs outside, which may be withdrawn too. */
function withAdmitted({ extractions, admitted }: JudgedReadings): readonly Extraction[] {
  if (admitted.length === 0) return extractions;
  return extractions.map((one) => {
    const others = admitted.filter(({ claim }) => claim.document === one.document.id);
    return { ...one, claims: [...one.claims, ...others.map(({ claim }) => claim)] };
  });
}

function without(extraction: Extraction, withdrawn: ReadonlySet<string>): Extraction {
  if (!extraction.claims.some(({ id }) => withdrawn.has(id))) return extraction;
  return { ...extraction, claims: extraction.claims.filter(({ id }) => !withdrawn.has(id)) };
}
