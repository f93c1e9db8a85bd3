import { modalityAt } from "../cues/read-cues.js";
import type { QuantityItem } from "../quantities/quantity-item.js";
import type { Item } from "../stream/item.js";
import { wordAt } from "../stream/item.js";
import { listFrom, ofRoles } from "../stream/lists.js";
import type { RuleBook } from "../view/rule-book.js";
import type { SentenceView } from "../view/sentence-view.js";
import { is } from "../words/read-tokens.js";
import { amountOf, type Haul } from "./haul.js";
import { goodsAt, type HaulGround, type Reading, readAmount, readOf } from "./read-amount.js";
import type { ItemRange } from "./voice.js";

/** The amounts of goods in a stretch of a sentence, in text order. */
export function findHauls(
  view: SentenceView,
  sentence: number,
  range: ItemRange,
  book: RuleBook,
): Haul[] {
  const { items } = view;
  const hauls: Haul[] = [];
  const ground: HaulGround = { items, range, book, taken: new Set() };
  for (let at = range.from; at < range.to; at += 1) {
    const item = items[at];
    if (item?.kind === "word" && is(item, "unmeasured_nouns") && isCaught(view, at))
      addUnmeasured(hauls, ground, sentence, at);
    if (item?.kind !== "quantity") continue;
    const reading = readAmount(ground, at, item.quantity);
    if (reading === null) continue;
    const modality = modalityAt(view.cues, at);
    if (modality === "denied" || modality === "void" || modality === "hypothetical") continue;
    addHaul(hauls, view, sentence, at, item.quantity, reading);
    if (reading.generic) addIncluded(hauls, items, sentence, reading.end, range);
  }
  return hauls;
}

const isCaught = (view: SentenceView, at: number): boolean =>
  ["asserted", "alleged", "attempted"].includes(modalityAt(view.cues, at));

/** `7 kg of goods were seized, including horn and ivory`: parts without a figure. */
function addIncluded(
  hauls: Haul[],
  items: readonly Item[],
  sentence: number,
  from: number,
  range: ItemRange,
): void {
  const at = items.findIndex(
    (item, place) => place >= from && place < range.to && is(item, "including_word"),
  );
  const first = at < 0 ? -1 : at + 1;
  if (goodsAt(items, first) === null) return;
  for (const place of listFrom(items, first, ofRoles("goods"), range.to)) {
    const goods = goodsAt(items, place);
    if (goods === null || goods.attributes.unspecified === true) continue;
    hauls.push({ goods, generic: false, amount: null, sentence, item: place, aside: false });
  }
}

/** `an undisclosed quantity of ivory`: caught, but not measured. */
function addUnmeasured(hauls: Haul[], ground: HaulGround, sentence: number, at: number): void {
  const reading = readOf(ground, at + 1, { unit: null, class: null });
  if (reading === null || (reading.goods === null && !reading.generic)) return;
  const { goods, generic } = reading;
  hauls.push({ goods, generic, amount: null, sentence, item: at, aside: false });
}

function addHaul(
  hauls: Haul[],
  view: SentenceView,
  sentence: number,
  at: number,
  quantity: QuantityItem,
  reading: Reading,
): void {
  const { items } = view;
  const last = hauls.at(-1);
  const each = is(items[reading.end], "each_words");
  if (
    each &&
    last?.amount?.value != null &&
    (last.amount.unit === "packages" || last.amount.unit === "other")
  ) {
    hauls.pop();
    const amount = amountOf(quantity, reading.unit, last.amount.value);
    hauls.push({ ...last, amount, goods: reading.goods ?? last.goods });
    return;
  }
  const before = wordAt(items, at - 1);
  const aside =
    last !== undefined &&
    (before === "(" || is(items[at - 1], "alternative")) &&
    at - last.item <= 8;
  hauls.push({
    goods: reading.goods,
    generic: reading.generic,
    amount: amountOf(quantity, reading.unit),
    sentence,
    item: at,
    aside,
  });
}
