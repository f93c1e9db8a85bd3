export {
  createEngine,
  type Engine,
  type EngineOptions,
  type EngineRunOptions,
  type OpenQuery,
  type QueryResult,
  type QuerySummary,
} from "./engine.js";
export type { Execution, OnRow } from "./execute/execution.js";
export type { Procedure, ProcedureContext } from "./execute/procedure.js";
export type { FunctionContext } from "./functions/cypher-function.js";
export { type FunctionSummary, listFunctions } from "./functions/registry.js";
export { type ScriptStatement, splitStatements } from "./lexer/split-statements.js";
export type { ProcedureField, ProcedureSignature } from "./semantics/catalog.js";
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
  NodeValue,
  PathRecord,
  PathValue,
  RelationshipRecord,
  RelationshipValue,
} from "./values/cypher-value.js";
export { formatCell, formatFloat } from "./values/format-value.js";
export { isTemporal } from "./values/is-value.js";
