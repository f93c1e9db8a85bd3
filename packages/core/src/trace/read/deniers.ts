import type { PropertyValue } from "../../graph/property-value.js";
import { readTexts } from "./trace-node.js";

/** Stands for whoever denies a link in a graph that has the denial and not the name. */
const SOMEBODY = "an unnamed source";

/**
 * Who denies a relationship, each once, as the build named them: whom a report quotes for it, else who
 * published the report. Empty where nobody does.
 */
export function readDeniers(read: (key: string) => PropertyValue | undefined): readonly string[] {
  const named = readTexts(read("deniedBy"));
  const isDenied = named.length > 0 || readTexts(read("deniedQuotes")).length > 0;
  return isDenied && named.length === 0 ? [SOMEBODY] : named;
}
