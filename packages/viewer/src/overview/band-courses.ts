import type { Band, DrawnBand, PlacedText, Thresholds } from "../scene/overview.js";
import type { Box, Point } from "../scene/scene.js";
import { fitText, textWidth } from "../theme/text-width.js";
import {
  CELL,
  cheapestWay,
  middleOf,
  openGrid,
  rimCells,
  takeLane,
  type WaterGrid,
} from "./water-grid.js";

/** Where the ends of bands are, and what nothing may be written over. */
export interface BandRoom {
  readonly width: number;
  readonly height: number;
  readonly regions: ReadonlyMap<number, Box>;
  /** Boxes of states with a ground, by node. */
  readonly grounds: ReadonlyMap<number, Box>;
  readonly regionAt: (state: number) => number;
  /** What is written: names, marks, figures, boxes of what no state holds. */
  readonly written: readonly Box[];
  readonly thresholds: Thresholds;
}

/** Width by how far the sources go beyond the threshold of the kind. */
function bandWidth(sources: number, threshold: number): number {
  const share = sources / Math.max(1, threshold);
  if (share < 1.45) return 3;
  if (share < 2) return 4.5;
  return share < 2.5 ? 6 : 7.6;
}

const LABEL = 10;
const RING = 7.5;
/** Length of a border shared by two grounds from which they touch. */
const TOUCHING = 12;
/** Water over which a bridge leads. */
const NEAR = 14;

/** Leads every band from rim to rim, the strongest first; the strongest are drawn last, on top. */
export function layBands(bands: readonly Band[], room: BandRoom): readonly DrawnBand[] {
  const grid = openGrid(
    room.width,
    room.height,
    [...room.regions.values()],
    [...room.grounds.values(), ...room.written],
  );
  const taken: Box[] = [...room.written, ...room.grounds.values()];
  const bridges = new Map<string, number>();
  const drawn = bands.flatMap((band, at): readonly DrawnBand[] => {
    const width = bandWidth(band.sources, room.thresholds[band.flow]);
    const bridge = bridgeOf(band, room, bridges);
    if (bridge !== null)
      return [{ band: at, width, points: bridge, bridge: true, label: null, ring: null }];
    // Inside a region only goods are led round other grounds; the rest is a tag at its name.
    if (isInside(band, room) && band.flow !== "route") return [];
    const points = courseOf(band, room, grid);
    if (points.length < 2) return [];
    return [
      { band: at, width, points, bridge: false, ...wordsAlong(band, points, width, room, taken) },
    ];
  });
  return drawn.reverse();
}

function courseOf(band: Band, room: BandRoom, grid: WaterGrid): readonly Point[] {
  const inside = isInside(band, room);
  const own = inside ? insideGrid(band, room) : grid;
  const cells = wayOf(band, room, own);
  if (cells.length < 2) return [];
  if (!inside) takeLane(grid, cells);
  return roundedCourse(
    cells.map((cell) => middleOf(own, cell)),
    endBoxes(band, room),
  );
}

/** What is written on a band: goods with their sources, or a number in a ring. */
function wordsAlong(
  band: Band,
  points: readonly Point[],
  width: number,
  room: BandRoom,
  taken: Box[],
): Pick<DrawnBand, "label" | "ring"> {
  const label = band.word === null ? null : labelAlong(band, points, width, room, taken);
  if (label !== null) taken.push(label.box);
  const ring = band.flow === "route" ? null : ringAlong(points, room, taken);
  if (ring !== null) taken.push(boxAround(ring, RING));
  return { label, ring };
}

/** The page for a band that stays in its region: water is what lies between its grounds. */
function insideGrid(
  band: Band,
  { width, height, regions, grounds, regionAt }: BandRoom,
): WaterGrid {
  const own = regionAt(band.from);
  const others = [...regions].flatMap(([region, box]) => (region === own ? [] : [box]));
  const home = regions.get(own) ?? { x: 0, y: 0, width: 0, height: 0 };
  const grid = openGrid(width, height, others, [...grounds.values()]);
  const { columns, cost } = grid;
  cost.forEach((value, cell) => {
    const { x, y } = middleOf({ columns }, cell);
    const isHome = x > home.x && x < home.x + home.width && y > home.y && y < home.y + home.height;
    if (!isHome) cost[cell] = value + 12;
  });
  return grid;
}

const isInside = ({ grain, from, to }: Band, { regionAt }: BandRoom): boolean =>
  grain === "state" && regionAt(from) === regionAt(to);

function endBoxes(band: Band, room: BandRoom): readonly [Box | undefined, Box | undefined] {
  const boxOf = (end: number): Box | undefined => {
    if (band.grain === "region") return room.regions.get(end);
    return isInside(band, room) ? room.grounds.get(end) : room.regions.get(room.regionAt(end));
  };
  return [boxOf(band.from), boxOf(band.to)];
}

function wayOf(band: Band, room: BandRoom, grid: WaterGrid): readonly number[] {
  const [from, to] = endBoxes(band, room);
  if (from === undefined || to === undefined) return [];
  // A band between states leaves its region beside its ground.
  const nearTo = (state: number, cell: number): number => {
    const ground = band.grain === "state" ? room.grounds.get(state) : undefined;
    if (ground === undefined) return 0;
    const { x, y } = middleOf(grid, cell);
    const dx = Math.max(ground.x - x, 0, x - ground.x - ground.width);
    const dy = Math.max(ground.y - y, 0, y - ground.y - ground.height);
    return ((dx + dy) / CELL) * 1.5;
  };
  return cheapestWay(grid, rimCells(grid, from), rimCells(grid, to), (cell, end) =>
    nearTo(end === "from" ? band.from : band.to, cell),
  );
}

