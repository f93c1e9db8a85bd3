import { between } from "../scene/geometry.js";
import type { Box, Point } from "../scene/scene.js";
import type { Body, Tie } from "./body.js";
import { pullInside } from "./convex-cell.js";

/** What the bodies must keep clear of and how wide they stand from the rim of their ground. */
export interface RelaxRoom {
  /** Boxes that hold names of grounds. */
  readonly obstacles: readonly Box[];
  /** Length of a tie at rest. */
  readonly restLength: number;
  readonly margin: number;
}

/**
 * Moves bodies apart until neither they nor their labels overlap, keeps ties short and free of other
 * bodies, and keeps every body on its ground or border. O(rounds × (bodies² + bodies × ties)).
 */
export function relax(
  bodies: readonly Body[],
  ties: readonly Tie[],
  room: RelaxRoom,
  rounds: number,
): void {
  const moves = bodies.map(() => ({ x: 0, y: 0 }));
  for (let round = 0; round < rounds; round += 1) {
    const heat = 1 - (round / rounds) * 0.7;
    for (const move of moves) {
      move.x = 0;
      move.y = 0;
    }
    separate(bodies, moves);
    for (const tie of ties) pullTogether(bodies, moves, tie, room.restLength);
    for (const tie of ties) clearTie(bodies, moves, tie);
    avoid(bodies, moves, room.obstacles);
    bodies.forEach((body, at) => {
      const move = moves[at];
      if (move === undefined) return;
      body.x += limit(move.x * heat);
      body.y += limit(move.y * heat);
      settle(body, room.margin);
    });
  }
}

type Move = { x: number; y: number };

function limit(step: number): number {
  return Math.max(-14, Math.min(14, step));
}

/** Puts a body back on its ground or border. */
export function settle(body: Body, margin: number): void {
  const place = body.track === null ? pullInside(body.home, body, margin) : onTrack(body);
  body.x = place.x;
  body.y = place.y;
}

function onTrack(body: Body): Point {
  const { track } = body;
  if (track === null) return body;
  const dx = track.to.x - track.from.x;
  const dy = track.to.y - track.from.y;
  const length = dx * dx + dy * dy || 1;
  const t = ((body.x - track.from.x) * dx + (body.y - track.from.y) * dy) / length;
  return between(track.from, track.to, Math.max(0, Math.min(1, t)));
}

/** Pushes overlapping territories apart along the axis on which they overlap less. */
function separate(bodies: readonly Body[], moves: readonly Move[]): void {
  for (let a = 0; a < bodies.length; a += 1) {
    for (let b = a + 1; b < bodies.length; b += 1) {
      const one = bodies[a];
      const two = bodies[b];
      const moveOne = moves[a];
      const moveTwo = moves[b];
      if (!one || !two || !moveOne || !moveTwo) continue;
      elbow(one, two, moveOne, moveTwo, two.x - one.x, two.y - one.y);
      pushApart(one, two, moveOne, moveTwo, a % 2 === 0 ? -1 : 1);
    }
  }
}

/** `tie` is the way the second one goes where both stand in one place. */
function pushApart(one: Body, two: Body, moveOne: Move, moveTwo: Move, tie: -1 | 1): void {
  const dx = two.x - one.x;
  const dy = two.y - one.y;
  const wide = one.halfWidth + two.halfWidth;
  const high = one.halfHeight + two.halfHeight;
  const overX = wide - Math.abs(dx);
  const overY = high - Math.abs(dy);
  if (overX <= 0 || overY <= 0) return;
  if (overX / wide < overY / high) {
    const step = overX * 0.25 * (Math.sign(dx) || tie);
    moveOne.x -= step;
    moveTwo.x += step;
  } else {
    const step = overY * 0.25 * (Math.sign(dy) || tie);
    moveOne.y -= step;
    moveTwo.y += step;
  }
}

/** Nodes of one ground spread over it, so that no corner stays empty while another is full. */
function elbow(one: Body, two: Body, moveOne: Move, moveTwo: Move, dx: number, dy: number): void {
  if (one.grounds[0] !== two.grounds[0]) return;
  const reach = Math.min(one.elbow, two.elbow);
  const away = Math.sqrt(dx * dx + dy * dy) || 1;
  if (away >= reach) return;
  const step = ((reach - away) / reach) * 2.2;
  moveOne.x -= (dx / away) * step;
  moveOne.y -= (dy / away) * step;
  moveTwo.x += (dx / away) * step;
  moveTwo.y += (dy / away) * step;
}

function pullTogether(
  bodies: readonly Body[],
  moves: readonly Move[],
  tie: Tie,
  restLength: number,
): void {
  const one = bodies[tie.a];
  const two = tie.b < 0 ? tie.anchor : bodies[tie.b];
  const moveOne = moves[tie.a];
  if (!one || !two || !moveOne) return;
  const dx = two.x - one.x;
  const dy = two.y - one.y;
  const length = Math.sqrt(dx * dx + dy * dy) || 1;
  const pull = Math.min(4, Math.max(0, length - restLength) * 0.018) * Math.min(2, tie.weight);
  moveOne.x += (dx / length) * pull;
  moveOne.y += (dy / length) * pull;
  const moveTwo = tie.b < 0 ? undefined : moves[tie.b];
  if (moveTwo === undefined) return;
  moveTwo.x -= (dx / length) * pull;
  moveTwo.y -= (dy / length) * pull;
}

/** Pushes bodies off a tie that passes over them, and the tie's ends the other way. */
function clearTie(bodies: readonly Body[], moves: readonly Move[], tie: Tie): void {
  const from = bodies[tie.a];
  const to = tie.b < 0 ? tie.anchor : bodies[tie.b];
  if (!from || !to) return;
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const squared = dx * dx + dy * dy || 1;
  bodies.forEach((body, at) => {
    if (at === tie.a || at === tie.b) return;
    const t = ((body.x - from.x) * dx + (body.y - from.y) * dy) / squared;
    if (t < 0.04 || t > 0.96) return;
    const offX = body.x - (from.x + dx * t);
    const offY = body.y - (from.y + dy * t);
    const off = Math.sqrt(offX * offX + offY * offY);
    const clear = body.radius + 13;
    if (off >= clear) return;
    const length = Math.sqrt(squared);
    const side = offX * -dy + offY * dx < 0 ? -1 : 1;
    const push = (clear - off) * 0.3 * side;
    const move = moves[at];
    if (move === undefined) return;
    move.x += (-dy / length) * push;
    move.y += (dx / length) * push;
    const back = moves[tie.a];
    if (back) {
      back.x -= (-dy / length) * push * 0.3;
      back.y -= (dx / length) * push * 0.3;
    }
  });
}

function avoid(bodies: readonly Body[], moves: readonly Move[], obstacles: readonly Box[]): void {
  bodies.forEach((body, at) => {
    const move = moves[at];
    if (move === undefined) return;
    for (const box of obstacles) stepOff(body, move, box);
  });
}

function stepOff(body: Body, move: Move, box: Box): void {
  const middleX = box.x + box.width / 2;
  const middleY = box.y + box.height / 2;
  const overX = body.radius + 6 + box.width / 2 - Math.abs(body.x - middleX);
  const overY = body.halfHeight + box.height / 2 - Math.abs(body.y - middleY);
  if (overX <= 0 || overY <= 0) return;
  if (overX < overY) move.x += overX * 0.5 * (body.x < middleX ? -1 : 1);
  else move.y += overY * 0.5 * (body.y < middleY ? -1 : 1);
}
