import type { Box, Point } from "../scene/scene.js";
import { openHeap } from "./rank-heap.js";

/** Side of a cell. */
export const CELL = 6;
/** What a step costs over water, a region and a ground; and beside a lane that is taken. */
const COST = { water: 1, region: 7, ground: 16, lane: 9, near: 4 } as const;
/** Cells to a side of a lane that are dear to the next one. */
const REACH = 1;
const TURN = 0.35;

/** The page as cells with what it costs to lead a band over each. */
export interface WaterGrid {
  readonly columns: number;
  readonly rows: number;
  readonly cost: Float64Array;
}

export function openGrid(
  width: number,
  height: number,
  regions: readonly Box[],
  grounds: readonly Box[],
): WaterGrid {
  const columns = Math.ceil(width / CELL);
  const rows = Math.ceil(height / CELL);
  const grid = { columns, rows, cost: new Float64Array(columns * rows).fill(COST.water) };
  for (const box of regions) fill(grid, box, COST.region);
  for (const box of grounds) fill(grid, box, COST.ground);
  // The rim of the page is no way.
  for (let x = 0; x < columns; x += 1)
    for (const y of [0, rows - 1]) grid.cost[y * columns + x] = 30;
  for (let y = 0; y < rows; y += 1)
    for (const x of [0, columns - 1]) grid.cost[y * columns + x] = 30;
  return grid;
}

function fill({ columns, rows, cost }: WaterGrid, box: Box, value: number): void {
  for (const at of cellsOf({ columns, rows }, box)) cost[at] = value;
}

function* cellsOf(
  { columns, rows }: Pick<WaterGrid, "columns" | "rows">,
  { x, y, width, height }: Box,
): Generator<number> {
  const [left, top] = [Math.max(0, Math.floor(x / CELL)), Math.max(0, Math.floor(y / CELL))];
  const right = Math.min(columns - 1, Math.floor((x + width) / CELL));
  const bottom = Math.min(rows - 1, Math.floor((y + height) / CELL));
  for (let row = top; row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1) yield row * columns + column;
  }
}

/** The rim of a box as cells, from which and at which a band may start and end. */
export function rimCells(grid: WaterGrid, { x, y, width, height }: Box): readonly number[] {
  const inner = 2.4 * CELL;
  const sides: readonly Box[] = [
    { x: x + inner, y: y - CELL, width: Math.max(1, width - 2 * inner), height: 1 },
    { x: x + inner, y: y + height + CELL, width: Math.max(1, width - 2 * inner), height: 1 },
    { x: x - CELL, y: y + inner, width: 1, height: Math.max(1, height - 2 * inner) },
    { x: x + width + CELL, y: y + inner, width: 1, height: Math.max(1, height - 2 * inner) },
  ];
  return [...new Set(sides.flatMap((side) => [...cellsOf(grid, side)]))];
}

const STEPS: readonly (readonly [number, number])[] = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
];

/** The cell one step away, or -1 beyond the page. */
function cellBeside(cell: number, way: number, columns: number, rows: number): number {
  const [dx, dy] = STEPS[way] ?? [0, 0];
  const x = (cell % columns) + dx;
  const y = Math.floor(cell / columns) + dy;
  return x < 0 || y < 0 || x >= columns || y >= rows ? -1 : y * columns + x;
}

/**
 * The cheapest way from one rim to another as cells, by Dijkstra with a charge for turns; `pull` is
 * what it costs to start or end at a cell. Empty where there is no way.
 */
export function cheapestWay(
  { columns, rows, cost }: WaterGrid,
  from: readonly number[],
  to: readonly number[],
  pull: (cell: number, end: "from" | "to") => number,
): readonly number[] {
  const size = columns * rows;
  const best = new Float64Array(size * 4).fill(Number.POSITIVE_INFINITY);
  const before = new Int32Array(size * 4).fill(-1);
  const goal = new Map(to.map((cell) => [cell, pull(cell, "to")]));
  const heap = openHeap();
  for (const cell of from) {
    for (let way = 0; way < 4; way += 1) {
      const at = cell * 4 + way;
      best[at] = pull(cell, "from") + (cost[cell] ?? 1);
      heap.push(best[at] ?? 0, at);
    }
  }
  let end = -1;
  let least = Number.POSITIVE_INFINITY;
  const step = (at: number, rank: number, way: number) => {
    const cell = cellBeside(at >> 2, way, columns, rows);
    const next = cell * 4 + way;
    const worth = rank + (cost[cell] ?? 1) + (way === (at & 3) ? 0 : TURN);
    if (cell < 0 || worth >= (best[next] ?? 0)) return;
    best[next] = worth;
    before[next] = at;
    heap.push(worth, next);
  };
  const visit = (at: number, rank: number) => {
    const pulled = goal.get(at >> 2);
    if (pulled !== undefined && rank + pulled < least) {
      least = rank + pulled;
      end = at;
    }
    for (let way = 0; way < 4; way += 1) step(at, rank, way);
  };
  for (let top = heap.pop(); top !== null && top[0] < least; top = heap.pop()) {
    const [rank, at] = top;
    if (rank <= (best[at] ?? 0)) visit(at, rank);
  }
  const cells: number[] = [];
  for (let at = end; at >= 0; at = before[at] ?? -1) cells.push(at >> 2);
  return cells.reverse();
}

/** Makes the lane of a band dear to those that come after it, and what lies beside it a little. */
export function takeLane({ columns, rows, cost }: WaterGrid, cells: readonly number[]): void {
  const own = new Set(cells);
  const beside = new Set<number>();
  for (const cell of cells) {
    const box = {
      x: (cell % columns) * CELL - REACH * CELL,
      y: Math.floor(cell / columns) * CELL - REACH * CELL,
      width: 2 * REACH * CELL,
      height: 2 * REACH * CELL,
    };
    for (const near of cellsOf({ columns, rows }, box)) if (!own.has(near)) beside.add(near);
  }
  for (const at of own) cost[at] = (cost[at] ?? 1) + COST.lane;
  for (const at of beside) cost[at] = (cost[at] ?? 1) + COST.near;
}

/** The middle of a cell. */
export const middleOf = ({ columns }: Pick<WaterGrid, "columns">, cell: number): Point => ({
  x: ((cell % columns) + 0.5) * CELL,
  y: (Math.floor(cell / columns) + 0.5) * CELL,
});
