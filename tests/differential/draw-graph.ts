import type { Draw } from "./draw.js";

/** A small graph as the statement that makes it; each thing has a number `k` of its own. */
export interface DrawnGraph {
  readonly nodes: readonly string[];
  /** From, to and what stands between the brackets. */
  readonly relationships: readonly (readonly [from: number, to: number, inside: string])[];
}

export const LABELS = ["A", "B", "C"] as const;
export const TYPES = ["R", "S", "T"] as const;

/** Property names by what they mostly hold; `m` holds anything, so that comparing meets every type. */
export const KEYS = {
  int: "i",
  float: "f",
  text: "s",
  truth: "b",
  list: "l",
  day: "d",
  mixed: "m",
} as const;

const INTS = ["0", "1", "2", "3", "-1", "7", "10", "9007199254740993"] as const;
const FLOATS = ["0.0", "0.5", "1.0", "-2.25", "1e10", "3.75"] as const;
const TEXTS = [
  "''",
  "'a'",
  "'ab'",
  "'B'",
  "'Äß'",
  "'x y'",
  "'10'",
  "'1.5'",
  "'true'",
  "'2024-02-29'",
] as const;
const LISTS = ["[]", "[1, 2]", "[2, 1, 2]", "['a', 'b']", "[true]", "[0.5]"] as const;
const DAYS = ["date('2024-02-29')", "date('2023-12-31')", "date('2024-03-01')"] as const;
const TRUTHS = ["true", "false"] as const;
const MIXED = [
  ...INTS,
  ...FLOATS,
  ...TEXTS,
  ...LISTS,
  ...DAYS,
  ...TRUTHS,
  "datetime('2024-02-29T12:30:00Z')",
  "localtime('10:15')",
  "duration('P1M2DT3S')",
  "point({x: 1, y: 2})",
] as const;

export function drawGraph(draw: Draw): DrawnGraph {
  const nodes = draw.times(2, 6, (at) => {
    const labels = LABELS.filter(() => draw.chance(0.55)).map((label) => `:${label}`);
    return `${labels.join("")} ${properties(draw, at)}`;
  });
  const end = (): number => draw.whole(0, nodes.length - 1);
  const relationships = draw.times(2, 12, (at) => {
    return [end(), end(), `:${draw.one(TYPES)} ${properties(draw, 100 + at)}`] as const;
  });
  return { nodes, relationships };
}

function properties(draw: Draw, key: number): string {
  const some = (name: string, from: readonly [string, ...string[]], share: number): string[] =>
    draw.chance(share) ? [`${name}: ${draw.one(from)}`] : [];
  const all = [
    `k: ${key}`,
    ...some(KEYS.int, INTS, 0.7),
    ...some(KEYS.float, FLOATS, 0.4),
    ...some(KEYS.text, TEXTS, 0.6),
    ...some(KEYS.truth, TRUTHS, 0.3),
    ...some(KEYS.list, LISTS, 0.3),
    ...some(KEYS.day, DAYS, 0.2),
    ...some(KEYS.mixed, MIXED, 0.4),
  ];
  return `{${all.join(", ")}}`;
}

/** The graph as one statement. */
export function createText({ nodes, relationships }: DrawnGraph): string {
  const made = [
    ...nodes.map((inside, at) => `(n${at}${inside})`),
    ...relationships.map(([from, to, inside]) => `(n${from})-[${inside}]->(n${to})`),
  ];
  return `CREATE ${made.join(", ")}`;
}

/** Graphs that lack one thing; a node goes with its relationships. */
export function* smallerGraphs({ nodes, relationships }: DrawnGraph): Generator<DrawnGraph> {
  for (let gone = 0; gone < nodes.length && nodes.length > 1; gone += 1) {
    const moved = (at: number): number => (at > gone ? at - 1 : at);
    yield {
      nodes: nodes.filter((_, at) => at !== gone),
      relationships: relationships
        .filter(([from, to]) => from !== gone && to !== gone)
        .map(([from, to, inside]) => [moved(from), moved(to), inside] as const),
    };
  }
  for (let gone = 0; gone < relationships.length; gone += 1) {
    yield { nodes, relationships: relationships.filter((_, at) => at !== gone) };
  }
}
