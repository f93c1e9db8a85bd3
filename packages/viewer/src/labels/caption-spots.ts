import type { Chain } from "@redthread/core/trace";
import { excerpt } from "../scene/excerpt.js";
import type { PageScene } from "../scene/page-scene.js";
import type { Box, LabelSpot, Point } from "../scene/scene.js";
import { STOP_SIZE, stopBoxes, threadOf } from "../scene/thread.js";
import { textWidth } from "../theme/text-width.js";
import { round, touches } from "./place-labels.js";
import { wrapLabel } from "./wrap-label.js";

type CaptionScene = Pick<PageScene, "nodes" | "edges" | "lines" | "grounds" | "width" | "height">;

const SIZE = 12.5;
const LINE = SIZE * 1.25;
const AIR = 3;

/** A few words of the source beside the number of each link of a chain; none where there is no room. */
export function captionSpots(
  scene: CaptionScene,
  chain: Pick<Chain, "stops" | "hops">,
  quoteOf: (number: number) => string,
): readonly LabelSpot[] {
  const thread = threadOf(scene, chain);
  const taken: Box[] = [
    ...stopBoxes(thread, 1.1),
    ...scene.grounds.map(({ label }) => ({ ...label.box, height: label.box.height + 16 })),
    ...scene.nodes.flatMap(({ labelSpot }) => (labelSpot === null ? [] : [labelSpot.box])),
    ...scene.nodes.flatMap(({ at, size }) =>
      at === null
        ? []
        : [{ x: at.x - size - 5, y: at.y - size - 5, width: 2 * size + 10, height: 2 * size + 10 }],
    ),
  ];
  const courses = thread.hops.flatMap(({ points }) => points);
  return thread.hops.flatMap(({ stop }, at) => {
    const edge = scene.edges[chain.hops[at]?.link ?? -1];
    const quote = quoteOf(edge?.evidence[0] ?? 0);
    if (edge === undefined || quote === "") return [];
    const names = [edge.from, edge.to].map((end) => {
      const { name = "", aliases = [] } = scene.nodes[end] ?? {};
      return [name, ...aliases];
    });
    const spot = spotBeside(stop, excerpt(quote, names), scene, taken, courses);
    if (spot === null) return [];
    taken.push(spot.box);
    return [spot];
  });
}

function spotBeside(
  stop: Point,
  text: string,
  { width, height }: Pick<CaptionScene, "width" | "height">,
  taken: readonly Box[],
  courses: readonly Point[],
): LabelSpot | null {
  const { lines } = wrapLabel(text, SIZE, false, 3);
  // The page's serif runs a little wider than the sans that is measured.
  const wide = Math.max(...lines.map((line) => textWidth(line, SIZE))) * 1.06;
  const high = lines.length * LINE;
  const places = GAPS.flatMap((gap) =>
    SIDES.map(([dx, dy], side) => ({
      x: stop.x + dx * (STOP_SIZE + gap + wide / 2) - wide / 2,
      y: stop.y + dy * (STOP_SIZE + gap + high / 2) - high / 2,
      width: wide,
      height: high,
      cost: gap * 0.4 + side * 0.1,
    })),
  );
  const free = places
    .filter((box) => isInside(box, width, height))
    .filter((box) => taken.every((other) => !touches(box, other, AIR)))
    .map((box) => ({
      box,
      cost: box.cost + courses.filter((point) => holds(box, point)).length * 3,
    }));
  const [best] = free.sort((a, b) => a.cost - b.cost);
  if (best === undefined) return null;
  const [x, y] = [round(best.box.x), round(best.box.y)];
  const box = { x, y, width: round(wide), height: round(high) };
  return { x, y: round(y + SIZE), anchor: "start", lines, sub: null, box };
}

const GAPS = [6, 14, 26, 44];

const isInside = ({ x, y, ...box }: Box, width: number, height: number): boolean =>
  x >= 6 && y >= 6 && x + box.width <= width - 6 && y + box.height <= height - 6;

const SIDES: readonly (readonly [number, number])[] = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
  [1, 1],
  [1, -1],
  [-1, 1],
  [-1, -1],
];

const holds = ({ x, y, width, height }: Box, point: Point): boolean =>
  point.x > x - 2 && point.x < x + width + 2 && point.y > y - 2 && point.y < y + height + 2;
