import type { SchemaIndex, UniqueRule } from "../../graph/graph-schema.js";
import type { SourceSpan } from "../source/source-span.js";
import type {
  DynamicLabel,
  Expression,
  IndexAccess,
  PropertyAccess,
  Variable,
} from "./expression.js";
import type { Pattern, PatternPart } from "./pattern.js";

interface Clause {
  readonly span: SourceSpan;
}

export interface MatchClause extends Clause {
  readonly kind: "MatchClause";
  readonly optional: boolean;
  readonly pattern: Pattern;
  readonly where: Expression | null;
}
export interface UnwindClause extends Clause {
  readonly kind: "UnwindClause";
  readonly list: Expression;
  readonly variable: Variable;
}

/** `expression AS alias`; `name` is the alias or the source text of the expression, verbatim. */
export interface ProjectionItem {
  readonly expression: Expression;
  readonly alias: Variable | null;
  readonly name: string;
  readonly span: SourceSpan;
}
export interface SortItem {
  readonly expression: Expression;
  readonly descending: boolean;
  readonly span: SourceSpan;
}
/** The shared body of WITH and RETURN. `star` comes first when both it and items are given. */
export interface Projection {
  readonly distinct: boolean;
  readonly star: boolean;
  readonly items: readonly ProjectionItem[];
  readonly orderBy: readonly SortItem[];
  readonly skip: Expression | null;
  readonly limit: Expression | null;
  readonly span: SourceSpan;
}
/** FILTER and LET are a `WITH *` that they only spell otherwise; LET binds nothing that is bound. */
export interface WithClause extends Clause {
  readonly kind: "WithClause";
  readonly form: "with" | "let";
  readonly projection: Projection;
  readonly where: Expression | null;
}
export interface ReturnClause extends Clause {
  readonly kind: "ReturnClause";
  readonly projection: Projection;
}
/** Ends a query that returns nothing. */
export interface FinishClause extends Clause {
  readonly kind: "FinishClause";
}
/** A query in braces, or behind WHEN; the condition of ELSE and of mere braces is null. */
interface Branch {
  readonly condition: Expression | null;
  readonly query: Query;
}
/**
 * `WHEN … THEN … ELSE …`: for each row the first branch whose condition holds. Behind it there is what the
 * branch returns and nothing else.
 */
export interface BranchClause extends Clause {
  readonly kind: "BranchClause";
  readonly branches: readonly Branch[];
}

export interface CreateClause extends Clause {
  readonly kind: "CreateClause";
  readonly pattern: Pattern;
}
export interface MergeClause extends Clause {
  readonly kind: "MergeClause";
  readonly part: PatternPart;
  readonly onCreate: readonly SetItem[];
  readonly onMatch: readonly SetItem[];
}
/** A label or type to write: a name, or what gives one, or several, for each row. */
export type WrittenName = string | DynamicLabel;
export type SetItem =
  | {
      readonly kind: "property";
      readonly target: PropertyAccess | IndexAccess;
      readonly value: Expression;
      readonly span: SourceSpan;
    }
  /** `n = map` replaces, `n += map` adds. */
  | {
      readonly kind: "replace" | "add";
      readonly target: Variable;
      readonly value: Expression;
      readonly span: SourceSpan;
    }
  | {
      readonly kind: "labels";
      readonly target: Variable;
      readonly labels: readonly WrittenName[];
      readonly span: SourceSpan;
    };
export interface SetClause extends Clause {
  readonly kind: "SetClause";
  readonly items: readonly SetItem[];
}
export type RemoveItem =
  | {
      readonly kind: "property";
      readonly target: PropertyAccess | IndexAccess;
      readonly span: SourceSpan;
    }
  | {
      readonly kind: "labels";
      readonly target: Variable;
      readonly labels: readonly WrittenName[];
      readonly span: SourceSpan;
    };
export interface RemoveClause extends Clause {
  readonly kind: "RemoveClause";
  readonly items: readonly RemoveItem[];
}
export interface DeleteClause extends Clause {
  readonly kind: "DeleteClause";
  readonly detach: boolean;
  readonly targets: readonly Expression[];
}
export interface ForeachClause extends Clause {
  readonly kind: "ForeachClause";
  readonly variable: Variable;
  readonly list: Expression;
  readonly updates: readonly UpdateClause[];
}

/** `CALL name(args) YIELD a AS b`; `arguments` null: taken from parameters of the same names (stand-alone call only). */
export interface ProcedureCallClause extends Clause {
  readonly kind: "ProcedureCallClause";
  readonly name: string;
  readonly arguments: readonly Expression[] | null;
  readonly yields: readonly { readonly field: string; readonly variable: Variable }[] | null;
  readonly yieldStar: boolean;
  readonly where: Expression | null;
  /** A row for which it yields nothing lives on with nulls. */
  readonly optional: boolean;
}
/** `CALL { … }` or `CALL (a, b) { … }`; `imports` null: by a leading WITH; `"*"`: everything. */
export interface SubqueryCallClause extends Clause {
  readonly kind: "SubqueryCallClause";
  readonly imports: readonly Variable[] | "*" | null;
  readonly query: Query;
  readonly optional: boolean;
}

type ReadingClause = MatchClause | UnwindClause | ProcedureCallClause | SubqueryCallClause;
export type UpdateClause =
  | CreateClause
  | MergeClause
  | SetClause
  | RemoveClause
  | DeleteClause
  | ForeachClause;
export type AnyClause =
  | ReadingClause
  | UpdateClause
  | WithClause
  | ReturnClause
  | FinishClause
  | BranchClause;

/** Clauses between two UNIONs, in text order. */
export interface SingleQuery {
  readonly kind: "SingleQuery";
  readonly clauses: readonly AnyClause[];
  readonly span: SourceSpan;
}
/** `all[i]` belongs between part i and part i + 1: true for UNION ALL. */
export interface Query {
  readonly kind: "Query";
  readonly parts: readonly SingleQuery[];
  readonly all: readonly boolean[];
  readonly span: SourceSpan;
}

/**
 * `CREATE INDEX`, `DROP CONSTRAINT` and their kin, which change no data. `tolerant`: with IF [NOT]
 * EXISTS. `rule` is null for an index, and for a constraint that is dropped by its name.
 */
export interface SchemaCommand {
  readonly kind: "SchemaCommand";
  readonly action: "create" | "drop";
  readonly subject: "index" | "constraint";
  readonly name: string | null;
  readonly tolerant: boolean;
  readonly rule: UniqueRule | null;
  /** What an index to create covers. */
  readonly index: SchemaIndex | null;
  readonly span: SourceSpan;
}

/**
 * A whole statement. `mode` is the EXPLAIN or PROFILE prefix. A schema command comes with a query of
 * no parts.
 */
export interface Statement {
  readonly kind: "Statement";
  readonly mode: "run" | "explain" | "profile";
  readonly query: Query;
  readonly schema: SchemaCommand | null;
  readonly span: SourceSpan;
}
