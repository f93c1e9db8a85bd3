import { civilDateOf } from "../../../graph/calendar.js";
import type { DurationValue } from "../../../graph/property-value.js";
import type { CypherValue } from "../cypher-value.js";
import { isInstant } from "../is-value.js";
import { typeMismatch } from "../value-error.js";
import { durationFromNanos } from "./create-duration.js";
import { clockIn, dayIn, type ZonedClock } from "./parts-of.js";
import { addMonths } from "./shift.js";
import { NANOS_PER_DAY, NANOS_PER_SECOND } from "./units.js";
import { atLocal, inZone, type Zone } from "./zone.js";

/** A reading of calendar and clock; `offset` is 0 where there is no zone. */
interface Reading {
  readonly day: number;
  readonly nanos: number;
  readonly offset: number;
}

interface Span {
  readonly from: Reading;
  readonly to: Reading;
  readonly zone: Zone | null;
  /** False when one side is a time of day: then only the time differs. */
  readonly hasDates: boolean;
}

const NO_CLOCK: ZonedClock = { nanos: 0, zone: null, offset: null };

/** Months, days and the rest, the largest part first. */
export function durationBetween(from: CypherValue, to: CypherValue): DurationValue {
  const span = spanOf("duration.between()", from, to);
  if (!span.hasDates) {
    return durationFromNanos(0, 0, nanosBetween(span.from, span.to));
  }
  const months = monthsBetween(span.from, span.to);
  const afterMonths = moved(span, addMonths(span.from.day, months));
  const days = daysBetween(afterMonths, span.to);
  const afterDays = moved(span, afterMonths.day + days);
  return durationFromNanos(months, days, nanosBetween(afterDays, span.to));
}

export function durationInMonths(from: CypherValue, to: CypherValue): DurationValue {
  const span = spanOf("duration.inMonths()", from, to);
  return durationFromNanos(span.hasDates ? monthsBetween(span.from, span.to) : 0, 0, 0n);
}

export function durationInDays(from: CypherValue, to: CypherValue): DurationValue {
  const span = spanOf("duration.inDays()", from, to);
  return durationFromNanos(0, span.hasDates ? daysBetween(span.from, span.to) : 0, 0n);
}

export function durationInSeconds(from: CypherValue, to: CypherValue): DurationValue {
  const span = spanOf("duration.inSeconds()", from, to);
  return durationFromNanos(0, 0, nanosBetween(span.from, span.to));
}

/** Both sides completed from each other: a missing date or zone is the other's, a missing time midnight. */
function spanOf(name: string, from: CypherValue, to: CypherValue): Span {
  for (const value of [from, to]) {
    if (!isInstant(value)) {
      throw typeMismatch(`\`${name}\``, "two dates or times", value);
    }
  }
  const fromDay = dayIn(from);
  const toDay = dayIn(to);
  const fromClock = clockIn(from) ?? NO_CLOCK;
  const toClock = clockIn(to) ?? NO_CLOCK;
  const zone = fromClock.zone ?? toClock.zone;
  const start = readingOf(fromDay ?? toDay ?? 0, fromClock, zone);
  const end = readingOf(toDay ?? fromDay ?? 0, toClock, toClock.zone ?? zone);
  return {
    from: start,
    // Calendars are compared on the clock of the first value.
    to: zone === null ? end : shown(end, toClock.zone ?? zone, zone),
    zone,
    hasDates: fromDay !== null && toDay !== null,
  };
}

function readingOf(day: number, clock: ZonedClock, zone: Zone | null): Reading {
  if (zone === null) {
    return { day, nanos: clock.nanos, offset: 0 };
  }
  const value = atLocal(day, clock.nanos, zone, clock.offset);
  return { day: value.epochDay, nanos: value.nanoOfDay, offset: value.offsetSeconds };
}

function shown(reading: Reading, own: Zone, zone: Zone): Reading {
  const value = inZone(atLocal(reading.day, reading.nanos, own, reading.offset), zone);
  return { day: value.epochDay, nanos: value.nanoOfDay, offset: value.offsetSeconds };
}

/** The first reading on another day. */
function moved(span: Span, day: number): Reading {
  const { nanos, offset } = span.from;
  return readingOf(day, { nanos, zone: span.zone, offset }, span.zone);
}

/** The later day, less one where its clock is behind; the other way round for a span back. */
function wholeDay(from: Reading, to: Reading): number {
  if (to.day > from.day && to.nanos < from.nanos) {
    return to.day - 1;
  }
  return to.day < from.day && to.nanos > from.nanos ? to.day + 1 : to.day;
}

function monthsBetween(from: Reading, to: Reading): number {
  const start = civilDateOf(from.day);
  const end = civilDateOf(wholeDay(from, to));
  // 32 days a month keep days below months, so that the quotient is the number of full months.
  const packed =
    (end.year * 12 + end.month) * 32 + end.day - ((start.year * 12 + start.month) * 32 + start.day);
  return Math.trunc(packed / 32) + 0;
}

const daysBetween = (from: Reading, to: Reading): number => wholeDay(from, to) - from.day;

const nanosBetween = (from: Reading, to: Reading): bigint =>
  BigInt(to.day - from.day) * BigInt(NANOS_PER_DAY) +
  BigInt(to.nanos - from.nanos - (to.offset - from.offset) * NANOS_PER_SECOND);
