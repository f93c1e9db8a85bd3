export {
  type CaseElements,
  type CaseLink,
  type CaseNode,
  caseElements,
  linksByNode,
  numberOf,
  textOf,
  textsOf,
} from "./case-elements.js";
export { displayName } from "./display-name.js";
export { elementsOf, type Property } from "./graph-elements.js";
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
export { textOfValue, typeOfValue } from "./typed-text.js";
export { fitForXml } from "./xml-text.js";
