import type { Expression } from "../ast/expression.js";
import { expressionKey } from "../ast/expression-key.js";
import type { Binding } from "./slots.js";
import { namesIn } from "./walk-ast.js";

interface Known {
  readonly binding: Binding;
  readonly names: ReadonlySet<string>;
}

/**
 * What an expression can see: variables by name, and expressions whose value already stands in the
 * row (grouping keys, aggregates and projected items, matched by their text).
 */
export class Scope {
  static readonly empty: Scope = new Scope(new Map(), new Map());

  readonly names: ReadonlyMap<string, Binding>;
  readonly #known: ReadonlyMap<string, Known>;

  private constructor(names: ReadonlyMap<string, Binding>, known: ReadonlyMap<string, Known>) {
    this.names = names;
    this.#known = known;
  }

  static of(names: Iterable<readonly [string, Binding]>): Scope {
    return new Scope(new Map(names), new Map());
  }

  find(name: string): Binding | undefined {
    return this.names.get(name);
  }

  /** The place of an expression that was computed before, if there is one. */
  findKnown(expression: Expression): Binding | undefined {
    return this.#known.size === 0 ? undefined : this.#known.get(expressionKey(expression))?.binding;
  }

  /** A scope with more variables. They hide variables of the same name and what was known about them. */
  with(names: Iterable<readonly [string, Binding]>): Scope {
    const added = new Map(names);
    const known = [...this.#known].filter(([, { names: used }]) =>
      [...used].every((name) => !added.has(name)),
    );
    return new Scope(new Map([...this.names, ...added]), new Map(known));
  }

  /** A scope that takes the value of these expressions from the row. */
  knowing(expressions: Iterable<readonly [Expression, Binding]>): Scope {
    const known = new Map(this.#known);
    for (const [expression, binding] of expressions) {
      known.set(expressionKey(expression), { binding, names: namesIn(expression) });
    }
    return new Scope(this.names, known);
  }

  /** Variables a query can name: those the planner invented start with a space. */
  visible(): readonly (readonly [string, Binding])[] {
    return [...this.names].filter(([name]) => !name.startsWith(" "));
  }
}
