import { readFileSync } from "node:fs";
import { CypherError, type CypherValue, createEngine, type Engine } from "@redthread/core/cypher";
import { RedthreadError } from "@redthread/core/errors";
import { PropertyGraph } from "@redthread/core/graph";
import { canonical, rowsInNotation } from "./neo4j-notation.js";

/** Queries whose answer differs for a reason, one a line, with the reason behind a tab. */
const DIFFERENCES = new URL("neo4j-differences.tsv", import.meta.url);

const SETUP =
  "CREATE (a:HX {k:1})-[:R {w:1}]->(b:HX {k:2})-[:R {w:2}]->(c:HX {k:3}), (a)-[:S {w:3}]->(c), (c)-[:R {w:4}]->(c), (d:HX {k:4})";

/** A small query with the answer that Neo4j 5.26 gave. */
export interface Behaviour {
  readonly query: string;
  readonly parameters: string;
  readonly needsGraph: boolean;
  readonly answer: string;
}

export function readBehaviours(path: string): readonly Behaviour[] {
  const [, ...lines] = readFileSync(path, "utf8").split("\n").filter(Boolean);
  return lines.map((line) => {
    const [, written = "", answer = ""] = line.split("\t");
    const cut = / \$ ?(?:\w+=.*)?$/.exec(written);
    const query = cut === null ? written : written.slice(0, cut.index);
    const needsGraph = query.startsWith("G: ");
    return {
      query: needsGraph ? query.slice(3) : query,
      parameters: cut?.[0].slice(3) ?? "",
      needsGraph,
      answer: answer.replace(/ {3}## .*/, ""),
    };
  });
}

export function readDifferences(): ReadonlyMap<string, string> {
  const lines = readFileSync(DIFFERENCES, "utf8").split("\n").filter(Boolean);
  return new Map(
    lines.map((line) => {
      const [query = "", reason = ""] = line.split("\t");
      return [query, reason];
    }),
  );
}

function parametersOf(engine: Engine, text: string): ReadonlyMap<string, CypherValue> {
  const parts = /^(\w+)=(.*)$/s.exec(text);
  if (parts === null) {
    return new Map();
  }
  const [, name = "", literal = ""] = parts;
  return new Map([[name, engine.run(`RETURN ${literal}`).rows[0]?.[0] ?? null]]);
}

/** Our answer in the words of the recording; an error is only its first word, for texts are our own. */
export function answerOf({ query, parameters, needsGraph }: Behaviour): string {
  const engine = createEngine({ graph: new PropertyGraph(), clock: () => 1_767_225_600_000 });
  if (needsGraph) {
    engine.run(SETUP);
  }
  try {
    const { columns, rows } = engine.run(query, parametersOf(engine, parameters));
    const lines = rowsInNotation(columns, rows).map((row) => canonical(row, ANY_ORDER.test(query)));
    return lines.length === 0
      ? "(no rows)"
      : (query.includes("ORDER BY") ? lines : lines.toSorted()).join(" ; ");
  } catch (error) {
    if (error instanceof CypherError || error instanceof RedthreadError) {
      return "!!";
    }
    throw error;
  }
}

/** Queries that ask for keys, labels or what a pattern comprehension finds, whose order nobody promises. */
const ANY_ORDER = /\b(?:keys|labels)\(|\[\(\w*\)-/;

/** Neo4j's answer in the same words. */
export function expectedOf({ query, answer }: Behaviour): string {
  if (answer.startsWith("!!")) {
    return "!!";
  }
  const rows = answer.split(" ; ").map((row) => canonical(row, ANY_ORDER.test(query)));
  return (query.includes("ORDER BY") ? rows : rows.toSorted()).join(" ; ");
}
