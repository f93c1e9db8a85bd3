import { badArgument } from "../value-error.js";
import type { MapFields } from "./map-fields.js";
import { NANOS_PER_HOUR, NANOS_PER_MINUTE, NANOS_PER_SECOND } from "./units.js";

export const CLOCK_FIELDS = [
  "hour",
  "minute",
  "second",
  "millisecond",
  "microsecond",
  "nanosecond",
] as const;

/** How a fraction of a second that the map gives meets the one of the base. */
export type FractionRule = "replace" | "add";

function inRange(name: string, value: number, end: number): number {
  if (value < 0 || value >= end) {
    throw badArgument(`The ${name} of a time is ${value}. It runs from 0 to ${end - 1}.`);
  }
  return value;
}

/** The time of day that a map names; fields left out come from `base`, and without one they are 0. */
export function clockFromMap(
  fields: MapFields,
  base: number | null,
  rule: FractionRule = "replace",
): number {
  if (base === null) {
    requireLarger(fields);
  }
  const of = base ?? 0;
  const hour = fields.integer("hour") ?? Math.floor(of / NANOS_PER_HOUR);
  const minute = fields.integer("minute") ?? Math.floor(of / NANOS_PER_MINUTE) % 60;
  const second = fields.integer("second") ?? Math.floor(of / NANOS_PER_SECOND) % 60;
  return (
    inRange("hour", hour, 24) * NANOS_PER_HOUR +
    inRange("minute", minute, 60) * NANOS_PER_MINUTE +
    inRange("second", second, 60) * NANOS_PER_SECOND +
    fractionFrom(fields, of % NANOS_PER_SECOND, rule)
  );
}

/** Each unit counts within the next larger one that is given. */
function fractionFrom(fields: MapFields, base: number, rule: FractionRule): number {
  const millisecond = fields.integer("millisecond");
  const microsecond = fields.integer("microsecond");
  const nanosecond = fields.integer("nanosecond");
  if (millisecond === undefined && microsecond === undefined && nanosecond === undefined) {
    return base;
  }
  const microEnd = millisecond === undefined ? 1_000_000 : 1000;
  const nanoEnd =
    microsecond === undefined ? (millisecond === undefined ? NANOS_PER_SECOND : 1_000_000) : 1000;
  const given =
    inRange("millisecond", millisecond ?? 0, 1000) * 1_000_000 +
    inRange("microsecond", microsecond ?? 0, microEnd) * 1000 +
    inRange("nanosecond", nanosecond ?? 0, nanoEnd);
  return inRange("nanosecond", rule === "add" ? base + given : given, NANOS_PER_SECOND);
}

function requireLarger(fields: MapFields): void {
  if (fields.has("minute")) {
    fields.require("hour", "minute");
  }
  if (fields.has("second")) {
    fields.require("minute", "second");
  }
  for (const part of ["millisecond", "microsecond", "nanosecond"]) {
    if (fields.has(part)) {
      fields.require("second", part);
    }
  }
}
