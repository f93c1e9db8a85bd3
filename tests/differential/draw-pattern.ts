import type { Draw } from "./draw.js";
import { LABELS, TYPES } from "./draw-graph.js";
import { extra, type Phrase, phrase } from "./phrase.js";
import { expression, type Place } from "./place.js";
import type { Scope, Variable } from "./scope.js";

type Parts = readonly (string | Phrase)[];

/** A pattern and what it binds that was not bound before. */
export interface DrawnPattern {
  readonly phrase: Phrase;
  readonly bound: readonly Variable[];
}

/** None without an end: a dozen relationships have millions of walks. */
const LENGTHS = ["*..4", "*1..2", "*0..1", "*2", "*..3", "*0..2", "*1"] as const;
const QUANTIFIERS = ["{1,2}", "+", "{0,1}", "{2}", "*", "{,2}"] as const;
const LABEL_TESTS = [":A", ":B", ":C", ":A|B", ":!A", ":A&B", ":%"] as const;
const SELECTORS = ["ALL SHORTEST", "SHORTEST 1 GROUPS", "SHORTEST 2 GROUPS"] as const;

/** One path of a MATCH, named now and then; nodes that are bound already come again. */
export function drawPath(place: Place): DrawnPattern {
  const { draw } = place;
  const bound: Variable[] = [];
  const scope = (): Scope => place.scope.with(...bound);
  const hops = draw.way<number>([
    [2, () => 0],
    [5, () => 1],
    [2, () => 2],
    [0.5, () => 3],
  ]);
  const parts: (string | Phrase)[] = [drawNode({ ...place, scope: scope() }, bound)];
  const quantified = place.scope.quantifies && hops > 0 && draw.chance(0.25);
  for (let hop = 0; hop < hops; hop += 1) {
    parts.push(
      quantified && hop === 0
        ? drawQuantified(place)
        : drawHop({ ...place, scope: scope() }, bound),
      drawNode({ ...place, scope: scope() }, bound),
    );
  }
  if (!draw.chance(hops > 0 ? 0.2 : 0.03)) return { phrase: phrase("pattern", parts), bound };
  const name = place.scope.fresh("p");
  return {
    phrase: phrase("pattern", [`${name} = `, ...parts]),
    bound: [...bound, { name, meant: "path" }],
  };
}

/**
 * A shortest path between two nodes that are bound, in the old form or the new. Which one of several is
 * taken is left open where one is asked for, so of that only the length goes on.
 */
export function drawShortest(place: Place, from: string, to: string): DrawnPattern {
  const { draw, scope } = place;
  const name = scope.fresh("p");
  const type = draw.chance(0.5) ? `:${draw.one(TYPES)}` : "";
  const [left, right] = draw.one<readonly [string, string]>([
    ["-", "->"],
    ["-", "-"],
    ["<-", "-"],
  ]);
  const apart = ` WHERE ${from} <> ${to}`;
  if (scope.quantifies) {
    const hops = `${left}[${type}]${right}${draw.one(["+", "{1,3}", "*"])}`;
    const text = `${name} = ${draw.one(SELECTORS)} (${from})${hops}(${to})${apart}`;
    return { phrase: phrase("pattern", [text]), bound: [{ name, meant: "path" }] };
  }
  const path = `(${from})${left}[${type}*..${draw.whole(1, 5)}]${right}(${to})`;
  if (draw.chance(0.5)) {
    const text = `${name} = allShortestPaths(${path})${apart}`;
    return { phrase: phrase("pattern", [text]), bound: [{ name, meant: "path" }] };
  }
  const long = scope.fresh("v");
  const text = `${name} = shortestPath(${path})${apart} WITH *, length(${name}) AS ${long}`;
  return { phrase: phrase("pattern", [text]), bound: [{ name: long, meant: "int" }] };
}

function drawNode(place: Place, bound: Variable[]): Phrase {
  const { draw, scope } = place;
  const known = draw.any(scope.names("node"));
  if (known !== null && draw.chance(0.3)) return phrase("node", [`(${known})`]);
  const name = draw.chance(0.8) ? scope.fresh("n") : "";
  const parts: Parts = [
    `(${name}`,
    ...(draw.chance(0.3) ? [extra("labels", [draw.one(LABEL_TESTS)])] : []),
    ...(draw.chance(0.04)
      ? [extra("inline", [" {i: ", expression({ ...place, depth: 1 }, "int"), "}"])]
      : []),
    ...(name !== "" && draw.chance(0.04) ? [inlineTest(place, { name, meant: "node" })] : []),
    ")",
  ];
  if (name !== "") bound.push({ name, meant: "node" });
  return phrase("node", parts);
}

function inlineTest(place: Place, own: Variable): Phrase {
  const inner = { ...place, depth: 2, scope: place.scope.with(own) };
  return extra("inline", [" WHERE ", expression(inner, "truth")]);
}

const typesOf = (draw: Draw): string =>
  draw.way<string>([
    [3, () => ""],
    [5, () => `:${draw.one(TYPES)}`],
    [1.5, () => `:${draw.one(TYPES)}|${draw.one(TYPES)}`],
    [0.4, () => `:!${draw.one(TYPES)}`],
  ]);

function drawHop(place: Place, bound: Variable[]): Phrase {
  const { draw, scope } = place;
  const [left, right] = draw.one<readonly [string, string]>([
    ["-", "->"],
    ["-", "->"],
    ["<-", "-"],
    ["-", "-"],
  ] as const);
  const types = typesOf(draw);
  if (!scope.quantifies && !types.includes("!") && draw.chance(0.18)) {
    return phrase("hop", [`${left}[${types}${draw.one(LENGTHS)}]${right}`]);
  }
  const name = draw.chance(0.5) ? scope.fresh("r") : "";
  if (name !== "") bound.push({ name, meant: "rel" });
  if (name === "" && types === "" && draw.chance(0.3))
    return phrase("hop", [`${left}${right === "->" ? "->" : "-"}`]);
  const inline = draw.chance(0.04)
    ? [extra("inline", [" {i: ", expression({ ...place, depth: 1 }, "int"), "}"])]
    : [];
  return phrase("hop", [`${left}[${name}${types}`, ...inline, `]${right}`]);
}

function drawQuantified({ draw }: Place): Phrase {
  const inside = `(${draw.chance(0.3) ? `:${draw.one(LABELS)}` : ""})-[:${draw.one(TYPES)}]-${draw.chance(0.7) ? ">" : ""}(${draw.chance(0.3) ? `:${draw.one(LABELS)}` : ""})`;
  return phrase("hop", [`(${inside})${draw.one(QUANTIFIERS)}`]);
}

/** `{ … }` of EXISTS and COUNT: a pattern, alone or with MATCH and a test. */
export function drawSubquery(place: Place): Phrase {
  const { draw } = place;
  const inside = drawPath({ ...place, depth: Math.min(place.depth, 1) });
  if (draw.chance(0.4)) return phrase("subquery", ["{ ", inside.phrase, " }"]);
  const within = {
    ...place,
    depth: Math.min(place.depth, 2),
    scope: place.scope.with(...inside.bound),
  };
  return phrase("subquery", [
    "{ MATCH ",
    inside.phrase,
    ...(draw.chance(0.6) ? [extra("where", [" WHERE ", expression(within, "truth")])] : []),
    " }",
  ]);
}
