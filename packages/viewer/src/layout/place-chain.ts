import type { Chain } from "@redthread/core/trace";
import { planGrounds } from "../scene/assign-grounds.js";
import { isThing } from "../scene/look-up.js";
import type { PageOverview } from "../scene/overview.js";
import type { Backdrop, Box, Point, SceneGround, SceneLine } from "../scene/scene.js";
import { LABEL_SIZE } from "../theme/fonts.js";
import { textWidth } from "../theme/text-width.js";
import { capitalsSpot } from "./capitals-spot.js";
import { nodeSize } from "./choose-drawn.js";
import { roundPoint } from "./outline.js";
import type { PictureSize, PlacedContent, PlacedParts } from "./place-scene.js";
import { pushApart } from "./push-apart.js";

type ChainWay = Pick<Chain, "stops" | "hops">;

/** Room of a stop with its name inside a ground. */
const STOP = { width: 290, height: 104, head: 44 } as const;
const RIM = 10;
/** Most that distances between grounds grow against the overview. */
const MOST_STRETCH = 2.2;
/** How far a link bends aside, as a share of its length. */
const BEND = 0.09;

/** The stops of a chain on the grounds of their states, which are where the overview has them; nothing else. */
export function placeChain(
  content: PlacedContent,
  chain: ChainWay,
  overview: PageOverview,
  size: PictureSize,
): PlacedParts & { readonly backdrop: readonly Backdrop[] } {
  const stops = [...new Set(chain.stops)];
  const states = [
    ...new Set(
      stops.flatMap((at) =>
        content.nodes[at]?.isState === null ? (content.nodes[at]?.homes.slice(0, 1) ?? []) : [at],
      ),
    ),
  ];
  const plan = planGrounds(content, stops, states);
  const groundAt = (at: number): number => plan.groundOf[at] ?? plan.groundsOf[at]?.[0] ?? -1;
  const members = plan.grounds.map((_, ground) =>
    stops.filter((at) => groundAt(at) === ground && plan.groundOf[at] === null),
  );
  const wishes = plan.grounds.map(({ node }, at) =>
    boxFor(content, members[at] ?? [], middleOn(overview, node, size), size),
  );
  const boxes = pushApart(stretched(wishes, size), size, RIM);
  const places = placeStops(boxes, members);
  const nodes = content.nodes.map((node, at) => ({
    ...node,
    at: places.get(at) ?? null,
    grounds: places.has(at) ? [groundAt(at)] : [],
    isGround: plan.groundOf[at] ?? null,
    degree: places.has(at) ? 2 : 0,
    hub: places.has(at),
    size: nodeSize(node.kind, true),
    labelSpot: null,
    phoneLabelSpot: null,
  }));
  const grounds = plan.grounds.map(({ kind, name, node }, at): SceneGround => {
    const box = boxes[at] ?? { x: 0, y: 0, width: 0, height: 0 };
    const label = capitalsSpot(name, { x: box.x + 16, y: box.y + 13 }, box.width - 32);
    const held = members[at] ?? [];
    const all =
      node === null
        ? 0
        : content.nodes.filter((one) => one.homes[0] === node && isThing(one)).length;
    return {
      ...{ kind, name, node, label, outline: ringOf(box), members: held, phoneLabel: label },
      ...(all > held.length ? { more: all - held.length } : {}),
    };
  });
  const placeOf = (at: number, other: number): Point => {
    const isHome = groundAt(at) === groundAt(other);
    const label = grounds[groundAt(at)]?.label.box;
    return (
      places.get(at) ??
      (isHome && label !== undefined
        ? roundPoint({ x: label.x + label.width + 14, y: label.y + label.height / 2 })
        : edgeOf(boxes[groundAt(at)], places.get(other) ?? null))
    );
  };
  const lines = chain.hops.map(({ link }, at): SceneLine => {
    const [a, b] = [chain.stops[at] ?? 0, chain.stops[at + 1] ?? 0];
    const edge = content.edges[link];
    const [from, to] = edge?.from === a ? [a, b] : [b, a];
    return {
      ...{ a: from, b: to, edges: [link], doubt: "asserted", sources: edge?.sources ?? 1 },
      ...{ arrow: "none", loop: false },
      ...courseOf(placeOf(from, to), placeOf(to, from), at),
    };
  });
  const lineOf = new Map(chain.hops.map(({ link }, at) => [link, at]));
  const edges = content.edges.map((edge, at) => ({ ...edge, line: lineOf.get(at) ?? null }));
  return { ...size, nodes, edges, lines, grounds, backdrop: backdropOf(overview, size) };
}

