import type { GraphReader } from "@redthread/core/graph";
import { dateWords, type FigureStyle, rangeWords } from "@redthread/core/trace";
import { FIGURE_PART, figureOf, figureRoots, type ReadProperty } from "./property-figures.js";
import { readText, readTexts } from "./property-reading.js";
import type { SceneFact } from "./scene.js";
import { capitalised } from "./wording.js";

/** What the scene shows in another place, or what only the engine needs. */
const ELSEWHERE = new Set([
  ...["id", "otherIds", "name", "aliases", "knownAs", "documents", "quotes", "spans", "conflicts"],
  ...["confidence", "modality", "modalities", "sources", "rules"],
  ...["kind", "kinds", "date", "dateFrom", "dateTo"],
  ...["value", "low", "high", "qualifier", "unit"],
  ...["country", "states", "publisher", "iso2", "iso3", "latitude", "longitude"],
]);

/** Words for what the types that every field shares carry; other properties are called by their keys. */
const WORDS: Readonly<Record<string, string>> = { level: "Kind of place", metric: "Measure" };

/** The properties of a thing that nothing else of the scene shows, by key, sorted. */
function ownKeys(graph: GraphReader, slot: number): readonly string[] {
  return [...graph.nodePropertyKeys(slot)].filter((key) => !ELSEWHERE.has(key)).sort();
}

/** The counts of a thing in words by their keys: `arrested` and `≈ 20`. */
export function nodeFigures(
  graph: GraphReader,
  slot: number,
  style: FigureStyle,
): ReadonlyMap<string, string> {
  const read: ReadProperty = (key) => graph.nodeProperty(slot, key);
  const figures = new Map<string, string>();
  for (const key of figureRoots(ownKeys(graph, slot), read)) {
    const words = figureOf(read, style, key);
    if (words !== null) figures.set(key, words);
  }
  return figures;
}

/** What is known of a thing beside its names and links, whatever the field calls it. */
export function nodeFacts(graph: GraphReader, slot: number): readonly SceneFact[] {
  const read: ReadProperty = (key) => graph.nodeProperty(slot, key);
  const facts: SceneFact[] = [];
  const add = (word: string, value: string | null) => {
    if (value !== null && value !== "") facts.push([word, value]);
  };
  const kinds = readTexts(read("kinds"));
  add("Kind", kinds.length > 0 ? kinds.join(", ") : readText(read("kind")));
  add("Date", datesOf(read));
  const unit = readText(read("unit"));
  const figure = figureOf(read, "long");
  add("Figure", figure === null || unit === null ? figure : `${figure} ${unit}`);
  const figures = nodeFigures(graph, slot, "long");
  for (const key of ownKeys(graph, slot)) {
    const told = figures.get(key);
    if (told !== undefined) add(wordOf(key), told);
    else if (!isPartOfFigure(key, figures)) add(wordOf(key), readTexts(read(key)).join(", "));
  }
  return facts;
}

function datesOf(read: ReadProperty): string | null {
  const date = readText(read("date"));
  if (date !== null) return dateWords(date);
  const [from, to] = [readText(read("dateFrom")), readText(read("dateTo"))];
  return from === null || to === null ? null : rangeWords(from, to);
}

const isPartOfFigure = (key: string, figures: ReadonlyMap<string, string>): boolean =>
  figures.has(key.replace(FIGURE_PART, ""));

function wordOf(key: string): string {
  return WORDS[key] ?? capitalised(keyWords(key));
}

/** `maxSpeed` as `max speed`. */
export function keyWords(key: string): string {
  return key.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2").toLowerCase();
}
