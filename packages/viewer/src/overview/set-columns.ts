import { WATER } from "./measures.js";
import type { RegionRow, SetRegion } from "./region-rows.js";
import { setRegion } from "./region-rows.js";
import type { Region } from "./regions.js";

/** A region with the rows it is cut into. */
export interface CutRegion {
  readonly region: number;
  readonly style: Region;
  readonly rowsAt: (width: number) => readonly RegionRow[];
  /** Width below which a name would be cut. */
  readonly least: number;
}

/** A region in its place. */
export interface PlacedRegion {
  readonly region: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly set: SetRegion;
}

/** Step by which columns give width to each other. */
const STEP = 8;
const NARROWEST = 96;
/** Below this width columns stand closer, so that names are whole. */
const NARROW_PAGE = 800;
/** Latitudes at the upper and lower end of the page. */
const NORTH = 58;
const SOUTH = -30;

/** Shares the width among the columns so that the tallest is as low as can be, and sets every region. */
export function setColumns(
  regions: readonly CutRegion[],
  width: number,
  leastHeight: number,
  unit: number,
): { readonly placed: readonly PlacedRegion[]; readonly height: number } {
  const numbers = [...new Set(regions.map(({ style }) => style.column))].sort((a, b) => a - b);
  const columns = numbers.map((column) =>
    regions
      .filter(({ style }) => style.column === column)
      .sort((a, b) => b.style.latitude - a.style.latitude),
  );
  const known = new Map<string, SetRegion>();
  const setAt = (cut: CutRegion, wide: number): SetRegion => {
    const key = `${cut.region} ${wide}`;
    const set = known.get(key) ?? setRegion(cut.rowsAt(wide), wide, unit);
    known.set(key, set);
    return set;
  };
  const heightOf = (at: number, wide: number): number =>
    (columns[at] ?? []).reduce((sum, cut) => sum + setAt(cut, wide).height + WATER.regions, 0) -
    WATER.regions;
  const gap = width < NARROW_PAGE ? WATER.narrow : WATER.columns;
  const free = width - 2 * WATER.rim - (columns.length - 1) * gap;
  const least = columns.map((column) => Math.max(NARROWEST, ...column.map((cut) => cut.least)));
  const widths = balance(least, free, heightOf);
  const tallest = Math.max(...widths.map((wide, at) => heightOf(at, wide)), 0);
  const height = Math.max(leastHeight, Math.ceil(tallest + 2 * WATER.rim));
  let x: number = WATER.rim;
  const placed = columns.flatMap((column, at) => {
    const wide = widths[at] ?? 0;
    const sets = column.map((cut) => setAt(cut, wide));
    const tops = spreadDown(
      column.map(({ style }) => style.latitude),
      sets.map((set) => set.height),
      height,
    );
    const left = x;
    x += wide + gap;
    return column.flatMap(({ region }, nth) => {
      const set = sets[nth];
      return set === undefined ? [] : [{ region, x: left, y: tops[nth] ?? 0, width: wide, set }];
    });
  });
  return { placed, height };
}

/** Every column has what its names need; the rest goes to the tallest, a step at a time. */
function balance(
  least: readonly number[],
  free: number,
  heightOf: (at: number, width: number) => number,
): readonly number[] {
  if (least.length <= 1) return least.map((wide) => Math.max(wide, Math.min(free, 420)));
  const need = least.reduce((sum, wide) => sum + wide, 0);
  const widths = least.map((wide) => (need > free ? (wide / need) * free : wide));
  const heights = widths.map((wide, at) => heightOf(at, wide));
  for (let left = free - need; left >= STEP; left -= STEP) {
    const to = heights.indexOf(Math.max(...heights));
    widths[to] = (widths[to] ?? 0) + STEP;
    heights[to] = heightOf(to, widths[to] ?? 0);
  }
  return widths;
}

/** Upper ends of regions in a column: each about where its latitude lies, none over another. */
function spreadDown(
  latitudes: readonly number[],
  heights: readonly number[],
  height: number,
): readonly number[] {
  const wish = latitudes.map((latitude, at) => {
    const share = (NORTH - latitude) / (NORTH - SOUTH);
    return share * height - (heights[at] ?? 0) / 2;
  });
  const tops: number[] = [];
  let least: number = WATER.rim;
  wish.forEach((top, at) => {
    tops.push(Math.max(least, top));
    least = (tops[at] ?? 0) + (heights[at] ?? 0) + WATER.regions;
  });
  let most = height - WATER.rim;
  for (let at = tops.length - 1; at >= 0; at -= 1) {
    tops[at] = Math.round(Math.min(tops[at] ?? 0, most - (heights[at] ?? 0)));
    most = (tops[at] ?? 0) - WATER.regions;
  }
  return tops;
}
