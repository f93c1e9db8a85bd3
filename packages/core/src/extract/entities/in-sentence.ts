import type { Mention } from "../../model/mention.js";

/** Mentions of a list that stand in a sentence, by the sentence's index; in the order of the list. */
export type InSentence = (sentence: number) => readonly Mention[];

const NONE: readonly Mention[] = [];

/** The mentions of a list by sentence, so that nobody looks through a report for the few beside a name. */
export function inSentence(mentions: readonly Mention[]): InSentence {
  const bySentence = new Map<number, Mention[]>();
  for (const mention of mentions) {
    const list = bySentence.get(mention.sentence);
    if (list === undefined) bySentence.set(mention.sentence, [mention]);
    else list.push(mention);
  }
  return (sentence) => bySentence.get(sentence) ?? NONE;
}
