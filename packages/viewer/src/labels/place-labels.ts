import type { Box, LabelSpot, Point } from "../scene/scene.js";
import { LINE_HEIGHT } from "../theme/fonts.js";
import { fitText, textWidth } from "../theme/text-width.js";
import { type WrappedLabel, wrapLabel } from "./wrap-label.js";

/** A label that wants a place near its node. */
export interface LabelWish {
  readonly x: number;
  readonly y: number;
  /** Radius of the node's shape. */
  readonly size: number;
  readonly text: string;
  readonly sub: string | null;
  readonly bold: boolean;
  /** Higher ones choose first; equal ones in the order given. */
  readonly priority: number;
  /** False where only the node is an obstacle and no label is wanted. */
  readonly wanted: boolean;
  /**
   * True where the name must be shown: it goes without its last line, then covers nodes that want none,
   * when no other spot is left.
   */
  readonly needed?: boolean;
}

export interface LabelRoom {
  readonly frame: Box;
  readonly fontSize: number;
  readonly subSize: number;
  /** What no label may cover beside nodes and labels, such as names of grounds and stops of a chain. */
  readonly obstacles: readonly Box[];
  /** Courses of lines as points; labels cross them only where no better place is left. */
  readonly lines: readonly (readonly Point[])[];
}

const GAP = 4;
/** Free space around a label. */
const AIR = 1.5;
const LINE_COST = 7;
const NARROW_COST = 12;
/** What it costs to cover a node, where that is allowed at all. */
const NODE_COST = 25;

/** Places around a node as direction and cost: the sides before the diagonals before what lies between. */
const SPOTS: readonly (readonly [dx: number, dy: number, cost: number])[] = [
  [1, 0, 0],
  [0, 1, 2],
  [0, -1, 2.5],
  [-1, 0, 3],
  [1, -1, 4],
  [1, 1, 4],
  [-1, -1, 6],
  [-1, 1, 6],
  [1, -0.5, 6],
  [1, 0.5, 6],
  [0.5, 1, 7],
  [0.5, -1, 7],
  [-0.5, 1, 7],
  [-0.5, -1, 7],
  [-1, -0.5, 8],
  [-1, 0.5, 8],
];

/**
 * Places labels so that none touches another label, a node, an obstacle or the frame: by priority,
 * each at the best of sixteen spots; one that finds none may move a single label that is in its way.
 * O(labels² × 16). Null for those that find no place.
 */
export function placeLabels(
  wishes: readonly LabelWish[],
  room: LabelRoom,
): readonly (LabelSpot | null)[] {
  const places: (LabelSpot | null)[] = wishes.map(() => null);
  const nodes = wishes.map(({ x, y, size }) => nodeBox(x, y, size));
  const segments = room.lines.flatMap(toSegments);
  const order = wishes
    .map((_, at) => at)
    .filter((at) => wishes[at]?.wanted)
    .sort((a, b) => (wishes[b]?.priority ?? 0) - (wishes[a]?.priority ?? 0) || a - b);
  const options = wishes.map((wish) => (wish.wanted ? spotsOf(wish, room, nodes, segments) : []));
  for (const at of order) places[at] = firstFree(options[at] ?? [], places, at);
  for (const at of order) {
    if (places[at] === null) makeRoom(at, options, places, wishes);
  }
  for (const at of order) {
    const wish = wishes[at];
    if (places[at] !== null || wish?.needed !== true) continue;
    const name = { ...wish, sub: null };
    const asked = nodes.filter((_, other) => wishes[other]?.needed === true);
    places[at] =
      firstFree(spotsOf(name, room, nodes, segments), places, at) ??
      firstFree(spotsOf(name, room, asked, segments, nodes), places, at);
  }
  return places;
}

interface Spot {
  readonly spot: LabelSpot;
  readonly cost: number;
}

/** The spots that meet none of the nodes, no obstacle and no rim, cheapest first; covering others costs. */
function spotsOf(
  wish: LabelWish,
  room: LabelRoom,
  nodes: readonly Box[],
  segments: readonly Segment[],
  covered: readonly Box[] = [],
): readonly Spot[] {
  const spots: Spot[] = [];
  const sub = wish.sub === null ? null : fitText(wish.sub, room.fontSize * 17.5, room.subSize);
  const own = nodeBox(wish.x, wish.y, wish.size);
  for (const { wrapped, extra } of wrappings(wish, room.fontSize)) {
    for (const [dx, dy, cost] of SPOTS) {
      const place = placeAt(wish, wrapped, sub, dx, dy, room);
      const { box } = place;
      const free =
        holds(room.frame, box) &&
        room.obstacles.every((other) => !touches(box, other, AIR)) &&
        nodes.every((other) => sameBox(other, own) || !touches(box, other, AIR));
      if (!free) continue;
      const crossed = segments.filter((segment) => crosses(box, segment)).length;
      const hidden = covered.filter((other) => !sameBox(other, own) && touches(box, other, AIR));
      const total = cost + extra + crossed * LINE_COST + hidden.length * NODE_COST;
      spots.push({ spot: place, cost: total });
    }
  }
  return spots.sort((a, b) => a.cost - b.cost);
}

