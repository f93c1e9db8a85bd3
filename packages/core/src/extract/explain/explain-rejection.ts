import type { DocumentEntity } from "../../model/document-entity.js";
import type { ExplainedRejection, ThingRef } from "./explanation.js";
import type { HeardRejection } from "./listen.js";
import { REASONS } from "./reasons.js";
import { wordsAt } from "./words.js";

/** A rejection in plain data. */
export function explainRejection(text: string, heard: HeardRejection): ExplainedRejection {
  const { span, reason, extractor, rule, type, subjects, objects, sought } = heard;
  return {
    ...wordsAt(text, span),
    reason,
    because: REASONS[reason],
    extractor,
    rule,
    type,
    subjects: subjects.map(refOf),
    objects: objects.map(refOf),
    sought,
    idle: type !== null && subjects.length + objects.length === 0,
  };
}

const refOf = ({ id, name, type }: DocumentEntity): ThingRef => ({ id, name, type });
