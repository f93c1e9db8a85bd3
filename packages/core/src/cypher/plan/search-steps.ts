import type { Expression, Variable } from "../ast/expression.js";
import type { NodePattern, PatternElement, RelationshipPattern } from "../ast/pattern.js";
import { conjunctsOf } from "./conjuncts.js";
import type { ExpandDirection } from "./expand-direction.js";
import type { SearchGroup, SearchHop, SearchStep } from "./path-search.js";
import { alternatives } from "./pattern-graph.js";
import { labelPredicate, propertyPredicates } from "./pattern-predicates.js";
import type { Planning } from "./planning.js";
import type { Binding } from "./slots.js";
import { renamed } from "./step-predicate.js";
import { namesIn } from "./walk-ast.js";

const DIRECTIONS = { left: "in", right: "out", none: "both" } as const;

export function directionOf({ direction }: RelationshipPattern): ExpandDirection {
  return DIRECTIONS[direction];
}

/** Where the variables of a search go. */
export interface SearchNames {
  readonly planning: Planning;
  /** Lets predicates, and those who come later, find a variable. */
  readonly bind: (name: string, binding: Binding) => void;
  /** Whether the variable has a place before the search runs. */
  readonly isKnown: (name: string) => boolean;
}

/** The parts of a path, from its first node to its last, which are found elsewhere. */
export function searchSteps(names: SearchNames, element: PatternElement): readonly SearchStep[] {
  const last = element.relationships.length - 1;
  return element.relationships.map((relationship, index) => {
    const node = index === last ? null : (element.nodes[index + 1] ?? null);
    if (relationship.body !== null) {
      return roundsOf(names, relationship, relationship.body, node);
    }
    return relationship.length === null
      ? onceOf(names, relationship, node)
      : repeatedOf(names, relationship, node);
  });
}

/** A relationship that is walked once; `node`: the node behind it, null for the end of the whole path. */
function onceOf(
  names: SearchNames,
  relationship: RelationshipPattern,
  node: NodePattern | null,
): SearchStep {
  const { planning, bind } = names;
  const name = relationship.variable?.name ?? planning.freshName();
  const binding = planning.slots.relationship();
  bind(name, binding);
  const behind = boundaryOf(names, node);
  const tests = relationshipTests(relationship, name);
  const hop = { ...hopOf(relationship, binding), node: behind.node, tests };
  return { hops: [hop], rounds: null, behind };
}

/** `-[r:TYPE]->+`: rounds of one relationship, whose variable is a list. */
function repeatedOf(
  names: SearchNames,
  relationship: RelationshipPattern,
  node: NodePattern | null,
): SearchStep {
  const { planning, bind } = names;
  const inside = planning.freshName();
  const binding = planning.slots.relationship();
  bind(inside, binding);
  const groups: SearchGroup[] = [];
  addGroup(names, groups, relationship.variable, "relationship", 0);
  const own = relationship.variable?.name ?? inside;
  const tests = relationshipTests(relationship, inside).map((test) => renamed(test, own, inside));
  const hop = { ...hopOf(relationship, binding), node: planning.slots.node(), tests };
  const { min, max } = relationship.length ?? { min: 1, max: 1 };
  const rounds = { min, max, start: planning.slots.node(), groups, tests: [] };
  return { hops: [hop], rounds, behind: boundaryOf(names, node) };
}

/** `((x)-[r]->(y) WHERE …){1,3}`: inside, each variable is one element under another name. */
function roundsOf(
  names: SearchNames,
  { length }: RelationshipPattern,
  body: PatternElement,
  node: NodePattern | null,
): SearchStep {
  const round = new Round(names);
  const start = round.node(body.nodes[0], 0);
  const hops = body.relationships.map((relationship, index): SearchHop => {
    const own = round.relationship(relationship, index);
    const end = round.node(body.nodes[index + 1], index + 1);
    return { ...hopOf(relationship, own), node: end, tests: [] };
  });
  round.addTests(body);
  const { min, max } = length ?? { min: 1, max: 1 };
  const rounds = { min, max, start, groups: round.groups, tests: round.wideTests(hops.length) };
  return {
    hops: hops.map((hop, index) => ({ ...hop, tests: round.testsOfHop(index) })),
    rounds,
    behind: boundaryOf(names, node),
  };
}

/** One round of a path that is repeated: its elements in the order drawn, and what is asked of them. */
class Round {
  readonly groups: SearchGroup[] = [];
  readonly #names: SearchNames;
  /** What stands for each variable inside, and the first hop and the last at which its slot is set. */
  readonly #inside = new Map<
    string,
    { readonly name: string; readonly from: number; to: number }
  >();
  readonly #bindings = new Map<string, Binding>();
  readonly #tests: Expression[] = [];
  readonly #unnamed = new Map<NodePattern | RelationshipPattern, string>();

  constructor(names: SearchNames) {
    this.#names = names;
  }

