import type { DocumentEntity } from "../../model/document-entity.js";
import type { UnitClass, UnitRow } from "../../packs/rule-schemas.js";
import type { QuantityItem } from "../quantities/quantity-item.js";
import { type Item, type MentionItem, wordAt } from "../stream/item.js";
import type { RuleBook } from "../view/rule-book.js";
import { is } from "../words/read-tokens.js";
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
export interface Reading {
  readonly unit: UnitRow | { readonly unit: string | null; readonly class: UnitClass | null };
  readonly goods: DocumentEntity | null;
  readonly generic: boolean;
  readonly end: number;
}

/** The stretch that is read, with the items that a figure has taken. */
export interface HaulGround {
  readonly items: readonly Item[];
  readonly range: ItemRange;
  readonly book: RuleBook;
  readonly taken: Set<number>;
}

/** What the figure at a place measures, or null where it measures no goods. */
export function readAmount(ground: HaulGround, at: number, quantity: QuantityItem): Reading | null {
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

export const goodsAt = (items: readonly Item[], at: number): DocumentEntity | null => {
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
export function readOf(ground: HaulGround, from: number, unit: Reading["unit"]): Reading | null {
  const { items, range } = ground;
  if (!is(items[from], "genitive")) return null;
  for (let at = from + 1; at < Math.min(range.to, from + 7); at += 1) {
    const reading = readOfItem(ground, at, unit);
    if (reading !== undefined) return reading;
  }
  return unit.class === "pieces" ? { unit, goods: null, generic: true, end: from + 1 } : null;
}

/** What one item behind `of` says of the goods; undefined where the next one is to be asked. */
function readOfItem(
  ground: HaulGround,
  at: number,
  unit: Reading["unit"],
): Reading | null | undefined {
  const { items, book } = ground;
  const item = items[at] as Item;
  if (item.kind === "mention") return readOfMention(ground, item, at, unit);
  if (book.nouns("goodsAnaphor").has(item.word))
    return { unit, goods: null, generic: false, end: at + 1 };
  if (book.nouns("goodsGeneric").has(item.word)) {
    // A generic word may still be an adjective of a name: "of contraband ivory".
    const next = found(ground, at + 1, unit, at + 2);
    return next ?? { unit, goods: null, generic: true, end: at + 1 };
  }
  return endsGoods(item) ? null : undefined;
}

function readOfMention(
  ground: HaulGround,
  { entity }: MentionItem,
  at: number,
  unit: Reading["unit"],
): Reading | null | undefined {
  if (entity.role === "country") return undefined;
  if (entity.role !== "goods") return null;
  const pointsBack = entity.attributes.unspecified === true && isDefinite(ground.items, at);
  return pointsBack
    ? { unit, goods: null, generic: false, end: at + 1 }
    : found(ground, at, unit, at + 1);
}

/** Signs that may stand inside the wording of goods. */
const INSIDE: ReadonlySet<string> = new Set(["-", '"', "“", "”", "'", "’", "‘", "«"]);

/** True where the wording of goods ends: another figure or time, a sign, a small word. */
const endsGoods = (item: Item): boolean =>
  item.kind === "quantity" ||
  item.kind === "date" ||
  (item.kind === "mention" && item.entity.role !== "goods") ||
  (item.kind === "mark" && !INSIDE.has(item.word)) ||
  is(item, "haul_ends");

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
    if (item.kind === "mention" && item.entity.role === "country") continue;
    if (endsGoods(item)) return null;
    if (item.kind === "mention") goodsPlace = next;
    const unit = nounOf(items, next, book);
    if (unit !== null) return unitReading(ground, next, goodsPlace, unit);
  }
  return null;
}

/** The unit that a word is, or the last word of a name: `ivory tusks`. */
function nounOf(items: readonly Item[], at: number, book: RuleBook): UnitRow | null {
  const item = items[at];
  if (item?.kind === "mention") return unitNoun(item.last, book);
  return is(items[at + 1], "machines") ? null : unitNoun(wordAt(items, at), book);
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
