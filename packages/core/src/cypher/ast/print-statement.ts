import type { Expression } from "./expression.js";
import { printExpression } from "./print-expression.js";
import { printName, printQualifiedName } from "./print-name.js";
import { printDynamicLabel, printPart, printPattern } from "./print-pattern.js";
import type {
  AnyClause,
  BranchClause,
  ProcedureCallClause,
  Projection,
  Query,
  RemoveItem,
  SetItem,
  Statement,
  SubqueryCallClause,
  WrittenName,
} from "./query.js";

/**
 * The statement as Cypher on one line. Parsing it again gives the same tree but for places. Of a
 * schema command the tree keeps too little to be printed: it gives an empty text.
 */
export function printStatement(statement: Statement): string {
  const mode = statement.mode === "run" ? "" : `${statement.mode.toUpperCase()} `;
  return `${mode}${printQuery(statement.query)}`;
}

/** The query as Cypher on one line. */
function printQuery(query: Query): string {
  return query.parts
    .map((part, index) => {
      const union = index === 0 ? "" : query.all[index - 1] === true ? "UNION ALL " : "UNION ";
      return `${union}${part.clauses.map(printClause).join(" ")}`;
    })
    .join(" ");
}

function print(expression: Expression): string {
  return printExpression(expression, { query: printQuery });
}

function printWhere(where: Expression | null): string {
  return where === null ? "" : ` WHERE ${print(where)}`;
}

/** One clause as Cypher. */
function printClause(clause: AnyClause): string {
  switch (clause.kind) {
    case "MatchClause":
      return `${clause.optional ? "OPTIONAL " : ""}MATCH ${printPattern(clause.pattern, print)}${printWhere(clause.where)}`;
    case "UnwindClause":
      return `UNWIND ${print(clause.list)} AS ${printName(clause.variable.name)}`;
    case "WithClause":
      if (clause.form === "let") {
        return `LET ${clause.projection.items.map(({ name, expression }) => `${printName(name)} = ${print(expression)}`).join(", ")}`;
      }
      return `WITH ${printProjection(clause.projection)}${printWhere(clause.where)}`;
    case "FinishClause":
      return "FINISH";
    case "BranchClause":
      return printBranches(clause);
    case "ReturnClause":
      return `RETURN ${printProjection(clause.projection)}`;
    case "CreateClause":
      return `CREATE ${printPattern(clause.pattern, print)}`;
    case "MergeClause":
      return [
        `MERGE ${printPart(clause.part, print)}`,
        ...clause.onCreate.map((item) => `ON CREATE SET ${printSetItem(item)}`),
        ...clause.onMatch.map((item) => `ON MATCH SET ${printSetItem(item)}`),
      ].join(" ");
    case "SetClause":
      return `SET ${clause.items.map(printSetItem).join(", ")}`;
    case "RemoveClause":
      return `REMOVE ${clause.items.map(printRemoveItem).join(", ")}`;
    case "DeleteClause":
      return `${clause.detach ? "DETACH " : ""}DELETE ${clause.targets.map(print).join(", ")}`;
    case "ForeachClause":
      return `FOREACH (${printName(clause.variable.name)} IN ${print(clause.list)} | ${clause.updates.map(printClause).join(" ")})`;
    case "ProcedureCallClause":
      return printProcedureCall(clause);
    case "SubqueryCallClause":
      return printSubqueryCall(clause);
  }
}

function printProjection(projection: Projection): string {
  const items = projection.items.map(
    ({ expression, alias }) =>
      `${print(expression)}${alias === null ? "" : ` AS ${printName(alias.name)}`}`,
  );
  const columns = [...(projection.star ? ["*"] : []), ...items].join(", ");
  const order = projection.orderBy
    .map(({ expression, descending }) => `${print(expression)}${descending ? " DESC" : ""}`)
    .join(", ");
  return [
    `${projection.distinct ? "DISTINCT " : ""}${columns}`,
    order === "" ? "" : ` ORDER BY ${order}`,
    projection.skip === null ? "" : ` SKIP ${print(projection.skip)}`,
    projection.limit === null ? "" : ` LIMIT ${print(projection.limit)}`,
  ].join("");
}

function printSetItem(item: SetItem): string {
  switch (item.kind) {
    case "property":
      return `${print(item.target)} = ${print(item.value)}`;
    case "replace":
      return `${print(item.target)} = ${print(item.value)}`;
    case "add":
      return `${print(item.target)} += ${print(item.value)}`;
    case "labels":
      return `${print(item.target)}${item.labels.map(printLabel).join("")}`;
  }
}

function printLabel(label: WrittenName): string {
  return `:${typeof label === "string" ? printName(label) : printDynamicLabel(label, print)}`;
}

/** Mere braces, or conditions and the queries behind them. */
function printBranches({ branches }: BranchClause): string {
  return branches
    .map(({ condition, query }) => {
      const body = `{ ${printQuery(query)} }`;
      if (condition !== null) {
        return `WHEN ${print(condition)} THEN ${body}`;
      }
      return branches.length === 1 ? body : `ELSE ${body}`;
    })
    .join(" ");
}

function printRemoveItem(item: RemoveItem): string {
  return item.kind === "property"
    ? print(item.target)
    : `${print(item.target)}${item.labels.map(printLabel).join("")}`;
}

function printProcedureCall(clause: ProcedureCallClause): string {
  const args = clause.arguments === null ? "" : `(${clause.arguments.map(print).join(", ")})`;
  const fields = clause.yields?.map(({ field, variable }) =>
    field === variable.name
      ? printName(field)
      : `${printName(field)} AS ${printName(variable.name)}`,
  );
  const names = clause.yieldStar ? "*" : fields?.length === 0 ? "-" : fields?.join(", ");
  const yields = names === undefined ? "" : ` YIELD ${names}`;
  return `${clause.optional ? "OPTIONAL " : ""}CALL ${printQualifiedName(clause.name)}${args}${yields}${printWhere(clause.where)}`;
}

function printSubqueryCall(clause: SubqueryCallClause): string {
  const { imports } = clause;
  const names = imports === "*" ? "*" : imports?.map(({ name }) => printName(name)).join(", ");
  return `${clause.optional ? "OPTIONAL " : ""}CALL ${names === undefined ? "" : `(${names}) `}{ ${printQuery(clause.query)} }`;
}
