import type { Draw } from "./draw.js";
import { placeOf } from "./draw-aggregate.js";
import { KEYS, LABELS, TYPES } from "./draw-graph.js";
import { extra, type Phrase, phrase } from "./phrase.js";
import { expression } from "./place.js";
import type { Scope } from "./scope.js";

type Parts = readonly (string | Phrase)[];

/** Clauses that change the graph, rows in a laid-down order first, since the last of two writes wins. */
export function drawChange(draw: Draw, scope: Scope): Parts {
  const bags = new Set([...scope.names("bag"), ...scope.names("path")]);
  const kept = scope.variables.filter(({ name }) => !bags.has(name));
  const plain = scope.only(kept);
  const keys = kept.map(({ name, meant }) =>
    meant === "node" || meant === "rel" ? `${name}.k` : name,
  );
  const list = kept.map(({ name }) => name).join(", ");
  const order = kept.length === 0 ? "WITH 1 AS one " : `WITH ${list} ORDER BY ${keys.join(", ")} `;
  const parts: (string | Phrase)[] = [order];
  let after = plain;
  for (let left = draw.whole(1, 2); left > 0; left -= 1) {
    const step = change(draw, after);
    parts.push(extra("change", [...step.parts, " "]));
    after = step.scope;
  }
  if (draw.chance(0.5)) parts.push(phrase("clause", ["RETURN count(*) AS y"], ""));
  return parts;
}

interface Change {
  readonly parts: Parts;
  readonly scope: Scope;
}

function change(draw: Draw, scope: Scope): Change {
  const node = draw.any(scope.names("node"));
  const rel = draw.any(scope.names("rel"));
  const place = placeOf(draw, scope, 2);
  const same = (parts: Parts): Change => ({ parts, scope });
  return draw.way<Change>([
    [3, () => create(draw, scope)],
    [3, () => merge(draw, scope)],
    [node === null ? 0 : 3, () => same(["SET ", ...assignment(draw, scope, node ?? "")])],
    [rel === null ? 0 : 1, () => same(["SET ", ...assignment(draw, scope, rel ?? "")])],
    [
      node === null ? 0 : 1,
      () => same([`SET ${node}:${draw.one(LABELS)}${draw.chance(0.3) ? ":D" : ""}`]),
    ],
    [
      node === null ? 0 : 1,
      () => same([`REMOVE ${node}${draw.one([":A", ".i", ".s", ":B"] as const)}`]),
    ],
    [
      node === null ? 0 : 1,
      () => same([`${draw.one(["DETACH DELETE", "DELETE"] as const)} ${node}`]),
    ],
    [rel === null ? 0 : 1, () => same([`DELETE ${rel}`])],
    [1, () => same(["FOREACH (z IN ", expression(place, "ints"), " | ", ...each(draw, node), ")"])],
  ]);
}

function each(draw: Draw, node: string | null): Parts {
  if (node !== null && draw.chance(0.5)) return [`SET ${node}.i = coalesce(${node}.i, 0) + z`];
  return [draw.one(["CREATE (:D {i: z})", "MERGE (:D {i: z})"] as const)];
}

function assignment(draw: Draw, scope: Scope, owner: string): Parts {
  const place = placeOf(draw, scope, 2);
  const meant = draw.one(["int", "text", "truth", "float", "ints", "mixed", "day"] as const);
  const key = ({ ...KEYS, ints: KEYS.list } as Readonly<Record<string, string>>)[meant] ?? "m";
  return draw.way<Parts>([
    [4, () => [`${owner}.${key} = `, expression(place, meant)]],
    [
      1,
      () => [`${owner} += {i: `, expression(place, "int"), ", s: ", expression(place, "text"), "}"],
    ],
    [0.5, () => [`${owner} = {k: ${owner}.k, i: `, expression(place, "int"), "}"]],
    [0.3, () => [`${owner}['i'] = `, expression(place, "int")]],
  ]);
}

function create(draw: Draw, scope: Scope): Change {
  const place = placeOf(draw, scope, 2);
  const name = scope.fresh("n");
  const known = draw.any(scope.names("node"));
  const label = draw.one(LABELS);
  const inside: Parts = [
    `(${name}:${label} {i: `,
    expression(place, "int"),
    ", m: ",
    expression(place, "mixed"),
    "})",
  ];
  const hop =
    known === null ? [] : draw.chance(0.5) ? [`<-[:${draw.one(TYPES)} {i: 1}]-(${known})`] : [];
  return { parts: ["CREATE ", ...inside, ...hop], scope: scope.with({ name, meant: "node" }) };
}

function merge(draw: Draw, scope: Scope): Change {
  const place = placeOf(draw, scope, 1);
  const name = scope.fresh("n");
  const known = draw.any(scope.names("node"));
  const [left, right] = draw.one<readonly [string, string]>([
    ["-", "->"],
    ["<-", "-"],
    ["-", "-"],
  ] as const);
  const node: Parts = [`(${name}:${draw.one(LABELS)} {i: `, expression(place, "int"), "})"];
  const path: Parts =
    known !== null && draw.chance(0.5)
      ? [`(${known})${left}[:${draw.one(TYPES)}]${right}`, ...node]
      : node;
  const on: Parts[] = [
    ...(draw.chance(0.4) ? [[` ON CREATE SET ${name}.m = `, expression(place, "int")]] : []),
    ...(draw.chance(0.4)
      ? [
          [
            ` ON MATCH SET ${name}.m = coalesce(${name}.m, 0) = 0, ${name}.f = `,
            expression(place, "float"),
          ],
        ]
      : []),
  ];
  return {
    parts: ["MERGE ", ...path, ...on.flat()],
    scope: scope.with({ name, meant: "node" }),
  };
}
