/** What a drawn expression is meant to be; `bag` is a list whose order nobody promises. */
export type Meant =
  | "int"
  | "float"
  | "text"
  | "truth"
  | "day"
  | "ints"
  | "texts"
  | "map"
  | "bag"
  | "node"
  | "rel"
  | "path"
  | "mixed";

export interface Variable {
  readonly name: string;
  readonly meant: Meant;
}

/** What all scopes of one query share. */
interface Query {
  next: number;
  /** Whether its long hops are `((a)-->(b)){1,2}` in place of `*1..2`: one pattern may not mix the two. */
  readonly quantifies: boolean;
}

/** The variables that a clause may use, and a stock of names that were never used. */
export class Scope {
  readonly variables: readonly Variable[];
  readonly #query: Query;

  constructor(variables: readonly Variable[], query: Query) {
    this.variables = variables;
    this.#query = query;
  }

  static ofQuery(quantifies: boolean): Scope {
    return new Scope([], { next: 0, quantifies });
  }

  get quantifies(): boolean {
    return this.#query.quantifies;
  }

  fresh(prefix: string): string {
    this.#query.next += 1;
    return `${prefix}${this.#query.next}`;
  }

  with(...more: readonly Variable[]): Scope {
    return new Scope([...this.variables, ...more], this.#query);
  }

  only(variables: readonly Variable[]): Scope {
    return new Scope(variables, this.#query);
  }

  names(meant: Meant): readonly string[] {
    return this.variables.filter((each) => each.meant === meant).map(({ name }) => name);
  }
}
