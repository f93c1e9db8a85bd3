// Through a format and back: what it promises to keep of a graph, and what is there afterwards.
import { createEngine, splitStatements } from "@redthread/core/cypher";
import {
  type FolderFormat,
  type FormatSource,
  GRAPH_FORMATS,
  type GraphFormat,
} from "@redthread/core/formats";
import {
  DateTimeValue,
  DateValue,
  DurationValue,
  Float,
  formatTemporal,
  LocalDateTimeValue,
  LocalTimeValue,
  PointValue,
  PropertyGraph,
  type PropertyValue,
  type ScalarValue,
  TimeValue,
} from "@redthread/core/graph";
import { plainSchema } from "@redthread/core/trace";
import { describeGraph, type Projection } from "./describe-graph.js";

// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what XML cannot hold
const UNFIT_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const fitText = (text: string): string => text.replace(UNFIT_IN_XML, "\ufffd");

// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what a name cannot hold
const UNFIT_IN_NAMES = /[\\\u0000-\u001f\u007f]/g;
const fitForNames = (name: string): string => name.replace(UNFIT_IN_NAMES, "\ufffd") || "\ufffd";

/** What each format that can be read again keeps; the rest of a graph comes back as it was. */
const PROJECTIONS: Readonly<Record<string, Projection>> = {
  jsonl: { value: textOfTimes },
  csv: { givesIds: true },
  gexf: { givesIds: true, name: fitText },
  graphml: { givesIds: true, name: fitText },
  graphology: { givesIds: true },
  cypher: { givesIds: true, name: fitForNames, label: fitForNames, value: oneType },
};

export const ROUND_TRIPS: readonly string[] = Object.keys(PROJECTIONS);

const TIMES = [
  DateValue,
  LocalTimeValue,
  TimeValue,
  LocalDateTimeValue,
  DateTimeValue,
  DurationValue,
];

function textOfTimes(value: PropertyValue): PropertyValue {
  if (Array.isArray(value)) return value.flatMap((item) => textOfTimes(item));
  if (value instanceof Float) return Number.isFinite(value.value) ? value : String(value.value);
  const time = TIMES.find((kind) => value instanceof kind);
  return time === undefined ? value : formatTemporal(value as DateValue);
}

/** Neo4j has no halves of surrogate pairs, and no lists of several types: there they are texts. */
function oneType(value: PropertyValue): PropertyValue {
  if (typeof value === "string") return value.replace(/\p{Surrogate}/gu, "\ufffd");
  if (!Array.isArray(value)) return value;
  const kind = (item: ScalarValue): string =>
    typeof item === "object"
      ? item.constructor.name
      : typeof item === "bigint"
        ? "number"
        : typeof item;
  const isOfOne = new Set(value.map(kind)).size < 2;
  return (isOfOne ? value : value.map(plainText)).map((item: ScalarValue) =>
    typeof item === "string" ? item.replace(/\p{Surrogate}/gu, "\ufffd") : item,
  );
}

function plainText(value: ScalarValue): string {
  if (value instanceof Float)
    return Number.isInteger(value.value) && Math.abs(value.value) < 1e21
      ? `${Object.is(value.value, -0) ? "-0" : value.value}.0`
      : String(value.value);
  if (value instanceof PointValue) return graphPoint(value);
  return typeof value === "object" ? formatTemporal(value) : String(value);
}

const graphPoint = ({ srid, x, y, z }: PointValue): string =>
  z === null
    ? `{"crs":"${srid === 4326 ? "wgs-84" : "cartesian"}","x":${x},"y":${y}}`
    : `{"crs":"cartesian-3d","x":${x.toFixed(1)},"y":${y.toFixed(1)},"z":${z}}`;

export function sourceOf(graph: PropertyGraph): FormatSource {
  return { graph, schema: plainSchema(graph), title: "drawn" };
}

/** The files of a format as they would lie on a disk, by path. */
export async function writtenFiles(
  format: GraphFormat,
  source: FormatSource,
): Promise<ReadonlyMap<string, string>> {
  const files = isFolder(format)
    ? [...(await format.writeFolder())(source)]
    : [{ path: `graph${format.endings[0]}`, chunks: (await format.write())(source) }];
  // A file holds UTF-8, which has no halves of surrogate pairs.
  return new Map(
    files.map(({ path, chunks }) => [
      path,
      Buffer.from([...chunks].join(""), "utf8").toString("utf8"),
    ]),
  );
}

const isFolder = (format: GraphFormat): format is FolderFormat => format.endings === null;

export function formatNamed(name: string): GraphFormat {
  const found = GRAPH_FORMATS.find((format) => format.name === name);
  if (found === undefined) throw new Error(`There is no format ${name}.`);
  return found;
}

/** How a graph differs after a format from what the format promises: null for not at all. */
export async function roundTripFault(name: string, graph: PropertyGraph): Promise<string | null> {
  const format = formatNamed(name);
  const files = await writtenFiles(format, sourceOf(graph));
  const again = format.read === null ? await replay(files) : (await format.read())(files).graph;
  const expected = describeGraph(graph, PROJECTIONS[name]);
  const found = describeGraph(again);
  const at = Math.max(
    0,
    expected.findIndex((line, index) => line !== found[index]),
  );
  if (expected.length === found.length && expected[at] === found[at]) return null;
  return `${expected.length} elements expected, ${found.length} found\n  expected ${expected[at]}\n  found    ${found[at]}`;
}

/** The graph that a script makes in an empty one. */
async function replay(files: ReadonlyMap<string, string>): Promise<PropertyGraph> {
  const graph = new PropertyGraph();
  const engine = createEngine({ graph });
  for (const { text } of splitStatements([...files.values()].join("\n"))) engine.run(text);
  return graph;
}
