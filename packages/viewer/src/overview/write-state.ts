import type { MarkRun, PlacedText, StateContents, StrokeRun } from "../scene/overview.js";
import type { Point } from "../scene/scene.js";
import { fitText, textWidth } from "../theme/text-width.js";
import {
  FIGURE_FROM,
  MARK_RADIUS,
  MOST_STROKES,
  PAD,
  PITCH,
  RUN_ON,
  STROKE,
  STRONG_FROM,
  TRACKING,
  TYPE,
  UNITS,
} from "./measures.js";
import type { StateHoldings } from "./state-holdings.js";

/** What is written of a state in a width: every place from the upper left corner, and the height. */
export interface WrittenState extends StateContents {
  readonly height: number;
  /** Right end of what is written. */
  readonly width: number;
}

/** Width of a name in letters of capitals, with what stands between them. */
export const capitalsWidth = (text: string, size: number): number =>
  textWidth(text, size, true) + [...text].length * TRACKING * size;

/** A run of marks of one kind with the figure behind it, or a run of strokes, as it is set. */
interface Token {
  readonly width: number;
  readonly put: (at: Point) => void;
  /** True where a new row begins. */
  readonly breaks?: boolean;
}

/** Sets what a ground holds: its name, rows of marks with their figures, a row of strokes. */
export function writeGround(state: StateHoldings, width: number, unit: number): WrittenState {
  const inner = width - 2 * PAD.side;
  const size = isStrong(state, unit) ? TYPE.strong : TYPE.state;
  const lines = nameLines(state, inner, size);
  const names = lines.map((text, nth): PlacedText => {
    const y = PAD.top + 12 + nth * 13;
    const box = { x: PAD.side, y: y - size * 0.8, width: capitalsWidth(text, size), height: size };
    return { text, x: PAD.side, y, box };
  });
  const pen = openPen(inner, PAD.side, PAD.top + 12 + (lines.length - 1) * 13 + 12);
  const set = setMarks(state, unit, inner);
  for (const token of set.tokens) pen.put(token);
  if (set.tokens.length > 0) pen.newRow(1);
  const strokes = setStrokes(state.strokes, inner);
  if (strokes.tokens.length > 0) {
    pen.newRow(2);
    for (const token of strokes.tokens) pen.put(token);
    pen.newRow(1);
  }
  return {
    node: state.node,
    names,
    marks: set.runs,
    figures: [...set.figures, ...strokes.figures],
    strokes: strokes.runs,
    height: Math.ceil(pen.bottom() + PAD.bottom),
    width,
  };
}

export const isStrong = ({ rows }: StateHoldings, unit: number): boolean =>
  rows.flat().reduce((sum, [, count]) => sum + Math.ceil(count / unit), 0) >= STRONG_FROM;

/**
 * Sets a state as a line of a list: name, marks, strokes, from the left of a baseline. Where the line
 * is too narrow one mark stands for more things, and at last one figure tells of all.
 */
export function writeLine(state: StateHoldings, unit: number, width: number): WrittenState {
  for (const coarser of UNITS.filter((one) => one >= unit)) {
    const written = lineOf(state, coarser, width, width);
    if (written.width <= width) return written;
  }
  const last = UNITS.at(-1) ?? unit;
  const bare = lineOf({ ...state, strokes: [] }, last, width, width);
  return bare.width <= width ? bare : countedLine(state, width);
}

/** The name with one figure for all that the state holds. */
function countedLine(state: StateHoldings, width: number): WrittenState {
  const figures: PlacedText[] = [];
  const figure = figureToken(String(state.total), figures);
  const line = lineOf({ ...state, rows: [], strokes: [] }, 1, width, width - figure.width);
  figure.put({ x: line.width, y: -3.6 });
  return { ...line, figures, width: line.width + figure.width };
}

function lineOf(state: StateHoldings, unit: number, width: number, forName: number): WrittenState {
  const size = TYPE.list;
  const full = textWidth(state.name, size) <= Math.min(forName, 84) ? state.name : state.short;
  const text = fitText(full, forName, size);
  const wide = textWidth(text, size);
  const names = [{ text, x: 0, y: 0, box: { x: 0, y: -size, width: wide, height: size + 3 } }];
  const pen = openPen(Number.POSITIVE_INFINITY, wide + 6, -3.6);
  const set = setMarks(state, unit, Number.POSITIVE_INFINITY);
  for (const token of set.tokens) pen.put({ ...token, breaks: false });
  const strokes = setStrokes(state.strokes, Math.min(60, width / 2));
  if (strokes.tokens.length > 0) pen.skip(5);
  for (const token of strokes.tokens) pen.put(token);
  return {
    node: state.node,
    names,
    marks: set.runs,
    figures: [...set.figures, ...strokes.figures],
    strokes: strokes.runs,
    height: 13.5,
    width: pen.right(),
  };
}

