import type { Box, Point } from "../scene/scene.js";
import type { Body, Tie } from "./body.js";
import { cellArea, pullInside } from "./convex-cell.js";
import { doCross, endsOf, passesOver } from "./tie-lines.js";

/** What a place costs, beside a pixel of a line's length. */
const CROSSING = 900;
const OVERLAP = 1400;
/** Two shapes in one place: no saving of lines is worth it. */
const SAME_PLACE = 100_000;
const AIR = 7;
const COVERED = 130;
/** Nearest that a line passes by a shape. */
const LINE_AIR = 6;
const LENGTH = 0.35;
/** Places tried on a ground, and along a border. */
const PLACES = 110;
const TRACK_PLACES = 13;
const ROUNDS = 7;

/**
 * Takes bodies one by one to the place of their ground that costs least: on no other, with short ties
 * that cross none and pass over nobody. Each step lowers the cost of the whole or changes nothing.
 */
export function reseat(bodies: readonly Body[], ties: readonly Tie[], room: SeatRoom): void {
  const own = bodies.map((_, at) => ties.filter(({ a, b }) => a === at || b === at));
  const places = bodies.map((body) => placesOf(body, room.margin));
  const order = bodies
    .map((_, at) => at)
    .sort((a, b) => (own[b]?.length ?? 0) - (own[a]?.length ?? 0) || a - b);
  for (let round = 0; round < ROUNDS; round += 1) {
    let moved = false;
    for (const at of order) {
      const board = { bodies, ties, own: own[at] ?? [], at, obstacles: room.obstacles };
      if (takeBest(board, places[at] ?? [])) moved = true;
    }
    if (!moved) return;
  }
}

/** What bodies keep clear of, and how far from the rim of their ground. */
export interface SeatRoom {
  readonly obstacles: readonly Box[];
  readonly margin: number;
}

/** All that the cost of one body's place is read from. */
interface SeatBoard {
  readonly bodies: readonly Body[];
  readonly ties: readonly Tie[];
  readonly own: readonly Tie[];
  readonly at: number;
  readonly obstacles: readonly Box[];
}

function takeBest(board: SeatBoard, places: readonly Point[]): boolean {
  const body = board.bodies[board.at];
  if (body === undefined) return false;
  const start = { x: body.x, y: body.y };
  let best = start;
  let least = seatCost(board, body, Number.POSITIVE_INFINITY) - 1;
  for (const place of places) {
    body.x = place.x;
    body.y = place.y;
    const cost = seatCost(board, body, least);
    if (cost >= least) continue;
    best = place;
    least = cost;
  }
  body.x = best.x;
  body.y = best.y;
  return best !== start;
}

/** What a body costs where it stands, as far as it must be known to tell that it is over the limit. */
function seatCost(board: SeatBoard, body: Body, limit: number): number {
  let cost = 0;
  for (const tie of board.own) {
    const [from, to] = endsOf(board.bodies, tie);
    cost += Math.hypot(from.x - to.x, from.y - to.y) * LENGTH;
  }
  if (cost >= limit) return cost;
  cost += crowdCost(board, body);
  if (cost >= limit) return cost;
  return cost + lineCost(board);
}

function crowdCost({ bodies, at, obstacles }: SeatBoard, body: Body): number {
  let cost = 0;
  bodies.forEach((other, nth) => {
    if (nth === at) return;
    const [dx, dy] = [Math.abs(body.x - other.x), Math.abs(body.y - other.y)];
    if (Math.hypot(dx, dy) < body.radius + other.radius + AIR) cost += SAME_PLACE;
    cost += overlapCost(
      body.halfWidth + other.halfWidth,
      dx,
      body.halfHeight + other.halfHeight,
      dy,
    );
  });
  for (const box of obstacles) {
    const wide = body.halfWidth + box.width / 2;
    const high = body.halfHeight + box.height / 2;
    const [dx, dy] = [body.x - box.x - box.width / 2, body.y - box.y - box.height / 2];
    cost += overlapCost(wide, Math.abs(dx), high, Math.abs(dy));
  }
  return cost;
}

/** What two boxes cost by how much of them is over each other. */
function overlapCost(wide: number, dx: number, high: number, dy: number): number {
  if (dx >= wide || dy >= high) return 0;
  return (0.15 + (1 - dx / wide) * (1 - dy / high)) * OVERLAP;
}

function lineCost(board: SeatBoard): number {
  const { bodies, ties, own, at } = board;
  let cost = 0;
  for (const tie of own) {
    for (const other of ties) if (doCross(bodies, tie, other)) cost += CROSSING;
    bodies.forEach((_, nth) => {
      if (nth !== tie.a && nth !== tie.b && passesOver(bodies, tie, nth, LINE_AIR)) cost += COVERED;
    });
  }
  for (const tie of ties) {
    if (tie.a !== at && tie.b !== at && passesOver(bodies, tie, at, LINE_AIR)) cost += COVERED;
  }
  return cost;
}

/** Places a body may take: a grid over its ground, or steps along its border. */
function placesOf({ home, track }: Body, margin: number): readonly Point[] {
  if (track !== null) {
    return Array.from({ length: TRACK_PLACES }, (_, nth) => {
      const share = nth / (TRACK_PLACES - 1);
      const { from, to } = track;
      return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
    });
  }
  const step = Math.max(16, Math.sqrt(cellArea(home) / PLACES));
  const xs = home.corners.map(({ x }) => x);
  const ys = home.corners.map(({ y }) => y);
  const places: Point[] = [];
  for (let y = Math.min(...ys) + step / 2; y < Math.max(...ys); y += step) {
    for (let x = Math.min(...xs) + step / 2; x < Math.max(...xs); x += step) {
      const inside = pullInside(home, { x, y }, margin);
      if (Math.abs(inside.x - x) + Math.abs(inside.y - y) < 1) places.push({ x, y });
    }
  }
  return places;
}
