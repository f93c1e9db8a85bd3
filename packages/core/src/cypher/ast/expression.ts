import type { SourceSpan } from "../source/source-span.js";
import type { Pattern, PatternElement } from "./pattern.js";
import type { Query } from "./query.js";
import type { ValueTypeUnion } from "./value-type.js";

interface Node {
  readonly span: SourceSpan;
}

type UnaryOperator = "not" | "+" | "-";
export type BinaryOperator =
  | "or"
  | "xor"
  | "and"
  | "+"
  | "-"
  | "*"
  | "/"
  | "%"
  | "^"
  | "starts-with"
  | "ends-with"
  | "contains"
  | "in"
  | "=~";
export type ComparisonOperator = "=" | "<>" | "<" | "<=" | ">" | ">=";

/** Integers are numbers or, beyond ±2^53, bigints; `-9223372036854775808` is lexed as one literal. */
export interface IntegerLiteral extends Node {
  readonly kind: "IntegerLiteral";
  readonly value: number | bigint;
}
export interface FloatLiteral extends Node {
  readonly kind: "FloatLiteral";
  readonly value: number;
}
interface StringLiteral extends Node {
  readonly kind: "StringLiteral";
  readonly value: string;
}
interface BooleanLiteral extends Node {
  readonly kind: "BooleanLiteral";
  readonly value: boolean;
}
interface NullLiteral extends Node {
  readonly kind: "NullLiteral";
}
export interface Parameter extends Node {
  readonly kind: "Parameter";
  readonly name: string;
}
export interface Variable extends Node {
  readonly kind: "Variable";
  readonly name: string;
}
export interface ListLiteral extends Node {
  readonly kind: "ListLiteral";
  readonly items: readonly Expression[];
}
export interface MapEntry {
  readonly key: string;
  readonly value: Expression;
}
export interface MapLiteral extends Node {
  readonly kind: "MapLiteral";
  readonly entries: readonly MapEntry[];
}
export interface PropertyAccess extends Node {
  readonly kind: "PropertyAccess";
  readonly subject: Expression;
  readonly key: string;
}
/** `subject[index]`: a list element or a map, node or relationship property. */
export interface IndexAccess extends Node {
  readonly kind: "IndexAccess";
  readonly subject: Expression;
  readonly index: Expression;
}
export interface SliceAccess extends Node {
  readonly kind: "SliceAccess";
  readonly subject: Expression;
  readonly from: Expression | null;
  readonly to: Expression | null;
}
/** `subject:A:B` (all must hold); on relationships the names are types. */
export interface LabelPredicate extends Node {
  readonly kind: "LabelPredicate";
  readonly subject: Expression;
  readonly labels: LabelExpression;
}
export interface UnaryExpression extends Node {
  readonly kind: "UnaryExpression";
  readonly operator: UnaryOperator;
  readonly operand: Expression;
}
export interface BinaryExpression extends Node {
  readonly kind: "BinaryExpression";
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
}
/** `a < b <= c`: every neighbouring pair must hold. One operator more operands than operators. */
export interface ComparisonChain extends Node {
  readonly kind: "ComparisonChain";
  readonly operands: readonly Expression[];
  readonly operators: readonly ComparisonOperator[];
}
export interface NullCheck extends Node {
  readonly kind: "NullCheck";
  readonly operand: Expression;
  readonly negated: boolean;
}
/** `IS [NOT] :: INTEGER` and `IS [NOT] NFC NORMALIZED`. */
export interface IsPredicate extends Node {
  readonly kind: "IsPredicate";
  readonly operand: Expression;
  readonly negated: boolean;
  readonly test:
    | { readonly kind: "type"; readonly types: ValueTypeUnion }
    | { readonly kind: "normalized"; readonly form: NormalForm };
}
type NormalForm = "NFC" | "NFD" | "NFKC" | "NFKD";
/** `count(*)` is a call of `count` with `star`. Names keep their namespace: `duration.between`. */
export interface FunctionCall extends Node {
  readonly kind: "FunctionCall";
  readonly name: string;
  readonly arguments: readonly Expression[];
  readonly distinct: boolean;
  readonly star: boolean;
}
export interface CaseBranch {
  readonly when: Expression;
  readonly then: Expression;
}
export interface CaseExpression extends Node {
  readonly kind: "CaseExpression";
  readonly subject: Expression | null;
  readonly branches: readonly CaseBranch[];
  readonly otherwise: Expression | null;
}
export interface ListComprehension extends Node {
  readonly kind: "ListComprehension";
  readonly variable: Variable;
  readonly list: Expression;
  readonly where: Expression | null;
  readonly projection: Expression | null;
}
export interface PatternComprehension extends Node {
  readonly kind: "PatternComprehension";
  readonly variable: Variable | null;
  readonly pattern: PatternElement;
  readonly where: Expression | null;
  readonly projection: Expression;
}
export interface Quantifier extends Node {
  readonly kind: "Quantifier";
  readonly quantifier: "all" | "any" | "none" | "single";
  readonly variable: Variable;
  readonly list: Expression;
  readonly where: Expression | null;
}
/** `reduce(…)`; with a condition it is `allReduce(…)`: whether that holds after every step. */
export interface Reduce extends Node {
  readonly kind: "Reduce";
  readonly accumulator: Variable;
  readonly initial: Expression;
  readonly variable: Variable;
  readonly list: Expression;
  readonly expression: Expression;
  readonly condition: Expression | null;
}
/** A pattern used as a predicate: true when it matches at least once. */
export interface PatternPredicate extends Node {
  readonly kind: "PatternPredicate";
  readonly pattern: PatternElement;
}
/** `EXISTS { … }`, `COUNT { … }`, `COLLECT { … }`, over a pattern with WHERE or a whole query. */
export interface SubqueryExpression extends Node {
  readonly kind: "SubqueryExpression";
  readonly form: "exists" | "count" | "collect";
  readonly body:
    | { readonly kind: "pattern"; readonly pattern: Pattern; readonly where: Expression | null }
    | { readonly kind: "query"; readonly query: Query };
}
/** `shortestPath((a)-[*]-(b))` as an expression. */
export interface ShortestPathExpression extends Node {
  readonly kind: "ShortestPathExpression";
  readonly all: boolean;
  readonly pattern: PatternElement;
}
export type MapProjectionItem =
  | { readonly kind: "property"; readonly key: string }
  | { readonly kind: "all-properties" }
  | { readonly kind: "entry"; readonly key: string; readonly value: Expression }
  | { readonly kind: "variable"; readonly variable: Variable };
