import type { OverviewPlate, Scene } from "@redthread/viewer";

type Box = OverviewPlate["regions"][number]["box"];

interface Named {
  readonly name: string;
  readonly box: Box;
}

/** The drawings for a desktop and for something narrower. */
export function platesOf({ overview }: Scene): readonly OverviewPlate[] {
  return overview === null ? [] : [overview.wide, overview.middle];
}

export function landOf({ regions, boxes }: OverviewPlate) {
  return {
    regions: [...regions, ...boxes].map(({ name, box }): Named => ({ name, box })),
    grounds: regions.flatMap(({ grounds }) =>
      grounds.map(({ names, box }): Named => ({ name: names[0]?.text ?? "", box })),
    ),
  };
}

/** Everything that is written, with its box. */
export function allTexts({ regions, boxes, bands }: OverviewPlate): readonly Named[] {
  const texts = [
    ...regions.flatMap(({ label, grounds, listed }) => [
      label,
      ...[...grounds, ...listed].flatMap(({ names, figures }) => [...names, ...figures]),
    ]),
    ...boxes.flatMap(({ label, rows }) => [label, ...rows]),
    ...bands.flatMap(({ label }) => label ?? []),
  ];
  return texts.map(({ text, box }) => ({ name: text, box }));
}

/**
 * Share of pairs of states, over 3° apart and not nearly in line, that stand as they lie. Inside regions
 * a single turned pair counts for nothing: many a case has but eight.
 */
export function orderKept(scene: Scene) {
  const plate = scene.overview?.wide;
  const states = (plate?.regions ?? []).flatMap(({ grounds }, region) =>
    grounds.map(({ node, box }) => ({
      region,
      x: box.x + box.width / 2,
      y: box.y + box.height / 2,
      east: scene.nodes[node]?.longitude ?? 0,
      south: -(scene.nodes[node]?.latitude ?? 0),
    })),
  );
  const pairs = states.flatMap((a, at) => states.slice(at + 1).map((b) => [a, b] as const));
  const share = (
    axis: "x" | "y",
    lies: "east" | "south",
    only: (same: boolean) => boolean,
    pardoned = 0,
  ) => {
    const counted = pairs.filter(
      ([a, b]) =>
        only(a.region === b.region) &&
        Math.abs(a[lies] - b[lies]) > 3 &&
        Math.abs(a[axis] - b[axis]) > 12,
    );
    const kept = counted.filter(([a, b]) => (a[lies] - b[lies]) * (a[axis] - b[axis]) > 0);
    return counted.length === 0 ? 1 : Math.min(1, (kept.length + pardoned) / counted.length);
  };
  const any = () => true;
  const same = (isSame: boolean) => isSame;
  return {
    eastward: share("x", "east", any),
    southward: share("y", "south", any),
    inside: Math.min(share("x", "east", same, 1), share("y", "south", same, 1)),
  };
}

/** Share of the length of bands between regions that lies on no region. */
export function wayOverWater({ regions, bands }: OverviewPlate): number {
  const points = bands
    .filter(({ bridge }) => !bridge)
    .flatMap(({ points: course }) =>
      course.slice(1).flatMap((to, at) => {
        const from = course[at] ?? to;
        const length = Math.abs(to.x - from.x) + Math.abs(to.y - from.y);
        const count = Math.max(1, Math.round(length / 4));
        return Array.from({ length: count }, (_, nth) => ({
          x: from.x + ((to.x - from.x) * (nth + 0.5)) / count,
          y: from.y + ((to.y - from.y) * (nth + 0.5)) / count,
        }));
      }),
    );
  const grounds = regions.flatMap((region) => region.grounds.map(({ box }) => box));
  const onLand = points.filter(({ x, y }) =>
    grounds.some(
      (box) => x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height,
    ),
  ).length;
  return points.length === 0 ? 1 : 1 - onLand / points.length;
}
