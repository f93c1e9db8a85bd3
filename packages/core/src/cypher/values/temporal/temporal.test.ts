import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { civilDateOf, epochDayOf } from "../../../graph/calendar.js";
import { formatTemporal } from "../../../graph/format-temporal.js";
import {
  DateTimeValue,
  DateValue,
  DurationValue,
  LocalDateTimeValue,
  LocalTimeValue,
  type TemporalValue,
  TimeValue,
} from "../../../graph/property-value.js";
import { componentOf } from "../component.js";
import type { CypherValue } from "../cypher-value.js";
import { buildDate, buildDateTime, buildTime, type Clock } from "./build-temporal.js";
import { durationBetween, durationInSeconds } from "./duration-between.js";
import { parseDuration } from "./parse-duration.js";
import {
  parseDate,
  parseDateTime,
  parseLocalDateTime,
  parseLocalTime,
  parseTime,
} from "./parse-temporal.js";
import { shiftInstant } from "./shift.js";
import { truncateDate, truncateDateTime } from "./truncate.js";
import { UTC } from "./zone.js";

const NOON: Clock = { utcDay: epochDayOf(2021, 3, 23), utcNanos: 12 * 3600e9, zone: UTC };
const DAYS = 365_000_000_000;
const epochDay = fc.oneof(
  fc.integer({ min: -800_000, max: 800_000 }),
  fc.integer({ min: -DAYS, max: DAYS }),
);
const nanoOfDay = fc.integer({ min: 0, max: 86_399_999_999_999 });
const offset = fc.integer({ min: -18 * 3600, max: 18 * 3600 });
const parseUtc = (text: string): DateTimeValue => parseDateTime(text, UTC);
const map = (entries: Readonly<Record<string, CypherValue>>): ReadonlyMap<string, CypherValue> =>
  new Map(Object.entries(entries));

describe("calendar", () => {
  it("turns days into dates and back", () => {
    fc.assert(
      fc.property(epochDay, (day) => {
        const date = civilDateOf(day);
        expect(epochDayOf(date.year, date.month, date.day)).toBe(day);
      }),
    );
  });

  it("agrees with JavaScript's dates where those reach", () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 100_000 }), (day) => {
        const date = new Date(day * 86_400_000);
        expect(civilDateOf(day)).toEqual({
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
        });
      }),
    );
  });
});

describe("temporal text", () => {
  const cases: readonly [string, fc.Arbitrary<TemporalValue>, (text: string) => TemporalValue][] = [
    ["dates", epochDay.map((day) => new DateValue(day)), parseDate],
    ["local times", nanoOfDay.map((nanos) => new LocalTimeValue(nanos)), parseLocalTime],
    [
      "times",
      fc.tuple(nanoOfDay, offset).map(([nanos, seconds]) => new TimeValue(nanos, seconds)),
      (text) => parseTime(text, UTC),
    ],
    [
      "local datetimes",
      fc.tuple(epochDay, nanoOfDay).map(([day, nanos]) => new LocalDateTimeValue(day, nanos)),
      parseLocalDateTime,
    ],
    [
      "datetimes",
      fc
        .tuple(epochDay, nanoOfDay, offset)
        .map(([day, nanos, seconds]) => new DateTimeValue(day, nanos, seconds, null)),
      parseUtc,
    ],
    [
      "durations",
      fc
        .tuple(fc.integer(), fc.integer(), fc.integer(), fc.integer({ min: 0, max: 999_999_999 }))
        .map(([months, days, seconds, nanos]) => new DurationValue(months, days, seconds, nanos)),
      parseDuration,
    ],
  ];

  it.each(cases)("reads back the %s it writes", (_, values, parse) => {
    fc.assert(
      fc.property(values, (value) => {
        expect(parse(formatTemporal(value))).toEqual(value);
      }),
    );
  });

  it("reads back moments in zones, the hour that comes twice included", () => {
    const zones = fc.constantFrom("Europe/Lisbon", "Australia/Lord_Howe", "America/Caracas", "UTC");
    fc.assert(
      fc.property(
        zones,
        fc.integer({ min: -20_000, max: 40_000 }),
        nanoOfDay,
        (zone, day, nanos) => {
          const text = `${formatTemporal(new LocalDateTimeValue(day, nanos))}[${zone}]`;
          const value = parseUtc(text);
          expect(parseUtc(formatTemporal(value))).toEqual(value);
        },
      ),
    );
  });

  it.each([
    ["2021-W12-2", "2021-03-23"],
    ["2021W122", "2021-03-23"],
    ["2021-082", "2021-03-23"],
    ["2021-Q1-82", "2021-03-23"],
    ["202103", "2021-03-01"],
    ["-0044-03-15", "-0044-03-15"],
    ["+999999999-12-31", "+999999999-12-31"],
  ])("reads the date %s", (text, expected) => {
    expect(formatTemporal(parseDate(text))).toBe(expected);
  });

  it.each([
    ["P0.75M", "P22DT19H51M49.5S"],
    ["P1.5W", "P10DT12H"],
    ["PT-0.5S", "PT-0.5S"],
    ["-P1D", "P-1D"],
    ["PT90M", "PT1H30M"],
    ["P2021-03-23T12:30:00", "P2021Y3M23DT12H30M"],
  ])("reads the duration %s", (text, expected) => {
    expect(formatTemporal(parseDuration(text))).toBe(expected);
  });

  it.each([
    "",
    "2021-13-01",
    "2021-02-29",
    "2021-W53-1",
    "2021-366",
    "21-03-23",
    "2021-3-23",
    `2021${"0".repeat(200)}`,
  ])("refuses the date `%s`", (text) => {
    expect(() => parseDate(text)).toThrow(expect.objectContaining({ kind: "ArgumentError" }));
  });

  it.each([
    "P",
    "PT",
    "P1",
    "P1DT",
    "P1S",
    "PT1D",
    "P1D2M",
    "1D",
    "P1X",
    "P0.5M1D",
    "PT1.5H30M",
    "PT0.0000000019S",
  ])("refuses the duration `%s`", (text) => {
    expect(() => parseDuration(text)).toThrow(/cannot be read as a duration/);
  });

  it.each([
    ["2021-03-23T12:00+02:00[Europe/Lisbon]", /an offset that its zone does not have/],
    ["2021-03-23T12:00[Atlantis/Port]", /`Atlantis\/Port` is no time zone/],
    ["2021-03-23T12:00+19:00", /beyond ±18:00/],
    ["2021-03-23T24:00", /no time of day/],
  ])("refuses the datetime %s", (text, message) => {
    expect(() => parseUtc(text)).toThrow(message);
  });
});

