import type { DocumentEntity } from "../../model/document-entity.js";
import type { UnitClass, UnitRow } from "../../packs/rule-schemas.js";
import { modalityAt } from "../cues/read-cues.js";
import type { QuantityItem } from "../quantities/quantity-item.js";
import type { Item } from "../stream/item.js";
import { wordAt } from "../stream/item.js";
import { listFrom, ofRoles } from "../stream/lists.js";
import { is } from "../stream/read-tokens.js";
import type { RuleBook } from "../view/rule-book.js";
import type { SentenceView } from "../view/sentence-view.js";
import { amountOf, type Haul } from "./haul.js";
import type { ItemRange } from "./voice.js";

const AMOUNTS: ReadonlySet<UnitClass> = new Set([
  "weight",
  "volume",
  "pieces",
  "plants",
  "packages",
  "count",
]);

/** What a figure measures: its unit, the goods named with it, and where the wording ends. */
interface Reading {
  readonly unit: UnitRow | { readonly unit: string | null; readonly class: UnitClass | null };
  readonly goods: DocumentEntity | null;
  readonly generic: boolean;
  readonly end: number;
}

/** The stretch that is read, with the items that a figure has taken. */
interface HaulGround {
  readonly items: readonly Item[];
  readonly range: ItemRange;
  readonly book: RuleBook;
  readonly taken: Set<number>;
}

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
    (item, place) => place >= from && place < range.to && item.word === "including",
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

function readAmount(ground: HaulGround, at: number, quantity: QuantityItem): Reading | null {
  const { items, range } = ground;
  if (quantity.unitClass !== null && !AMOUNTS.has(quantity.unitClass)) return null;
  if (quantity.fraction || is(items[at + 1], "machines")) return null;
  if (quantity.unitClass === null) return readCount(ground, at);
  const unit = { unit: quantity.unit, class: quantity.unitClass };
  const next = afterBracket(items, at + 1, range.to);
  return (
    readOf(ground, next, unit) ??
    readNext(ground, next, unit) ??
    readIs(ground, at, unit) ??
    readBefore(ground, at, unit) ??
    readBare(items, at + 1, unit)
  );
}

/** Past the same amount told again: `1,870 kilograms (4,122 pounds) of ivory`. */
function afterBracket(items: readonly Item[], from: number, end: number): number {
  if (wordAt(items, from) !== "(") return from;
  for (let at = from + 1; at < Math.min(end, from + 6); at += 1) {
    if (wordAt(items, at) === ")") return at + 1;
    if (items[at]?.kind === "mention") return from;
  }
  return from;
}

/** `61 kg of contraband, of which 48 kg is ivory`. */
function readIs(ground: HaulGround, at: number, unit: Reading["unit"]): Reading | null {
  const { items, range } = ground;
  if (!is(items[at + 1], "haul_copulas") || at + 2 >= range.to) return null;
  return found(ground, at + 2, unit, at + 3);
}

const goodsAt = (items: readonly Item[], at: number): DocumentEntity | null => {
  const item = items[at];
  return item?.kind === "mention" && item.entity.role === "goods" ? item.entity : null;
};

const found = (
  { items, taken }: HaulGround,
  at: number,
  unit: Reading["unit"],
  end: number,
): Reading | null => {
  const goods = goodsAt(items, at);
  if (goods === null) return null;
  taken.add(at);
  const generic = goods.attributes.unspecified === true;
  return { unit, goods: generic ? null : goods, generic, end };
};

/** `20 kg of (raw) ivory`; an unknown X after `of` is never the nearest goods. */
function readOf(ground: HaulGround, from: number, unit: Reading["unit"]): Reading | null {
  const { items, range, book } = ground;
  if (!is(items[from], "genitive")) return null;
  for (let at = from + 1; at < Math.min(range.to, from + 7); at += 1) {
    const item = items[at] as Item;
    if (item.kind === "mention") {
      if (item.entity.role === "goods") {
        const pointsBack = item.entity.attributes.unspecified === true && isDefinite(items, at);
        if (pointsBack) return { unit, goods: null, generic: false, end: at + 1 };
        return found(ground, at, unit, at + 1);
      }
      if (item.entity.role !== "country") return null;
      continue;
    }
    if (item.kind === "quantity" || item.kind === "date") return null;
    if (book.nouns("goodsAnaphor").has(item.word))
      return { unit, goods: null, generic: false, end: at + 1 };
    if (book.nouns("goodsGeneric").has(item.word)) {
      // A generic word may still be an adjective of a name: "of contraband ivory".
      const next = found(ground, at + 1, unit, at + 2);
      return next ?? { unit, goods: null, generic: true, end: at + 1 };
    }
    if (item.kind === "mark" && !["-", '"', "“", "'", "‘", "«"].includes(item.word)) return null;
    if (is(item, "haul_ends")) return null;
  }
  return unit.class === "pieces" ? { unit, goods: null, generic: true, end: from + 1 } : null;
}

