import type { DocumentEntity } from "../../model/document-entity.js";
import type { UnitClass, UnitRow } from "../../packs/rule-schemas.js";
import { modalityAt } from "../cues/read-cues.js";
import type { QuantityItem } from "../quantities/quantity-item.js";
import type { Item } from "../stream/item.js";
import { wordAt } from "../stream/item.js";
import { listFrom, ofRoles } from "../stream/lists.js";
import type { RuleBook } from "../view/rule-book.js";
import type { SentenceView } from "../view/sentence-view.js";
import { amountOf, type Haul } from "./haul.js";
import type { ItemRange } from "./voice.js";

const AMOUNTS: ReadonlySet<UnitClass> = new Set([
  "weight",
  "volume",
  "pills",
  "plants",
  "packages",
  "count",
]);
/** `two pill presses` are no pills. */
const MACHINES: ReadonlySet<string> = new Set(
  "press presses machine machines counter counters mould moulds mold molds bottle bottles".split(
    " ",
  ),
);
const PHRASE_END: ReadonlySet<string> = new Set(
  "of in on at from to with by for and or was were is are had has been that which who into under after as worth among against per than but while including plus when where near inside along found seized hidden".split(
    " ",
  ),
);
const GENERIC: ReadonlySet<string> = new Set(
  "narcotics drugs drug narcotic psychotropic substances substance contraband pills tablets".split(
    " ",
  ),
);
const ANAPHOR: ReadonlySet<string> = new Set(
  "it them this drug drugs substance which same stuff".split(" "),
);
const WEIGHING: ReadonlySet<string> = new Set(
  "weighing weighed weighs totalling totaling totalled weight amounting containing".split(" "),
);

