import type { Draw } from "./draw.js";
import { gathered, placeOf } from "./draw-aggregate.js";
import { drawChange } from "./draw-change.js";
import { drawPath, drawShortest } from "./draw-pattern.js";
import { drawColumns, drawReturn } from "./draw-projection.js";
import { extra, type Phrase, phrase } from "./phrase.js";
import { expression } from "./place.js";
import { Scope, type Variable } from "./scope.js";

/** A drawn query: its tree, and whether the order of its rows is laid down by it. */
export interface DrawnQuery {
  readonly tree: Phrase;
  readonly changes: boolean;
}

/** Clauses and what may be used after them. */
interface Step {
  readonly parts: readonly (string | Phrase)[];
  readonly scope: Scope;
}

/** Values of every kind, many of them nearly alike, so that comparing and ordering have something to do. */
const MIXED = [
  "1",
  "2",
  "1.0",
  "0.5",
  "null",
  "'a'",
  "'ab'",
  "'1'",
  "true",
  "false",
  "[1]",
  "[1, 2]",
  "[1, null]",
  "[]",
  "['a']",
  "{x: 1}",
  "{x: 2}",
  "{}",
  "date('2024-02-29')",
  "duration('P1D')",
  "0.0/0.0",
] as const;

/** How often a query changes the graph, asks twice, and how often it goes on after a clause. */
const CHANGES = 0.25;
const UNION = 0.08;

export function drawQuery(draw: Draw): DrawnQuery {
  const stock = Scope.ofQuery(draw.chance(0.4));
  if (draw.chance(UNION)) {
    const columns = drawColumns(draw);
    const half = (): Phrase => {
      const read = reading(draw, stock.only([]));
      return phrase("half", [...read.parts, drawReturn(draw, read.scope, columns)]);
    };
    const sign = draw.one([" UNION ", " UNION ALL "] as const);
    return { tree: phrase("query", [half(), sign, half()]), changes: false };
  }
  const read = reading(draw, stock);
  if (!draw.chance(CHANGES)) {
    return {
      tree: phrase("query", [...read.parts, drawReturn(draw, read.scope, null)]),
      changes: false,
    };
  }
  return { tree: phrase("query", [...read.parts, ...drawChange(draw, read.scope)]), changes: true };
}

function reading(draw: Draw, start: Scope): Step {
  const parts: (string | Phrase)[] = [];
  let scope = start;
  const count = draw.whole(1, 3);
  for (let at = 0; at < count; at += 1) {
    const { parts: made, scope: next } = clause(draw, scope);
    parts.push(extra("clause", [...made, " "]));
    scope = next;
  }
  return { parts, scope };
}

function clause(draw: Draw, scope: Scope): Step {
  const hasSome = scope.variables.length > 0;
  const nodes = scope.names("node");
  return draw.way<Step>([
    [hasSome ? 3 : 8, () => match(draw, scope, "MATCH ")],
    [hasSome ? 2.5 : 0.5, () => match(draw, scope, "OPTIONAL MATCH ")],
    [nodes.length > 1 ? 1 : 0, () => shortest(draw, scope)],
    [hasSome ? 1 : 1.5, () => unwind(draw, scope)],
    [hasSome ? 3 : 0.5, () => projection(draw, scope)],
    [0.6, () => call(draw, scope)],
  ]);
}

function where(draw: Draw, scope: Scope, share: number): readonly Phrase[] {
  if (!draw.chance(share)) return [];
  return [extra("where", [" WHERE ", expression(placeOf(draw, scope), "truth")])];
}

function match(draw: Draw, scope: Scope, word: string): Step {
  const first = drawPath(placeOf(draw, scope, 1));
  const parts: (string | Phrase)[] = [word, first.phrase];
  let after = scope.with(...first.bound);
  if (draw.chance(0.18)) {
    const second = drawPath(placeOf(draw, after, 1));
    parts.push(phrase("more", [", ", second.phrase], ""));
    after = after.with(...second.bound);
  }
  return { parts: [...parts, ...where(draw, after, 0.35)], scope: after };
}

function shortest(draw: Draw, scope: Scope): Step {
  const nodes = scope.names("node");
  const from = draw.any(nodes) ?? "";
  const to = draw.any(nodes.filter((name) => name !== from)) ?? "";
  const path = drawShortest(placeOf(draw, scope), from, to);
  const after = scope.with(...path.bound);
  const parts = [draw.one(["MATCH ", "OPTIONAL MATCH "] as const), path.phrase];
  return { parts, scope: after };
}

function unwind(draw: Draw, scope: Scope): Step {
  const name = scope.fresh("u");
  const meant = draw.one(["int", "text", "mixed"] as const);
  if (meant === "mixed") {
    const items = draw.times(2, 5, () => draw.one(MIXED)).join(", ");
    return { parts: [`UNWIND [${items}] AS ${name}`], scope: scope.with({ name, meant }) };
  }
  const list = expression(placeOf(draw, scope), meant === "int" ? "ints" : "texts");
  return { parts: ["UNWIND ", list, ` AS ${name}`], scope: scope.with({ name, meant }) };
}

/** WITH: some variables go on, some are computed, some are gathered. */
function projection(draw: Draw, scope: Scope): Step {
  const kept = scope.variables.filter(() => draw.chance(0.7));
  const made: Variable[] = [];
  const items: (string | Phrase)[] = kept.map(({ name }) => name);
  const computed = draw.whole(kept.length === 0 ? 1 : 0, 2);
  for (let at = 0; at < computed; at += 1) {
    const meant = draw.one(["int", "float", "text", "truth", "ints", "mixed", "day"] as const);
    const name = scope.fresh("v");
    items.push(phrase("item", [expression(placeOf(draw, scope), meant), ` AS ${name}`]));
    made.push({ name, meant });
  }
  if (draw.chance(0.3)) {
    const name = scope.fresh("c");
    const { parts, meant } = gathered(draw, scope);
    items.push(phrase("item", [...parts, ` AS ${name}`]));
    made.push({ name, meant });
  }
  const after = scope.only([...kept, ...made]);
  return {
    parts: [
      `WITH ${draw.chance(0.15) ? "DISTINCT " : ""}`,
      ...items.flatMap((item, at) => (at === 0 ? [item] : [", ", item])),
      ...where(draw, after, 0.3),
    ],
    scope: after,
  };
}

/** CALL (…) { … }, which sees what it names and adds what it returns. */
function call(draw: Draw, scope: Scope): Step {
  const seen = scope.variables
    // Neo4j 5.26 loses a path that a subquery is given.
    .filter(({ meant }) => meant !== "bag" && meant !== "path")
    .filter(() => draw.chance(0.6));
  const inner = reading(draw, scope.only(seen));
  const name = scope.fresh("v");
  const { parts, meant } = draw.chance(0.5)
    ? gathered(draw, inner.scope)
    : { parts: [expression(placeOf(draw, inner.scope), "int")], meant: "int" as const };
  return {
    parts: [
      `CALL (${seen.map((each) => each.name).join(", ")}) { `,
      ...inner.parts,
      "RETURN ",
      ...parts,
      ` AS ${name} }`,
    ],
    scope: scope.with({ name, meant }),
  };
}
