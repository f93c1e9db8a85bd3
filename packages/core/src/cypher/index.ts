export {
  CypherError,
  type CypherErrorKind,
  type CypherErrorPhase,
} from "./source/cypher-error.js";
export { formatCypherError } from "./source/format-cypher-error.js";
export {
  type CypherMap,
  type CypherValue,
  NodeRecord,
  PathRecord,
  RelationshipRecord,
} from "./values/cypher-value.js";
export { formatCell, formatFloat } from "./values/format-value.js";
export { isTemporal } from "./values/is-value.js";
