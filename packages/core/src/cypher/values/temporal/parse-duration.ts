import type { DurationValue } from "../../../graph/property-value.js";
import { badArgument } from "../value-error.js";
import { durationFromNanos, durationFromParts } from "./create-duration.js";
import { NANOS_PER_HOUR, NANOS_PER_MINUTE, NANOS_PER_SECOND } from "./units.js";

/** Longest text worth looking at. */
const MAX_LENGTH = 200;
const AMOUNT = /^([+-]?)(\d{1,18})(?:[.,](\d{1,18}))?([A-Z])/;
/** `P2012-02-02T14:37:21.545`: the parts by place. */
const BY_PLACE = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}):(\d{2})(?:[.,](\d{1,9}))?)?$/;

type Unit = "Y" | "M" | "W" | "D" | "H" | "MIN" | "S";

/** What is written before a unit: a whole number, and digits of a fraction or none. */
interface Amount {
  readonly whole: bigint;
  readonly fraction: string;
  readonly sign: 1 | -1;
}
type Amounts = Map<Unit, Amount>;

/** Units in the order they have to come in, before and after the `T`. */
const DATE_UNITS: readonly string[] = ["Y", "M", "W", "D"];
const TIME_UNITS: readonly string[] = ["H", "M", "S"];
const TIME_UNIT: Readonly<Record<string, Unit>> = { H: "H", M: "MIN", S: "S" };
const DATE_UNIT: Readonly<Record<string, Unit>> = { Y: "Y", M: "M", W: "W", D: "D" };

/** ISO 8601 durations: `P1Y2M10DT2H30M`, with weeks, fractions and signs on any part. */
export function parseDuration(text: string): DurationValue {
  const sign = text.startsWith("-") ? -1 : 1;
  const body = /^[+-]/.test(text) ? text.slice(1) : text;
  const amounts =
    body.length <= MAX_LENGTH && body.startsWith("P") ? amountsIn(body.slice(1)) : null;
  if (amounts === null) {
    throw badArgument(
      `\`${text.slice(0, MAX_LENGTH)}\` cannot be read as a duration. Write it as \`P1Y2M10DT2H30M\`.`,
    );
  }
  return [...amounts].some(([unit, { fraction }]) => fraction !== "" && unit !== "S")
    ? fromFractions(amounts, sign)
    : fromWhole(amounts, sign);
}

/** Exact: only seconds have a fraction, and a nanosecond is its smallest part. */
function fromWhole(amounts: Amounts, sign: 1 | -1): DurationValue {
  const whole = (unit: Unit): bigint => (amounts.get(unit)?.whole ?? 0n) * BigInt(sign);
  const seconds = amounts.get("S");
  const fraction = BigInt((seconds?.fraction ?? "").padEnd(9, "0")) * BigInt(seconds?.sign ?? 1);
  const nanos =
    whole("H") * BigInt(NANOS_PER_HOUR) +
    whole("MIN") * BigInt(NANOS_PER_MINUTE) +
    whole("S") * BigInt(NANOS_PER_SECOND) +
    fraction * BigInt(sign);
  return durationFromNanos(
    Number(whole("Y") * 12n + whole("M")),
    Number(whole("W") * 7n + whole("D")),
    nanos,
  );
}

function fromFractions(amounts: Amounts, sign: 1 | -1): DurationValue {
  const number = (unit: Unit): number => {
    const amount = amounts.get(unit);
    return amount === undefined
      ? 0
      : sign * (Number(amount.whole) + amount.sign * Number(`0.${amount.fraction || "0"}`));
  };
  return durationFromParts(
    number("Y") * 12 + number("M"),
    number("W") * 7 + number("D"),
    number("H") * 3600 + number("MIN") * 60 + number("S"),
    0,
  );
}

function amountsIn(body: string): Amounts | null {
  const placed = BY_PLACE.exec(body);
  if (placed !== null) {
    return amountsByPlace(placed);
  }
  const split = body.indexOf("T");
  const amounts: Amounts = new Map();
  const date = split === -1 ? body : body.slice(0, split);
  const time = split === -1 ? "" : body.slice(split + 1);
  const isComplete =
    (date !== "" || time !== "") &&
    (split === -1 || time !== "") &&
    readAmounts(date, DATE_UNITS, DATE_UNIT, amounts) &&
    readAmounts(time, TIME_UNITS, TIME_UNIT, amounts);
  return isComplete ? amounts : null;
}

function amountsByPlace(match: RegExpExecArray): Amounts {
  const [, year, month, day, hour, minute, second, fraction] = match;
  const whole = (digits: string | undefined): Amount => amount("", digits ?? "0", "");
  return new Map<Unit, Amount>([
    ["Y", whole(year)],
    ["M", whole(month)],
    ["D", whole(day)],
    ["H", whole(hour)],
    ["MIN", whole(minute)],
    ["S", amount("", second ?? "0", fraction ?? "")],
  ]);
}

/** False when something is left over or out of order. */
function readAmounts(
  text: string,
  order: readonly string[],
  unitOf: Readonly<Record<string, Unit>>,
  into: Amounts,
): boolean {
  let rest = text;
  let from = 0;
  while (rest !== "") {
    const match = AMOUNT.exec(rest);
    const at = match === null ? -1 : order.indexOf(match[4] ?? "", from);
    const unit = unitOf[order[at] ?? ""];
    const fraction = match?.[3] ?? "";
    // A fraction ends the duration, and seconds have nine digits of it at the most.
    const isLast = match?.[0] === rest;
    if (match === null || unit === undefined || (fraction !== "" && !isLast)) {
      return false;
    }
    if (unit === "S" && fraction.length > 9) {
      return false;
    }
    into.set(unit, amount(match[1] ?? "", match[2] ?? "0", fraction));
    from = at + 1;
    rest = rest.slice(match[0].length);
  }
  return true;
}

function amount(sign: string, digits: string, fraction: string): Amount {
  const isNegative = sign === "-";
  const size = BigInt(digits);
  return { whole: isNegative ? -size : size, fraction, sign: isNegative ? -1 : 1 };
}