/** What a figure measures: its unit, the goods named with it, and where the wording ends. */
interface Reading {
  readonly unit: UnitRow | { readonly unit: string | null; readonly class: UnitClass | null };
  readonly goods: DocumentEntity | null;
  readonly generic: boolean;
  readonly end: number;
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
  const taken = new Set<number>();
  for (let at = range.from; at < range.to; at += 1) {
    const item = items[at];
    if (item?.kind === "word" && UNMEASURED.has(item.word) && isCaught(view, at))
      addUnmeasured(hauls, items, sentence, at, range, taken);
    if (item?.kind !== "quantity") continue;
    const reading = readAmount(items, at, item.quantity, range, book, taken);
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

/** `7 kg of goods were seized, including hashish and opium`: parts without a figure. */
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

const UNMEASURED: ReadonlySet<string> = new Set(
  "quantity quantities amount amounts stash stashes traces".split(" "),
);

/** `an undisclosed quantity of heroin`: caught, but not measured. */
function addUnmeasured(
  hauls: Haul[],
  items: readonly Item[],
  sentence: number,
  at: number,
  range: ItemRange,
  taken: Set<number>,
): void {
  const reading = readOf(items, at + 1, range, { unit: null, class: null }, taken);
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
  const each = ["each", "apiece"].includes(wordAt(items, reading.end));
  if (
    each &&
    last?.amount?.value != null &&
    (last.amount.unit === "packages" || last.amount.unit === "other")
  ) {
    hauls.pop();
    const amount = amountOf(quantity, reading.unit.unit, last.amount.value);
    hauls.push({ ...last, amount, goods: reading.goods ?? last.goods });
    return;
  }
  const before = wordAt(items, at - 1);
  const aside = last !== undefined && (before === "(" || before === "or") && at - last.item <= 8;
  hauls.push({
    goods: reading.goods,
    generic: reading.generic,
    amount: amountOf(quantity, reading.unit.unit),
    sentence,
    item: at,
    aside,
  });
}

function readAmount(
  items: readonly Item[],
  at: number,
  quantity: QuantityItem,
  range: ItemRange,
  book: RuleBook,
  taken: Set<number>,
): Reading | null {
  if (quantity.unitClass !== null && !AMOUNTS.has(quantity.unitClass)) return null;
  if (quantity.fraction || MACHINES.has(wordAt(items, at + 1))) return null;
  if (quantity.unitClass === null) return readCount(items, at, range, book, taken);
  const unit = { unit: quantity.unit, class: quantity.unitClass };
  const next = afterBracket(items, at + 1, range.to);
  return (
    readOf(items, next, range, unit, taken) ??
    readNext(items, next, range, unit, taken) ??
    readIs(items, at, range, unit, taken) ??
    readBefore(items, at, range, unit, taken) ??
    readBare(items, at + 1, unit)
  );
}

/** Past the same amount told again: `1,870 kilograms (4,122 pounds) of cocaine`. */
function afterBracket(items: readonly Item[], from: number, end: number): number {
  if (wordAt(items, from) !== "(") return from;
  for (let at = from + 1; at < Math.min(end, from + 6); at += 1) {
    if (wordAt(items, at) === ")") return at + 1;
    if (items[at]?.kind === "mention") return from;
  }
  return from;
}

const COPULA: ReadonlySet<string> = new Set("is was are were being".split(" "));

/** `61 kg of narcotics, of which 48 kg is hashish`. */
function readIs(
  items: readonly Item[],
  at: number,
  range: ItemRange,
  unit: Reading["unit"],
  taken: Set<number>,
): Reading | null {
  if (!COPULA.has(wordAt(items, at + 1)) || at + 2 >= range.to) return null;
  return found(items, at + 2, unit, at + 3, taken);
}

const goodsAt = (items: readonly Item[], at: number): DocumentEntity | null => {
  const item = items[at];
  return item?.kind === "mention" && item.entity.role === "goods" ? item.entity : null;
};

const found = (
  items: readonly Item[],
  at: number,
  unit: Reading["unit"],
  end: number,
  taken: Set<number>,
): Reading | null => {
  const goods = goodsAt(items, at);
  if (goods === null) return null;
  taken.add(at);
  const generic = goods.attributes.unspecified === true;
  return { unit, goods: generic ? null : goods, generic, end };
};

/** `20 kg of (high-purity) cocaine`; an unknown X after `of` is never the nearest drug. */
function readOf(
  items: readonly Item[],
  from: number,
  range: ItemRange,
  unit: Reading["unit"],
  taken: Set<number>,
): Reading | null {
  if (wordAt(items, from) !== "of") return null;
  for (let at = from + 1; at < Math.min(range.to, from + 7); at += 1) {
    const item = items[at] as Item;
    if (item.kind === "mention") {
      if (item.entity.role === "goods") {
        const pointsBack = item.entity.attributes.unspecified === true && isDefinite(items, at);
        if (pointsBack) return { unit, goods: null, generic: false, end: at + 1 };
        return found(items, at, unit, at + 1, taken);
      }
      if (item.entity.type !== "Country") return null;
      continue;
    }
    if (item.kind === "quantity" || item.kind === "date") return null;
    if (ANAPHOR.has(item.word)) return { unit, goods: null, generic: false, end: at + 1 };
    if (GENERIC.has(item.word)) {
      // "narcotics" may still be an adjective: "of narcotic hashish".
      const next = found(items, at + 1, unit, at + 2, taken);
      return next ?? { unit, goods: null, generic: true, end: at + 1 };
    }
    if (item.kind === "mark" && !["-", '"', "“", "'", "‘", "«"].includes(item.word)) return null;
    if (PHRASE_END.has(item.word)) return null;
  }
  return unit.class === "pills" ? { unit, goods: null, generic: true, end: from + 1 } : null;
}

/** `the drug`, `the same drug`: one told before. */
const isDefinite = (items: readonly Item[], at: number): boolean =>
  ["the", "this", "that", "same"].includes(wordAt(items, at - 1));

/** `20 kg cocaine`, `20 kg pure cocaine`. */
function readNext(
  items: readonly Item[],
  from: number,
  range: ItemRange,
  unit: Reading["unit"],
  taken: Set<number>,
): Reading | null {
  for (let at = from; at < Math.min(range.to, from + 3); at += 1) {
    const item = items[at] as Item;
    if (item.kind === "mention") return found(items, at, unit, at + 1, taken);
    if (item.kind !== "word" || PHRASE_END.has(item.word)) {
      if (item.word !== "-" && item.word !== '"' && item.word !== "“") return null;
    }
  }
  return null;
}

/** `cocaine (20 kg)`, `opium, 3.2 kg of it`, `hashish weighing 20 kg`, `hashish: 20 kg`. */
function readBefore(
  items: readonly Item[],
  at: number,
  range: ItemRange,
  unit: Reading["unit"],
  taken: Set<number>,
): Reading | null {
  const before = wordAt(items, at - 1);
  const end = at + 1;
  const direct = ["(", ",", ":", "-", "–", "—"].includes(before) ? at - 2 : -1;
  if (direct >= range.from && !taken.has(direct)) {
    const reading = found(items, direct, unit, end, taken);
    if (reading !== null) return reading;
  }
  const verb = WEIGHING.has(before) ? at - 1 : WEIGHING.has(wordAt(items, at - 2)) ? at - 2 : -1;
  if (verb < 0) return null;
  for (let back = verb - 1; back >= Math.max(range.from, verb - 14); back -= 1) {
    const goods = goodsAt(items, back);
    if (goods === null) continue;
    const generic = goods.attributes.unspecified === true;
    return { unit, goods: generic ? null : goods, generic, end };
  }
  return null;
}

/** A weight, or a number of pills, of what the text does not name here. */
function readBare(items: readonly Item[], from: number, unit: Reading["unit"]): Reading | null {
  if (wordAt(items, from) === "of") return null;
  if (unit.class !== "weight" && unit.class !== "pills") return null;
  return { unit, goods: null, generic: false, end: from };
}

/** A bare number: it needs a unit noun further on, `200,000 Captagon pills`, `51 small bricks of hashish`. */
function readCount(
  items: readonly Item[],
  at: number,
  range: ItemRange,
  book: RuleBook,
  taken: Set<number>,
): Reading | null {
  let goodsPlace = -1;
  for (let next = at + 1; next < Math.min(range.to, at + 8); next += 1) {
    const item = items[next] as Item;
    if (item.kind === "quantity" || item.kind === "date") return null;
    if (item.kind === "mention") {
      if (item.entity.role !== "goods" && item.entity.type !== "Country") return null;
      if (item.entity.role !== "goods") continue;
      goodsPlace = next;
      const own = unitNoun(item.last, book);
      if (own !== null) return found(items, next, own, next + 1, taken);
      continue;
    }
    const unit =
      item.kind === "word" && !MACHINES.has(wordAt(items, next + 1))
        ? unitNoun(item.word, book)
        : null;
    if (unit !== null) return unitReading(items, next, goodsPlace, unit, range, taken);
    if (item.kind === "mark" && !["-", '"', "“", "”", "'", "’", "‘"].includes(item.word))
      return null;
    if (PHRASE_END.has(item.word)) return null;
  }
  return null;
}

function unitReading(
  items: readonly Item[],
  at: number,
  goodsPlace: number,
  unit: UnitRow,
  range: ItemRange,
  taken: Set<number>,
): Reading | null {
  if (goodsPlace >= 0) return found(items, goodsPlace, unit, at + 1, taken);
  return (
    readOf(items, at + 1, range, unit, taken) ??
    (unit.class === "pills" ? readBare(items, at + 1, unit) : null)
  );
}

function unitNoun(word: string, book: RuleBook): UnitRow | null {
  const row = book.units.get(word);
  if (row === undefined) return null;
  return row.class === "pills" ||
    row.class === "plants" ||
    row.class === "packages" ||
    row.class === "count"
    ? row
    : null;
}
