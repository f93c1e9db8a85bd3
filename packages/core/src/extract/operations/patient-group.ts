import type { NounGroup } from "../syntax/noun-groups.js";
import type { SentenceView } from "../view/sentence-view.js";
import type { TriggerHit } from "./voice.js";

/** What the clause of a verb says it happened to: the subject of a passive, else the object. */
export function patientOf({ syntax }: SentenceView, { from, to }: TriggerHit): NounGroup | null {
  const clause = syntax.clauses.find(({ verb }) => from <= verb.head && verb.head < to);
  if (clause === undefined) return null;
  const { verb, subject, object } = clause;
  return verb.passive || (verb.stand === "participle" && object === null) ? subject : object;
}
