import { createSchema, type RelationRole, type Schema } from "@redthread/core/model";
import { doubtOf } from "../scene/doubt.js";
import { type Crossing, FLOWS, type Flow } from "../scene/overview.js";
import type { ContentEdge, SceneContent } from "../scene/scene.js";
import { independentSources } from "./independent-sources.js";

/** What one thing says of two states: the edges to one and to the other. */
interface Told {
  readonly flow: Flow;
  readonly from: number;
  readonly to: number;
  readonly edges: readonly number[];
  readonly about: readonly number[];
  /** No more sources than the weaker of two ends that must both hold. */
  readonly most: number;
}

/** A case as crossings are read from it. */
interface Reading {
  readonly content: SceneContent;
  readonly schema: Schema;
  /** Node of the state that a node is or is at home in first; null where none is known. */
  readonly stateOf: (node: number) => number | null;
  readonly roleOf: (edge: ContentEdge) => RelationRole | null;
}

/** Bodies and their states work with each other over these. */
const TOGETHER: ReadonlySet<RelationRole | null> = new Set(["partner", "supported"]);

/** All that crosses a border, by kind, each pair of states once; the best proved first. */
export function readCrossings(content: SceneContent): readonly Crossing[] {
  const reading = openReading(content);
  const told = [...toldByRoutes(reading), ...toldByBodies(reading), ...toldByGroups(reading)];
  const groups = new Map<string, Told[]>();
  for (const one of told) {
    if (one.from === one.to) continue;
    const key = `${one.flow} ${one.from} ${one.to}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()]
    .map((group) => mergeTold(content, group))
    .sort(
      (a, b) =>
        b.sources - a.sources ||
        FLOWS.indexOf(a.flow) - FLOWS.indexOf(b.flow) ||
        a.from - b.from ||
        a.to - b.to,
    );
}

function openReading(content: SceneContent): Reading {
  const schema = createSchema(content.schema);
  const stateAt = new Map(
    content.nodes.flatMap(({ isState }, at) => (isState === null ? [] : [[isState, at] as const])),
  );
  return {
    content,
    schema,
    stateOf: (at) => {
      const node = content.nodes[at];
      return stateAt.get(node?.isState ?? node?.states[0] ?? "") ?? null;
    },
    roleOf: ({ type }) => schema.relationRoleOf(type),
  };
}

function mergeTold({ edges: all }: SceneContent, group: readonly Told[]): Crossing {
  const [first] = group;
  const edges = [...new Set(group.flatMap((one) => one.edges))].sort(
    (a, b) => (all[b]?.confidence ?? 0) - (all[a]?.confidence ?? 0) || a - b,
  );
  const counts = new Map<number, number>();
  for (const { about } of group) {
    for (const one of about) counts.set(one, (counts.get(one) ?? 0) + 1);
  }
  const most = group.reduce((sum, one) => sum + one.most, 0);
  return {
    flow: first?.flow ?? "route",
    from: first?.from ?? 0,
    to: first?.to ?? 0,
    edges,
    about: [...counts].sort(([a, x], [b, y]) => y - x || a - b).map(([node]) => node),
    sources: Math.max(1, Math.min(most, independentSources(edges.flatMap((at) => all[at] ?? [])))),
  };
}

type Leg = readonly [state: number, edge: number];

/** Goods go from where a route starts to where it passes or ends, and from there on; nothing else is said. */
function toldByRoutes({ content, schema, stateOf, roleOf }: Reading): readonly Told[] {
  const legs = new Map<number, Map<string, Leg[]>>();
  const goods = new Map<number, number[]>();
  content.edges.forEach((edge, at) => {
    if (schema.roleOf(content.nodes[edge.from]?.kind ?? "") !== "route" || !isSaid(edge)) return;
    const role = roleOf(edge);
    if (role === "route-of") goods.set(edge.from, [...(goods.get(edge.from) ?? []), edge.to]);
    const state = stateOf(edge.to);
    if (role === null || state === null) return;
    const own = legs.get(edge.from) ?? new Map<string, Leg[]>();
    own.set(role, [...(own.get(role) ?? []), [state, at]]);
    legs.set(edge.from, own);
  });
  return [...legs].flatMap(([route, own]) => {
    const [starts, passed, ends, caught] = (
      ["route-from", "route-via", "route-to", "found-in"] as const
    ).map((role) => own.get(role) ?? []);
    const between = passed?.length ? passed : ends?.length ? [] : (caught ?? []);
    const pairs = [
      ...joined(starts ?? [], between.length > 0 ? between : (ends ?? [])),
      ...joined(between, ends ?? []),
    ];
    const about = goods.get(route) ?? [];
    return pairs.map(([a, b]) => toldOf("route", content, a, b, about));
  });
}

const joined = (from: readonly Leg[], to: readonly Leg[]): readonly (readonly [Leg, Leg])[] =>
  from.flatMap((a) => to.map((b) => [a, b] as const));

/** Who works together over a border, and who acts beyond their own. */
function toldByBodies({ content, stateOf, roleOf }: Reading): readonly Told[] {
  return content.edges.flatMap((edge, at): readonly Told[] => {
    const role = roleOf(edge);
    const [from, to] = [stateOf(edge.from), stateOf(edge.to)];
    if (from === null || to === null || from === to || !isSaid(edge)) return [];
    // Who has several states and is at home in the other one too crosses no border.
    if (edge.crosses.length === 0) return [];
    const one = { edges: [at], most: edge.sources };
    if (TOGETHER.has(role)) {
      const ends = { from: Math.min(from, to), to: Math.max(from, to) };
      return [{ ...one, ...ends, flow: "cooperation", about: [] }];
    }
    return role === "conducted" ? [{ ...one, from, to, flow: "abroad", about: [edge.to] }] : [];
  });
}

/** Groups that are active in two states: what says the one and what says the other. */
function toldByGroups({ content, schema, stateOf, roleOf }: Reading): readonly Told[] {
  const active = new Map<number, Leg[]>();
  content.edges.forEach((edge, at) => {
    if (roleOf(edge) !== "active-in" || !isSaid(edge)) return;
    if (schema.roleOf(content.nodes[edge.from]?.kind ?? "") !== "group") return;
    const state = stateOf(edge.to);
    if (state !== null) active.set(edge.from, [...(active.get(edge.from) ?? []), [state, at]]);
  });
  return [...active].flatMap(([group, legs]) =>
    legs.flatMap((a) =>
      legs.flatMap((b) => (a[0] < b[0] ? [toldOf("network", content, a, b, [group])] : [])),
    ),
  );
}

function toldOf(
  flow: Flow,
  { edges }: SceneContent,
  [from, one]: Leg,
  [to, two]: Leg,
  about: readonly number[],
): Told {
  const most = Math.min(edges[one]?.sources ?? 1, edges[two]?.sources ?? 1);
  return { flow, from, to, edges: [...new Set([one, two])], about, most };
}

const isSaid = (edge: ContentEdge): boolean => doubtOf(edge) !== "denied";
