import type { DocumentEntity } from "../../model/document-entity.js";
import type { SeizedAmount } from "../../model/quantity.js";
import type { DocumentView } from "../view/document-view.js";
import type { Haul } from "./haul.js";
import type { Seized, Told } from "./operation-frame.js";
import type { PartialFrame } from "./partial-frame.js";

/** What an action caught: one entry the goods and kind of unit, exact figures before bounds. */
export function fillSeized(view: DocumentView, parts: readonly PartialFrame[]): Told<Seized>[] {
  const hauls = parts.flatMap((part) => part.hauls).filter((haul) => !haul.aside);
  const known = new Set(hauls.flatMap((haul) => (haul.goods === null ? [] : [haul.goods])));
  const named = hauls.map((haul) => nameHaul(view, haul, known, parts));
  const kept: Told<Seized>[] = [];
  for (const haul of named) addHaul(kept, haul);
  return dropWrappings(dropTotals(kept));
}

/** The goods of a pronoun or a bare figure: the only one of the action, or the last one told. */
function nameHaul(
  view: DocumentView,
  haul: Haul,
  known: ReadonlySet<DocumentEntity>,
  parts: readonly PartialFrame[],
): Told<Seized> {
  const { amount, sentence } = haul;
  if (haul.goods !== null || haul.generic)
    return { value: { goods: haul.goods, amount }, sentence };
  if (known.size === 1) return { value: { goods: [...known][0] ?? null, amount }, sentence };
  const first = Math.min(parts[0]?.sentence ?? sentence, sentence);
  return {
    value: { goods: lastGoods(view, haul, Math.max(0, first - GOODS_REACH)), amount },
    sentence,
  };
}

/** Sentences before an action that may still name what "the goods" is. */
const GOODS_REACH = 3;

function lastGoods(view: DocumentView, haul: Haul, first: number): DocumentEntity | null {
  for (let sentence = haul.sentence; sentence >= first; sentence -= 1) {
    const items = view.sentences[sentence]?.items ?? [];
    const end = sentence === haul.sentence ? haul.item : items.length;
    for (let at = end - 1; at >= 0; at -= 1) {
      const item = items[at];
      if (item?.kind !== "mention" || item.entity.role !== "goods") continue;
      return item.entity.attributes.unspecified === true ? null : item.entity;
    }
  }
  return null;
}

function addHaul(kept: Told<Seized>[], haul: Told<Seized>): void {
  const { goods, amount } = haul.value;
  const at = kept.findIndex(
    (other) =>
      other.value.goods === goods &&
      (other.value.amount?.unit === amount?.unit || amount === null || other.value.amount === null),
  );
  const other = kept[at];
  if (other === undefined) kept.push(haul);
  else if (isSharper(amount, other.value.amount)) kept[at] = haul;
  else if (
    other.sentence === haul.sentence &&
    amount?.value != null &&
    amount.value !== other.value.amount?.value
  )
    kept.push(haul);
}

const isSharper = (a: SeizedAmount | null, b: SeizedAmount | null): boolean => {
  if (a === null) return false;
  if (b === null || b.value === null) return true;
  return a.qualifier === "eq" && b.qualifier !== "eq" && a.value !== null && b.value <= a.value * 2;
};

/** A nameless total beside named parts of the same unit says nothing of its own. */
function dropTotals(seized: Told<Seized>[]): Told<Seized>[] {
  const named = seized.filter(({ value }) => value.goods !== null && value.amount?.value != null);
  return seized.filter(({ value }) => {
    if (value.goods !== null || named.length === 0) return true;
    const amount = value.amount;
    if (amount?.value == null) return false;
    const total = amount.value;
    return !named.some(({ value: part }) => {
      const weights = part.amount?.kilograms != null && amount.kilograms !== null;
      if (weights) return (amount.kilograms ?? 0) >= (part.amount?.kilograms ?? 0);
      return part.amount?.unit === amount.unit && total >= (part.amount?.value ?? 0);
    });
  });
}

/** Where the weight of the goods is known, the number of its wrappings is not wanted. */
function dropWrappings(seized: Told<Seized>[]): Told<Seized>[] {
  const weighed = new Set(
    seized.filter(({ value }) => value.amount?.kilograms != null).map(({ value }) => value.goods),
  );
  return seized.filter(({ value }) => {
    const unit = value.amount?.unit;
    return (
      !weighed.has(value.goods) ||
      (unit !== "packages" && unit !== "other") ||
      value.amount?.kilograms != null
    );
  });
}
