import { type Answer, isAlike, isCut } from "./answer.js";
import type { Ask, Asked } from "./ask-engine.js";
import { Draw } from "./draw.js";
import { type DrawnGraph, drawGraph, smallerGraphs } from "./draw-graph.js";
import { drawQuery } from "./draw-query.js";
import { type Phrase, smaller, textOf } from "./phrase.js";

/** A drawn case: the graph, the query as a tree, and the number that draws it again. */
export interface DrawnCase {
  readonly seed: number;
  readonly graph: DrawnGraph;
  readonly tree: Phrase;
  readonly changes: boolean;
}

/** What two engines answered otherwise, in the smallest form that was found. */
export interface Difference {
  readonly seed: number;
  readonly asked: Asked;
  readonly answers: readonly [Answer, Answer];
}

/** Queries that share a graph, so that a server is filled once for all of them. */
const QUERIES_A_GRAPH = 20;

/** Steps of making a difference smaller that are tried, at most. */
const MOST_STEPS = 400;

/** The case of a number; the numbers of one score share a graph. */
export function drawCase(seed: number): DrawnCase {
  const graph = drawGraph(new Draw(Math.floor(seed / QUERIES_A_GRAPH) * QUERIES_A_GRAPH));
  return { seed, graph, ...drawQuery(new Draw(seed * 2 + 1)) };
}

const askedOf = ({ graph, tree, changes }: Omit<DrawnCase, "seed">): Asked => ({
  graph,
  text: textOf(tree),
  changes,
});

/** What came of one case. */
export interface Compared {
  /** Whether the first gave a row at least: other queries show little. */
  readonly isAnswered: boolean;
  /** Null where both answer alike; else the difference, made small. */
  readonly difference: Difference | null;
}

/** Asks both; where they differ, looks for a smaller graph and query that still make them differ. */
export async function compare(
  one: Ask,
  other: Ask,
  drawn: DrawnCase,
  mostSteps = MOST_STEPS,
): Promise<Compared> {
  let isAnswered = false;
  const answersTo = async (asked: Asked): Promise<readonly [Answer, Answer] | null> => {
    const answers = [await one(asked), await other(asked)] as const;
    isAnswered ||= (answers[0].rows ?? []).length > 0;
    return isAlike(...answers) || answers.some(isCut) ? null : answers;
  };
  let best: Omit<DrawnCase, "seed"> = drawn;
  let answers = await answersTo(askedOf(best));
  if (answers === null) return { isAnswered, difference: null };
  let steps = 0;
  for (let found = true; found && steps < mostSteps; ) {
    found = false;
    for (const next of smallerCases(best)) {
      steps += 1;
      const differ = steps > mostSteps ? null : await answersTo(askedOf(next));
      if (differ === null) continue;
      [best, answers, found] = [next, differ, true];
      break;
    }
  }
  return { isAnswered, difference: { seed: drawn.seed, asked: askedOf(best), answers } };
}

function* smallerCases(one: Omit<DrawnCase, "seed">): Generator<Omit<DrawnCase, "seed">> {
  const length = textOf(one.tree).length;
  for (const tree of smaller(one.tree)) if (textOf(tree).length < length) yield { ...one, tree };
  for (const graph of smallerGraphs(one.graph)) yield { ...one, graph };
}
