import type { Qualifier } from "../../model/quantity.js";
import type { UnitRow } from "../../packs/rule-schemas.js";
import { is, partOf, type ReadToken } from "../words/read-tokens.js";
import type { NumberStyle } from "./parse-digits.js";
import type { QuantityItem } from "./quantity-item.js";
import type { QuantityLexicon } from "./quantity-lexicon.js";
import { type ScannedNumber, scanNumber } from "./scan-number.js";

/** Signs and codes before a figure that make it a sum of money. */
const CURRENCY: ReadonlyMap<string, string> = new Map([
  ["$", "USD"],
  ["€", "EUR"],
  ["£", "GBP"],
  ["₹", "INR"],
  ["₦", "NGN"],
  ["¥", "JPY"],
  ["rs", "INR"],
  ["usd", "USD"],
  ["eur", "EUR"],
  ["us$", "USD"],
]);

/** A figure with its unit, before composites are summed. */
interface Part {
  readonly number: ScannedNumber;
  readonly high: number | null;
  readonly unit: UnitRow | null;
  readonly from: number;
  readonly next: number;
}

/** Every figure of a sentence's tokens, in text order, none overlapping. Linear time. */
export function scanQuantities(
  tokens: readonly ReadToken[],
  lexicon: QuantityLexicon,
  style: NumberStyle,
): QuantityItem[] {
  const found: QuantityItem[] = [];
  let at = 0;
  let floor = 0;
  while (at < tokens.length) {
    const part = scanPart(tokens, at, lexicon, style);
    if (part === null) {
      at += 1;
      continue;
    }
    const parts = scanComposite(tokens, part, lexicon, style);
    const { item, next } = assemble(tokens, parts, floor, lexicon);
    found.push(item);
    at = next;
    floor = next;
  }
  return found;
}

function unitAt(tokens: readonly ReadToken[], at: number, lexicon: QuantityLexicon) {
  const from = tokens[at]?.text === "-" ? at + 1 : at;
  const match = lexicon.units.longestAt(tokens, from);
  const row = match?.values[0];
  if (match !== undefined && row !== undefined) return { row, next: match.to };
  const percent = tokens[at]?.text === "%";
  return percent ? { row: PERCENT, next: at + 1 } : null;
}

const PERCENT: UnitRow = { form: "%", unit: "%", class: "percent", kilograms: null };

/** A number, a range or a number written as an article, with the unit after it. */
function scanPart(
  tokens: readonly ReadToken[],
  at: number,
  lexicon: QuantityLexicon,
  style: NumberStyle,
): Part | null {
  const number = scanNumber(tokens, at, style);
  if (number === null) return null;
  let next = number.next;
  while (is(tokens[next], "genitive") && number.form === "vague") next += 1;
  const first = unitAt(tokens, next, lexicon);
  if (number.form === "article" && (first === null || halfAfter(tokens, first.next) === null)) {
    return first?.row.class === "weight"
      ? { number, high: null, unit: first.row, from: at, next: first.next }
      : null;
  }
  if (number.form === "fraction" && first?.row.class === "time") return null;
  const half = first === null ? null : halfAfter(tokens, first.next);
  if (half !== null && number.value !== null) {
    const whole = { ...number, value: number.value + half };
    return {
      number: whole,
      high: null,
      unit: first?.row ?? null,
      from: at,
      next: (first?.next ?? next) + 3,
    };
  }
  const range = scanRange(tokens, at, first?.next ?? next, lexicon, style);
  if (range !== null) {
    return {
      number,
      high: range.value,
      unit: range.unit ?? first?.row ?? null,
      from: at,
      next: range.next,
    };
  }
  return {
    number,
    high: null,
    unit: first?.row ?? null,
    from: at,
    next: first?.next ?? number.next,
  };
}

/** The part of `a tonne and a half`, or null. */
function halfAfter(tokens: readonly ReadToken[], at: number): number | null {
  if (!is(tokens[at], "additive") || !is(tokens[at + 1], "indefinite_article")) return null;
  return partOf(tokens[at + 2]) ?? null;
}

/** `40-45`, `400 to 600`, `between 12.8 and 13.0`: the second bound and its unit. */
function scanRange(
  tokens: readonly ReadToken[],
  from: number,
  at: number,
  lexicon: QuantityLexicon,
  style: NumberStyle,
): { value: number; unit: UnitRow | null; next: number } | null {
  const sign = tokens[at]?.text ?? "";
  const between = is(tokens[from - 1], "between_word") && is(tokens[at], "additive");
  // "rose from 10 to 20" tells two figures.
  if (is(tokens[from - 1], "source_mark")) return null;
  const joins =
    between || is(tokens[at], "goal_mark") || sign === "-" || sign === "–" || sign === "—";
  if (!joins) return null;
  const second = scanNumber(tokens, at + 1, style);
  if (second?.value == null || second.form === "article") return null;
  const unit = unitAt(tokens, second.next, lexicon);
  return { value: second.value, unit: unit?.row ?? null, next: unit?.next ?? second.next };
}

