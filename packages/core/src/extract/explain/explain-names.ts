import type { DocumentEntity } from "../../model/document-entity.js";
import type { Mention } from "../../model/mention.js";
import { compareText } from "../../text/compare.js";
import type { RejectedName } from "../listener.js";
import type { ExplainedName, ExplainedThing, LostName } from "./explanation.js";
import { REASONS } from "./reasons.js";
import { wordsAt } from "./words.js";

/** The names of one sentence, in text order, the longer one first. */
export function explainNames(
  text: string,
  mentions: readonly Mention[],
  things: ReadonlyMap<string, DocumentEntity>,
): ExplainedName[] {
  const sorted = [...mentions].sort((a, b) => a.start - b.start || b.end - a.end);
  let end = -1;
  return sorted.map((mention) => {
    const inside = mention.end <= end;
    end = Math.max(end, mention.end);
    const { type, name, rule, form, score } = mention;
    const thing = things.get(mention.id)?.id ?? null;
    return { ...wordsAt(text, mention), type, name, rule, form, score, thing, inside };
  });
}

/** What became of words of one sentence that might have been names. */
export const explainLost = (text: string, lost: readonly RejectedName[]): LostName[] =>
  lost
    .map(({ span, role, rule, reason, by }) => ({
      ...wordsAt(text, span),
      role,
      rule,
      reason,
      because: REASONS[reason],
      by: by === null ? null : { ...wordsAt(text, by.span), rule: by.rule },
    }))
    .sort((a, b) => a.start - b.start || b.end - a.end || compareText(a.rule, b.rule));

/** The thing that each mention belongs to, by the mention's id. */
export const thingsByMention = (
  entities: readonly DocumentEntity[],
): ReadonlyMap<string, DocumentEntity> =>
  new Map(entities.flatMap((one) => one.mentions.map(({ id }) => [id, one] as const)));

/** A thing with the sentences that name it. */
export const explainThing = ({
  id,
  name,
  type,
  aliases,
  key,
  mentions,
}: DocumentEntity): ExplainedThing => ({
  id,
  name,
  type,
  aliases,
  key,
  sentences: [...new Set(mentions.map(({ sentence }) => sentence + 1))].sort((a, b) => a - b),
});
