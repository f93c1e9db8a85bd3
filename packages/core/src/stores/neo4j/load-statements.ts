/** The statements of a load. Names stand in the text, values in parameters. */
import { BUILD_KEY, CASE_KEY, MARK_LABEL, WITHDRAWN_KEY } from "./case-marks.js";
import { quoteName } from "./neo4j-schema.js";

const ROWS = "UNWIND $rows AS row";
const node = (name: string, id: string): string =>
  `(${name}:${MARK_LABEL} {${CASE_KEY}: $case, id: ${id}})`;
const labelled = (labels: readonly string[]): string =>
  labels.map((label) => `:${quoteName(label)}`).join("");

/** Rows of `id`, `properties`. */
export const createNodes = (labels: readonly string[]): string =>
  `${ROWS} MERGE ${node("n", "row.id")} SET n = row.properties${labels.length === 0 ? "" : `, n${labelled(labels)}`}`;

/** Rows of `id`, `properties`. */
export function changeNodes(add: readonly string[], remove: readonly string[]): string {
  const added = add.length === 0 ? "" : `, n${labelled(add)}`;
  const removed = remove.length === 0 ? "" : ` REMOVE n${labelled(remove)}`;
  return `${ROWS} MATCH ${node("n", "row.id")} SET n = row.properties${added}${removed}`;
}

/** Rows of `id`, `start`, `end`, `properties`. */
export const createRelationships = (type: string): string =>
  `${ROWS} MATCH ${node("a", "row.start")} MATCH ${node("b", "row.end")} ` +
  `MERGE (a)-[r:${quoteName(type)} {${CASE_KEY}: $case, id: row.id}]->(b) SET r = row.properties`;

/** Rows of `element`, `properties`. */
export const CHANGE_RELATIONSHIPS = `${ROWS} MATCH ()-[r]->() WHERE elementId(r) = row.element SET r = row.properties`;

/** Rows of `element`. */
export const DELETE_RELATIONSHIPS = `${ROWS} MATCH ()-[r]->() WHERE elementId(r) = row.element DELETE r`;

/** Rows of `element`; one that something foreign is linked to stays. */
export const DELETE_NODES = `${ROWS} MATCH (n) WHERE elementId(n) = row.element AND NOT EXISTS { (n)--() } DELETE n`;

/** Rows of `element`: what {@link DELETE_NODES} left is no longer the case's. */
export const LEAVE_NODES = `${ROWS} MATCH (n:${MARK_LABEL}) WHERE elementId(n) = row.element REMOVE n:${MARK_LABEL}, n.${CASE_KEY}, n.${BUILD_KEY} SET n.${WITHDRAWN_KEY} = $case`;

/** From here until {@link MARK_BUILD} the database holds no whole build. */
export const UNMARK_BUILD = `MATCH (n:${MARK_LABEL}) WHERE n.${CASE_KEY} = $case AND n.${BUILD_KEY} IS NOT NULL REMOVE n.${BUILD_KEY}`;

/** One row of `id`, `build`. */
export const MARK_BUILD = `${ROWS} MATCH ${node("n", "row.id")} SET n.${BUILD_KEY} = row.revision`;

export const COUNT_NODES = `MATCH (n:${MARK_LABEL}) WHERE n.${CASE_KEY} = $case RETURN count(n)`;
export const COUNT_RELATIONSHIPS = `MATCH (n:${MARK_LABEL})-[r]->() WHERE n.${CASE_KEY} = $case AND r.${CASE_KEY} = $case RETURN count(r)`;