describe("times of day", () => {
  it.each([
    ["12:00", "12:00:00", "12:00"],
    ["12:00:07", "12:00:07", "12:00:07"],
    ["12:00:00.5", "12:00:00.5", "12:00:00.500"],
    ["12:00:00.500100", "12:00:00.5001", "12:00:00.500100"],
    ["12:00:00.000000007", "12:00:00.000000007", "12:00:00.000000007"],
  ])("are written in full as Neo4j does, or short as the TCK does: %s", (text, full, short) => {
    const value = parseUtc(`2021-03-23T${text}Z`);
    expect(formatTemporal(value)).toBe(`2021-03-23T${full}Z`);
    expect(formatTemporal(value, "short")).toBe(`2021-03-23T${short}Z`);
  });
});

describe("zones", () => {
  it.each([
    ["2021-03-28T01:30[Europe/Lisbon]", "2021-03-28T02:30:00+01:00[Europe/Lisbon]"],
    ["2021-10-31T01:30[Europe/Lisbon]", "2021-10-31T01:30:00+01:00[Europe/Lisbon]"],
    ["2021-10-31T01:30Z[Europe/Lisbon]", "2021-10-31T01:30:00Z[Europe/Lisbon]"],
    ["2021-07-01T00:00[europe/LISBON]", "2021-07-01T00:00:00+01:00[Europe/Lisbon]"],
    ["1850-01-01T00:00[Europe/Lisbon]", "1850-01-01T00:00:00-00:36:45[Europe/Lisbon]"],
    ["+500000-07-01T12:00[Europe/Lisbon]", "+500000-07-01T12:00:00+01:00[Europe/Lisbon]"],
  ])("reads %s as %s", (text, expected) => {
    expect(formatTemporal(parseUtc(text))).toBe(expected);
  });
});

describe("building from a map", () => {
  it.each<[Readonly<Record<string, CypherValue>>, string]>([
    [{ year: 2021, week: 12, dayOfWeek: 2 }, "2021-03-23"],
    [{ date: parseDate("2021-03-23"), quarter: 2 }, "2021-06-23"],
    [{ date: parseUtc("2021-03-23T23:00Z"), day: 1 }, "2021-03-01"],
    [{ date: parseDate("2024-02-29"), year: 2023, month: 3 }, "2023-03-28"],
    [{ date: parseDate("2024-12-31"), year: 2023, dayOfWeek: 3 }, "2023-12-27"],
    [{ date: parseDate("2024-12-31"), week: 53 }, "2025-12-30"],
    [{ year: 2021, quarter: 1, dayOfQuarter: 92 }, "2021-04-02"],
  ])("makes a date of %o", (entries, expected) => {
    expect(formatTemporal(buildDate(map(entries)))).toBe(expected);
  });

  it.each<[Readonly<Record<string, CypherValue>>, string]>([
    [
      { year: 2021, month: 3, day: 23, timezone: "Europe/Lisbon" },
      "2021-03-23T00:00:00Z[Europe/Lisbon]",
    ],
    [{ datetime: parseUtc("2021-03-23T12:00Z"), timezone: "+05:30" }, "2021-03-23T17:30:00+05:30"],
    [{ epochMillis: 1, nanosecond: 2 }, "1970-01-01T00:00:00.001000002Z"],
  ])("makes a datetime of %o", (entries, expected) => {
    expect(formatTemporal(buildDateTime(map(entries), NOON))).toBe(expected);
  });

  it("gives a time of day the offset that a named zone has now", () => {
    expect(formatTemporal(buildTime(map({ hour: 9, timezone: "Asia/Kolkata" }), NOON))).toBe(
      "09:00:00+05:30",
    );
  });

  it.each<[Readonly<Record<string, CypherValue>>, RegExp]>([
    [{ month: 3 }, /without `year`/],
    [{ year: 2021, day: 3 }, /`day` without `month`/],
    [{ year: 2021, month: 3, week: 2 }, /month, week together/],
    [{ year: 2021, month: 2, day: 29 }, /runs from 1 to 28/],
    [{ year: 2021, fortnight: 2 }, /has no field `fortnight`/],
    [{ year: "2021" }, /`year` of `date\(\)` was given a value of type String/],
  ])("refuses %o", (entries, message) => {
    expect(() => buildDate(map(entries))).toThrow(message);
  });
});

