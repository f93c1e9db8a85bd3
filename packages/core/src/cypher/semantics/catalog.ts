/** How many arguments a function takes. */
export interface Arity {
  readonly minArguments: number;
  readonly maxArguments: number;
}

/** A parameter or result of a procedure; `type` in the notation of Neo4j, such as `INTEGER?` or `LIST<STRING>`. */
export interface ProcedureField {
  readonly name: string;
  readonly type: string;
  /** An argument that may be left out. */
  readonly optional?: boolean;
}

export interface ProcedureSignature {
  readonly name: string;
  readonly inputs: readonly ProcedureField[];
  /** Empty for a procedure that yields nothing and lets every row pass. */
  readonly outputs: readonly ProcedureField[];
  readonly writes?: boolean;
  /** What SHOW PROCEDURES says of it. */
  readonly summary?: string;
}

/** What a query may call. Names are looked up without regard to case. */
export interface Catalog {
  findFunction(name: string): Arity | undefined;
  findAggregate(name: string): Arity | undefined;
  findProcedure(name: string): ProcedureSignature | undefined;
  /** For `Did you mean`; may be left out. */
  functionNames?(): Iterable<string>;
  procedureNames?(): Iterable<string>;
}