/** Sets tokens from the left, and a new row where the width is used up. */
function openPen(width: number, left: number, top: number) {
  let [x, y] = [left, top];
  let used = top;
  const newRow = (gap: number) => {
    if (x > left) y += PITCH.y;
    x = left;
    y += gap - 1;
  };
  return {
    put: (token: Token) => {
      if (token.breaks === true && x > left) newRow(1);
      else if (x + token.width > left + width + 0.5 && x > left) newRow(1);
      token.put({ x, y });
      x += token.width;
      used = y + PITCH.y / 2;
    },
    skip: (by: number) => {
      x += by;
    },
    newRow,
    bottom: () => used,
    right: () => x,
  };
}

function setMarks({ rows, total }: StateHoldings, unit: number, width: number) {
  const runs: (MarkRun & { points: Point[] })[] = [];
  const figures: PlacedText[] = [];
  const marksOf = (count: number) => Math.ceil(count / unit);
  const runsOn = total <= RUN_ON || width === Number.POSITIVE_INFINITY;
  const tokens = rows.flatMap((row) => {
    const sum = row.reduce((all, [, count]) => all + count, 0);
    const marks = row.flatMap(([kind, count]) => {
      const run = { kind, points: [] as Point[] };
      runs.push(run);
      return Array.from(
        { length: marksOf(count) },
        (): Token => ({
          width: PITCH.x,
          put: ({ x, y }) => run.points.push({ x: x + MARK_RADIUS, y }),
        }),
      );
    });
    const [first, ...others] = marks;
    const all = [...(first ? [{ ...first, breaks: !runsOn }] : []), ...others];
    const isCounted = sum >= FIGURE_FROM || (unit > 1 && sum > 1);
    return isCounted ? withFigure(all, figureToken(String(sum), figures)) : all;
  });
  return { runs, figures, tokens };
}

/** A figure stays on the row of the last mark before it. */
function withFigure(marks: readonly Token[], figure: Token): readonly Token[] {
  const last = marks.at(-1);
  if (last === undefined) return [figure];
  const joined: Token = {
    ...last,
    width: last.width + figure.width,
    put: ({ x, y }) => {
      last.put({ x, y });
      figure.put({ x: x + last.width, y });
    },
  };
  return [...marks.slice(0, -1), joined];
}

function figureToken(text: string, figures: PlacedText[]): Token {
  const wide = textWidth(text, TYPE.figure);
  return {
    width: wide + 5,
    put: ({ x, y }) => {
      // Figures have nothing below their line.
      const box = { x: x + 2, y: y - 3.9, width: wide, height: 8.2 };
      figures.push({ text, x: x + 2, y: y + 3.6, box });
    },
  };
}

function setStrokes(strokes: StateHoldings["strokes"], width: number) {
  const sum = strokes.reduce((all, [, count]) => all + count, 0);
  const room = Math.min(MOST_STROKES, Math.floor((width - 30) / STROKE.step) - strokes.length);
  const unit = UNITS.find((one) => sum / one <= Math.max(4, room)) ?? 1;
  const runs: (StrokeRun & { points: Point[] })[] = [];
  const figures: PlacedText[] = [];
  const tokens = strokes.map(([flow, count]): Token => {
    const run = { flow, points: [] as Point[] };
    runs.push(run);
    const number = Math.ceil(count / unit);
    return {
      width: number * STROKE.step + STROKE.gap,
      put: ({ x, y }) => {
        for (let nth = 0; nth < number; nth += 1) {
          run.points.push({ x: x + 0.8 + nth * STROKE.step, y });
        }
      },
    };
  });
  return { runs, figures, tokens: unit > 1 ? [...tokens, figureToken(`${sum}`, figures)] : tokens };
}

/** The name in capitals: in one line, in two at a space, in its short form, cut at its end. */
export function nameLines(state: StateHoldings, width: number, size: number): readonly string[] {
  const name = state.name.toUpperCase();
  if (capitalsWidth(name, size) <= width) return [name];
  const short = state.short.toUpperCase();
  if (capitalsWidth(short, size) <= width) return [short];
  const words = name.split(" ");
  for (let at = 1; at < words.length; at += 1) {
    const lines = [words.slice(0, at).join(" "), words.slice(at).join(" ")];
    if (lines.every((line) => capitalsWidth(line, size) <= width)) return lines;
  }
  return [fitText(short, width / (1 + TRACKING * 1.6), size, true)];
}