/** `the goods`, `the same goods`: one told before. */
const isDefinite = (items: readonly Item[], at: number): boolean =>
  is(items[at - 1], "haul_pointers");

/** `20 kg ivory`, `20 kg raw ivory`. */
function readNext(ground: HaulGround, from: number, unit: Reading["unit"]): Reading | null {
  const { items, range } = ground;
  for (let at = from; at < Math.min(range.to, from + 3); at += 1) {
    const item = items[at] as Item;
    if (item.kind === "mention") return found(ground, at, unit, at + 1);
    if (item.kind !== "word" || is(item, "haul_ends")) {
      if (item.word !== "-" && item.word !== '"' && item.word !== "“") return null;
    }
  }
  return null;
}

/** `ivory (20 kg)`, `horn, 3.2 kg of it`, `ivory weighing 20 kg`, `ivory: 20 kg`. */
function readBefore(ground: HaulGround, at: number, unit: Reading["unit"]): Reading | null {
  const { items, range } = ground;
  const before = wordAt(items, at - 1);
  const end = at + 1;
  const direct = ["(", ",", ":", "-", "–", "—"].includes(before) ? at - 2 : -1;
  if (direct >= range.from && !ground.taken.has(direct)) {
    const reading = found(ground, direct, unit, end);
    if (reading !== null) return reading;
  }
  const verb = is(items[at - 1], "weighing_verbs")
    ? at - 1
    : is(items[at - 2], "weighing_verbs")
      ? at - 2
      : -1;
  if (verb < 0) return null;
  for (let back = verb - 1; back >= Math.max(range.from, verb - 14); back -= 1) {
    const goods = goodsAt(items, back);
    if (goods === null) continue;
    const generic = goods.attributes.unspecified === true;
    return { unit, goods: generic ? null : goods, generic, end };
  }
  return null;
}

/** A weight, or a number of pieces, of what the text does not name here. */
function readBare(items: readonly Item[], from: number, unit: Reading["unit"]): Reading | null {
  if (is(items[from], "genitive")) return null;
  if (unit.class !== "weight" && unit.class !== "pieces") return null;
  return { unit, goods: null, generic: false, end: from };
}

/** A bare number: it needs a unit noun further on, `200 ivory tusks`, `51 small bricks of resin`. */
function readCount(ground: HaulGround, at: number): Reading | null {
  const { items, range, book } = ground;
  let goodsPlace = -1;
  for (let next = at + 1; next < Math.min(range.to, at + 8); next += 1) {
    const item = items[next] as Item;
    if (item.kind === "quantity" || item.kind === "date") return null;
    if (item.kind === "mention") {
      if (item.entity.role !== "goods" && item.entity.role !== "country") return null;
      if (item.entity.role !== "goods") continue;
      goodsPlace = next;
      const own = unitNoun(item.last, book);
      if (own !== null) return found(ground, next, own, next + 1);
      continue;
    }
    const unit =
      item.kind === "word" && !is(items[next + 1], "machines") ? unitNoun(item.word, book) : null;
    if (unit !== null) return unitReading(ground, next, goodsPlace, unit);
    if (item.kind === "mark" && !["-", '"', "“", "”", "'", "’", "‘"].includes(item.word))
      return null;
    if (is(item, "haul_ends")) return null;
  }
  return null;
}

function unitReading(
  ground: HaulGround,
  at: number,
  goodsPlace: number,
  unit: UnitRow,
): Reading | null {
  if (goodsPlace >= 0) return found(ground, goodsPlace, unit, at + 1);
  return (
    readOf(ground, at + 1, unit) ??
    (unit.class === "pieces" ? readBare(ground.items, at + 1, unit) : null)
  );
}

function unitNoun(word: string, book: RuleBook): UnitRow | null {
  const row = book.units.get(word);
  if (row === undefined) return null;
  return row.class === "pieces" ||
    row.class === "plants" ||
    row.class === "packages" ||
    row.class === "count"
    ? row
    : null;
}
