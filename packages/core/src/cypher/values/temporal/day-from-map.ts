import { civilDateOf, dayOfWeekOf } from "../../../graph/calendar.js";
import { badArgument } from "../value-error.js";
import { dateComponent } from "./date-component.js";
import { epochDayFrom } from "./date-parts.js";
import type { MapFields } from "./map-fields.js";
import { isoWeekOf } from "./week.js";

export const DATE_FIELDS = [
  "year",
  "quarter",
  "month",
  "week",
  "day",
  "dayOfWeek",
  "ordinalDay",
  "dayOfQuarter",
] as const;

/** Fields that name a day each in its own way; at most one group may be used. */
const GROUPS: readonly (readonly string[])[] = [
  ["month", "day"],
  ["week", "dayOfWeek"],
  ["quarter", "dayOfQuarter"],
  ["ordinalDay"],
];

/** The day that a map names; fields left out come from `base`, and without one they are the first. */
export function dayFromMap(fields: MapFields, base: number | null): number {
  const groups = GROUPS.filter((group) => fields.has(...group));
  if (groups.length > 1) {
    const used = groups.flatMap((group) => group.filter((key) => fields.has(key)));
    throw badArgument(`A date cannot be given by ${used.join(", ")} together. Keep one way.`);
  }
  if (base === null) {
    fields.require("year", "a date");
    requireLarger(fields);
  }
  if (fields.has("week", "dayOfWeek")) {
    const of = base === null ? null : isoWeekOf(base);
    return epochDayFrom({
      by: "week",
      year: fields.integer("year") ?? of?.weekYear ?? 0,
      week: fields.integer("week") ?? of?.week ?? 1,
      dayOfWeek: fields.integer("dayOfWeek") ?? (base === null ? 1 : dayOfWeekOf(base)),
    });
  }
  const of = base === null ? null : civilDateOf(base);
  const year = fields.integer("year") ?? of?.year ?? 0;
  const ordinalDay = fields.integer("ordinalDay");
  if (ordinalDay !== undefined) {
    return epochDayFrom({ by: "ordinal", year, ordinalDay });
  }
  if (fields.has("quarter", "dayOfQuarter")) {
    const part = (key: string) => (base === null ? 1 : (dateComponent(base, key) ?? 1));
    return epochDayFrom({
      by: "quarter",
      year,
      quarter: fields.integer("quarter") ?? part("quarter"),
      dayOfQuarter: fields.integer("dayOfQuarter") ?? part("dayOfQuarter"),
    });
  }
  return epochDayFrom({
    by: "month",
    year,
    month: fields.integer("month") ?? of?.month ?? 1,
    day: fields.integer("day") ?? of?.day ?? 1,
  });
}

function requireLarger(fields: MapFields): void {
  const pairs = [
    ["day", "month"],
    ["dayOfWeek", "week"],
    ["dayOfQuarter", "quarter"],
  ] as const;
  for (const [smaller, larger] of pairs) {
    if (fields.has(smaller)) {
      fields.require(larger, smaller);
    }
  }
}