export interface MapProjection extends Node {
  readonly kind: "MapProjection";
  readonly subject: Variable;
  readonly items: readonly MapProjectionItem[];
}

/** `$(expression)`, `$all(…)` or `$any(…)`: one name, or a list of which all or any are meant. */
export interface DynamicLabel extends Node {
  readonly kind: "dynamic";
  readonly quantifier: "all" | "any";
  readonly names: Expression;
}

export type LabelExpression =
  | { readonly kind: "label"; readonly name: string; readonly span: SourceSpan }
  | DynamicLabel
  | { readonly kind: "wildcard" }
  | { readonly kind: "not"; readonly operand: LabelExpression }
  | {
      readonly kind: "and" | "or";
      readonly left: LabelExpression;
      readonly right: LabelExpression;
    };

export type Expression =
  | IntegerLiteral
  | FloatLiteral
  | StringLiteral
  | BooleanLiteral
  | NullLiteral
  | Parameter
  | Variable
  | ListLiteral
  | MapLiteral
  | PropertyAccess
  | IndexAccess
  | SliceAccess
  | LabelPredicate
  | UnaryExpression
  | BinaryExpression
  | ComparisonChain
  | NullCheck
  | IsPredicate
  | FunctionCall
  | CaseExpression
  | ListComprehension
  | PatternComprehension
  | Quantifier
  | Reduce
  | PatternPredicate
  | SubqueryExpression
  | ShortestPathExpression
  | MapProjection;
