/**
 * What a load writes beside a case's own labels and properties, so that it knows its elements again:
 * a label and the case's name on each node, the name on each relationship, and the build on one node.
 */
import { RedthreadError } from "../../errors/redthread-error.js";
import type { GraphReader } from "../../graph/graph-reader.js";

/** The label that every loaded node carries, whatever else it is. */
export const MARK_LABEL = "InRedthreadCase";
/** Name of the case, on each node and relationship of it. */
export const CASE_KEY = "redthreadCase";
/** Which build the database holds, on the first node by id; absent while a load is under way. */
export const BUILD_KEY = "redthreadBuild";
/** Name of the case that a node belonged to before the case lost it. */
export const WITHDRAWN_KEY = "redthreadWithdrawnFrom";

const KEYS: ReadonlySet<string> = new Set([CASE_KEY, BUILD_KEY]);

/** Whether a label of a node is a load's own. */
export const isMarkLabel = (label: string): boolean => label === MARK_LABEL;

/** Whether a property is a load's own. */
export const isMarkKey = (key: string): boolean => KEYS.has(key);

/**
 * Makes `id` unique within a case, whatever labels its nodes carry, and gives MERGE its index. It does
 * nothing where the constraint stands.
 */
export const MARK_CONSTRAINT = `CREATE CONSTRAINT redthread_case_element IF NOT EXISTS FOR (n:${MARK_LABEL}) REQUIRE (n.${CASE_KEY}, n.id) IS UNIQUE`;

/**
 * @throws RedthreadError `GRAPH_INVALID` where a graph uses what a load writes for itself.
 */
export function refuseMarks(graph: GraphReader): void {
  const taken =
    graph.labels().find(isMarkLabel) ??
    graph.propertyKeys().find((key) => isMarkKey(key) || key === WITHDRAWN_KEY);
  if (taken === undefined) return;
  throw new RedthreadError(
    "GRAPH_INVALID",
    `The graph uses \`${taken}\`, which a load writes for itself. Give it another name.`,
  );
}
