import type { GraphSchema, SchemaIndex, UniqueRule } from "../../graph/graph-schema.js";
import type { PropertyGraph } from "../../graph/property-graph.js";
import type { SchemaCommand } from "../ast/query.js";
import type { Runtime } from "../evaluate/runtime.js";
import { CypherError } from "../source/cypher-error.js";
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

function applyToIndex(command: SchemaCommand, { schema }: PropertyGraph): void {
  const { name, index, tolerant } = command;
  if (index !== null) {
    createIndex(command, index, schema);
  } else if (name !== null && schema.indexes().has(name)) {
    schema.dropIndex(name);
  } else if (name !== null && !tolerant) {
    throw refusal("IndexDropFailed", `There is no index \`${name}\``, "drop");
  }
}

function createIndex({ name, tolerant }: SchemaCommand, index: SchemaIndex, schema: GraphSchema) {
  const wanted = name ?? ["index", ...index.names, ...index.keys].join("_");
  const isSame = (other: SchemaIndex) => coverOf(other) === coverOf(index);
  const named = schema.indexes().get(wanted);
  const twin = [...schema.indexes()].find(([, other]) => isSame(other));
  if (named === undefined && twin === undefined) {
    schema.addIndex(wanted, index);
  } else if (!tolerant) {
    const found = `There is an index \`${named === undefined ? twin?.[0] : wanted}\``;
    throw refusal(
      titleOf("Index", named !== undefined, named !== undefined && isSame(named)),
      found,
      "create",
    );
  }
}

const coverOf = ({ analyzer: _, ...cover }: SchemaIndex): string => JSON.stringify(cover);

/** As Neo4j names the cases: the same again, another of that name, the same under another name. */
function titleOf(what: "Index" | "Constraint", isNamed: boolean, isSame: boolean): string {
  if (isNamed) {
    return isSame ? "EquivalentSchemaRuleAlreadyExists" : `${what}WithNameAlreadyExists`;
  }
  return `${what}AlreadyExists`;
}

function createRule(command: SchemaCommand, rule: UniqueRule, graph: PropertyGraph): void {
  const { schema } = graph;
  const name = command.name ?? ["constraint", rule.label, ...rule.keys].join("_");
  const twin = schema.nameOf(rule);
  const isNamed = schema.hasRule(name);
  if (twin === null && !isNamed) {
    schema.addRule(name, rule, graph);
  } else if (!command.tolerant) {
    const title = titleOf("Constraint", isNamed, twin === name);
    throw refusal(title, `There is a constraint \`${twin ?? name}\``, "create");
  }
}

function dropRule({ name, rule, tolerant }: SchemaCommand, { schema }: PropertyGraph): void {
  const known = rule === null ? name : schema.nameOf(rule);
  if (known !== null && schema.hasRule(known)) {
    schema.dropRule(known);
  } else if (!tolerant) {
    const found = `There is no constraint${known === null ? "" : ` \`${known}\``}`;
    throw refusal("ConstraintDropFailed", found, "drop");
  }
}

function refusal(title: string, found: string, action: SchemaCommand["action"]): CypherError {
  const remedy = action === "create" ? "IF NOT EXISTS" : "IF EXISTS";
  return new CypherError({
    kind: "SemanticError",
    phase: "runtime",
    detail: title,
    message: `${found}, so nothing was done. Write \`${remedy}\` where that is fine.`,
  });
}