/** Further parts in ever smaller units of weight: `14 tons, 20 kilograms and 17 grams`. */
function scanComposite(
  tokens: readonly ReadToken[],
  first: Part,
  lexicon: QuantityLexicon,
  style: NumberStyle,
): readonly Part[] {
  const parts = [first];
  for (;;) {
    const last = parts.at(-1);
    if (last?.unit?.class !== "weight" || last.high !== null || last.number.value === null) break;
    let at = last.next;
    const stop = tokens[at]?.text === "." && is(tokens[at + 1], "additive");
    if (tokens[at]?.text === "," || stop) at += 1;
    if (is(tokens[at], "additive")) at += 1;
    const next = scanPart(tokens, at, lexicon, style);
    if (next === null || !continues(last, next)) break;
    parts.push(next);
  }
  return parts;
}

function continues(last: Part, next: Part): boolean {
  const larger = last.unit?.kilograms ?? 0;
  const smaller = next.unit?.kilograms ?? null;
  const value = next.number.value;
  if (value === null || next.high !== null || next.number.form === "article") return false;
  if (next.unit === null)
    return larger === 1000 && value >= 100 && value < 1000 && next.from === last.next;
  return (
    next.unit.class === "weight" && smaller !== null && smaller < larger && value * smaller < larger
  );
}

/** Sums the parts, in kilograms where there are several, and reads the words around them. */
function assemble(
  tokens: readonly ReadToken[],
  parts: readonly Part[],
  floor: number,
  lexicon: QuantityLexicon,
): { item: QuantityItem; next: number } {
  const first = parts[0] as Part;
  const last = parts.at(-1) ?? first;
  const before = qualifierBefore(tokens, first.from, floor, lexicon);
  const money = currencyBefore(tokens, before.from);
  const after = lexicon.after.longestAt(tokens, last.next);
  const next = after?.to ?? last.next;
  const range = first.high !== null;
  const qualifier = range ? "range" : (after?.values[0] ?? before.qualifier ?? vagueOr(first));
  const unit = parts.length > 1 ? KILOGRAM : first.unit;
  const value = parts.length > 1 ? sumKilograms(parts) : first.number.value;
  const bounds = boundsOf(value, first.high, qualifier);
  return {
    next,
    item: {
      start: tokens[money.from]?.start ?? 0,
      end: tokens[next - 1]?.end ?? 0,
      value,
      ...bounds,
      qualifier,
      unit: money.currency ?? unit?.unit ?? null,
      unitClass: money.currency === null ? (unit?.class ?? null) : "money",
      unitKilograms: money.currency === null ? (unit?.kilograms ?? null) : null,
      article: first.number.form === "article",
      fraction: first.number.form === "fraction" && unit === null,
    },
  };
}

const KILOGRAM: UnitRow = { form: "kg", unit: "kg", class: "weight", kilograms: 1 };

const vagueOr = (part: Part): Qualifier => (part.number.form === "vague" ? "approx" : "eq");

function sumKilograms(parts: readonly Part[]): number {
  let sum = 0;
  for (const part of parts) sum += (part.number.value ?? 0) * (part.unit?.kilograms ?? 1);
  return Number(sum.toPrecision(12));
}

function boundsOf(
  value: number | null,
  high: number | null,
  qualifier: Qualifier,
): { low: number | null; high: number | null } {
  switch (qualifier) {
    case "eq":
      return { low: value, high: value };
    case "range":
      return { low: value, high };
    case "gte":
      return { low: value, high: null };
    case "lte":
      return { low: null, high: value };
    case "approx":
      return { low: null, high: null };
  }
}

/** The longest qualifying phrase that ends right before the figure. */
function qualifierBefore(
  tokens: readonly ReadToken[],
  at: number,
  floor: number,
  lexicon: QuantityLexicon,
): { qualifier: Qualifier | null; from: number } {
  for (let from = Math.max(floor, at - 5); from < at; from += 1) {
    const match = lexicon.before.longestAt(tokens, from);
    if (match?.to === at) return { qualifier: match.values[0] ?? null, from };
  }
  return { qualifier: null, from: at };
}

function currencyBefore(
  tokens: readonly ReadToken[],
  at: number,
): { currency: string | null; from: number } {
  const token = tokens[at - 1];
  const currency = CURRENCY.get(token?.folded || (token?.text ?? ""));
  if (currency === undefined) return { currency: null, from: at };
  const prefixed = tokens[at - 2]?.end === token?.start && tokens[at - 2]?.kind === "word";
  return { currency, from: prefixed ? at - 2 : at - 1 };
}
