import type { JudgedThing, SeenThing, Sighting } from "../../model/judgement.js";

export type Fields = Readonly<Record<string, unknown>>;

/** Why a line is no judgement, as the end of a sentence that begins with the line. */
export class Unreadable extends Error {}

/** The members of a line. A last line without an end may be half of what was to be written. */
export function readFields(text: string, isLast: boolean): Fields {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Unreadable(
      isLast ? "is written by half: it has no end and is no JSON object" : "is no JSON object",
    );
  }
  if (!isFields(value)) throw new Unreadable("is no JSON object");
  return value;
}

export function readText(fields: Fields, key: string): string {
  const value = fields[key];
  if (typeof value !== "string" || value.trim() === "") {
    throw new Unreadable(`has no text \`${key}\``);
  }
  return value;
}

export function readOptionalText(fields: Fields, key: string): string | null {
  const value = fields[key];
  if (value === undefined || value === null) return null;
  if (typeof value !== "string")
    throw new Unreadable(`has something else than a text in \`${key}\``);
  return value;
}

/** An id, or a thing as it was seen. */
export function readThing(fields: Fields, key: string): JudgedThing {
  const value = fields[key];
  if (!isFields(value)) return readText(fields, key);
  const id = readOptionalText(value, "id");
  const thing: SeenThing = {
    ...(id === null ? {} : { id }),
    type: readText(value, "type"),
    name: readText(value, "name"),
    seen: readSightings(value, "seen"),
  };
  return thing;
}

const MOST_SIGHTINGS = 1000;

/** A list of places in reports that is not empty; a single one may stand without the list. */
export function readSightings(fields: Fields, key: string): readonly [Sighting, ...Sighting[]] {
  const value = fields[key];
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  const [first, ...others] = list.slice(0, MOST_SIGHTINGS).map((one) => readSighting(one, key));
  if (first === undefined) throw new Unreadable(`has no report in \`${key}\``);
  return [first, ...others];
}

function readSighting(value: unknown, key: string): Sighting {
  if (!isFields(value)) throw new Unreadable(`has no report with a quote in \`${key}\``);
  const at = readOffset(value, "at");
  const name = readOptionalText(value, "name");
  const quote = readText(value, "quote");
  const start = readOffset(value, "start") ?? 0;
  return {
    document: readOptionalText(value, "document") ?? "",
    path: readText(value, "path"),
    quote,
    start,
    end: readOffset(value, "end") ?? start + quote.length,
    ...(at === null ? {} : { at }),
    ...(name === null ? {} : { name }),
  };
}

function readOffset(fields: Fields, key: string): number | null {
  const value = fields[key];
  if (value === undefined || value === null) return null;
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) return value;
  throw new Unreadable(`has something else than a whole number in \`${key}\``);
}

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);
