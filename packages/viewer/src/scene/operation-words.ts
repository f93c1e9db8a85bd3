import type { GraphReader } from "@redthread/core/graph";
import { compareText } from "@redthread/core/text";
import { dateWords, figureWords } from "@redthread/core/trace";
import { keyWords, nodeFigures } from "./node-facts.js";
import { readNumber, readNumbers, readParallel, readText, readTexts } from "./property-reading.js";

/** What the picture writes at an operation: its date, or its name where no date is known. */
export function operationLabel(graph: GraphReader, slot: number, name: string): string {
  const date = readText(graph.nodeProperty(slot, "date"));
  if (date !== null) return dateWords(date, "short");
  return name === "" ? "Undated" : name;
}

/** Figures of an operation that the picture has room for. */
const MOST_FIGURES = 2;

/** The operation's figures in a few words: `17 arrested · 1.8 million pills`; its kind where it has none. */
export function operationSub(graph: GraphReader, slot: number): string | null {
  const figures = [...nodeFigures(graph, slot, "short")].flatMap(([key, figure]) =>
    figure === "0" ? [] : [`${figure} ${keyWords(key)}`],
  );
  const parts = [...figures, ...amountsTaken(graph, slot).slice(0, 1)].slice(0, MOST_FIGURES);
  return parts.length > 0 ? parts.join(" · ") : readText(graph.nodeProperty(slot, "kind"));
}

/** Units that stand for a word of the report which no list holds. */
const UNNAMED_UNIT = "other";

/** How much a relationship moved or took: `≈ 20 kg`, `1.8 million pills`; null where no amount is told. */
export function amountWords(graph: GraphReader, relationship: number): string | null {
  const read = (key: string) => graph.relationshipProperty(relationship, key);
  const figure = figureWords(
    {
      value: readNumber(read("amount")),
      low: readNumber(read("low")),
      high: readNumber(read("high")),
      qualifier: readText(read("qualifier")),
    },
    "short",
  );
  if (figure === null) return null;
  const unit = readText(read("unit")) ?? "";
  return unit === UNNAMED_UNIT ? figure : `${figure} ${unit}`.trim();
}

/** What an operation took, the most reported first; figures of one thing that differ are told together. */
function amountsTaken(graph: GraphReader, slot: number): readonly string[] {
  const byGoods = new Map<string, { words: string[]; sources: number }>();
  graph.expand(slot, "out", null, (relationship, goods) => {
    const words = amountsTold(graph, relationship);
    if (words.length === 0) return true;
    const key = readText(graph.nodeProperty(goods, "id")) ?? String(goods);
    const taken = byGoods.get(key) ?? { words: [], sources: 0 };
    taken.words.push(...words);
    taken.sources += readTexts(graph.relationshipProperty(relationship, "documents")).length;
    byGoods.set(key, taken);
    return true;
  });
  return [...byGoods]
    .sort(([a, x], [b, y]) => y.sources - x.sources || compareText(a, b))
    .map(([, taken]) => eitherWords([...new Set(taken.words)]));
}

/** The amount of a link, or each that its reports tell where no figure fits them all; lowest first. */
function amountsTold(graph: GraphReader, relationship: number): readonly string[] {
  const read = (key: string) => graph.relationshipProperty(relationship, key);
  const words = amountWords(graph, relationship);
  const standing = readParallel(read("toldStanding"));
  const told = readText(read("verdict")) === "conflict" ? readNumbers(read("toldValues")) : [];
  const values = told.filter((value, at) => value !== null && standing[at] !== "withdrawn");
  if (words === null || values.length < 2) return words === null ? [] : [words];
  const unit = readText(read("unit")) ?? "";
  return [...new Set(values)]
    .sort((a, b) => (a ?? 0) - (b ?? 0))
    .flatMap((value) => {
      const figure = { value, low: value, high: value, qualifier: null };
      return figureWords(figure, "short") ?? [];
    })
    .map((figure) => (unit === UNNAMED_UNIT ? figure : `${figure} ${unit}`.trim()));
}

/** `260,000 or 300,000 pills`: the unit once where all have the same. */
function eitherWords(words: readonly string[]): string {
  const units = new Set(words.map((one) => one.slice(one.lastIndexOf(" "))));
  if (words.length === 1 || units.size > 1) return words.join(" or ");
  const [unit = ""] = units;
  return `${words.map((one) => one.slice(0, -unit.length)).join(" or ")}${unit}`;
}
