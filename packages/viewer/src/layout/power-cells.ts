import type { Box, Point } from "../scene/scene.js";
import { type Cell, cellArea, cellCentre, cellOf, cutCell, type Side } from "./convex-cell.js";

const ROUNDS = 160;
/** How far a site moves to its cell's centre in a round, and back to where geography has it. */
const DRIFT = 0.12;
const HOLD = 0.03;

/**
 * Divides a rounded frame among sites so that each cell has about its share of the area: a power
 * diagram whose weights are corrected round by round (after Nocaj and Brandes). Sites drift to the
 * middle of their cells and keep their order, so west stays west and north stays north.
 */
export function powerCells(
  sites: readonly Point[],
  shares: readonly number[],
  frame: Box,
): readonly Cell[] {
  const rim = cellOf(roundedRim(frame));
  const total = shares.reduce((sum, share) => sum + share, 0) || 1;
  const wanted = shares.map((share) => (share / total) * cellArea(rim));
  const places = sites.map((site) => ({ ...site }));
  const weights = wanted.map((area) => area / Math.PI);
  let cells = divide(rim, places, weights);
  for (let round = 0; round < ROUNDS; round += 1) {
    const step = round < ROUNDS / 2 ? 0.3 : 0.15;
    cells.forEach((cell, at) => {
      weights[at] = (weights[at] ?? 0) + step * ((wanted[at] ?? 0) - cellArea(cell));
    });
    if (round < ROUNDS * 0.75) drift(places, sites, cells);
    cells = divide(rim, places, weights);
  }
  return cells;
}

function drift(places: Point[], sites: readonly Point[], cells: readonly Cell[]): void {
  cells.forEach((cell, at) => {
    const place = places[at];
    if (place === undefined || cell.corners.length < 3) return;
    const centre = cellCentre(cell);
    const site = sites[at] ?? place;
    places[at] = {
      x: place.x + (centre.x - place.x) * DRIFT + (site.x - place.x) * HOLD,
      y: place.y + (centre.y - place.y) * DRIFT + (site.y - place.y) * HOLD,
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