/** A short stroke over the water between two grounds that touch; those of one pair stand beside each other. */
function bridgeOf(band: Band, room: BandRoom, taken: Map<string, number>): readonly Point[] | null {
  if (band.grain !== "state") return null;
  const [a, b] = [room.grounds.get(band.from), room.grounds.get(band.to)];
  if (a === undefined || b === undefined) return null;
  const key = [band.from, band.to].sort((x, y) => x - y).join(" ");
  const nth = taken.get(key) ?? 0;
  const points = overWater(a, b, nth);
  if (points !== null) taken.set(key, nth + 1);
  return points;
}

/** The stroke between two boxes side by side, one over the other, or corner to corner. */
function overWater(a: Box, b: Box, nth: number): readonly Point[] | null {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  const isNear = (gap: number) => gap > 0 && gap < NEAR;
  if (isNear(-across) && down > TOUCHING) {
    const y = Math.max(a.y, b.y) + Math.min(down - 8, 20 + nth * 12);
    const [left, right] = [Math.min(a.x + a.width, b.x + b.width) - 5, Math.max(a.x, b.x) + 5];
    return forwards(a.x < b.x, { x: left, y }, { x: right, y });
  }
  if (isNear(-down) && across > TOUCHING) {
    const x = Math.min(a.x + a.width, b.x + b.width) - Math.min(across - 8, 20 + nth * 12);
    const [top, bottom] = [Math.min(a.y + a.height, b.y + b.height) - 5, Math.max(a.y, b.y) + 5];
    return forwards(a.y < b.y, { x, y: top }, { x, y: bottom });
  }
  if (!isNear(-across) || !isNear(-down)) return null;
  const x = Math.max(a.x, b.x) + across / 2 + nth * 10;
  const y = Math.max(a.y, b.y) + down / 2;
  const [dx, dy] = [a.x < b.x ? 13 : -13, a.y < b.y ? 13 : -13];
  return [
    { x: x - dx, y: y - dy },
    { x: x + dx, y: y + dy },
  ];
}

const forwards = (isForward: boolean, one: Point, two: Point): readonly Point[] =>
  isForward ? [one, two] : [two, one];

/** The corners of a way from edge to edge. */
function roundedCourse(
  points: readonly Point[],
  [from, to]: readonly [Box | undefined, Box | undefined],
): readonly Point[] {
  const corners = points.filter((point, at) => {
    const [before, after] = [points[at - 1], points[at + 1]];
    if (before === undefined || after === undefined) return true;
    return (
      (before.x !== point.x || point.x !== after.x) && (before.y !== point.y || point.y !== after.y)
    );
  });
  const [first, last] = [corners[0], corners.at(-1)];
  const start = first && from ? [onRim(from, first)] : [];
  const end = last && to ? [onRim(to, last)] : [];
  return [...start, ...corners, ...end];
}

function onRim({ x, y, width, height }: Box, point: Point): Point {
  return {
    x: Math.min(x + width - 1, Math.max(x + 1, point.x)),
    y: Math.min(y + height - 1, Math.max(y + 1, point.y)),
  };
}

/** Goods and number of sources beside the middle of a course, where nothing is written. */
function labelAlong(
  band: Band,
  points: readonly Point[],
  width: number,
  room: BandRoom,
  taken: readonly Box[],
): PlacedText | null {
  const text = `${fitText(band.word ?? "", 110, LABEL, true)} · ${band.sources}`;
  const wide = textWidth(text, LABEL, true);
  const aside = width / 2 + 4;
  for (const { x, y } of alongside(points)) {
    for (const [dx, dy] of [
      [-wide / 2, -aside],
      [-wide / 2, aside + LABEL],
      [aside, 4],
      [-aside - wide, 4],
    ] as const) {
      const box = { x: x + dx - 2, y: y + dy - LABEL, width: wide + 4, height: LABEL + 3.5 };
      if (isFree(box, room, taken)) return { text, x: x + dx, y: y + dy, box };
    }
  }
  return null;
}

function ringAlong(points: readonly Point[], room: BandRoom, taken: readonly Box[]): Point | null {
  return alongside(points).find((point) => isFree(boxAround(point, RING), room, taken)) ?? null;
}

/** Points of a course, from its middle outwards. */
function alongside(points: readonly Point[]): readonly Point[] {
  const fine = points.flatMap((point, at) => {
    const next = points[at + 1];
    if (next === undefined) return [point];
    const length = Math.abs(next.x - point.x) + Math.abs(next.y - point.y);
    const count = Math.max(1, Math.floor(length / 8));
    return Array.from({ length: count }, (_, nth) => ({
      x: point.x + ((next.x - point.x) * nth) / count,
      y: point.y + ((next.y - point.y) * nth) / count,
    }));
  });
  const middle = (fine.length - 1) / 2;
  return fine
    .map((point, at) => ({ point, off: Math.abs(at - middle) }))
    .sort((a, b) => a.off - b.off)
    .map(({ point }) => point);
}

const boxAround = ({ x, y }: Point, reach: number): Box => ({
  x: x - reach,
  y: y - reach,
  width: 2 * reach,
  height: 2 * reach,
});

function isFree(box: Box, { width, height }: BandRoom, taken: readonly Box[]): boolean {
  if (box.x < 3 || box.y < 3 || box.x + box.width > width - 3 || box.y + box.height > height - 3)
    return false;
  return taken.every(
    (other) =>
      box.x >= other.x + other.width ||
      other.x >= box.x + box.width ||
      box.y >= other.y + other.height ||
      other.y >= box.y + box.height,
  );
}
