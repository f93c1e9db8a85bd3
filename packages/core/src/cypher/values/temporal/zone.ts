/*
 * Time zones by way of Intl, which knows the IANA data base. A zone is either a fixed offset or a
 * name; a named one is asked for its offset at a moment, and a clock reading is turned into a moment
 * as Java does it: the earlier offset where clocks are set back, later by the gap where they are set
 * forward.
 */
import { DateTimeValue } from "../../../graph/property-value.js";
import { badArgument } from "../value-error.js";
import { NANOS_PER_DAY, NANOS_PER_SECOND, SECONDS_PER_DAY } from "./units.js";

export interface Zone {
  /** IANA name, null for a fixed offset. */
  readonly name: string | null;
  /** Used where there is no name. */
  readonly offsetSeconds: number;
}

export const UTC: Zone = { name: null, offsetSeconds: 0 };

const OFFSET = /^([+-])(\d{2})(?::?(\d{2})(?::?(\d{2}))?)?$/;
const INTL_OFFSET = /GMT(?:([+-])(\d{1,2})(?::(\d{2})(?::(\d{2}))?)?)?$/;
const MAX_OFFSET_SECONDS = 18 * 3600;
const ERA_DAYS = 146_097;
/** Intl takes moments up to 10^8 days from 1970. */
const INTL_DAYS = 99_000_000;

function offsetFrom(match: RegExpExecArray): number {
  const [, sign, hours = "0", minutes = "0", seconds = "0"] = match;
  const size = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return sign === "-" && size !== 0 ? -size : size;
}

/** Seconds of `Z`, `+01:00`, `-0130`, `+02` or `+02:05:59`; null when the text is none of these. */
export function parseOffset(text: string): number | null {
  if (text === "Z" || text === "z") {
    return 0;
  }
  const match = OFFSET.exec(text);
  if (match === null) {
    return null;
  }
  const seconds = offsetFrom(match);
  if (Math.abs(seconds) > MAX_OFFSET_SECONDS) {
    throw badArgument(`The offset \`${text}\` lies beyond ±18:00.`);
  }
  return seconds;
}

/** Zones whose formatter is kept at once. */
const MAX_FORMATTERS = 100;

/** Formatters by zone. What they answer depends on nothing else: it only spares building one, which takes 50 µs. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(name: string): Intl.DateTimeFormat {
  const known = formatters.get(name);
  if (known !== undefined) {
    return known;
  }
  const made = new Intl.DateTimeFormat("en-US", { timeZone: name, timeZoneName: "longOffset" });
  if (formatters.size >= MAX_FORMATTERS) {
    formatters.clear();
  }
  formatters.set(name, made);
  return made;
}

/** @throws CypherError when the text is neither an offset nor a name of the IANA data base. */
export function parseZone(text: string): Zone {
  const offset = parseOffset(text);
  if (offset !== null) {
    return { name: null, offsetSeconds: offset };
  }
  try {
    // Intl takes a name in any case and knows how it is written; an alias stays as it is given.
    const known = formatterOf(text).resolvedOptions().timeZone;
    const name = known.toLowerCase() === text.toLowerCase() ? known : text;
    return { name, offsetSeconds: 0 };
  } catch (cause) {
    if (cause instanceof RangeError) {
      throw badArgument(
        `\`${text}\` is no time zone. Write an offset such as \`+02:00\` or an IANA name such as \`Europe/Stockholm\`.`,
      );
    }
    throw cause;
  }
}

/** The zone where a statement gives none: UTC is the offset `Z`, not a named zone. */
export function defaultZone(name: string): Zone {
  return name === "UTC" ? UTC : parseZone(name);
}

/** Offset of the zone at a moment, given as day and nanosecond in UTC. */
export function offsetAt(zone: Zone, utcDay: number, utcNanos: number): number {
  if (zone.name === null) {
    return zone.offsetSeconds;
  }
  const day = Math.abs(utcDay) <= INTL_DAYS ? utcDay : sameDayNearer(utcDay);
  const text = formatterOf(zone.name).format(
    day * SECONDS_PER_DAY * 1000 + Math.floor(utcNanos / 1_000_000),
  );
  const match = INTL_OFFSET.exec(text);
  return match === null || match[1] === undefined ? 0 : offsetFrom(match);
}

/** The same day of the calendar, whole 400-year cycles nearer to 1970. */
function sameDayNearer(day: number): number {
  const cycles = Math.ceil((Math.abs(day) - INTL_DAYS) / ERA_DAYS);
  return day - Math.sign(day) * cycles * ERA_DAYS;
}

/** What a clock of the zone shows at a moment in UTC. */
export function atMoment(utcDay: number, utcNanos: number, zone: Zone): DateTimeValue {
  const offset = offsetAt(zone, utcDay, utcNanos);
  const nanos = utcNanos + offset * NANOS_PER_SECOND;
  const days = Math.floor(nanos / NANOS_PER_DAY);
  return new DateTimeValue(utcDay + days, nanos - days * NANOS_PER_DAY, offset, zone.name);
}

/** The moment at which a clock of the zone shows this; `preferred` is the offset to keep if it can be. */
export function atLocal(
  day: number,
  nanos: number,
  zone: Zone,
  preferred: number | null = null,
): DateTimeValue {
  if (zone.name === null) {
    return new DateTimeValue(day, nanos, zone.offsetSeconds, null);
  }
  const before = offsetAt(zone, day - 1, nanos);
  const after = offsetAt(zone, day + 1, nanos);
  const candidates = preferred === null ? [before, after] : [preferred, before, after];
  for (const offset of candidates) {
    if (offsetOfLocal(zone, day, nanos, offset) === offset) {
      return new DateTimeValue(day, nanos, offset, zone.name);
    }
  }
  const utc = nanos - before * NANOS_PER_SECOND;
  const days = Math.floor(utc / NANOS_PER_DAY);
  return atMoment(day + days, utc - days * NANOS_PER_DAY, zone);
}

function offsetOfLocal(zone: Zone, day: number, nanos: number, offset: number): number {
  const utc = nanos - offset * NANOS_PER_SECOND;
  const days = Math.floor(utc / NANOS_PER_DAY);
  return offsetAt(zone, day + days, utc - days * NANOS_PER_DAY);
}

export const zoneOf = (value: DateTimeValue): Zone => ({
  name: value.zone,
  offsetSeconds: value.offsetSeconds,
});

/** The same moment on a clock of another zone. */
export function inZone(value: DateTimeValue, zone: Zone): DateTimeValue {
  const utc = value.nanoOfDay - value.offsetSeconds * NANOS_PER_SECOND;
  const days = Math.floor(utc / NANOS_PER_DAY);
  return atMoment(value.epochDay + days, utc - days * NANOS_PER_DAY, zone);
}
