/**
 * The short way in: reports to a graph, a query, a chain. Each room has a fuller door of its own
 * (`@redthread/core/cypher`, `/graph`, `/build`, `/trace`, `/stores`, `/stores/neo4j`, `/packs`).
 */

export { buildCase, type CaseBuild } from "./build/build-case.js";
export { verifyCase } from "./build/verify-case.js";
export { createEngine, type Engine } from "./cypher/engine.js";
export { CypherError } from "./cypher/source/cypher-error.js";
export { RedthreadError, type RedthreadErrorCode } from "./errors/redthread-error.js";
export { fromGraphology } from "./graph/from-graphology.js";
export { PropertyGraph } from "./graph/property-graph.js";
export { Float } from "./graph/property-value.js";
export { toGraphology } from "./graph/to-graphology.js";
export { loadPack } from "./packs/load-pack.js";
export { describeEntity } from "./trace/answers/dossier.js";
export { findChains } from "./trace/chains/find-chains.js";
export { createTrace } from "./trace/graph/trace-graph.js";
export { findEntity } from "./trace/names/find-entity.js";
