import { PAD, PITCH, REGION_PAD, TYPE, WATER } from "./measures.js";
import type { StateHoldings } from "./state-holdings.js";
import { isStrong, nameLines, type WrittenState, writeGround, writeLine } from "./write-state.js";

/** A row of a region, from north to south: one to three grounds from west to east, or the list. */
export type RegionRow =
  | { readonly kind: "grounds"; readonly states: readonly StateHoldings[] }
  | { readonly kind: "list"; readonly states: readonly StateHoldings[] };

/** What a region holds: states with a ground, and those that are a line. */
export interface RegionContents {
  readonly grounds: readonly StateHoldings[];
  readonly listed: readonly StateHoldings[];
}

/** A ground set in its cell. */
export interface SetGround {
  readonly state: StateHoldings;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly written: WrittenState;
}

export interface SetLine {
  readonly state: StateHoldings;
  readonly x: number;
  readonly y: number;
  readonly written: WrittenState;
}

/** A region set in a width, from its upper left corner. */
export interface SetRegion {
  readonly height: number;
  readonly grounds: readonly SetGround[];
  readonly listed: readonly SetLine[];
}

/** Narrowest ground. */
const NARROWEST = 56;
/** Beside the longest name of a list, for its marks and the rims. */
const LIST_ROOM = 2 * REGION_PAD.side + PAD.side + 16;
/** Rows from the north down to some state, with what they cost. */
interface Cut {
  readonly cost: number;
  readonly rows: readonly RegionRow[];
}

/** Cuts that are followed at a time. */
const KEPT = 8;
/** Most grounds side by side. */
const MOST_ABREAST = 3;
/** Cost of a pair that stands east of what lies east of it, and of a degree of latitude in one row. */
const TURNED = 160;
const LATITUDE = 1.2;

/**
 * Cuts a region across its latitude into rows and each row across its longitude, so that who lies
 * north stands above and who lies west stands left; rows are chosen where the least height is lost.
 * Contents count in coarse steps, so that one thing more or less leaves the cuts where they are.
 */
export function cutRows(
  { grounds, listed }: RegionContents,
  width: number,
  unit: number,
): readonly RegionRow[] {
  const order = [...grounds].sort((a, b) => latitudeOf(b) - latitudeOf(a) || a.node - b.node);
  const best: (readonly Cut[])[] = [[{ cost: 0, rows: [] }]];
  for (let end = 1; end <= order.length; end += 1) {
    const options = Array.from({ length: Math.min(MOST_ABREAST, end) }, (_, at) => {
      const row = eastward(order.slice(end - at - 1, end));
      const own = rowCost(row, width, unit);
      return (best[end - at - 1] ?? []).map(
        (before): Cut => ({
          cost: before.cost + own + turnedCost(before.rows, row),
          rows: [...before.rows, { kind: "grounds", states: row }],
        }),
      );
    });
    // What is best so far may turn pairs further south, so the next best are kept too.
    best.push([...options.flat()].sort((one, two) => one.cost - two.cost).slice(0, KEPT));
  }
  const rows = best[order.length]?.[0]?.rows ?? [];
  if (listed.length === 0) return rows;
  const north = mean(listed.map(latitudeOf));
  const at = rows.filter(({ states }) => mean(states.map(latitudeOf)) > north).length;
  return [...rows.slice(0, at), { kind: "list", states: listed }, ...rows.slice(at)];
}

const latitudeOf = ({ latitude }: StateHoldings): number => latitude ?? 0;
const longitudeOf = ({ longitude }: StateHoldings): number => longitude ?? 0;
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
const eastward = (states: readonly StateHoldings[]): readonly StateHoldings[] =>
  [...states].sort((a, b) => longitudeOf(a) - longitudeOf(b) || a.node - b.node);

/** Height of a row and what of it stays empty, by contents in coarse steps. */
function rowCost(states: readonly StateHoldings[], width: number, unit: number): number {
  const inner = width - 2 * REGION_PAD.side;
  if (states.length * (NARROWEST + WATER.states) > inner + WATER.states) return 1e6;
  const coarse = states.map(coarser);
  const widths = shareWidth(coarse, inner, unit);
  const heights = coarse.map((state, at) => writeGround(state, widths[at] ?? 0, unit).height);
  const high = Math.max(...heights);
  const empty = heights.reduce((sum, height, at) => sum + (high - height) * (widths[at] ?? 0), 0);
  const spread = latitudeOf(states[0] ?? (coarse[0] as StateHoldings));
  const span = Math.max(...states.map((state) => Math.abs(latitudeOf(state) - spread)));
  const slim = states.filter((state, at) => isCut(state, widths[at] ?? 0)).length;
  return high + WATER.states + empty / inner + (span > 3 ? span * LATITUDE : 0) + slim * 400;
}