/** A name as it is usually broken, and a long one in three lines too, for where it is narrow. */
function wrappings(
  { text, bold }: LabelWish,
  fontSize: number,
): readonly { readonly wrapped: WrappedLabel; readonly extra: number }[] {
  const usual = wrapLabel(text, fontSize, bold);
  const narrow = wrapLabel(text, fontSize, bold, 3);
  const all = [{ wrapped: usual, extra: 0 }];
  return narrow.width < usual.width * 0.9 ? [...all, { wrapped: narrow, extra: NARROW_COST }] : all;
}

function firstFree(
  spots: readonly Spot[],
  places: readonly (LabelSpot | null)[],
  self: number,
): LabelSpot | null {
  for (const { spot: place } of spots) {
    const free = places.every(
      (other, at) => at === self || other === null || !touches(place.box, other.box, AIR),
    );
    if (free) return place;
  }
  return null;
}

/** Takes a spot that a single label of no higher priority blocks, if that one can go elsewhere. */
function makeRoom(
  self: number,
  options: readonly (readonly Spot[])[],
  places: (LabelSpot | null)[],
  wishes: readonly LabelWish[],
): void {
  for (const { spot: place } of options[self] ?? []) {
    const blockers = places.flatMap((other, at) =>
      other !== null && touches(place.box, other.box, AIR) ? [at] : [],
    );
    const blocker = blockers[0];
    if (blockers.length !== 1 || blocker === undefined) continue;
    const held = places[blocker] ?? null;
    places[self] = place;
    places[blocker] = null;
    const moved = firstFree(options[blocker] ?? [], places, blocker);
    if (moved !== null) {
      places[blocker] = moved;
      return;
    }
    places[self] = null;
    places[blocker] = held;
    if ((wishes[blocker]?.priority ?? 0) < (wishes[self]?.priority ?? 0)) {
      places[self] = place;
      places[blocker] = null;
      return;
    }
  }
}

function placeAt(
  wish: LabelWish,
  { lines, width: wide }: WrappedLabel,
  sub: string | null,
  dx: number,
  dy: number,
  { fontSize, subSize }: LabelRoom,
): LabelSpot {
  const width = Math.max(wide, sub === null ? 0 : textWidth(sub, subSize));
  const height =
    fontSize * (lines.length * LINE_HEIGHT) + (sub === null ? 0 : subSize * LINE_HEIGHT);
  const reach = wish.size + GAP * (fontSize / 12);
  const slant = Math.abs(dx) === 1 && Math.abs(dy) === 1 ? 0.72 : 1;
  const left = wish.x + dx * reach * slant - (width * (1 - dx)) / 2;
  const top = wish.y + dy * reach * slant - (height * (1 - dy)) / 2 - dy * fontSize * 0.1;
  const anchor = dx === 1 ? "start" : dx === -1 ? "end" : "middle";
  const share = anchor === "start" ? 0 : anchor === "end" ? 1 : 0.5;
  return {
    x: round(left + width * share),
    y: round(top + fontSize * 0.93),
    anchor,
    lines,
    sub,
    box: { x: round(left), y: round(top), width: round(width), height: round(height) },
  };
}

/** To 0.1 of a unit, the precision of the scene. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function nodeBox(x: number, y: number, size: number): Box {
  return { x: x - size, y: y - size, width: 2 * size, height: 2 * size };
}

/** True where two boxes are nearer than `air`. */
export function touches(a: Box, b: Box, air: number): boolean {
  return (
    a.x < b.x + b.width + air &&
    b.x < a.x + a.width + air &&
    a.y < b.y + b.height + air &&
    b.y < a.y + a.height + air
  );
}

function holds(frame: Box, box: Box): boolean {
  return (
    box.x >= frame.x &&
    box.y >= frame.y &&
    box.x + box.width <= frame.x + frame.width &&
    box.y + box.height <= frame.y + frame.height
  );
}

function sameBox(a: Box, b: Box): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width;
}

type Segment = readonly [Point, Point];

function toSegments(line: readonly Point[]): readonly Segment[] {
  return line.slice(1).map((to, at) => [line[at] ?? to, to] as const);
}

/** True where a segment passes through the box (Liang–Barsky). */
function crosses(box: Box, [from, to]: Segment): boolean {
  let enter = 0;
  let leave = 1;
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const tests: readonly (readonly [number, number])[] = [
    [-dx, from.x - box.x],
    [dx, box.x + box.width - from.x],
    [-dy, from.y - box.y],
    [dy, box.y + box.height - from.y],
  ];
  for (const [step, room] of tests) {
    if (step === 0) {
      if (room < 0) return false;
      continue;
    }
    const t = room / step;
    if (step < 0) enter = Math.max(enter, t);
    else leave = Math.min(leave, t);
    if (enter > leave) return false;
  }
  return true;
}
