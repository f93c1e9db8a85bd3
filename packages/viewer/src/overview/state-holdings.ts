import { compareText } from "@redthread/core/text";
import { isThing } from "../scene/look-up.js";
import type { Crossing, Flow } from "../scene/overview.js";
import { FLOWS } from "../scene/overview.js";
import type { ContentKind, SceneContent } from "../scene/scene.js";
import { regionOf, shortState } from "./regions.js";

/** A count of things of one kind. */
export type KindCount = readonly [kind: string, count: number];

/** A state with what stands on it, as the overview counts it. */
export interface StateHoldings {
  readonly node: number;
  readonly name: string;
  readonly short: string;
  readonly region: number;
  readonly longitude: number | null;
  readonly latitude: number | null;
  /** Things by kind in the order of rows; kinds that share a row stand together. */
  readonly rows: readonly (readonly KindCount[])[];
  readonly total: number;
  /** Crossings that no band shows, by flow. */
  readonly strokes: readonly (readonly [flow: Flow, count: number])[];
}

/** What no state holds. */
export interface StatelessHoldings {
  readonly international: readonly KindCount[];
  readonly unnamed: readonly KindCount[];
}

/** Kinds that are marks, a row each; the others are counted elsewhere. */
const ROWS: readonly (readonly string[])[] = [
  ["operation"],
  ["body", "organization"],
  ["group"],
  ["official", "person"],
  ["vessel"],
];

/** Kinds that a mark stands for, a row each, in the order of the overview. */
function markRows(kinds: readonly ContentKind[]): readonly (readonly string[])[] {
  return ROWS.map((roles) =>
    roles.flatMap((role) => kinds.filter((kind) => kind.role === role).map(({ kind }) => kind)),
  ).filter((row) => row.length > 0);
}

/** The state that a thing stands on: the first of its own, else of those it is near. */
const standsOn = ({ nodes }: Pick<SceneContent, "nodes">, at: number): number | null =>
  nodes[at]?.homes[0] ?? null;

/** What each state holds, by name; and what none does. */
export function readHoldings(
  content: SceneContent,
  crossings: readonly Crossing[],
  banded: ReadonlySet<number>,
): { readonly states: readonly StateHoldings[]; readonly stateless: StatelessHoldings } {
  const { nodes, kinds } = content;
  const rows = markRows(kinds);
  const counts = new Map<string, number>();
  const add = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  const bodies = new Set(kinds.filter(({ role }) => role === "body").map(({ kind }) => kind));
  const away = { international: new Map<string, number>(), unnamed: new Map<string, number>() };
  nodes.forEach((node, at) => {
    if (!isThing(node) || node.isState !== null) return;
    const state = standsOn(content, at);
    if (state !== null) {
      add(`${state} ${node.kind}`);
      return;
    }
    const box = away[bodies.has(node.kind) || node.beyond ? "international" : "unnamed"];
    box.set(node.kind, (box.get(node.kind) ?? 0) + 1);
  });
  const thin = thinCounts(crossings, banded);
  const states = nodes.flatMap((node, at): readonly StateHoldings[] => {
    if (node.isState === null) return [];
    const own = rows
      .map((row) => row.map((kind): KindCount => [kind, counts.get(`${at} ${kind}`) ?? 0]))
      .map((row) => row.filter(([, count]) => count > 0))
      .filter((row) => row.length > 0);
    return [
      {
        ...{ node: at, name: node.name, short: shortState(node.isState) ?? node.name },
        region: regionOf(node.isState),
        ...{ longitude: node.longitude, latitude: node.latitude },
        rows: own,
        total: own.flat().reduce((sum, [, count]) => sum + count, 0),
        strokes: FLOWS.map((flow) => [flow, thin.get(`${flow} ${at}`) ?? 0] as const).filter(
          ([, count]) => count > 0,
        ),
      },
    ];
  });
  const sorted = (held: ReadonlyMap<string, number>): readonly KindCount[] =>
    kinds.flatMap(({ kind }): readonly KindCount[] => {
      const count = held.get(kind) ?? 0;
      return count > 0 ? [[kind, count]] : [];
    });
  return {
    states: states.sort((a, b) => compareText(a.name, b.name)),
    stateless: { international: sorted(away.international), unnamed: sorted(away.unnamed) },
  };
}

/** Strokes of each state: one at both ends of a crossing that no band shows. */
function thinCounts(
  crossings: readonly Crossing[],
  banded: ReadonlySet<number>,
): ReadonlyMap<string, number> {
  const thin = new Map<string, number>();
  crossings.forEach(({ flow, from, to }, at) => {
    if (banded.has(at)) return;
    for (const state of [from, to]) {
      const key = `${flow} ${state}`;
      thin.set(key, (thin.get(key) ?? 0) + 1);
    }
  });
  return thin;
}
