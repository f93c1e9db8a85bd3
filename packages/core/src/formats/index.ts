export type { CaseLink, CaseNode } from "./case-elements.js";
export type { Property } from "./graph-elements.js";
export type {
  FolderFormat,
  FormatSource,
  GraphFormat,
  ReadGraph,
} from "./graph-format.js";
export { GRAPH_FORMATS } from "./registry.js";

/** What a format is written with; loaded when one is, for a list of formats needs none of it. */
export const loadElements = () => import("./elements.js");

/** The tools that {@link loadElements} loads. */
export type ElementTools = Awaited<ReturnType<typeof loadElements>>;
