/**
 * A 64-bit float. Integers are plain numbers (or bigints beyond ±2^53), so a float needs a mark of
 * its own: JavaScript cannot tell 1.0 from 1, Cypher can.
 */
export class Float {
  readonly value: number;
  constructor(value: number) {
    this.value = value;
  }
}

/** A calendar day: days since 1970-01-01 in the proleptic Gregorian calendar. */
export class DateValue {
  readonly epochDay: number;
  constructor(epochDay: number) {
    this.epochDay = epochDay;
  }
}

/** A time of day without offset: nanoseconds since midnight, 0 to 86,399,999,999,999. */
export class LocalTimeValue {
  readonly nanoOfDay: number;
  constructor(nanoOfDay: number) {
    this.nanoOfDay = nanoOfDay;
  }
}

/** A time of day at an offset from UTC in seconds. */
export class TimeValue {
  readonly nanoOfDay: number;
  readonly offsetSeconds: number;
  constructor(nanoOfDay: number, offsetSeconds: number) {
    this.nanoOfDay = nanoOfDay;
    this.offsetSeconds = offsetSeconds;
  }
}

/** A day and a time of day without offset. */
export class LocalDateTimeValue {
  readonly epochDay: number;
  readonly nanoOfDay: number;
  constructor(epochDay: number, nanoOfDay: number) {
    this.epochDay = epochDay;
    this.nanoOfDay = nanoOfDay;
  }
}

/** A day and time as a clock at the offset shows it, with the IANA zone where one was named. */
export class DateTimeValue {
  readonly epochDay: number;
  readonly nanoOfDay: number;
  readonly offsetSeconds: number;
  readonly zone: string | null;
  constructor(epochDay: number, nanoOfDay: number, offsetSeconds: number, zone: string | null) {
    this.epochDay = epochDay;
    this.nanoOfDay = nanoOfDay;
    this.offsetSeconds = offsetSeconds;
    this.zone = zone;
  }
}

/**
 * A length of time in four parts that do not convert into each other; `nanos` is 0 to 999,999,999.
 * Like every integer, `seconds` is a bigint beyond ±2^53 and a number otherwise.
 */
export class DurationValue {
  readonly months: number;
  readonly days: number;
  readonly seconds: number | bigint;
  readonly nanos: number;
  constructor(months: number, days: number, seconds: number | bigint, nanos: number) {
    this.months = months;
    this.days = days;
    this.seconds = seconds;
    this.nanos = nanos;
  }
}

/** A point in one of Neo4j's four coordinate reference systems (4326, 4979, 7203, 9157). */
export class PointValue {
  readonly srid: number;
  readonly x: number;
  readonly y: number;
  readonly z: number | null;
  constructor(srid: number, x: number, y: number, z: number | null) {
    this.srid = srid;
    this.x = x;
    this.y = y;
    this.z = z;
  }
}

export type TemporalValue =
  | DateValue
  | LocalTimeValue
  | TimeValue
  | LocalDateTimeValue
  | DateTimeValue
  | DurationValue;

/** A property value that is no list. A plain `number` is always an integer within ±2^53. */
export type ScalarValue = boolean | number | bigint | Float | string | TemporalValue | PointValue;

/** What a node or relationship may store; absence is the only null. */
export type PropertyValue = ScalarValue | readonly ScalarValue[];
