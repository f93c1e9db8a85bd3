import type { PropertyValue } from "@redthread/core/graph";

type Maybe = PropertyValue | undefined;

/** A property as text, or null where it is absent, empty or no text. */
export function readText(value: Maybe): string | null {
  if (typeof value === "string") return value === "" ? null : value;
  if (typeof value === "number" || typeof value === "bigint") return String(value);
  if (isObject(value) && "epochDay" in value && !("nanoOfDay" in value)) {
    return isoDay(value.epochDay);
  }
  return null;
}

/** A property as a number, or null. Floats come wrapped, integers plain. */
export function readNumber(value: Maybe): number | null {
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (typeof value === "bigint") return Number(value);
  if (isObject(value) && "value" in value && typeof value.value === "number") {
    return Number.isFinite(value.value) ? value.value : null;
  }
  return null;
}

/** A list of numbers as stored, null for what is none; anything else is empty. */
export function readNumbers(value: Maybe): readonly (number | null)[] {
  return Array.isArray(value) ? value.map((one: PropertyValue) => readNumber(one)) : [];
}

/** A list of texts as stored; a single text is a list of one, anything else is empty. */
export function readTexts(value: Maybe): readonly string[] {
  if (Array.isArray(value)) {
    return value.map((one: PropertyValue) => readText(one) ?? "").filter((one) => one !== "");
  }
  const text = readText(value);
  return text === null ? [] : [text];
}

/** A list as stored with gaps kept as empty texts, so that parallel lists stay parallel. */
export function readParallel(value: Maybe): readonly string[] {
  return Array.isArray(value)
    ? value.map((one: PropertyValue) => readText(one) ?? "")
    : readTexts(value);
}

/** A count that is stored as a number or as the list of what is counted. */
export function readCount(value: Maybe): number | null {
  return Array.isArray(value) ? value.length : readNumber(value);
}

function isObject(
  value: Maybe,
): value is Exclude<PropertyValue, string | number | boolean | bigint> {
  return typeof value === "object" && value !== null;
}

/** `YYYY-MM-DD` of a day number since 1970-01-01 (civil calendar, after Howard Hinnant). */
function isoDay(epochDay: number): string {
  const shifted = epochDay + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, "0")}-${pad(month)}-${pad(day)}`;
}

function pad(number: number): string {
  return String(number).padStart(2, "0");
}