/** Where the overview has a state, as a point of a picture of another size; null where it has it nowhere. */
function middleOn(
  { places, size: own }: PageOverview,
  node: number | null,
  size: PictureSize,
): Point | null {
  for (const region of places) {
    const state = region.states.find(([one]) => one === node);
    if (state === undefined) continue;
    const { x, y, width, height } = state[1] ?? region.box;
    return {
      x: ((x + width / 2) / own.width) * size.width,
      y: ((y + height / 2) / own.height) * size.height,
    };
  }
  return null;
}

function boxFor(
  { nodes }: PlacedContent,
  members: readonly number[],
  middle: Point | null,
  { width, height }: PictureSize,
): Box {
  const widest = Math.max(
    0,
    ...members.map((at) => textWidth(nodes[at]?.label ?? "", LABEL_SIZE, true)),
  );
  const wide = Math.min(width * 0.56, Math.max(STOP.width, Math.min(widest, 260) + 120));
  const high = STOP.head + Math.max(0.4, members.length) * STOP.height;
  const { x, y } = middle ?? { x: width * 0.85, y: height * 0.12 };
  return {
    x: x - wide / 2,
    y: y - high / 2,
    width: wide,
    height: Math.min(high, height - 2 * RIM),
  };
}

/** Boxes about the same middles, drawn apart so that they use the page. */
function stretched(boxes: readonly Box[], { width, height }: PictureSize): readonly Box[] {
  const stretch = (at: (box: Box) => number, from: number, to: number) => {
    const values = boxes.map(at);
    const [low, high] = [Math.min(...values), Math.max(...values)];
    const middle = (low + high) / 2;
    const scale = Math.min(MOST_STRETCH, Math.max(1, (to - from) / Math.max(1, high - low)));
    const goal = (middle + (from + to) / 2) / 2;
    return values.map((value) => goal + (value - middle) * scale);
  };
  const xs = stretch((box) => box.x + box.width / 2, width * 0.24, width * 0.76);
  const ys = stretch((box) => box.y + box.height / 2, height * 0.16, height * 0.84);
  return boxes.map((box, at) => ({
    ...box,
    x: (xs[at] ?? 0) - box.width / 2,
    y: (ys[at] ?? 0) - box.height / 2,
  }));
}

/** Stops of a ground one under another, to and fro, so that the thread does not double back on itself. */
function placeStops(
  boxes: readonly Box[],
  members: readonly (readonly number[])[],
): ReadonlyMap<number, Point> {
  const places = new Map<number, Point>();
  boxes.forEach((box, ground) => {
    const own = members[ground] ?? [];
    own.forEach((at, nth) => {
      const step = (box.height - STOP.head) / own.length;
      const share = own.length === 1 ? 0.46 : nth % 2 === 0 ? 0.3 : 0.58;
      places.set(
        at,
        roundPoint({ x: box.x + box.width * share, y: box.y + STOP.head + step * (nth + 0.42) }),
      );
    });
  });
  return places;
}

/** Where a link to a state as such ends: at the rim of its ground, towards the other end. */
function edgeOf(box: Box | undefined, towards: Point | null): Point {
  if (box === undefined) throw new TypeError("a stop of the chain has no ground");
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const { x, y } = towards ?? middle;
  return roundPoint({
    x: Math.min(box.x + box.width - 24, Math.max(box.x + 24, x)),
    y: Math.min(box.y + box.height - 16, Math.max(box.y + 26, y)),
  });
}

function courseOf(from: Point, to: Point, nth: number): Pick<SceneLine, "from" | "control" | "to"> {
  const side = nth % 2 === 0 ? BEND : -BEND;
  const control = roundPoint({
    x: (from.x + to.x) / 2 - (to.y - from.y) * side,
    y: (from.y + to.y) / 2 + (to.x - from.x) * side,
  });
  return { from, control, to };
}

/** A soft rectangle as a ring. */
function ringOf({ x, y, width, height }: Box): readonly Point[] {
  const r = 22;
  return [
    { x: x + r, y },
    { x: x + width - r, y },
    { x: x + width, y },
    { x: x + width, y: y + r },
    { x: x + width, y: y + height - r },
    { x: x + width, y: y + height },
    { x: x + width - r, y: y + height },
    { x: x + r, y: y + height },
    { x, y: y + height },
    { x, y: y + height - r },
    { x, y: y + r },
    { x, y },
  ].map(roundPoint);
}

function backdropOf({ places, size: own }: PageOverview, size: PictureSize): readonly Backdrop[] {
  const [sx, sy] = [size.width / own.width, size.height / own.height];
  return places.map(({ name, box }) => ({
    name,
    box: {
      ...roundPoint({ x: box.x * sx, y: box.y * sy }),
      width: Math.round(box.width * sx),
      height: Math.round(box.height * sy),
    },
  }));
}
