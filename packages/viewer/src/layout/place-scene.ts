import { assignGrounds, type GroundPlan } from "../scene/assign-grounds.js";
import { type MergedLines, mergeLines } from "../scene/merge-lines.js";
import type { Box, Point, Scene, SceneContent, SceneKind, SceneNode } from "../scene/scene.js";
import { chooseDrawn, type DrawnNodes, nodeSize } from "./choose-drawn.js";
import { type Cell, cellOf } from "./convex-cell.js";
import { borderTrack, groundCells, groundLabel } from "./ground-frames.js";
import { roundPoint, warp } from "./outline.js";
import { placeGrounds } from "./place-grounds.js";
import { placeLines } from "./place-lines.js";
import { settleNodes } from "./settle-bodies.js";

/** Size of the picture in its own unit, about a CSS pixel on a desktop. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Paper between the grounds and the edge of the picture. */
const RIM = 8;

/** A placed picture still without labels and chains. */
export type PlacedScene = Omit<Scene, "chains" | "open">;

/**
 * Gives everything its place: grounds, nodes, lines and labels. The same content gives the same
 * bytes. About 0.4 s for 60 nodes, 2 s for 160.
 */
export function placeScene(content: SceneContent, { width, height }: PictureSize): PlacedScene {
  const first = assignGrounds(content);
  const drawn = chooseDrawn(content, first, mergeLines(content, first));
  const rim = { x: RIM, y: RIM, width: width - 2 * RIM, height: height - 2 * RIM };
  const cells =
    first.grounds.length === 0 ? [] : groundCells(first, content.nodes, drawn.drawn, rim);
  const plan = withoutFarBorders(content, first, cells);
  const merged = mergeLines(content, plan);
  const names = cells.map((cell, at) => groundLabel(plan.grounds[at]?.name ?? "", cell));
  const places = settleNodes({
    nodes: content.nodes,
    plan,
    merged,
    drawn,
    cells: cells.length > 0 ? cells : [cellOf(corners(rim))],
    obstacles: names.flatMap((name) => (name === null ? [] : [name.box])),
  }).map((place) => place && roundPoint(cells.length > 0 ? warp(place) : place));
  const nodes = placeNodes(content, plan, drawn, merged, places);
  const kept = dropUndrawn(merged, nodes);
  const lines = placeLines(kept.lines, plan, cells, nodes);
  const grounds = placeGrounds(plan, cells, nodes, lines);
  return {
    version: 1,
    width,
    height,
    nodes,
    edges: content.edges.map((edge, at) => ({ ...edge, line: kept.lineOf[at] ?? null })),
    lines,
    grounds,
    evidence: content.evidence,
    documents: content.documents,
    schema: content.schema,
    kinds: countDrawn(content, nodes),
    relations: content.relations,
    months: content.months,
    spans: content.spans,
    counts: content.counts,
  };
}

/** A node of two homes that do not touch stands on the first of them. */
function withoutFarBorders(
  content: SceneContent,
  plan: GroundPlan,
  cells: readonly Cell[],
): GroundPlan {
  const groundsOf = plan.groundsOf.map((grounds, at) => {
    const [a, b] = grounds;
    if (a === undefined || b === undefined || borderTrack(cells, a, b) !== null) return grounds;
    const first = (content.nodes[at]?.homes ?? []).flatMap((home) => plan.groundOf[home] ?? []);
    return first.slice(0, 1);
  });
  const grounds = plan.grounds.map((ground, at) => ({
    ...ground,
    members: groundsOf.flatMap((held, node) => (held.includes(at) ? [node] : [])),
  }));
  return { ...plan, grounds, groundsOf };
}

function placeNodes(
  content: SceneContent,
  plan: GroundPlan,
  { hub }: DrawnNodes,
  { lines }: MergedLines,
  places: readonly (Point | null)[],
): readonly SceneNode[] {
  const degree = content.nodes.map(() => 0);
  for (const { a, b } of lines) {
    degree[a] = (degree[a] ?? 0) + 1;
    if (b !== a) degree[b] = (degree[b] ?? 0) + 1;
  }
  return content.nodes.map((node, at) => ({
    ...node,
    at: places[at] ?? null,
    grounds: plan.groundsOf[at] ?? [],
    isGround: plan.groundOf[at] ?? null,
    degree: degree[at] ?? 0,
    hub: hub[at] === true,
    size: nodeSize(node.kind, hub[at] === true),
    labelSpot: null,
    phoneLabelSpot: null,
  }));
}

/** Lines whose ends are both on the picture, with the edges that point to them renumbered. */
function dropUndrawn({ lines, lineOf }: MergedLines, nodes: readonly SceneNode[]): MergedLines {
  const shown = (at: number) => (nodes[at]?.at ?? nodes[at]?.isGround ?? null) !== null;
  const renumbered = new Map<number, number>();
  const kept = lines.filter((line, at) => {
    if (!shown(line.a) || !shown(line.b)) return false;
    renumbered.set(at, renumbered.size);
    return true;
  });
  return {
    lines: kept,
    lineOf: lineOf.map((line) => (line === null ? null : (renumbered.get(line) ?? null))),
  };
}

/** The kinds with the number of their things that stand on the picture. */
export function countDrawn(
  { kinds }: Pick<SceneContent, "kinds">,
  nodes: readonly SceneNode[],
): readonly SceneKind[] {
  const drawn = new Map<string, number>();
  for (const node of nodes) {
    if (node.at !== null) drawn.set(node.kind, (drawn.get(node.kind) ?? 0) + 1);
  }
  return kinds.map((one) => ({ ...one, drawn: drawn.get(one.kind) ?? 0 }));
}

function corners({ x, y, width, height }: Box): readonly Point[] {
  return [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ];
}
