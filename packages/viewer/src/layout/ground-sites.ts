import type { GroundDraft } from "../scene/assign-grounds.js";
import type { Box, GroundKind, Point } from "../scene/scene.js";

/** Where those that no state holds stand, as shares of the frame. */
const CORNERS: Readonly<Record<Exclude<GroundKind, "state">, Point>> = {
  international: { x: 0.97, y: 0.04 },
  unnamed: { x: 0.97, y: 0.96 },
  elsewhere: { x: 0.03, y: 0.96 },
};

/**
 * A starting site for each ground inside the frame. States keep their order from west to east and
 * from north to south; distances are half true, half even, so that one far state does not press the
 * others together.
 */
export function groundSites(grounds: readonly GroundDraft[], frame: Box): readonly Point[] {
  const states = grounds.filter(({ kind }) => kind === "state");
  const east = spread(states.map(({ longitude }) => longitude));
  const south = spread(states.map(({ latitude }) => (latitude === null ? null : -latitude)));
  return grounds.map((ground) => {
    const at = states.indexOf(ground);
    const share =
      ground.kind === "state"
        ? { x: 0.08 + 0.84 * (east[at] ?? 0.5), y: 0.08 + 0.84 * (south[at] ?? 0.5) }
        : CORNERS[ground.kind];
    return { x: frame.x + frame.width * share.x, y: frame.y + frame.height * share.y };
  });
}

/** Values as shares from 0 to 1, half by size and half by rank; unknown ones stand in the middle. */
function spread(values: readonly (number | null)[]): readonly number[] {
  const known = values.filter((value) => value !== null).sort((a, b) => a - b);
  const low = known[0] ?? 0;
  const range = (known.at(-1) ?? 0) - low;
  return values.map((value) => {
    if (value === null || range === 0) return 0.5;
    const rank = known.indexOf(value) / (known.length - 1);
    return ((value - low) / range + rank) / 2;
  });
}
