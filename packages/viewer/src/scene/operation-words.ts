import type { GraphReader } from "@redthread/core/graph";
import { readNumber, readText, readTexts } from "./property-reading.js";
import type { SceneFact } from "./scene.js";
import { capitalised, dateWords, figureWords } from "./wording.js";

const UNITS: Readonly<Record<string, string>> = { kg: "kg", g: "g", t: "t", l: "l", other: "" };

/** What the picture writes at an operation: its date, or its name where no date is known. */
export function operationLabel(graph: GraphReader, slot: number, name: string): string {
  const date = readText(graph.nodeProperty(slot, "date"));
  return date === null ? shortName(name) : dateWords(date, "short");
}

/** The operation's figures in a few words: `17 arrested · 1.8 million pills`; its kind where it has none. */
export function operationSub(graph: GraphReader, slot: number): string | null {
  const parts: string[] = [];
  for (const word of ["arrested", "killed"]) {
    const figure = propertyFigure(graph, slot, word);
    if (figure !== null && figure !== "0") parts.push(`${figure} ${word}`);
  }
  const hauls = seizures(graph, slot);
  if (hauls[0] !== undefined) parts.push(hauls[0]);
  if (parts.length > 0) return parts.slice(0, 2).join(" · ");
  return readText(graph.nodeProperty(slot, "kind"));
}

/** Facts of an operation for the drawer. */
export function operationFacts(graph: GraphReader, slot: number): readonly SceneFact[] {
  const facts: SceneFact[] = [];
  const kinds = readTexts(graph.nodeProperty(slot, "kinds"));
  const kind = readText(graph.nodeProperty(slot, "kind"));
  const what = kinds.length > 0 ? kinds.join(", ") : kind;
  if (what !== null) facts.push(["Kind", what]);
  const date = readText(graph.nodeProperty(slot, "date"));
  const from = readText(graph.nodeProperty(slot, "dateFrom"));
  const to = readText(graph.nodeProperty(slot, "dateTo"));
  if (date !== null) facts.push(["Date", dateWords(date)]);
  else if (from !== null && to !== null) {
    facts.push(["Date", `${dateWords(from)} to ${dateWords(to)}`]);
  }
  for (const word of ["arrested", "killed"]) {
    const figure = propertyFigure(graph, slot, word);
    if (figure !== null) facts.push([capitalised(word), figure]);
  }
  return facts;
}

/** What a SEIZED relationship caught: `≈ 20 kg`, `1.8 million pills`; null where no amount is told. */
export function seizedWords(graph: GraphReader, relationship: number): string | null {
  const read = (key: string) => graph.relationshipProperty(relationship, key);
  const figure = figureWords({
    value: readNumber(read("amount")),
    low: readNumber(read("low")),
    high: readNumber(read("high")),
    qualifier: readText(read("qualifier")),
  });
  if (figure === null) return null;
  const unit = readText(read("unit")) ?? "";
  return `${figure} ${UNITS[unit] ?? unit}`.trim();
}

function propertyFigure(graph: GraphReader, slot: number, key: string): string | null {
  const read = (suffix: string) => graph.nodeProperty(slot, `${key}${suffix}`);
  return figureWords({
    value: readNumber(read("")),
    low: readNumber(read("Low")),
    high: readNumber(read("High")),
    qualifier: readText(read("Qualifier")),
  });
}

/** Hauls in words, the one with most sources first; figures of one drug that differ are told together. */
function seizures(graph: GraphReader, slot: number): readonly string[] {
  const byDrug = new Map<string, { words: string[]; sources: number }>();
  graph.expand(slot, "out", ["SEIZED"], (relationship, drug) => {
    const words = seizedWords(graph, relationship);
    if (words === null) return true;
    const key = readText(graph.nodeProperty(drug, "id")) ?? String(drug);
    const haul = byDrug.get(key) ?? { words: [], sources: 0 };
    haul.words.push(words);
    haul.sources += readTexts(graph.relationshipProperty(relationship, "documents")).length;
    byDrug.set(key, haul);
    return true;
  });
  return [...byDrug]
    .sort(([a, x], [b, y]) => y.sources - x.sources || (a < b ? -1 : 1))
    .map(([, haul]) => eitherWords([...new Set(haul.words)].sort()));
}

/** `260,000 or 300,000 pills`: the unit once where all have the same. */
function eitherWords(words: readonly string[]): string {
  const units = new Set(words.map((one) => one.slice(one.lastIndexOf(" "))));
  if (words.length === 1 || units.size > 1) return words.join(" or ");
  const [unit = ""] = units;
  return `${words.map((one) => one.slice(0, -unit.length)).join(" or ")}${unit}`;
}

function shortName(name: string): string {
  return name === "" ? "Undated" : name;
}
