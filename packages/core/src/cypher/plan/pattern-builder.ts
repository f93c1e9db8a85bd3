import type { Expression, Variable } from "../ast/expression.js";
import type {
  NodePattern,
  PathSelector,
  PatternElement,
  PatternPart,
  RelationshipPattern,
} from "../ast/pattern.js";
import { conjunctsOf } from "./conjuncts.js";
import type { PatternPathSearch } from "./path-search.js";
import {
  alternatives,
  type PathElement,
  type PatternGraph,
  type PatternNode,
  type PatternPath,
  type PatternRelationship,
  type PatternShortest,
} from "./pattern-graph.js";
import { labelPredicate, propertyPredicates } from "./pattern-predicates.js";
import type { Planning } from "./planning.js";
import type { Scope } from "./scope.js";
import { directionOf, searchSteps } from "./search-steps.js";
import type { Binding } from "./slots.js";
import { renamed, stepPredicateOf } from "./step-predicate.js";
import { namesIn } from "./walk-ast.js";

const isNamed = (name: string): boolean => !name.startsWith(" ");

/** Collects the parts of one or several MATCH clauses into a {@link PatternGraph}. */
export class PatternBuilder {
  readonly #planning: Planning;
  readonly #outer: Scope;
  readonly #places: ReadonlyMap<string, Binding>;
  readonly #nodes = new Map<string, PatternNode>();
  readonly #relationships: PatternRelationship[] = [];
  readonly #shortest: PatternShortest[] = [];
  readonly #searches: PatternPathSearch[] = [];
  readonly #paths: PatternPath[] = [];
  readonly #predicates: Expression[] = [];
  /** Slots the pattern binds, by variable. */
  readonly #bound = new Map<string, Binding>();
  #clause = 0;

  /** `places`: slots that new variables must take, for a pattern that is created where it is not found. */
  constructor(planning: Planning, outer: Scope, places: ReadonlyMap<string, Binding> = new Map()) {
    this.#planning = planning;
    this.#outer = outer;
    this.#places = places;
  }

  /** Relationships of the parts added next differ from each other, not from earlier ones. */
  addClause(parts: readonly PatternPart[], where: Expression | null): void {
    this.#clause += 1;
    for (const part of parts) {
      this.#addPart(part);
    }
    this.#predicates.push(...conjunctsOf(where));
  }

