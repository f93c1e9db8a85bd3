export { type Neo4jOptions, type Neo4jStore, openNeo4jStore } from "./neo4j-store.js";
export { readAddress } from "./server-address.js";
