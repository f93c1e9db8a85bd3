import type { PlacedText, StatelessBox } from "../scene/overview.js";
import type { Box } from "../scene/scene.js";
import { textWidth } from "../theme/text-width.js";
import { TYPE } from "./measures.js";
import type { KindCount, StatelessHoldings } from "./state-holdings.js";
import { capitalsWidth } from "./write-state.js";

const NAMES = { international: "INTERNATIONAL", unnamed: "NO STATE SAID" } as const;
const AIR = 14;
const STEP = 8;

/** The two boxes of what no state holds, where there is water; under the page where there is none. */
export function setStateless(
  stateless: StatelessHoldings,
  regions: readonly Box[],
  width: number,
  height: number,
): readonly StatelessBox[] {
  const taken = [...regions];
  let below = height;
  return (["international", "unnamed"] as const).flatMap((kind): readonly StatelessBox[] => {
    const counts = stateless[kind];
    if (counts.length === 0) return [];
    const set = setRows(NAMES[kind], counts);
    const found = freeBox(set.width, set.height, taken, width, height, kind === "international");
    const box = found ?? { x: 14, y: below, width: set.width, height: set.height };
    if (found === null) below += set.height + AIR;
    taken.push(box);
    const move = (text: PlacedText): PlacedText => ({
      ...text,
      ...{ x: text.x + box.x, y: text.y + box.y },
      box: { ...text.box, x: text.box.x + box.x, y: text.box.y + box.y },
    });
    return [
      {
        ...{ kind, name: NAMES[kind], box },
        label: move(set.label),
        rows: set.rows.map((row) => ({ ...move(row), kind: row.kind })),
      },
    ];
  });
}

function setRows(name: string, counts: readonly KindCount[]) {
  const wide = capitalsWidth(name, TYPE.figure);
  const label = textAt(name, 12, 19, wide);
  const rows = counts.map(([kind, count], at) => {
    const column = at % 2;
    const text = String(count);
    const x = 12 + column * (wide / 2 + 8) + 14;
    return { kind, ...textAt(text, x, 37 + Math.floor(at / 2) * 16, textWidth(text, TYPE.figure)) };
  });
  return { label, rows, width: wide + 30, height: 30 + Math.ceil(counts.length / 2) * 16 };
}

const textAt = (text: string, x: number, y: number, width: number): PlacedText => ({
  ...{ text, x, y },
  box: { x, y: y - TYPE.figure, width, height: TYPE.figure + 2 },
});

/** The highest or lowest place, the farthest east first, that touches no region. */
function freeBox(
  width: number,
  height: number,
  taken: readonly Box[],
  pageWidth: number,
  pageHeight: number,
  fromTop: boolean,
): Box | null {
  const rows = Math.floor((pageHeight - height - 2 * AIR) / STEP);
  for (let row = 0; row <= rows; row += 1) {
    const y = fromTop ? AIR + row * STEP : pageHeight - AIR - height - row * STEP;
    for (let x = pageWidth - AIR - width; x >= AIR; x -= STEP) {
      const box = { x, y, width, height };
      if (taken.every((other) => !isNear(box, other))) return box;
    }
  }
  return null;
}

const isNear = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width + AIR &&
  b.x < a.x + a.width + AIR &&
  a.y < b.y + b.height + AIR &&
  b.y < a.y + a.height + AIR;