/** True where a name does not fit its width, in the larger of its sizes. */
const isCut = (state: StateHoldings, width: number): boolean =>
  nameLines(state, width - 2 * PAD.side, TYPE.strong).some((line) => line.endsWith("…"));

/** Pairs of rows above and this one that stand the other way round from west to east. */
function turnedCost(above: readonly RegionRow[], row: readonly StateHoldings[]): number {
  const side = (states: readonly StateHoldings[], at: number) => (at + 0.5) / states.length;
  const pairs = above.flatMap(({ states }) =>
    states.flatMap((one, a) =>
      row.map((two, b) => ({
        drawn: side(row, b) - side(states, a),
        lies: longitudeOf(two) - longitudeOf(one),
      })),
    ),
  );
  return (
    pairs.filter(
      ({ drawn, lies }) => Math.abs(lies) > 3 && Math.abs(drawn) > 0.04 && drawn * lies < 0,
    ).length * TURNED
  );
}

/** The same state with counts in steps: 1, 2, 4, 8 … */
function coarser(state: StateHoldings): StateHoldings {
  const step = (count: number) => 2 ** Math.ceil(Math.log2(Math.max(1, count)));
  const rows = state.rows.map((row) => row.map(([kind, count]) => [kind, step(count)] as const));
  const total = rows.flat().reduce((sum, [, count]) => sum + count, 0);
  return { ...state, rows, total, strokes: state.strokes.length > 0 ? [["route", 8]] : [] };
}

/** Widths of grounds abreast so that the tallest is as low as can be. */
function shareWidth(
  states: readonly StateHoldings[],
  inner: number,
  unit: number,
): readonly number[] {
  const free = inner - (states.length - 1) * WATER.states;
  if (states.length === 1) return [free];
  const widths = states.map(() => NARROWEST);
  const grow = PITCH.x;
  let left = free - NARROWEST * states.length;
  const heightOf = (at: number): number => {
    const state = states[at];
    if (state === undefined) return 0;
    const wide = widths[at] ?? NARROWEST;
    return writeGround(state, wide, unit).height + (isCut(state, wide) ? 400 : 0);
  };
  const heights = states.map((_, at) => heightOf(at));
  while (left >= grow) {
    const tallest = heights.indexOf(Math.max(...heights));
    widths[tallest] = (widths[tallest] ?? 0) + grow;
    heights[tallest] = heightOf(tallest);
    left -= grow;
  }
  return widths.map((width) => width + left / widths.length);
}

/** Sets the rows of a region in a width; shares of rows follow coarse contents, heights the true ones. */
export function setRegion(rows: readonly RegionRow[], width: number, unit: number): SetRegion {
  const grounds: SetGround[] = [];
  const listed: SetLine[] = [];
  const inner = width - 2 * REGION_PAD.side;
  let y: number = REGION_PAD.head;
  for (const row of rows) {
    if (row.kind === "list") {
      const set = setList(row.states, inner, unit);
      listed.push(
        ...set.lines.map((line) => ({
          ...line,
          y: line.y + y,
          x: line.x + REGION_PAD.side + PAD.side,
        })),
      );
      y += set.height + WATER.states;
      continue;
    }
    const widths = shareWidth(row.states.map(coarser), inner, unit);
    const written = row.states.map((state, at) => writeGround(state, widths[at] ?? 0, unit));
    const height = Math.max(...written.map((one) => one.height));
    let x: number = REGION_PAD.side;
    row.states.forEach((state, at) => {
      const wide = widths[at] ?? 0;
      const own = written[at];
      if (own !== undefined) grounds.push({ state, x, y, width: wide, height, written: own });
      x += wide + WATER.states;
    });
    y += height + WATER.states;
  }
  return { height: y - WATER.states + REGION_PAD.foot, grounds, listed };
}

/** Lines of a list, two beside each other where they fit. */
function setList(states: readonly StateHoldings[], inner: number, unit: number) {
  const width = inner - PAD.side;
  const lines: SetLine[] = [];
  let [x, y] = [0, 11];
  for (const state of states) {
    const written = writeLine(state, unit, width - 4);
    if (x > 0 && x + written.width > width) {
      x = 0;
      y += written.height;
    }
    lines.push({ state, x, y, written });
    x += written.width + 10;
  }
  return { lines, height: y + 4 };
}

/** Whether a state's name is written in ink. */
export const strongAt = (ground: SetGround, unit: number): boolean => isStrong(ground.state, unit);

/** The least width of a region in which no name of its states is cut. */
export function leastWidth({ grounds, listed }: RegionContents): number {
  const names = grounds.map((state) => {
    let wide = NARROWEST;
    while (isCut(state, wide)) wide += PITCH.x;
    return wide + 2 * REGION_PAD.side;
  });
  const lines = listed.map(
    (state) => writeLine({ ...state, strokes: [], rows: [] }, 1, 200).width + LIST_ROOM,
  );
  return Math.ceil(Math.max(0, ...names, ...lines));
}
