import { FLOWS } from "../scene/overview.js";
import type { PageScene } from "../scene/page-scene.js";
import { START, type ViewState } from "./view-state.js";

type HashScene = Pick<PageScene, "nodes" | "lines" | "edges" | "kinds" | "overview">;

/** A state read from an address, and what in it this page does not know. */
export interface ReadState {
  readonly state: ViewState;
  readonly missing: readonly string[];
}

/** Longest fragment that is looked at. */
const LONGEST = 4000;
const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/;

/** The state as a fragment for the address bar, made of ids, so that it outlives a rebuild; empty at the start. */
export function writeHash(scene: HashScene, state: ViewState): string {
  const parts = new URLSearchParams();
  const id = (node: number) => scene.nodes[node]?.id ?? "";
  const { selection, chain, months, hidden } = state;
  if (chain !== null) {
    parts.set("from", id(chain[0]));
    parts.set("to", id(chain[1]));
  }
  if (selection?.kind === "node") parts.set("at", id(selection.node));
  if (selection?.kind === "edge") parts.set("link", scene.edges[selection.edge]?.id ?? "");
  if (selection?.kind === "line") {
    const { a, b } = scene.lines[selection.line] ?? { a: 0, b: 0 };
    parts.set("at", id(a));
    parts.set("and", id(b));
  }
  if (selection?.kind === "band") parts.set("band", bandKey(scene, selection.band));
  if (state.focus !== null) parts.set("in", id(state.focus));
  if (state.unfolded > 0) parts.set("more", String(state.unfolded));
  if (months !== null) parts.set("months", months.join("."));
  if (hidden.size > 0) parts.set("hide", [...hidden].sort().join("."));
  const text = parts.toString();
  return text === "" ? "" : `#?${text}`;
}

/** The state of a fragment; null where it is none of ours. What is unknown is named, never guessed. */
export function readHash(scene: HashScene, hash: string): ReadState | null {
  if (!hash.startsWith("#?") || hash.length > LONGEST) return null;
  const parts = new URLSearchParams(hash.slice(2));
  const missing: string[] = [];
  const find = (key: string): number | null => {
    const id = parts.get(key);
    if (id === null) return null;
    const at = scene.nodes.findIndex((node) => node.id === id);
    if (at < 0) missing.push(id);
    return at < 0 ? null : at;
  };
  const [from, to, at, and] = [find("from"), find("to"), find("at"), find("and")];
  const link = parts.get("link");
  const edge = scene.edges.findIndex(({ id }) => id === link);
  const band = parts.get("band");
  const bandAt = band === null ? -1 : findBand(scene, band);
  missing.push(
    ...(link !== null && edge < 0 ? [link] : []),
    ...(band !== null && bandAt < 0 ? [band] : []),
  );
  const flows = scene.overview === null ? [] : FLOWS.map((flow) => `flow:${flow}`);
  const kinds = new Set([...scene.kinds.map(({ kind }) => kind), ...flows]);
  const state: ViewState = {
    ...START,
    hidden: new Set((parts.get("hide") ?? "").split(".").filter((kind) => kinds.has(kind))),
    months: readMonths(parts.get("months")),
    chain: from === null || to === null ? null : [from, to],
    focus: scene.overview === null ? null : find("in"),
    unfolded: readSteps(parts.get("more")),
    selection: bandAt >= 0 ? { kind: "band", band: bandAt } : readChosen(scene, edge, at, and),
  };
  return { state, missing };
}

function readChosen(
  scene: HashScene,
  edge: number,
  at: number | null,
  and: number | null,
): ViewState["selection"] {
  return edge >= 0 ? { kind: "edge", edge } : readPlace(scene, at, and);
}

const findBand = (scene: HashScene, key: string): number =>
  scene.overview?.bands.findIndex((_, nth) => bandKey(scene, nth) === key) ?? -1;

/** A band by what crosses and between what, so that it outlives a rebuild. */
function bandKey({ overview, nodes }: HashScene, at: number): string {
  const band = overview?.bands[at];
  if (band === undefined) return "";
  const end = (one: number) =>
    band.grain === "region" ? (overview?.regionNames[one] ?? "") : (nodes[one]?.id ?? "");
  return [band.flow, end(band.from), end(band.to)].join("~");
}

function readPlace(
  scene: HashScene,
  at: number | null,
  and: number | null,
): ViewState["selection"] {
  if (at === null) return null;
  if (and === null) return { kind: "node", node: at };
  const line = scene.lines.findIndex(
    ({ a, b }) => (a === at && b === and) || (a === and && b === at),
  );
  return line < 0 ? { kind: "node", node: at } : { kind: "line", line };
}

/** More steps than any state has things for. */
const MOST_STEPS = 99;

const readSteps = (text: string | null): number =>
  /^\d{1,2}$/.test(text ?? "") ? Math.min(MOST_STEPS, Number(text)) : 0;

function readMonths(text: string | null): readonly [string, string] | null {
  const [from = "", to = ""] = (text ?? "").split(".");
  return MONTH.test(from) && MONTH.test(to) && from <= to ? [from, to] : null;
}
