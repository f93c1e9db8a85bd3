import { LABELS } from "./draw-graph.js";
import type { Phrase } from "./phrase.js";
import { expression, type Place, subquery } from "./place.js";

type Parts = readonly (string | Phrase)[];

const COMPARED = [
  "int",
  "float",
  "text",
  "day",
  "ints",
  "ints",
  "mixed",
  "mixed",
  "truth",
] as const;
const SIGNS = [" = ", " <> ", " < ", " <= ", " > ", " >= "] as const;
const TYPE_NAMES = [
  "INTEGER",
  "FLOAT",
  "STRING",
  "BOOLEAN",
  "LIST<INTEGER>",
  "LIST<ANY>",
  "ANY NOT NULL",
  "INTEGER | FLOAT",
  "DATE",
  "NULL",
  "STRING NOT NULL",
  "LIST<INTEGER NOT NULL> NOT NULL",
] as const;
const PATTERNS = ["'a.*'", "'.*'", "'[ab]+'", "'(?i)A.*'", "''", "'\\\\d+'"] as const;

export function drawTruth(place: Place): Parts {
  const { draw, scope } = place;
  if (place.depth <= 0) return [draw.one(["true", "false"] as const)];
  const truth = (): Phrase => expression(place, "truth");
  const text = (): Phrase => expression(place, "text");
  const node = draw.any(scope.names("node"));
  const rel = draw.any(scope.names("rel"));
  const bag = draw.any(scope.names("bag"));
  return draw.way<Parts>([
    [7, () => comparison(place)],
    [2, () => ["(", truth(), draw.one([" AND ", " OR ", " XOR "] as const), truth(), ")"]],
    [1, () => ["NOT ", "(", truth(), ")"]],
    [2, () => ["(", expression(place, "mixed"), draw.one([" IS NULL)", " IS NOT NULL)"] as const)]],
    [2, () => ["(", expression(place, "int"), " IN ", expression(place, "ints"), ")"]],
    [1, () => ["(", text(), " IN ", expression(place, "texts"), ")"]],
    [
      1.5,
      () => [
        "(",
        text(),
        draw.one([" STARTS WITH ", " ENDS WITH ", " CONTAINS "] as const),
        text(),
        ")",
      ],
    ],
    [0.7, () => ["(", text(), " =~ ", draw.one(PATTERNS), ")"]],
    [2, () => quantified(place)],
    [0.7, () => ["isEmpty(", expression(place, draw.one(["ints", "text", "map"] as const)), ")"]],
    [
      0.7,
      () => [
        "(",
        expression(place, "mixed"),
        draw.one([" IS :: ", " IS NOT :: "] as const),
        draw.one(TYPE_NAMES),
        ")",
      ],
    ],
    [0.5, () => ["toBoolean(", expression(place, draw.one(["text", "truth"] as const)), ")"]],
    [
      node === null ? 0 : 2,
      () => [`${node}:${draw.one([...LABELS, "A|B", "!A", "A&B", "%", "(A|B)&!C"])}`],
    ],
    [rel === null ? 0 : 0.5, () => [`${rel}:${draw.one(["R", "R|S", "!T"] as const)}`]],
    [bag === null ? 0 : 2, () => ["(", expression(place, "int"), ` IN ${bag})`]],
    [1.5, () => ["EXISTS ", subquery(place)]],
    [node === null ? 0 : 1, () => same(place)],
  ]);
}

function comparison(place: Place): Parts {
  const { draw } = place;
  const meant = draw.one(COMPARED);
  const other = draw.chance(0.85) ? meant : draw.one(COMPARED);
  const [a, b] = [expression(place, meant), expression(place, other)];
  if (draw.chance(0.08)) return ["(", a, " < ", b, " <= ", expression(place, meant), ")"];
  return ["(", a, draw.one(SIGNS), b, ")"];
}

function quantified(place: Place): Parts {
  const { draw, scope } = place;
  const each = scope.fresh("e");
  const bag = draw.any(scope.names("bag"));
  const inner = {
    ...place,
    scope: scope.with({ name: each, meant: bag === null ? "int" : "mixed" }),
  };
  return [
    `${draw.one(["all", "any", "none", "single"] as const)}(${each} IN `,
    bag ?? expression(place, "ints"),
    " WHERE ",
    draw.chance(0.5)
      ? `${each} ${draw.one(["=", "<>", "<", ">="])} ${draw.whole(0, 3)}`
      : expression(inner, "truth"),
    ")",
  ];
}

/** Two nodes, or two relationships, that may be one. */
function same({ draw, scope }: Place): Parts {
  const nodes = scope.names("node");
  return [`${draw.any(nodes)} ${draw.one(["=", "<>"] as const)} ${draw.any(nodes)}`];
}