  /** Whether a part mentions a relationship or path that an earlier clause here has bound. */
  repeats(parts: readonly PatternPart[]): boolean {
    const names = namesIn(parts);
    return [...names].some((name) => this.#bound.has(name) && !this.#nodes.has(name));
  }

  /** The variables of the pattern over those of the surrounding query. */
  scope(): Scope {
    return this.#outer.with(this.#bound);
  }

  /** What later clauses see: unnamed parts are forgotten. */
  outerScope(): Scope {
    return this.#outer.with([...this.#bound].filter(([name]) => isNamed(name)));
  }

  /** Variables that the pattern adds to the query. */
  added(): readonly (readonly [string, Binding])[] {
    return [...this.#bound].filter(
      ([name]) => isNamed(name) && this.#outer.find(name) === undefined,
    );
  }

  /** The whole pattern; what it still binds itself is in {@link scope} only afterwards. */
  build(): PatternGraph {
    const ofPaths = new Set<Expression>();
    const shortest = this.#shortest.map((entry) => {
      const names = [entry.relationship.name, entry.path?.name ?? entry.relationship.name];
      const predicates = this.#predicates.filter((predicate) => {
        const used = namesIn(predicate);
        return !entry.choosesFirst && names.some((name) => used.has(name));
      });
      for (const predicate of predicates) {
        ofPaths.add(predicate);
      }
      return this.#pushed({ ...entry, predicates });
    });
    return {
      nodes: [...this.#nodes.values()],
      relationships: this.#relationships,
      shortest,
      searches: this.#searches,
      paths: this.#paths,
      predicates: this.#predicates.filter((predicate) => !ofPaths.has(predicate)),
    };
  }

  /** Conditions on each node or relationship of the path go into the search itself. */
  #pushed(entry: PatternShortest): PatternShortest {
    let { relationship, nodeStep } = entry;
    const nodePredicates = [...entry.nodePredicates];
    const predicates = entry.predicates.filter((predicate) => {
      const found = stepPredicateOf(predicate, entry.path?.name ?? null, relationship.name);
      if (found === null || relationship.length === null) {
        return true;
      }
      const name = this.#planning.freshName();
      const renamedPredicate = renamed(found.predicate, found.name, name);
      if (found.of === "nodes") {
        nodeStep ??= this.#planning.slots.node();
        this.#bound.set(name, nodeStep);
        nodePredicates.push(renamedPredicate);
      } else {
        const step = relationship.step ?? this.#planning.slots.relationship();
        this.#bound.set(name, step);
        const stepPredicates = [...relationship.stepPredicates, renamedPredicate];
        relationship = { ...relationship, step, stepPredicates };
      }
      return false;
    });
    return { ...entry, relationship, nodeStep, nodePredicates, predicates };
  }

  #addPart(part: PatternPart): void {
    const { element, selector, shortest } = part;
    if (selector !== null && !isOneRelationship(element, selector)) {
      this.#addSelected(part, selector);
      return;
    }
    const places = element.nodes.map((node) => this.#addNode(node));
    const elements: PathElement[] = [];
    let only: PatternRelationship | null = null;
    places.forEach((place, index) => {
      elements.push(place);
      const pattern = element.relationships[index];
      const next = places[index + 1];
      if (pattern === undefined || next === undefined) {
        return;
      }
      if (pattern.body !== null) {
        elements.push(this.#addSearch(repeatedAlone(element, index), place, next, null));
        return;
      }
      const isRead = part.variable !== null && this.#isUsed(part.variable);
      const added = this.#addRelationship(pattern, place.name, next.name, isRead);
      elements.push(added);
      if (shortest === null && selector === null) {
        this.#relationships.push(added);
      }
      only = added;
    });
    this.#predicates.push(...conjunctsOf(element.where));
    const path = this.#addPath(part.variable, elements);
    if ((shortest !== null || selector !== null) && only !== null) {
      this.#addShortest(part, only, path, places[0]?.name === places[1]?.name);
    } else if (path !== null) {
      this.#paths.push(path);
    }
  }

  /** A path that is chosen among others is searched for from its first node to its last. */
  #addSelected(part: PatternPart, selector: PathSelector): void {
    const { nodes } = part.element;
    const [first, last] = [nodes[0], nodes.at(-1)];
    if (first === undefined || last === undefined) {
      throw new TypeError("a pattern has a node at least");
    }
    const from = this.#addNode(first);
    const to = this.#addNode(last);
    const search = this.#addSearch(part.element, from, to, selector);
    const path = this.#addPath(part.variable, [from, search, to]);
    if (path !== null) {
      this.#paths.push(path);
    }
  }

  #addSearch(
    element: PatternElement,
    from: PatternNode,
    to: PatternNode,
    selector: PathSelector | null,
  ): PatternPathSearch {
    const names: string[] = [];
    const bind = (name: string, binding: Binding) => {
      names.push(name);
      this.#bound.set(name, binding);
    };
    const isKnown = (name: string) => this.#bound.has(name) || this.#outer.find(name) !== undefined;
    const steps = searchSteps({ planning: this.#planning, bind, isKnown }, element);
    const name = this.#planning.freshName();
    const binding = this.#planning.slots.value();
    bind(name, binding);
    const types = steps.flatMap(({ hops }) => hops.map((hop) => hop.types));
    const search: PatternPathSearch = {
      name,
      from: from.name,
      to: to.name,
      steps,
      selector,
      binding,
      predicates: conjunctsOf(selector === null ? null : element.where),
      names,
      types: types.includes(null) ? null : types.flatMap((some) => some ?? []),
      clause: this.#clause,
    };
    this.#searches.push(search);
    return search;
  }

  #addShortest(
    part: PatternPart,
    relationship: PatternRelationship,
    path: PatternPath | null,
    sameEnds: boolean,
  ): void {
    const all = part.shortest === "all" || part.selector?.groups === true;
    const choosesFirst = part.selector !== null;
    const none = { nodeStep: null, nodePredicates: [], predicates: [] };
    this.#shortest.push({ all, choosesFirst, relationship, ...none, path, sameEnds });
  }

  #addNode(pattern: NodePattern): PatternNode {
    const name = pattern.variable?.name ?? this.#planning.freshName();
    this.#predicates.push(
      ...(pattern.labels === null ? [] : labelPredicate(name, pattern.labels, pattern.span)),
      ...propertyPredicates(name, pattern.properties),
      ...conjunctsOf(pattern.where),
    );
    const earlier = this.#nodes.get(name);
    if (earlier !== undefined) {
      return earlier;
    }
    const known = this.#outer.find(name);
    const node: PatternNode =
      known === undefined
        ? { name, binding: this.#places.get(name) ?? this.#planning.slots.node(), state: "free" }
        : known.kind === "value"
          ? { name, binding: this.#planning.slots.node(), state: known }
          : { name, binding: known, state: "bound" };
    this.#nodes.set(name, node);
    this.#bound.set(name, node.binding);
    return node;
  }

  #addRelationship(
    pattern: RelationshipPattern,
    left: string,
    right: string,
    keepsList: boolean,
  ): PatternRelationship {
    const name = pattern.variable?.name ?? this.#planning.freshName();
    const types = pattern.types === null ? null : alternatives(pattern.types);
    const base = {
      name,
      from: left,
      to: right,
      direction: directionOf(pattern),
      types,
      length: pattern.length,
      keepsList: keepsList || (pattern.variable !== null && this.#isUsed(pattern.variable)),
      clause: this.#clause,
    };
    const place = this.#placeOfRelationship(name, pattern.length !== null);
    this.#bound.set(name, place.binding);
    return { ...base, ...place, ...this.#relationshipPredicates(pattern, name, types) };
  }

  /** Predicates over a single relationship stand with the others; over a list they go to each of its items. */
  #relationshipPredicates(
    pattern: RelationshipPattern,
    name: string,
    types: readonly string[] | null,
  ): Pick<PatternRelationship, "step" | "stepPredicates"> {
    const subject = pattern.length === null ? name : this.#planning.freshName();
    // The condition inside `-[r WHERE …]->+` is on each relationship, which its variable stands for there.
    const conditions = conjunctsOf(pattern.where).map((condition) =>
      renamed(condition, name, subject),
    );
    const predicates = [
      ...(pattern.types !== null && types === null
        ? labelPredicate(subject, pattern.types, pattern.span)
        : []),
      ...propertyPredicates(subject, pattern.properties),
      ...conditions,
    ];
    if (pattern.length === null) {
      this.#predicates.push(...predicates);
      return { step: null, stepPredicates: [] };
    }
    if (predicates.length === 0) {
      return { step: null, stepPredicates: [] };
    }
    const step = this.#planning.slots.relationship();
    this.#bound.set(subject, step);
    return { step, stepPredicates: predicates };
  }

  #placeOfRelationship(
    name: string,
    isList: boolean,
  ): Pick<PatternRelationship, "binding" | "state"> {
    const known = this.#outer.find(name) ?? this.#bound.get(name);
    const { slots } = this.#planning;
    if (known === undefined) {
      const place = this.#places.get(name);
      return {
        binding: place ?? (isList ? slots.value() : slots.relationship()),
        state: "free",
      };
    }
    if (isList || known.kind === "relationship") {
      return { binding: known, state: "bound" };
    }
    return { binding: slots.relationship(), state: known };
  }

  #addPath(variable: Variable | null, elements: readonly PathElement[]): PatternPath | null {
    if (variable === null || !this.#isUsed(variable)) {
      return null;
    }
    const binding = this.#places.get(variable.name) ?? this.#planning.slots.value();
    this.#bound.set(variable.name, binding);
    return { name: variable.name, binding, elements };
  }

  #isUsed(variable: Variable): boolean {
    return this.#planning.isRead(variable.name);
  }
}

/** One relationship, of any length: its shortest paths are found from both ends at once. */
function isOneRelationship(
  { relationships, where }: PatternElement,
  { count, any }: PathSelector,
): boolean {
  const [only, ...more] = relationships;
  return (
    only !== undefined &&
    more.length === 0 &&
    only.body === null &&
    (only.length?.min ?? 1) <= 1 &&
    where === null &&
    count === 1 &&
    !any
  );
}

/** One part of a path that is repeated, with the nodes at its ends. */
function repeatedAlone(element: PatternElement, index: number): PatternElement {
  return {
    ...element,
    nodes: element.nodes.slice(index, index + 2),
    relationships: element.relationships.slice(index, index + 1),
    where: null,
  };
}
