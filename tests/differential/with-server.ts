import type { GraphStore } from "@redthread/core/stores";
import { askEngine } from "./ask-engine.js";
import { ServerAsker } from "./ask-server.js";
import { compare, type Difference, drawCase } from "./compare.js";
import { type Explanation, explanationOf } from "./explained.js";

/** What came of a comparison with a server. */
export interface ServerComparison {
  readonly asked: number;
  /** Queries that gave rows, at least one: the others show little. */
  readonly answered: number;
  readonly differences: readonly Difference[];
  readonly explained: ReadonlyMap<Explanation, number>;
}

/** Draws so many cases from a number on, and asks the engine and a server, which is emptied for it. */
export async function compareWithServer(
  store: GraphStore,
  seed: number,
  count: number,
): Promise<ServerComparison> {
  const server = new ServerAsker(store);
  const differences: Difference[] = [];
  const explained = new Map<Explanation, number>();
  let answered = 0;
  for (let at = seed; at < seed + count; at += 1) {
    const { isAnswered, difference } = await compare(
      async (asked) => askEngine(asked),
      (asked) => server.ask(asked),
      drawCase(at),
    );
    answered += isAnswered ? 1 : 0;
    if (difference === null) continue;
    const explanation = explanationOf(...difference.answers);
    if (explanation === null) differences.push(difference);
    else explained.set(explanation, (explained.get(explanation) ?? 0) + 1);
  }
  return { asked: count, answered, differences, explained };
}
