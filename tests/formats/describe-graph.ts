import {
  DateTimeValue,
  DateValue,
  DurationValue,
  Float,
  type GraphReader,
  LocalDateTimeValue,
  LocalTimeValue,
  PointValue,
  type PropertyValue,
  TimeValue,
} from "@redthread/core/graph";
import { compareText } from "@redthread/core/text";

/** What a format promises to keep of a graph; what it does not name it keeps as it is. */
export interface Projection {
  /** Every element comes back with an `id`, its own or the one it has in the file. */
  readonly givesIds?: boolean;
  readonly value?: (value: PropertyValue) => PropertyValue;
  /** The type of a link or the name of a property. */
  readonly name?: (name: string) => string;
  readonly label?: (label: string) => string;
}

const KINDS = [
  Float,
  DateValue,
  LocalTimeValue,
  TimeValue,
  LocalDateTimeValue,
  DateTimeValue,
  DurationValue,
  PointValue,
] as const;

/** Kind and parts of a value, so that 1, 1.0 and "1" differ. */
function describeValue(value: PropertyValue): unknown {
  if (Array.isArray(value)) return value.map(describeValue);
  if (typeof value === "bigint") return ["bigint", String(value)];
  if (typeof value !== "object") return value;
  const kind = KINDS.find((one) => value instanceof one);
  return [
    kind?.name,
    Object.values(value).map((part) => (Object.is(part, -0) ? "-0" : String(part))),
  ];
}

/** Every node and relationship of a graph as a line, in the order of the lines: equal graphs, equal lists. */
export function describeGraph(graph: GraphReader, projection: Projection = {}): readonly string[] {
  const {
    value = (same) => same,
    name = (same) => same,
    label = (same) => same,
    givesIds = false,
  } = projection;
  const properties = (
    keys: readonly string[],
    read: (key: string) => PropertyValue | undefined,
    slot: number,
  ): unknown => {
    const found = keys.map((key): [string, unknown] => {
      const own = read(key);
      return [name(key), own === undefined ? null : describeValue(value(own))];
    });
    if (givesIds && read("id") === undefined) found.push(["id", String(slot)]);
    return found.sort(([a], [b]) => compareText(a, b));
  };
  const lines: string[] = [];
  const nodes = new Map<number, string>();
  graph.forEachNode(null, (node) => {
    const read = (key: string) => graph.nodeProperty(node, key);
    const own = properties(graph.nodePropertyKeys(node), read, node);
    nodes.set(node, JSON.stringify(["node", [...graph.labelsOf(node)].map(label).sort(), own]));
    return true;
  });
  graph.forEachRelationship(null, (link) => {
    const read = (key: string) => graph.relationshipProperty(link, key);
    const own = properties(graph.relationshipPropertyKeys(link), read, link);
    const ends = [nodes.get(graph.startOf(link)), nodes.get(graph.endOf(link))];
    lines.push(JSON.stringify([name(graph.typeOf(link)), ends, own]));
    return true;
  });
  return [...nodes.values(), ...lines].sort();
}
