export type { AdjacencyRows } from "./adjacency-rows.js";
export {
  decodeGraphLine,
  type GraphLine,
  type NodeLine,
  type RelationshipLine,
} from "./decode-graph-line.js";
export { nodeElementId, relationshipElementId } from "./element-id.js";
export { formatTemporal, type TimeForm } from "./format-temporal.js";
export {
  type FromGraphologyOptions,
  fromGraphology,
  type GraphologySource,
} from "./from-graphology.js";
export { graphLines } from "./graph-lines.js";
export { GraphLoader, graphFromLines } from "./graph-loader.js";
export type { Direction, ExpandVisitor, GraphReader } from "./graph-reader.js";
export type { ChangeCounts, GraphWriter, PropertyEntries } from "./graph-writer.js";
export { encodeNodeLine, encodeRelationshipLine } from "./line-encoder.js";
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
export {
  directoryLength,
  encodeSnapshot,
  intactSection,
  openSnapshot,
  readDirectory,
  SNAPSHOT_HEAD,
  type SnapshotDirectory,
} from "./snapshot/snapshot-file.js";
export {
  type EdgeAttributes,
  type NodeAttributes,
  type PlainValue,
  toGraphology,
} from "./to-graphology.js";
