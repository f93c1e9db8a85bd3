import { type CypherValue, NodeValue } from "../values/cypher-value.js";
import { badArgument } from "../values/value-error.js";
import { integerArgument, listArgument } from "./argument.js";
import type { CypherFunction, FunctionContext } from "./cypher-function.js";
import { defineStrict } from "./define-function.js";

function nodeOf(id: CypherValue, { graph }: FunctionContext): NodeValue {
  const slot = integerArgument("gds.util.asNode", [id], 0);
  if (!graph.hasNode(slot)) {
    throw badArgument(`There is no node with the id ${slot}.`);
  }
  return new NodeValue(slot);
}

/** What turns the ids that algorithms give into nodes. */
export const GDS_FUNCTIONS: readonly CypherFunction[] = [
  defineStrict(
    "gds.util.asNode(id) → the node with that id",
    ([id], context) => nodeOf(id ?? null, context),
    1,
  ),
  defineStrict(
    "gds.util.asNodes(ids) → the nodes with those ids",
    (args, context) => listArgument("gds.util.asNodes", args, 0).map((id) => nodeOf(id, context)),
    1,
  ),
];
