// npm run differential -- --part notation [--seed N] [--count N]: small queries whose answers were recorded
// on Neo4j 5.26, asked of the engine; all of them, or `count` drawn by seed. Known differences stand in
// tests/cases/neo4j-differences.tsv with their reasons and are passed over.
import { seededRandom } from "../../benches/seeded-random.js";
import {
  answerOf,
  type Behaviour,
  expectedOf,
  readBehaviours,
  readDifferences,
} from "../../tests/cases/recorded-behaviours.js";
import { findReference } from "../../tests/cases/shared-folder.js";
import type { Part } from "../runner.js";

export const notation: Part = {
  name: "notation",
  title: "answers recorded on Neo4j 5.26, in its notation (all of them)",
  run: ({ seed, count }) => {
    const file = findReference("research/neo4j-behaviours.tsv");
    if (file === null)
      return {
        lines: ["The recorded answers are not here; nothing was compared."],
        json: null,
        failed: false,
      };
    const differences = readDifferences();
    const asked = readBehaviours(file).filter(({ query }) => !differences.has(query));
    const drawn = count === null ? asked : draw(asked, seed, count);
    const wrong = drawn.flatMap((one) => {
      const [answer, expected] = [answerOf(one), expectedOf(one)];
      return answer === expected ? [] : [{ query: one.query, answer, expected }];
    });
    const lines = [
      `${drawn.length} queries, ${wrong.length} answered otherwise than by Neo4j`,
      ...wrong.map(
        ({ query, answer, expected }) => `${query}\n  ours   ${answer}\n  Neo4j  ${expected}`,
      ),
    ];
    return { lines, json: { queries: drawn.length, wrong }, failed: wrong.length > 0 };
  },
};

/** Some of a list, each at most once, in an order drawn by seed. */
function draw(all: readonly Behaviour[], seed: number, count: number): readonly Behaviour[] {
  const random = seededRandom(seed);
  return all
    .map((one) => ({ one, at: random() }))
    .sort((a, b) => a.at - b.at)
    .slice(0, count)
    .map(({ one }) => one);
}
