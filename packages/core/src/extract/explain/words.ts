import type { TextSpan } from "../../model/text-span.js";
import type { NounGroup } from "../syntax/noun-groups.js";
import type { SentenceView } from "../view/sentence-view.js";
import type { Words } from "./explanation.js";

/** The words at a span of a text. */
export const wordsAt = (text: string, { start, end }: TextSpan): Words => ({
  start,
  end,
  text: text.slice(start, end),
});

/** The words of items `from` up to but not including `to`. */
export function itemWords(text: string, view: SentenceView, from: number, to: number): Words {
  const { items, sentence } = view;
  const start = items[from]?.start ?? sentence.end;
  return wordsAt(text, { start, end: Math.max(start, items[to - 1]?.end ?? start) });
}

/** The words of a noun group alone. */
export const groupWords = (text: string, view: SentenceView, { from, to }: NounGroup): Words =>
  itemWords(text, view, from, to);
