import type {
  DrawnBand,
  Flow,
  Overview,
  OverviewPlate,
  OverviewRegion,
  PlacedText,
} from "../scene/overview.js";
import type { Box, SceneContent } from "../scene/scene.js";
import { textWidth } from "../theme/text-width.js";
import { layBands } from "./band-courses.js";
import { TYPE } from "./measures.js";
import { type OverviewReading, readOverview } from "./overview-reading.js";
import { placePhone } from "./phone-plate.js";
import { cutRows, leastWidth, type SetGround, type SetLine, strongAt } from "./region-rows.js";
import { REGIONS } from "./regions.js";
import { type PlacedRegion, setColumns } from "./set-columns.js";
import { shiftedContents } from "./shift.js";
import { setStateless } from "./stateless-boxes.js";

/** Widths that plates are made for, and the least height of each. */
const WIDE = { width: 930, height: 640 };
const MIDDLE = { width: 736, height: 640 };

/** The overview of a case: where everything is and what crosses, at three sizes of page. */
export function placeOverview(content: SceneContent): Overview {
  const reading = readOverview(content);
  const { crossings, chosen } = reading;
  const wide = placePlate(reading, WIDE);
  return {
    crossings,
    ...chosen,
    regionNames: REGIONS.map(({ name }) => name),
    size: { width: wide.width, height: wide.height },
    places: wide.regions.map(({ name, box, grounds, listed }) => ({
      name,
      box,
      states: [
        ...grounds.map((ground) => [ground.node, ground.box] as const),
        ...listed.map(({ node }) => [node, null] as const),
      ],
    })),
    wide,
    middle: placePlate(reading, MIDDLE),
    phone: placePhone(reading),
  };
}

function placePlate(
  reading: OverviewReading,
  { width, height: least }: { readonly width: number; readonly height: number },
): OverviewPlate {
  const { states, grounds, unit } = reading;
  const cuts = REGIONS.flatMap((style, region) => {
    const own = states.filter((state) => state.region === region);
    if (own.length === 0) return [];
    const contents = {
      grounds: own.filter(({ node }) => grounds.has(node)),
      listed: own
        .filter(({ node }) => !grounds.has(node))
        .sort((a, b) => Number(a.total === 0) - Number(b.total === 0)),
    };
    const rowsAt = (wide: number) => cutRows(contents, wide, unit);
    return [{ region, style, rowsAt, least: leastWidth(contents) }];
  });
  const { placed, height } = setColumns(cuts, width, least, unit);
  const boxes = setStateless(reading.stateless, placed.map(boxOf), width, height);
  const bottom = Math.max(height, ...boxes.map(({ box }) => box.y + box.height + 14));
  const regions = placed.map((one) => regionIn(one, unit));
  const bands = layBands(reading.chosen.bands, {
    width,
    height: bottom,
    regions: new Map(placed.map((one) => [one.region, boxOf(one)])),
    grounds: new Map(
      regions.flatMap((region) => region.grounds.map(({ node, box }) => [node, box] as const)),
    ),
    regionAt: reading.regionAt,
    written: [...regions.flatMap(writtenBoxes), ...boxes.map(({ box }) => box)],
    thresholds: reading.chosen.thresholds,
  });
  const tagged = regions.map((region, at) => ({
    ...region,
    tags: tagsOf(reading, bands, placed[at]?.region ?? -1, region.label),
  }));
  return { width, height: bottom, unit, coarse: false, regions: tagged, boxes, bands };
}

/** How much of each kind crosses inside a region between states that do not touch. */
function tagsOf(
  { chosen, regionAt }: OverviewReading,
  drawn: readonly DrawnBand[],
  region: number,
  label: PlacedText,
): OverviewRegion["tags"] {
  const shown = new Set(drawn.map(({ band }) => band));
  const counts = new Map<Flow, number>();
  chosen.bands.forEach(({ flow, grain, from, to }, at) => {
    const isHere = grain === "state" && regionAt(from) === region && regionAt(to) === region;
    if (isHere && !shown.has(at)) counts.set(flow, (counts.get(flow) ?? 0) + 1);
  });
  let x = label.x + label.box.width + 8;
  return [...counts].map(([flow, count]) => {
    const text = String(count);
    const at = { x: x + 22, y: label.y };
    x += 44;
    return { flow, text, ...at, box: { x: at.x - 22, y: at.y - 10, width: 36, height: 12 } };
  });
}

const boxOf = ({ x, y, width, set }: PlacedRegion): Box => ({ x, y, width, height: set.height });

/** What is written in a region outside its grounds. */
const writtenBoxes = ({ label, listed, tags }: OverviewRegion): readonly Box[] => [
  label.box,
  ...tags.map(({ box }) => box),
  ...listed.map(({ box }) => box),
];

function regionIn(placed: PlacedRegion, unit: number): OverviewRegion {
  const { region, x, y, set } = placed;
  const { name = "", short = "" } = REGIONS[region] ?? {};
  const isWide = textWidth(name, TYPE.region) > placed.width - 22;
  const label = labelAt(isWide ? short : name, x + 14, y + 16);
  return {
    name,
    box: boxOf(placed),
    label,
    grounds: set.grounds.map((ground) => groundIn(ground, x, y, unit)),
    listed: set.listed.map((line) => lineIn(line, x, y)),
    tags: [],
  };
}

function labelAt(text: string, x: number, y: number): PlacedText {
  const wide = textWidth(text, TYPE.region);
  return { text, x, y, box: { x, y: y - TYPE.region, width: wide, height: TYPE.region + 3 } };
}

function groundIn(ground: SetGround, left: number, top: number, unit: number) {
  const [x, y] = [left + ground.x, top + ground.y];
  return {
    ...shiftedContents(ground.written, x, y),
    box: { x, y, width: ground.width, height: ground.height },
    strong: strongAt(ground, unit),
  };
}

function lineIn(line: SetLine, left: number, top: number) {
  return {
    ...shiftedContents(line.written, left + line.x, top + line.y),
    soft: line.state.total === 0,
    box: { x: left + line.x, y: top + line.y - 10, width: line.written.width, height: 13 },
  };
}
