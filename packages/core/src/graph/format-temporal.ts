import { civilDateOf } from "./calendar.js";
import {
  DateTimeValue,
  DateValue,
  DurationValue,
  LocalDateTimeValue,
  LocalTimeValue,
  type TemporalValue,
} from "./property-value.js";

const NANOS_PER_SECOND = 1_000_000_000;

const padded = (value: number, width: number): string => String(value).padStart(width, "0");

/**
 * How a time of day is written. `full`, as Neo4j does: always with seconds, a fraction without zeros
 * behind it. `short`, as the openCypher TCK and Java's `toString` do: no seconds where they are 0,
 * fractions in groups of three digits.
 */
export type TimeForm = "full" | "short";

/** ISO 8601 text of a temporal value. */
export function formatTemporal(value: TemporalValue, form: TimeForm = "full"): string {
  if (value instanceof DateValue) {
    return formatDate(value.epochDay);
  }
  if (value instanceof LocalTimeValue) {
    return formatTime(value.nanoOfDay, form);
  }
  if (value instanceof LocalDateTimeValue) {
    return `${formatDate(value.epochDay)}T${formatTime(value.nanoOfDay, form)}`;
  }
  if (value instanceof DateTimeValue) {
    const zone = value.zone === null ? "" : `[${value.zone}]`;
    const clock = `${formatTime(value.nanoOfDay, form)}${formatOffset(value.offsetSeconds)}`;
    return `${formatDate(value.epochDay)}T${clock}${zone}`;
  }
  if (value instanceof DurationValue) {
    return formatDuration(value);
  }
  return `${formatTime(value.nanoOfDay, form)}${formatOffset(value.offsetSeconds)}`;
}

/** `±HH:MM`, with seconds where there are some, or `Z`. */
export function formatOffset(offsetSeconds: number): string {
  if (offsetSeconds === 0) {
    return "Z";
  }
  const size = Math.abs(offsetSeconds);
  const hours = padded(Math.floor(size / 3600), 2);
  const minutes = padded(Math.floor(size / 60) % 60, 2);
  const seconds = size % 60;
  const tail = seconds === 0 ? "" : `:${padded(seconds, 2)}`;
  return `${offsetSeconds < 0 ? "-" : "+"}${hours}:${minutes}${tail}`;
}

function formatDate(epochDay: number): string {
  const { year, month, day } = civilDateOf(epochDay);
  const sign = year < 0 ? "-" : year > 9999 ? "+" : "";
  return `${sign}${padded(Math.abs(year), 4)}-${padded(month, 2)}-${padded(day, 2)}`;
}

function formatTime(nanoOfDay: number, form: TimeForm): string {
  const second = Math.floor(nanoOfDay / NANOS_PER_SECOND);
  const nanos = nanoOfDay % NANOS_PER_SECOND;
  const clock = `${padded(Math.floor(second / 3600), 2)}:${padded(Math.floor(second / 60) % 60, 2)}`;
  if (form === "short" && second % 60 === 0 && nanos === 0) {
    return clock;
  }
  const zeros = form === "short" ? "000" : "0";
  let fraction = nanos === 0 ? "" : `.${padded(nanos, 9)}`;
  while (fraction.endsWith(zeros)) {
    fraction = fraction.slice(0, -zeros.length);
  }
  return `${clock}:${padded(second % 60, 2)}${fraction}`;
}

function formatDuration(value: DurationValue): string {
  const years = Math.trunc(value.months / 12);
  const date = part(years, "Y") + part(value.months - years * 12, "M") + part(value.days, "D");
  const time = formatSeconds(value);
  if (date === "" && time === "") {
    return "PT0S";
  }
  return `P${date}${time === "" ? "" : `T${time}`}`;
}

const part = (amount: number | bigint, unit: string): string =>
  amount === 0 || amount === 0n ? "" : `${amount}${unit}`;

/** Hours, minutes and seconds with one sign for all. */
function formatSeconds(value: DurationValue): string {
  const whole = BigInt(value.seconds);
  const isNegative = whole < 0n;
  // A negative length is kept as whole seconds below and nanos above: turn both to one sign.
  const borrowed = isNegative && value.nanos > 0;
  const nanos = borrowed ? NANOS_PER_SECOND - value.nanos : value.nanos;
  const seconds = borrowed ? whole + 1n : whole;
  const rest = seconds % 60n;
  let fraction = nanos === 0 ? "" : `.${padded(nanos, 9)}`;
  while (fraction.endsWith("0")) {
    fraction = fraction.slice(0, -1);
  }
  const size = rest < 0n ? -rest : rest;
  const last = rest === 0n && nanos === 0 ? "" : `${isNegative ? "-" : ""}${size}${fraction}S`;
  return part(seconds / 3600n, "H") + part((seconds / 60n) % 60n, "M") + last;
}
