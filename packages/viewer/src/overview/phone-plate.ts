import type { OverviewPlate, OverviewRegion, PlacedText } from "../scene/overview.js";
import type { Box } from "../scene/scene.js";
import { textWidth } from "../theme/text-width.js";
import { layBands } from "./band-courses.js";
import type { OverviewReading } from "./overview-reading.js";
import { REGIONS } from "./regions.js";

const WIDTH = 380;
const RIM = 6;
const GAP = { x: 10, y: 26 };
const NAME = 12.2;
const ROW = 16;
const LEAST = 3;

/** A grain coarser: regions are the grounds, with figures; routes and cooperation from three sources. */
export function placePhone(reading: OverviewReading): OverviewPlate {
  const { states, chosen, content } = reading;
  const regions = REGIONS.flatMap((style, region) => {
    const own = states.filter((state) => state.region === region && state.total > 0);
    if (own.length === 0) return [];
    const rows = content.kinds.flatMap(({ kind }) => {
      const count = own
        .flatMap((state) => state.rows.flat())
        .reduce((sum, [other, number]) => (other === kind ? sum + number : sum), 0);
      return count > 0 ? [{ kind, count }] : [];
    });
    return [{ region, style, rows: rows.slice(0, 5) }];
  });
  const columns = [...new Set(regions.map(({ style }) => style.column))].sort((a, b) => a - b);
  const wide = (WIDTH - 2 * RIM - (columns.length - 1) * GAP.x) / Math.max(1, columns.length);
  const boxes = new Map<number, Box>();
  const drawn: OverviewRegion[] = [];
  let bottom = 0;
  columns.forEach((column, at) => {
    let y = RIM;
    const x = RIM + at * (wide + GAP.x);
    for (const { region, style, rows } of regions.filter((one) => one.style.column === column)) {
      const names = phoneName(style.short, wide - 9);
      const height = 8 + names.length * 14 + rows.length * ROW + 8;
      const box = { x, y, width: wide, height };
      boxes.set(region, box);
      const top = y + 16;
      drawn.push({
        name: style.name,
        box,
        label: textAt(style.short, x + 6, top, 0),
        grounds: [
          {
            node: region,
            box,
            strong: true,
            names: names.map((line, nth) => textAt(line, x + 6, top + nth * 14, NAME)),
            marks: rows.map(({ kind }, nth) => ({
              kind,
              points: [{ x: x + 11, y: top + names.length * 14 + nth * ROW - 3 }],
            })),
            figures: rows.map(({ count }, nth) =>
              textAt(String(count), x + 20, top + names.length * 14 + nth * ROW + 1, NAME),
            ),
            strokes: [],
          },
        ],
        listed: [],
        tags: [],
      });
      y += height + GAP.y;
    }
    bottom = Math.max(bottom, y - GAP.y);
  });
  const height = bottom + 3 * RIM;
  const bands = chosen.bands.flatMap((band, at) =>
    band.grain === "region" && band.sources >= LEAST && isShown(band.flow) ? [{ ...band, at }] : [],
  );
  const laid = layBands(
    bands.map((band) => ({ ...band, word: null })),
    {
      ...{ width: WIDTH, height, regions: boxes, grounds: new Map(), regionAt: reading.regionAt },
      written: [],
      thresholds: chosen.thresholds,
    },
  );
  return {
    ...{ width: WIDTH, height, unit: 1, coarse: true, regions: drawn, boxes: [] },
    bands: laid.map((one) => ({ ...one, band: bands[one.band]?.at ?? 0, ring: null })),
  };
}

const isShown = (flow: string): boolean => flow === "route" || flow === "cooperation";

function phoneName(text: string, width: number): readonly string[] {
  if (textWidth(text, NAME, true) <= width) return [text];
  const words = text.split(" ");
  const half = Math.ceil(words.length / 2);
  return [words.slice(0, half).join(" "), words.slice(half).join(" ")].filter(Boolean);
}

function textAt(text: string, x: number, y: number, size: number): PlacedText {
  return {
    text,
    x,
    y,
    box: { x, y: y - size, width: textWidth(text, size, true), height: size + 2 },
  };
}