  /** Node `index` is set from the hop that leads to it to the one that leads on. */
  node(pattern: NodePattern | undefined, index: number): Binding {
    const binding = this.#names.planning.slots.node();
    const known = pattern?.variable == null ? undefined : this.#inside.get(pattern.variable.name);
    const name = this.#place(pattern, binding, index - 1, index);
    if (known !== undefined) {
      // Twice the same variable: the second place is one of its own that has to hold the same node.
      this.#tests.push(sameNode(name, known.name, pattern));
    } else if (pattern !== undefined) {
      addGroup(this.#names, this.groups, pattern.variable, "node", index);
    }
    return binding;
  }

  relationship(pattern: RelationshipPattern, index: number): Binding {
    const binding = this.#names.planning.slots.relationship();
    this.#place(pattern, binding, index, index);
    addGroup(this.#names, this.groups, pattern.variable, "relationship", index);
    return binding;
  }

  addTests(body: PatternElement): void {
    for (const part of [...body.nodes, ...body.relationships]) {
      const name = this.#unnamed.get(part) ?? part.variable?.name ?? "";
      const tests =
        part.kind === "NodePattern" ? nodeTests(part, name) : relationshipTests(part, name);
      this.#tests.push(...tests.map((test) => this.#renamed(test)));
    }
    this.#tests.push(...conjunctsOf(body.where).map((test) => this.#renamed(test)));
  }

  /** The tests whose elements are all set at the hop and at none before. */
  testsOfHop(index: number): readonly Expression[] {
    return this.#tests.filter((test) => this.#hopOf(test) === index);
  }

  /** The tests that no hop sees all elements of. */
  wideTests(hops: number): readonly Expression[] {
    return this.#tests.filter((test) => {
      const hop = this.#hopOf(test);
      return hop < 0 || hop >= hops;
    });
  }

  #hopOf(test: Expression): number {
    let first = 0;
    let last = Number.POSITIVE_INFINITY;
    const used = namesIn(test);
    for (const { name, from, to } of this.#inside.values()) {
      if (used.has(name)) {
        first = Math.max(first, from);
        last = Math.min(last, to);
      }
    }
    return first <= last ? first : -1;
  }

  #place(
    pattern: NodePattern | RelationshipPattern | undefined,
    binding: Binding,
    from: number,
    to: number,
  ): string {
    const { planning, bind } = this.#names;
    const name = planning.freshName();
    bind(name, binding);
    const variable = pattern?.variable?.name;
    const key = variable === undefined || this.#inside.has(variable) ? name : variable;
    this.#inside.set(key, { name, from, to });
    this.#bindings.set(name, binding);
    if (pattern !== undefined && key === name) {
      this.#unnamed.set(pattern, name);
    }
    return name;
  }

  #renamed(test: Expression): Expression {
    let result = test;
    for (const [variable, { name }] of this.#inside) {
      result = variable === name ? result : renamed(result, variable, name);
    }
    return result;
  }
}

function sameNode(a: string, b: string, pattern: NodePattern | undefined): Expression {
  const span = pattern?.span ?? { start: 0, end: 0 };
  const operands: Expression[] = [a, b].map((name) => ({ kind: "Variable", name, span }));
  return { kind: "ComparisonChain", operands, operators: ["="], span };
}

/** The node between two parts of a path, and what is asked of it. */
function boundaryOf(names: SearchNames, node: NodePattern | null): SearchStep["behind"] {
  const binding = names.planning.slots.node();
  if (node === null) {
    return { node: binding, tests: [] };
  }
  const written = node.variable?.name;
  const isKnown = written !== undefined && names.isKnown(written);
  const name = written === undefined || isKnown ? names.planning.freshName() : written;
  names.bind(name, binding);
  const tests = nodeTests(node, name).map((test) =>
    written === undefined ? test : renamed(test, written, name),
  );
  return {
    node: binding,
    tests: isKnown ? [...tests, sameNode(name, written, node)] : tests,
  };
}

function hopOf(
  relationship: RelationshipPattern,
  binding: Binding,
): Pick<SearchHop, "direction" | "types" | "relationship"> {
  const types = relationship.types === null ? null : alternatives(relationship.types);
  return { direction: directionOf(relationship), types, relationship: binding };
}

function relationshipTests(pattern: RelationshipPattern, name: string): readonly Expression[] {
  const isSpecial = pattern.types !== null && alternatives(pattern.types) === null;
  return [
    ...(isSpecial && pattern.types !== null
      ? labelPredicate(name, pattern.types, pattern.span)
      : []),
    ...propertyPredicates(name, pattern.properties),
    ...conjunctsOf(pattern.where),
  ];
}

function nodeTests(pattern: NodePattern, name: string): readonly Expression[] {
  return [
    ...(pattern.labels === null ? [] : labelPredicate(name, pattern.labels, pattern.span)),
    ...propertyPredicates(name, pattern.properties),
    ...conjunctsOf(pattern.where),
  ];
}

/** A list for a variable, when anything reads it. */
function addGroup(
  { planning, bind }: SearchNames,
  groups: SearchGroup[],
  variable: Variable | null,
  of: SearchGroup["of"],
  index: number,
): void {
  if (variable !== null && planning.isRead(variable.name)) {
    const to = planning.slots.value();
    bind(variable.name, to);
    groups.push({ to, of, index });
  }
}
