import type { Expression } from "../ast/expression.js";
import { expressionKey } from "../ast/expression-key.js";
import { freeVariables } from "./free-variables.js";
import type { StaticType } from "./static-type.js";

interface Known {
  readonly type: StaticType;
  readonly names: ReadonlySet<string>;
}

/**
 * What an expression can name: variables, with what is known of their types, and whole expressions
 * that were projected before (`ORDER BY n.name` after `RETURN DISTINCT n.name`). Immutable.
 */
export class Scope {
  static readonly empty: Scope = new Scope(new Map(), new Map());

  readonly #types: ReadonlyMap<string, StaticType>;
  readonly #known: ReadonlyMap<string, Known>;

  private constructor(types: ReadonlyMap<string, StaticType>, known: ReadonlyMap<string, Known>) {
    this.#types = types;
    this.#known = known;
  }

  static of(entries: Iterable<readonly [string, StaticType]>): Scope {
    return new Scope(new Map(entries), new Map());
  }

  get size(): number {
    return this.#types.size;
  }

  find(name: string): StaticType | undefined {
    return this.#types.get(name);
  }

  has(name: string): boolean {
    return this.#types.has(name);
  }

  /** In the order the variables came into scope. */
  names(): readonly string[] {
    return [...this.#types.keys()];
  }

  entries(): Iterable<readonly [string, StaticType]> {
    return this.#types.entries();
  }

  /** A scope with one variable more; one of the same name is hidden. */
  with(name: string, type: StaticType): Scope {
    return this.withAll([[name, type]]);
  }

  withAll(entries: Iterable<readonly [string, StaticType]>): Scope {
    const added = new Map(entries);
    const known =
      this.#known.size === 0
        ? this.#known
        : new Map(
            [...this.#known].filter(([, { names }]) =>
              [...names].every((name) => !added.has(name)),
            ),
          );
    return new Scope(new Map([...this.#types, ...added]), known);
  }

  /** A scope in which these expressions may stand although their variables may be gone. */
  knowing(entries: Iterable<readonly [Expression, StaticType]>): Scope {
    const known = new Map(this.#known);
    for (const [expression, type] of entries) {
      known.set(expressionKey(expression), { type, names: freeVariables(expression) });
    }
    return new Scope(this.#types, known);
  }

  findKnown(expression: Expression): StaticType | undefined {
    return this.#known.size === 0 ? undefined : this.#known.get(expressionKey(expression))?.type;
  }
}
