import type { PlacedText, StateContents } from "../scene/overview.js";
import type { Point } from "../scene/scene.js";

/** What is written of a state, moved to its place on the page and rounded to a tenth. */
export function shiftedContents(written: StateContents, dx: number, dy: number): StateContents {
  const move = ({ x, y }: Point): Point => ({ x: tenth(x + dx), y: tenth(y + dy) });
  const text = (one: PlacedText): PlacedText => ({
    ...one,
    ...move(one),
    box: { ...move(one.box), width: tenth(one.box.width), height: tenth(one.box.height) },
  });
  return {
    node: written.node,
    names: written.names.map(text),
    figures: written.figures.map(text),
    marks: written.marks.map(({ kind, points }) => ({ kind, points: points.map(move) })),
    strokes: written.strokes.map(({ flow, points }) => ({ flow, points: points.map(move) })),
  };
}

const tenth = (value: number): number => Math.round(value * 10) / 10;
