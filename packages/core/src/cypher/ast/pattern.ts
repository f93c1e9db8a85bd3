import type { SourceSpan } from "../source/source-span.js";
import type { Expression, LabelExpression, MapLiteral, Parameter, Variable } from "./expression.js";

/** `(n:Label {key: value} WHERE …)`. */
export interface NodePattern {
  readonly kind: "NodePattern";
  readonly span: SourceSpan;
  readonly variable: Variable | null;
  readonly labels: LabelExpression | null;
  readonly properties: MapLiteral | Parameter | null;
  readonly where: Expression | null;
}

/** Bounds of `*`: a missing minimum is 1, a missing maximum has no end. */
export interface VariableLength {
  readonly min: number;
  readonly max: number | null;
}

/**
 * `-[r:TYPE|OTHER*1..3 {key: value} WHERE …]->`. `left`: drawn `<-`, `right`: `->`, `none`: either way.
 * With a `body` it is a path that is repeated, `((x)-->(y) WHERE …){1,3}`, and nothing but `length` is said
 * beside it.
 */
export interface RelationshipPattern {
  readonly kind: "RelationshipPattern";
  readonly span: SourceSpan;
  readonly variable: Variable | null;
  readonly types: LabelExpression | null;
  readonly length: VariableLength | null;
  readonly properties: MapLiteral | Parameter | null;
  readonly where: Expression | null;
  readonly direction: "left" | "right" | "none";
  readonly body: PatternElement | null;
}

/** Alternating nodes and relationships; one node more than relationships. `where` stands inside `(… WHERE …)`. */
export interface PatternElement {
  readonly kind: "PatternElement";
  readonly span: SourceSpan;
  readonly nodes: readonly NodePattern[];
  readonly relationships: readonly RelationshipPattern[];
  readonly where: Expression | null;
}

/** `SHORTEST 2`, `SHORTEST 2 GROUPS`, `ALL SHORTEST`, `ANY 3`: so many paths, or all paths of so many lengths. */
export interface PathSelector {
  readonly count: number;
  readonly groups: boolean;
  /** `ANY`: whichever paths, not the shortest ones. */
  readonly any: boolean;
}

/** `shortestPath()` and `allShortestPaths()` give the shortest that pass WHERE. */
type ShortestForm = "one" | "all";

/** One comma-separated part: `p = (a)-->(b)` or `p = shortestPath((a)-[*]-(b))`. */
export interface PatternPart {
  readonly kind: "PatternPart";
  readonly span: SourceSpan;
  readonly variable: Variable | null;
  readonly element: PatternElement;
  readonly shortest: ShortestForm | null;
  /** Chosen before WHERE, between each two ends. */
  readonly selector: PathSelector | null;
}

export interface Pattern {
  readonly kind: "Pattern";
  readonly span: SourceSpan;
  readonly parts: readonly PatternPart[];
}
