import type { Row } from "../evaluate/row.js";
import type { Runtime } from "../evaluate/runtime.js";
import type { DeletePlan } from "../plan/plan.js";
import { CypherError } from "../source/cypher-error.js";
import {
  type CypherValue,
  NodeValue,
  PathValue,
  RelationshipValue,
} from "../values/cypher-value.js";
import { typeMismatch } from "../values/value-error.js";
import type { BuildContext } from "./build-context.js";
import { DONE, type Operator, operator, ROW } from "./operator.js";

/**
 * Each row after its elements have been deleted. A node that still has relationships is only marked:
 * a later row or clause may delete them, and what is left at the end of the statement is an error.
 */
export function deleteElements(context: BuildContext, plan: DeletePlan, input: Operator): Operator {
  const targets = plan.targets.map((target) => context.compile(target, plan.scope));
  const { runtime } = context;
  const deleteAll = (row: Row): void => {
    const values = targets.map((target) => target(row));
    for (const value of values) {
      deleteRelationships(runtime, value, plan.detach);
    }
    for (const value of values) {
      deleteNodes(runtime, value);
    }
  };
  return operator((row) => {
    const status = input.next(row);
    if (status === ROW) {
      deleteAll(row);
    } else if (status === DONE) {
      deleteDoomed(runtime);
    }
    return status;
  }, input.reset);
}

function deleteRelationships(runtime: Runtime, value: CypherValue, detach: boolean): void {
  if (value instanceof RelationshipValue) {
    deleteRelationship(runtime, value.slot);
  } else if (value instanceof PathValue) {
    for (const { slot } of value.relationships) {
      deleteRelationship(runtime, slot);
    }
    for (const node of value.nodes) {
      deleteRelationships(runtime, node, detach);
    }
  } else if (value instanceof NodeValue) {
    if (detach) {
      detachNode(runtime, value.slot);
    }
  } else if (value !== null) {
    throw typeMismatch("`DELETE`", "a node, a relationship or a path", value);
  }
}

function deleteNodes(runtime: Runtime, value: CypherValue): void {
  if (value instanceof NodeValue) {
    deleteNode(runtime, value.slot);
  } else if (value instanceof PathValue) {
    for (const { slot } of value.nodes) {
      deleteNode(runtime, slot);
    }
  }
}

function deleteRelationship({ graph, changes }: Runtime, slot: number): void {
  if (graph.hasRelationship(slot)) {
    changes.relationshipsDeleted += 1;
    graph.deleteRelationship(slot);
  }
}

function detachNode(runtime: Runtime, node: number): void {
  if (!runtime.graph.hasNode(node)) {
    return;
  }
  const attached: number[] = [];
  runtime.graph.expand(node, "both", null, (relationship) => {
    attached.push(relationship);
    return true;
  });
  for (const relationship of attached) {
    deleteRelationship(runtime, relationship);
  }
}

function deleteNode(runtime: Runtime, node: number): void {
  const { graph, changes, doomedNodes } = runtime;
  if (!graph.hasNode(node)) {
    return;
  }
  if (graph.degree(node, "both", null) > 0) {
    doomedNodes.add(node);
    return;
  }
  doomedNodes.delete(node);
  changes.nodesDeleted += 1;
  changes.labelsRemoved += graph.labelsOf(node).length;
  graph.deleteNode(node);
}

/** Deletes the marked nodes that have lost their last relationship meanwhile. */
function deleteDoomed(runtime: Runtime): void {
  for (const node of [...runtime.doomedNodes]) {
    deleteNode(runtime, node);
  }
}

/** @throws CypherError `DeleteConnectedNode` when a node was deleted and its relationships were not */
export function assertNoneDoomed(runtime: Runtime): void {
  deleteDoomed(runtime);
  const [node] = runtime.doomedNodes;
  if (node === undefined) {
    return;
  }
  const count = runtime.graph.degree(node, "both", null);
  throw new CypherError({
    kind: "ConstraintVerificationFailed",
    phase: "runtime",
    detail: "DeleteConnectedNode",
    message: `A deleted node still has ${count} relationship${count === 1 ? "" : "s"}, so nothing was changed. Delete them too, or use \`DETACH DELETE\`.`,
  });
}
