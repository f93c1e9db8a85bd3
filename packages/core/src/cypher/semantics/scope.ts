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
 * that were projected before (`ORDER BY n.name` after `RETURN DISTINCT n.name`). Immutable; a scope
 * with one more variable shares the rest, so that a CREATE of thousands of nodes stays cheap.
 */
export class Scope {
  static readonly empty: Scope = new Scope(new Map(), new Map(), null);

  readonly #own: ReadonlyMap<string, StaticType>;
  readonly #known: ReadonlyMap<string, Known>;
  readonly #outer: Scope | null;

  private constructor(
    own: ReadonlyMap<string, StaticType>,
    known: ReadonlyMap<string, Known>,
    outer: Scope | null,
  ) {
    this.#own = own;
    this.#known = known;
    this.#outer = outer;
  }

  static of(entries: Iterable<readonly [string, StaticType]>): Scope {
    return new Scope(new Map(entries), new Map(), null);
  }

  get size(): number {
    return this.#all().size;
  }

  find(name: string): StaticType | undefined {
    let scope: Scope | null = this;
    while (scope !== null) {
      const type = scope.#own.get(name);
      if (type !== undefined) {
        return type;
      }
      scope = scope.#outer;
    }
    return undefined;
  }

  has(name: string): boolean {
    return this.find(name) !== undefined;
  }

  /** In the order the variables came into scope. */
  names(): readonly string[] {
    return [...this.#all().keys()];
  }

  entries(): Iterable<readonly [string, StaticType]> {
    return this.#all().entries();
  }

  /** A scope with one variable more; one of the same name is hidden. */
  with(name: string, type: StaticType): Scope {
    return this.withAll([[name, type]]);
  }

  withAll(entries: Iterable<readonly [string, StaticType]>): Scope {
    let own: ReadonlyMap<string, StaticType> = new Map(entries);
    const known = this.#knownWithout(own);
    let outer: Scope | null = this;
    // Layers at least halve in size from the outermost in, so that there are few of them.
    while (outer !== null && outer.#own.size <= own.size * 2) {
      own = new Map([...outer.#own, ...own]);
      outer = outer.#outer;
    }
    return new Scope(own, known, outer);
  }

  /** A scope in which these expressions may stand although their variables may be gone. */
  knowing(entries: Iterable<readonly [Expression, StaticType]>): Scope {
    const known = new Map(this.#known);
    for (const [expression, type] of entries) {
      known.set(expressionKey(expression), { type, names: freeVariables(expression) });
    }
    return new Scope(this.#own, known, this.#outer);
  }

  findKnown(expression: Expression): StaticType | undefined {
    return this.#known.size === 0 ? undefined : this.#known.get(expressionKey(expression))?.type;
  }

  #all(): ReadonlyMap<string, StaticType> {
    const layers: ReadonlyMap<string, StaticType>[] = [];
    for (let scope: Scope | null = this; scope !== null; scope = scope.#outer) {
      layers.unshift(scope.#own);
    }
    return new Map(layers.flatMap((layer) => [...layer]));
  }

  /** What is known but for expressions that name a variable which is about to be hidden. */
  #knownWithout(hidden: ReadonlyMap<string, unknown>): ReadonlyMap<string, Known> {
    return this.#known.size === 0
      ? this.#known
      : new Map(
          [...this.#known].filter(([, { names }]) => [...names].every((name) => !hidden.has(name))),
        );
  }
}
