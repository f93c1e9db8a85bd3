import { RedthreadError } from "../../errors/redthread-error.js";
import type { UniqueRule } from "../../graph/graph-schema.js";
import type { PropertyGraph } from "../../graph/property-graph.js";
import type { SchemaCommand } from "../ast/query.js";
import type { Runtime } from "../evaluate/runtime.js";
import { DONE, operator } from "./operator.js";
import type { PreparedQuery } from "./prepared-query.js";

/** A query that creates or drops a constraint, or the name of an index. */
export function schemaQuery(command: SchemaCommand, runtime: Runtime): PreparedQuery {
  return {
    columns: [],
    reads: [],
    writes: false,
    runtime,
    row: { ids: new Int32Array(0), values: [] },
    root: operator(
      () => {
        apply(command, runtime.graph);
        return DONE;
      },
      () => undefined,
    ),
  };
}

function apply(command: SchemaCommand, graph: PropertyGraph): void {
  if (command.subject === "index") {
    applyToIndex(command, graph);
  } else if (command.action === "create" && command.rule !== null) {
    createRule(command, command.rule, graph);
  } else {
    dropRule(command, graph);
  }
}

function applyToIndex({ action, name, tolerant }: SchemaCommand, { schema }: PropertyGraph): void {
  if (name === null) {
    return;
  }
  const creates = action === "create";
  if (schema.hasIndex(name) !== creates) {
    schema.setIndex(name, creates);
  } else if (!tolerant) {
    throw refusal(`There is ${creates ? "an" : "no"} index \`${name}\``, action);
  }
}

function createRule(command: SchemaCommand, rule: UniqueRule, graph: PropertyGraph): void {
  const { schema } = graph;
  const name = command.name ?? `unique ${rule.label} ${rule.keys.join(" ")}`;
  const isThere = schema.nameOf(rule) !== null || schema.hasRule(name);
  if (!isThere) {
    schema.addRule(name, rule, graph);
  } else if (!command.tolerant) {
    throw refusal(`There is a constraint \`${schema.nameOf(rule) ?? name}\``, "create");
  }
}

function dropRule({ name, rule, tolerant }: SchemaCommand, { schema }: PropertyGraph): void {
  const known = rule === null ? name : schema.nameOf(rule);
  if (known !== null && schema.hasRule(known)) {
    schema.dropRule(known);
  } else if (!tolerant) {
    throw refusal(`There is no constraint${known === null ? "" : ` \`${known}\``}`, "drop");
  }
}

function refusal(found: string, action: SchemaCommand["action"]): RedthreadError {
  const remedy = action === "create" ? "IF NOT EXISTS" : "IF EXISTS";
  return new RedthreadError(
    "QUERY_INVALID",
    `${found}, so nothing was done. Write \`${remedy}\` where that is fine.`,
  );
}
