import type { PropertyValue } from "@redthread/core/graph";
import { type FigureStyle, figureWords } from "@redthread/core/trace";
import { readNumber, readText } from "./property-reading.js";

/** Reads a property of one node or relationship. */
export type ReadProperty = (key: string) => PropertyValue | undefined;

/** End of the key of a bound or a qualifier. */
export const FIGURE_PART = /(?:Low|High|Qualifier)$/;

/** Keys, in the order given, of the numbers that stand alone or with bounds and a qualifier beside them. */
export function figureRoots(keys: readonly string[], read: ReadProperty): ReadonlySet<string> {
  const roots = new Set(
    keys.filter((key) => FIGURE_PART.test(key)).map((key) => key.replace(FIGURE_PART, "")),
  );
  const isNumber = (key: string) => !FIGURE_PART.test(key) && readNumber(read(key)) !== null;
  return new Set(keys.filter((key) => roots.has(key) || isNumber(key)));
}

/** A figure in words from `arrested`, `arrestedLow` …; without a key from `value`, `low` …; null for none. */
export function figureOf(
  read: ReadProperty,
  style: FigureStyle,
  key: string | null = null,
): string | null {
  const part = (suffix: string) => read(key === null ? suffix.toLowerCase() : `${key}${suffix}`);
  return figureWords(
    {
      value: readNumber(read(key ?? "value")),
      low: readNumber(part("Low")),
      high: readNumber(part("High")),
      qualifier: readText(part("Qualifier")),
    },
    style,
  );
}
