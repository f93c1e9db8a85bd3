import { distance } from "../scene/geometry.js";
import type { Box, Point } from "../scene/scene.js";
import { type Cell, cellArea, cellCentre, cellOf, cutCell, type Side } from "./convex-cell.js";

const ROUNDS = 120;
/** How far a site moves to its cell's centre in a round. */
const DRIFT = 0.12;
/**
 * How far it moves back to where geography has it, and how hard cells that changed sides push each
 * other back: little of both for round cells, much for a true map.
 */
const TRIALS = [
  [0.02, 0.25],
  [0.06, 0.25],
  [0.2, 0.25],
  [0.06, 0],
] as const;
/** The same for places that are no states and stand at the rim. */
const RIM_HOLD = 0.05;

/**
 * Divides a rounded frame among sites so that each cell has about its share of the area: a power
 * diagram whose weights are corrected round by round (after Nocaj and Brandes). The first `ordered`
 * sites are states: of several divisions the one is taken that keeps their west and north best and
 * has the roundest cells.
 */
export function powerCells(
  sites: readonly Point[],
  shares: readonly number[],
  frame: Box,
  ordered: number,
): readonly Cell[] {
  const rim = cellOf(roundedRim(frame));
  const total = shares.reduce((sum, share) => sum + share, 0) || 1;
  const wanted = shares.map((share) => (share / total) * cellArea(rim));
  let best: readonly Cell[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (const slant of SLANTS) {
    const states = straighten(sites.slice(0, ordered), frame, slant);
    const spread = [...states, ...sites.slice(ordered)];
    for (const [hold, push] of TRIALS) {
      const cells = divideFairly(rim, spread, wanted, { hold, push, ordered });
      const cost =
        disorder(sites.slice(0, ordered), cells, frame) * 3 +
        raggedness(cells) * 2 +
        unfairness(cells, wanted) * 4;
      if (cost >= least - 1e-9) continue;
      best = cells;
      least = cost;
    }
  }
  return best;
}

/**
 * Shares of the common slant of all sites that are taken out: states along a diagonal would else be
 * stripes from corner to corner.
 */
const SLANTS = [0, 0.3, 0.6];

/** Sites moved up or down against their common slant. */
function straighten(sites: readonly Point[], frame: Box, share: number): readonly Point[] {
  const middle = { x: frame.x + frame.width / 2, y: frame.y + frame.height / 2 };
  let spread = 0;
  let slope = 0;
  for (const { x, y } of sites) {
    spread += (x - middle.x) ** 2;
    slope += (x - middle.x) * (y - middle.y);
  }
  const slant = spread === 0 ? 0 : (slope / spread) * share;
  return sites.map(({ x, y }) => ({ x, y: y - (x - middle.x) * slant }));
}

/** What moves the sites of a division beside the drift. */
interface Pull {
  readonly hold: number;
  readonly push: number;
  readonly ordered: number;
}

function divideFairly(
  rim: Cell,
  sites: readonly Point[],
  wanted: readonly number[],
  { hold, push, ordered }: Pull,
): readonly Cell[] {
  const places = sites.map((site) => ({ ...site }));
  const weights = wanted.map((area) => area / Math.PI);
  let cells = divide(rim, places, weights);
  for (let round = 0; round < ROUNDS; round += 1) {
    const step = round < ROUNDS / 2 ? 0.3 : 0.15;
    cells.forEach((cell, at) => {
      weights[at] = (weights[at] ?? 0) + step * ((wanted[at] ?? 0) - cellArea(cell));
    });
    if (round < ROUNDS * 0.75) {
      drift(places, sites, cells, (at) => (at < ordered ? hold : RIM_HOLD));
      if (push > 0) keepOrder(places, sites, cells, ordered, push);
    }
    cells = divide(rim, places, weights);
  }
  return cells;
}

/** How far pairs of cells have changed sides against their sites, as shares of the frame. */
function disorder(sites: readonly Point[], cells: readonly Cell[], { width, height }: Box): number {
  const centres = cells.map(cellCentre);
  let sum = 0;
  sites.forEach((a, one) => {
    sites.slice(one + 1).forEach((b, next) => {
      const [from, to] = [centres[one], centres[one + 1 + next]];
      if (from === undefined || to === undefined) return;
      for (const [told, seen] of [
        [(b.x - a.x) / width, (to.x - from.x) / width],
        [(b.y - a.y) / height, (to.y - from.y) / height],
      ] as const) {
        if (Math.abs(told) > 0.04 && told * seen < 0)
          sum += Math.min(0.3, Math.abs(told)) + Math.abs(seen);
      }
    });
  });
  return sum;
}

/** Mean of how much longer the cells' borders are than those of discs of their size. */
function raggedness(cells: readonly Cell[]): number {
  const each = cells.map((cell) => {
    const border = cell.corners.reduce((sum, corner, at) => {
      const next = cell.corners[(at + 1) % cell.corners.length] ?? corner;
      return sum + distance(corner, next);
    }, 0);
    return border ** 2 / (4 * Math.PI * Math.max(1, cellArea(cell))) - 1;
  });
  return each.reduce((sum, one) => sum + Math.min(3, one), 0) / Math.max(1, each.length);
}

/** What it costs that a cell has less than half of its share, or none. */
const LOST = 20;

function unfairness(cells: readonly Cell[], wanted: readonly number[]): number {
  const off = cells.map((cell, at) => Math.abs(cellArea(cell) / Math.max(1, wanted[at] ?? 1) - 1));
  const lost = off.filter((one) => one > 0.5).length;
  return off.reduce((sum, one) => sum + one, 0) / Math.max(1, off.length) + lost * LOST;
}

/** Cells that changed sides against their sites push each other back. */
function keepOrder(
  places: { x: number; y: number }[],
  sites: readonly Point[],
  cells: readonly Cell[],
  ordered: number,
  push: number,
): void {
  const centres = cells.map(cellCentre);
  for (let one = 0; one < ordered; one += 1) {
    for (let two = one + 1; two < ordered; two += 1) {
      for (const axis of ["x", "y"] as const) {
        const told = (sites[two]?.[axis] ?? 0) - (sites[one]?.[axis] ?? 0);
        const seen = (centres[two]?.[axis] ?? 0) - (centres[one]?.[axis] ?? 0);
        const [a, b] = [places[one], places[two]];
        if (Math.abs(told) < NEAR || told * seen >= 0 || !a || !b) continue;
        const step = (Math.abs(seen) + 20) * push * Math.sign(told);
        a[axis] -= step;
        b[axis] += step;
      }
    }
  }
}

/** Sites nearer than this on an axis, in units of the picture, may change sides. */
const NEAR = 36;

function drift(
  places: Point[],
  sites: readonly Point[],
  cells: readonly Cell[],
  holdOf: (at: number) => number,
): void {
  cells.forEach((cell, at) => {
    const place = places[at];
    if (place === undefined || cell.corners.length < 3) return;
    const centre = cellCentre(cell);
    const site = sites[at] ?? place;
    const hold = holdOf(at);
    places[at] = {
      x: place.x + (centre.x - place.x) * DRIFT + (site.x - place.x) * hold,
      y: place.y + (centre.y - place.y) * DRIFT + (site.y - place.y) * hold,
    };
  });
}

function divide(rim: Cell, places: readonly Point[], weights: readonly number[]): Cell[] {
  return places.map((place, at) => {
    let cell = rim;
    places.forEach((other, to) => {
      if (to === at) return;
      cell = cutCell(cell, powerSide(place, weights[at] ?? 0, other, weights[to] ?? 0, to));
    });
    return cell;
  });
}

/** The line on which two weighted sites are equally near. */
function powerSide(a: Point, weightA: number, b: Point, weightB: number, neighbour: number): Side {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const length = Math.sqrt(dx * dx + dy * dy) || 1e-6;
  const middle = (b.x * b.x + b.y * b.y - weightB - (a.x * a.x + a.y * a.y - weightA)) / 2;
  return { nx: dx / length, ny: dy / length, c: middle / length, neighbour };
}

/** A frame with generous corners, so that the picture reads as land and not as a box. */
function roundedRim({ x, y, width, height }: Box): readonly Point[] {
  const radius = Math.min(width, height) * 0.22;
  const corners: Point[] = [];
  const centres = [
    { x: x + radius, y: y + radius, from: Math.PI },
    { x: x + width - radius, y: y + radius, from: 1.5 * Math.PI },
    { x: x + width - radius, y: y + height - radius, from: 0 },
    { x: x + radius, y: y + height - radius, from: 0.5 * Math.PI },
  ];
  for (const centre of centres) {
    for (let step = 0; step <= 4; step += 1) {
      const angle = centre.from + (step / 4) * (Math.PI / 2);
      corners.push({
        x: centre.x + radius * Math.cos(angle),
        y: centre.y + radius * Math.sin(angle),
      });
    }
  }
  return corners;
}
