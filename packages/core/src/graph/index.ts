export type { AdjacencyRows } from "./adjacency-rows.js";
export { formatTemporal } from "./format-temporal.js";
export type { Direction, ExpandVisitor, GraphReader } from "./graph-reader.js";
export type { ChangeCounts, GraphWriter, PropertyEntries } from "./graph-writer.js";
export { PropertyGraph } from "./property-graph.js";
export {
  DateTimeValue,
  DateValue,
  DurationValue,
  Float,
  LocalDateTimeValue,
  LocalTimeValue,
  PointValue,
  type PropertyValue,
  type ScalarValue,
  type TemporalValue,
  TimeValue,
} from "./property-value.js";
