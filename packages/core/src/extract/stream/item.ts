import type { DocumentEntity } from "../../model/document-entity.js";
import type { Mention } from "../../model/mention.js";
import type { TextSpan } from "../../model/text-span.js";
import type { WordSlot } from "../../packs/word-slots.js";
import type { DateItem } from "../dates/date-expression.js";
import type { QuantityItem } from "../quantities/quantity-item.js";

interface ItemBase extends TextSpan {
  /** Word lists that hold it. */
  readonly lists: ReadonlySet<WordSlot>;
  /** Folded text of a word, the sign itself for a mark, empty for the rest. */
  readonly word: string;
  /** Index of the item's first token in its sentence. */
  readonly token: number;
}

interface WordItem extends ItemBase {
  readonly kind: "word";
  /** True where the text writes it with a capital. */
  readonly capital: boolean;
}

interface MarkItem extends ItemBase {
  readonly kind: "mark";
}

export interface MentionItem extends ItemBase {
  readonly kind: "mention";
  readonly mention: Mention;
  readonly entity: DocumentEntity;
  /** Folded last word, which may be a unit: `ivory tusks`. */
  readonly last: string;
}

export interface FigureItem extends ItemBase {
  readonly kind: "quantity";
  readonly quantity: QuantityItem;
}

interface TimeItem extends ItemBase {
  readonly kind: "date";
  readonly date: DateItem;
}

/** One step of a sentence as rules see it: a word, a sign, a name, a figure or a time. */
export type Item = WordItem | MarkItem | MentionItem | FigureItem | TimeItem;

/** The word at a place, or an empty one outside the list. */
export const wordAt = (items: readonly Item[], at: number): string => items[at]?.word ?? "";
