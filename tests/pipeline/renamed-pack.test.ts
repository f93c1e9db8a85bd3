// Another name, the same case: no type, table or word list of a field is named in code, so a pack whose
// names mean nothing reads the same things and builds the same graph.

import { readPackFiles } from "@redthread/cli";
import { buildCase, type CaseBuild } from "@redthread/core/build";
import { graphLines } from "@redthread/core/graph";
import { loadPack } from "@redthread/core/packs";
import { describe, expect, it } from "vitest";
import { renamePack } from "../support/rename-pack.js";
import { readFolder } from "./read-folder.js";

const REPORTS = readFolder("examples/captagon-route/reports");
const { files, types } = renamePack(readPackFiles());
const plain = buildCase(REPORTS, { pack: loadPack(readPackFiles()) });
const renamed = buildCase(REPORTS, { pack: loadPack(files) });

const PREFIXES = new Map(
  [...types].map(([name, old]) => [name.toLowerCase(), old.toLowerCase()] as const),
);

/** An id with the old type in front: `bokax:captagon` → `drug:captagon`. */
const oldId = (id: string): string => {
  const [prefix = "", ...rest] = id.split(":");
  return [PREFIXES.get(prefix) ?? prefix, ...rest].join(":");
};
const oldType = (type: string): string => types.get(type) ?? type;
/** The rule of a predicate names its type: `lead/BOKAX_KALUX` → `lead/LEADS`. */
const oldRule = (rule: string): string => rule.replace(/[^/]+$/, oldType);

/** Ids that hold a hash of other ids, which other names change: of events and of namesakes. */
const HASHED = /^(operation|route|statistic|network:unnamed):[0-9a-f]{12}|:[0-9a-f]{8}$/;

/** What a case says, with the ids of events and of namesakes told by their reports. */
function thingsAndClaims({ resolution, extractions }: CaseBuild): readonly string[] {
  const places = new Map<string, string>();
  for (const { entities } of extractions)
    for (const { id, name } of entities) places.set(id, `${id.split("#")[0]} ${name}`);
  const called = new Map(
    resolution.entities.map(({ id, name, members }) => {
      const old = oldId(id);
      const told = members.map((member) => places.get(member) ?? member).sort();
      return [id, HASHED.test(old) ? `${old.split(":")[0]} ${name} ${told.join("; ")}` : old];
    }),
  );
  const things = resolution.entities.map(({ id, type, name, aliases, documents, attributes }) =>
    JSON.stringify([called.get(id), oldType(type), name, aliases, documents, attributes]),
  );
  const claims = resolution.claims.map((claim) =>
    JSON.stringify([
      called.get(claim.subject),
      claim.kind === "relation" ? oldType(claim.type) : claim.property,
      claim.kind === "relation" ? called.get(claim.object) : claim.value,
      claim.modality,
      claim.confidence,
      oldRule(claim.rule),
      claim.qualifiers,
      claim.evidence.map(({ span }) => [span.start, span.end]),
    ]),
  );
  return [...things, ...claims].sort();
}

interface GraphLine {
  readonly type: string;
  readonly id: string;
  readonly label?: string;
  readonly labels?: readonly string[];
  readonly start?: { readonly id: string };
  readonly end?: { readonly id: string };
  readonly properties: Readonly<Record<string, unknown>>;
}

/** The lines of a graph under the old names, with the ids of events told by name and quotes. */
function graphOf({ graph }: CaseBuild): readonly string[] {
  const lines = [...graphLines(graph)].map((line) => JSON.parse(line) as GraphLine);
  const called = new Map(
    lines.flatMap(({ type, id, properties }) => {
      if (type !== "node") return [];
      const old = oldId(id);
      const { name, spans, documents } = properties;
      const told = `${old.split(":")[0]} ${name} ${JSON.stringify(spans ?? documents)}`;
      return [[id, HASHED.test(old) ? told : old]];
    }),
  );
  const idOf = (id = ""): string =>
    called.get(id) ?? (HASHED.test(oldId(id)) ? "hashed" : oldId(id));
  return lines
    .map(({ id, label = "", labels = [], start, end, properties }) => {
      const { id: _id, otherIds, ...rest } = properties;
      const others = Array.isArray(otherIds) ? otherIds.map((one) => idOf(String(one))).sort() : [];
      const ends = [idOf(start?.id), oldType(label), idOf(end?.id)];
      const own = start === undefined ? idOf(id) : ends;
      const rules = Array.isArray(rest["rules"]) ? rest["rules"].map(String).map(oldRule) : [];
      return JSON.stringify([
        own,
        labels.map(oldType),
        others,
        rules.sort(),
        { ...rest, rules: 0 },
      ]);
    })
    .sort();
}

describe("a pack under names that mean nothing", () => {
  it("holds none of the old names", () => {
    const old = new Set(types.values());
    expect(types.size).toBeGreaterThan(30);
    const kept = loadPack(files).schema.data;
    expect([...kept.entities, ...kept.relations].filter(({ name }) => old.has(name))).toEqual([]);
  });

  it("gives the same things and claims", () => {
    expect(thingsAndClaims(renamed)).toEqual(thingsAndClaims(plain));
  });

  it("builds the same graph", () => {
    expect(graphOf(renamed)).toEqual(graphOf(plain));
  });
});
