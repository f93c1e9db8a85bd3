import type { Expression } from "../ast/expression.js";
import type {
  NodePattern,
  PatternElement,
  PatternPart,
  RelationshipPattern,
} from "../ast/pattern.js";
import type {
  CreateClause,
  DeleteClause,
  ForeachClause,
  MergeClause,
  RemoveItem,
  SetItem,
  UpdateClause,
  WrittenName,
} from "../ast/query.js";
import { type AnalysisContext, PLAIN_SITE } from "./analysis-context.js";
import { checkDynamicNames } from "./check-match-pattern.js";
import { assertCreatableNode, assertCreatablePath } from "./rules/created-node.js";
import { assertWritable } from "./rules/dynamic-label.js";
import { assertType } from "./rules/invalid-argument-type.js";
import { invalidDelete } from "./rules/invalid-delete.js";
import { parameterAsProperties } from "./rules/invalid-parameter-use.js";
import { assertCreatable } from "./rules/relationship-pattern.js";
import { resolveVariable } from "./rules/undefined-variable.js";
import { assertUnbound } from "./rules/variable-already-bound.js";
import { assertKind } from "./rules/variable-type-conflict.js";
import type { Scope } from "./scope.js";
import { ANY, NODE, PATH, RELATIONSHIP, type StaticType } from "./static-type.js";

/** The scope after a clause that writes. */
export function checkUpdate(clause: UpdateClause, scope: Scope, context: AnalysisContext): Scope {
  context.writes = true;
  switch (clause.kind) {
    case "CreateClause":
      return checkCreate(clause, scope, context);
    case "MergeClause":
      return checkMerge(clause, scope, context);
    case "SetClause":
      checkSetItems(clause.items, scope, context);
      return scope;
    case "RemoveClause":
      for (const item of clause.items) {
        checkRemoveItem(item, scope, context);
      }
      return scope;
    case "DeleteClause":
      checkDelete(clause, scope, context);
      return scope;
    case "ForeachClause":
      checkForeach(clause, scope, context);
      return scope;
  }
}

function plain(expression: Expression, scope: Scope, context: AnalysisContext): StaticType {
  return context.checks.expression(expression, scope, PLAIN_SITE, context);
}

function checkCreate(clause: CreateClause, scope: Scope, context: AnalysisContext): Scope {
  return clause.pattern.parts.reduce(
    (extended, part) => checkCreatedPart(part, extended, "CREATE", context),
    scope,
  );
}

function checkMerge(clause: MergeClause, scope: Scope, context: AnalysisContext): Scope {
  const extended = checkCreatedPart(clause.part, scope, "MERGE", context);
  checkSetItems(clause.onCreate, extended, context);
  checkSetItems(clause.onMatch, extended, context);
  return extended;
}

/** Elements from left to right: each can use in its properties what stands before it. */
function checkCreatedPart(
  part: PatternPart,
  scope: Scope,
  clause: "CREATE" | "MERGE",
  context: AnalysisContext,
): Scope {
  const { element } = part;
  assertCreatablePath(part, clause);
  if (clause === "MERGE") {
    assertNamedProperties(element);
  }
  let extended = scope;
  const lone = element.relationships.length === 0;
  element.nodes.forEach((node, index) => {
    extended = checkCreatedNode(node, extended, { clause, lone }, context);
    const relationship = element.relationships[index];
    if (relationship !== undefined) {
      extended = checkCreatedRelationship(relationship, extended, clause, context);
    }
  });
  if (part.variable !== null) {
    assertUnbound(part.variable, extended);
    extended = extended.with(part.variable.name, PATH);
  }
  return extended;
}

function assertNamedProperties(element: PatternElement): void {
  for (const { properties } of [...element.nodes, ...element.relationships]) {
    if (properties?.kind === "Parameter") {
      throw parameterAsProperties(properties, "MERGE");
    }
  }
}

function checkCreatedNode(
  node: NodePattern,
  scope: Scope,
  place: { readonly clause: "CREATE" | "MERGE"; readonly lone: boolean },
  context: AnalysisContext,
): Scope {
  const { variable } = node;
  assertCreatableNode(node, scope, place);
  checkDynamicNames(node, scope, context);
  checkProperties(node, scope, context);
  if (variable === null) {
    return scope;
  }
  assertKind(variable, scope, "node");
  return scope.with(variable.name, NODE);
}

function checkCreatedRelationship(
  relationship: RelationshipPattern,
  scope: Scope,
  clause: "CREATE" | "MERGE",
  context: AnalysisContext,
): Scope {
  const { variable } = relationship;
  if (variable !== null) {
    assertUnbound(variable, scope);
  }
  assertCreatable(relationship, clause);
  checkDynamicNames(relationship, scope, context);
  checkProperties(relationship, scope, context);
  return variable === null ? scope : scope.with(variable.name, RELATIONSHIP);
}

function checkProperties(
  element: NodePattern | RelationshipPattern,
  scope: Scope,
  context: AnalysisContext,
): void {
  if (element.properties !== null) {
    plain(element.properties, scope, context);
  }
}

const ENTITIES = ["node", "relationship"] as const;

function checkSetItems(items: readonly SetItem[], scope: Scope, context: AnalysisContext): void {
  for (const item of items) {
    checkTarget(item, scope, context);
    if (item.kind !== "labels") {
      const type = plain(item.value, scope, context);
      if (item.kind !== "property") {
        const kinds = ["map", ...ENTITIES] as const;
        assertType(type, kinds, "The right side of SET", item.value.span);
      }
    }
  }
}

function checkRemoveItem(item: RemoveItem, scope: Scope, context: AnalysisContext): void {
  checkTarget(item, scope, context);
}

function checkTarget(item: SetItem | RemoveItem, scope: Scope, context: AnalysisContext): void {
  if (item.kind !== "property") {
    assertEntity(resolveVariable(item.target, scope), item.target);
    if (item.kind === "labels") {
      checkWrittenLabels(item.labels, scope, context);
    }
    return;
  }
  const { target } = item;
  assertEntity(plain(target.subject, scope, context), target.subject);
  if (target.kind === "IndexAccess") {
    plain(target.index, scope, context);
  }
}

function checkWrittenLabels(
  labels: readonly WrittenName[],
  scope: Scope,
  context: AnalysisContext,
): void {
  assertWritable(labels, "A clause that writes");
  for (const label of labels) {
    if (typeof label !== "string") {
      const type = plain(label.names, scope, context);
      assertType(type, ["string", "list"], "A dynamic label", label.names.span);
    }
  }
}

function assertEntity(type: StaticType, target: Expression): void {
  assertType(type, ENTITIES, "What is to be changed", target.span);
}

function checkDelete(clause: DeleteClause, scope: Scope, context: AnalysisContext): void {
  for (const target of clause.targets) {
    if (target.kind === "LabelPredicate") {
      throw invalidDelete(target);
    }
    const type = plain(target, scope, context);
    assertType(type, [...ENTITIES, "path"], "What is to be deleted", target.span);
  }
}

function checkForeach(clause: ForeachClause, scope: Scope, context: AnalysisContext): void {
  const type = plain(clause.list, scope, context);
  assertType(type, ["list"], "The list of FOREACH", clause.list.span);
  const { variable } = clause;
  assertUnbound(variable, scope);
  let inner = scope.with(variable.name, type.kind === "list" ? type.item : ANY);
  for (const update of clause.updates) {
    inner = checkUpdate(update, inner, context);
  }
}
