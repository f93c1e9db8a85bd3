import type { LabelExpression } from "../ast/expression.js";
import type {
  NodePattern,
  PatternElement,
  PatternPart,
  RelationshipPattern,
} from "../ast/pattern.js";
import type { CreateClause, WrittenName } from "../ast/query.js";
import { readsOf, writesOfPattern } from "./footprint.js";
import type { CreateNode, CreatePattern, CreateRelationship, Plan } from "./plan.js";
import { afterWrite, beforeWrite, type Planning, type PlanState, reading } from "./planning.js";
import type { Scope } from "./scope.js";
import type { Binding } from "./slots.js";

/** CREATE: nodes that are not bound yet, then the relationships between them. */
export function planCreate(planning: Planning, before: PlanState, clause: CreateClause): PlanState {
  const reads = readsOf(clause.pattern);
  const writes = writesOfPattern(clause.pattern.parts);
  const state = beforeWrite(before, writes, reads);
  const { pattern, names } = createPattern(planning, state.scope, clause.pattern.parts);
  const scope = state.scope.with(names);
  const plan: Plan = { kind: "Create", input: state.plan, pattern, scope };
  return reading(afterWrite(state, plan, scope, writes), reads);
}

/** What a pattern creates, and the variables that are bound by it. */
export function createPattern(
  planning: Planning,
  scope: Scope,
  parts: readonly PatternPart[],
): { readonly pattern: CreatePattern; readonly names: ReadonlyMap<string, Binding> } {
  const builder = new CreateBuilder(planning, scope);
  for (const part of parts) {
    builder.add(part);
  }
  return { pattern: builder.pattern, names: builder.names };
}

class CreateBuilder {
  readonly names = new Map<string, Binding>();
  readonly #nodes: CreateNode[] = [];
  readonly #relationships: CreateRelationship[] = [];
  readonly #paths: { path: Binding; elements: { binding: Binding }[] }[] = [];
  readonly #planning: Planning;
  readonly #scope: Scope;

  constructor(planning: Planning, scope: Scope) {
    this.#planning = planning;
    this.#scope = scope;
  }

  get pattern(): CreatePattern {
    return { nodes: this.#nodes, relationships: this.#relationships, paths: this.#paths };
  }

  add(part: PatternPart): void {
    const elements = this.#addElement(part.element);
    if (part.variable !== null) {
      const path = this.#planning.slots.value();
      this.names.set(part.variable.name, path);
      this.#paths.push({ path, elements: elements.map((binding) => ({ binding })) });
    }
  }

  #addElement(element: PatternElement): readonly Binding[] {
    const places = element.nodes.map((node) => this.#addNode(node));
    const walk: Binding[] = [];
    places.forEach((place, index) => {
      walk.push(place.binding);
      const pattern = element.relationships[index];
      const next = places[index + 1];
      if (pattern !== undefined && next !== undefined) {
        walk.push(this.#addRelationship(pattern, place, next));
      }
    });
    return walk;
  }

  #addNode(node: NodePattern): NamedPlace {
    const name = node.variable?.name ?? this.#planning.freshName();
    const known = this.names.get(name) ?? this.#scope.find(name);
    if (known !== undefined) {
      return { name, binding: known };
    }
    const binding = this.#planning.slots.node();
    this.names.set(name, binding);
    this.#nodes.push({ to: binding, labels: namesOf(node.labels), properties: node.properties });
    return { name, binding };
  }

  #addRelationship(pattern: RelationshipPattern, left: NamedPlace, right: NamedPlace): Binding {
    const binding = this.#planning.slots.relationship();
    const [from, target] = pattern.direction === "left" ? [right, left] : [left, right];
    if (pattern.variable !== null) {
      this.names.set(pattern.variable.name, binding);
    }
    this.#relationships.push({
      to: binding,
      type: namesOf(pattern.types)[0] ?? "",
      from: from.binding,
      target: target.binding,
      fromName: from.name,
      targetName: target.name,
      properties: pattern.properties,
    });
    return binding;
  }
}

interface NamedPlace {
  readonly name: string;
  readonly binding: Binding;
}

/** The names of `:A:B` or `:A&B`; the analysis has refused every other expression here. */
function namesOf(labels: LabelExpression | null): readonly WrittenName[] {
  if (labels === null) {
    return [];
  }
  switch (labels.kind) {
    case "label":
      return [labels.name];
    case "dynamic":
      return [labels];
    case "and":
      return [...namesOf(labels.left), ...namesOf(labels.right)];
    case "or":
    case "not":
    case "wildcard":
      return [];
  }
}