describe("truncation", () => {
  it.each([
    ["millennium", "2000-01-01"],
    ["weekYear", "2021-01-04"],
    ["quarter", "2021-01-01"],
    ["week", "2021-03-22"],
  ])("cuts a date to its %s", (unit, expected) => {
    expect(formatTemporal(truncateDate(unit, parseDate("2021-03-23"), map({})))).toBe(expected);
  });

  it("keeps the clock's reading when the map names another zone", () => {
    const value = parseUtc("2021-03-23T12:45Z");
    const cut = truncateDateTime("hour", value, map({ timezone: "+05:30", nanosecond: 7 }), NOON);
    expect(formatTemporal(cut)).toBe("2021-03-23T12:00:00.000000007+05:30");
  });

  it("never moves a date forward and stays put when cut twice", () => {
    const units = fc.constantFrom("decade", "year", "quarter", "month", "week", "day");
    fc.assert(
      fc.property(units, epochDay, (unit, day) => {
        const once = truncateDate(unit, new DateValue(day), map({}));
        expect(once.epochDay).toBeLessThanOrEqual(day);
        expect(truncateDate(unit, once, map({}))).toEqual(once);
      }),
    );
  });

  it("refuses units that a date does not have", () => {
    expect(() => truncateDate("hour", parseDate("2021"), map({}))).toThrow(/truncate to `hour`/);
  });
});

describe("durations", () => {
  it("lead from the first value to the second", () => {
    const local = fc
      .tuple(fc.integer({ min: -99_999, max: 99_999 }), nanoOfDay)
      .map(([day, nanos]) => new LocalDateTimeValue(day, nanos));
    fc.assert(
      fc.property(local, local, (from, to) => {
        expect(shiftInstant(from, durationInSeconds(from, to), 1)).toEqual(to);
        expect(shiftInstant(from, durationBetween(from, to), 1)).toEqual(to);
      }),
    );
  });

  it.each([
    ["2021-01-31", "P1M", "2021-02-28"],
    ["2020-02-29", "P1Y", "2021-02-28"],
    ["2021-01-01", "PT36H", "2021-01-02"],
    ["2021-01-01", "PT-36H", "2020-12-31"],
  ])("move %s by %s to %s", (date, duration, expected) => {
    expect(formatTemporal(shiftInstant(parseDate(date), parseDuration(duration), 1))).toBe(
      expected,
    );
  });

  it("count hours, not clock faces, across a change of the clock", () => {
    const before = parseUtc("2021-03-27T12:00[Europe/Lisbon]");
    expect(formatTemporal(shiftInstant(before, parseDuration("P1D"), 1))).toBe(
      "2021-03-28T12:00:00+01:00[Europe/Lisbon]",
    );
    expect(formatTemporal(shiftInstant(before, parseDuration("PT24H"), 1))).toBe(
      "2021-03-28T13:00:00+01:00[Europe/Lisbon]",
    );
  });

  it("stop at the end of the calendar", () => {
    expect(() => shiftInstant(parseDate("+999999999-12-31"), parseDuration("P1D"), 1)).toThrow(
      /leaves the years/,
    );
  });
});

describe("components", () => {
  it.each<[TemporalValue, string, CypherValue | undefined]>([
    [parseDate("2021-01-03"), "week", 53],
    [parseDate("2021-01-03"), "weekYear", 2020],
    [parseDate("2021-05-02"), "dayOfQuarter", 32],
    [parseUtc("2021-03-23T12:00+05:30"), "timezone", "+05:30"],
    [parseUtc("2021-03-23T12:00Z[Europe/Lisbon]"), "timezone", "Europe/Lisbon"],
    [parseUtc("1969-12-31T23:59:59.999Z"), "epochMillis", -1],
    [parseDuration("P14M-8D"), "monthsOfYear", 2],
    [parseDuration("P14M-8D"), "daysOfWeek", -1],
    [parseDuration("PT-0.5S"), "milliseconds", -500],
    [parseDate("2021"), "hour", undefined],
  ])("of %o: %s is %o", (value, key, expected) => {
    expect(componentOf(value, key)).toEqual(expected);
  });
});
