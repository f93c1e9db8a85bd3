export type {
  FileFormat,
  FolderFormat,
  FormatFile,
  FormatSource,
  GraphFormat,
  ReadFiles,
  ReadGraph,
} from "./graph-format.js";
export { GRAPH_FORMATS } from "./registry.js";
