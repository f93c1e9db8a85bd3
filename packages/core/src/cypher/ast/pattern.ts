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

/** `-[r:TYPE|OTHER*1..3 {key: value} WHERE …]->`. `left`: drawn `<-`, `right`: `->`, `none`: either way. */
export interface RelationshipPattern {
  readonly kind: "RelationshipPattern";
  readonly span: SourceSpan;
  readonly variable: Variable | null;
  readonly types: LabelExpression | null;
  readonly length: VariableLength | null;
  readonly properties: MapLiteral | Parameter | null;
  readonly where: Expression | null;
  readonly direction: "left" | "right" | "none";
}

/** Alternating nodes and relationships; one node more than relationships. */
export interface PatternElement {
  readonly kind: "PatternElement";
  readonly span: SourceSpan;
  readonly nodes: readonly NodePattern[];
  readonly relationships: readonly RelationshipPattern[];
}

/**
 * `shortestPath()` and `allShortestPaths()` give the shortest that pass WHERE; `ANY SHORTEST` and
 * `ALL SHORTEST` choose first, and WHERE filters what was chosen.
 */
export type ShortestForm = "one" | "all" | "any shortest" | "all shortest";

/** One comma-separated part: `p = (a)-->(b)` or `p = shortestPath((a)-[*]-(b))`. */
export interface PatternPart {
  readonly kind: "PatternPart";
  readonly span: SourceSpan;
  readonly variable: Variable | null;
  readonly element: PatternElement;
  readonly shortest: ShortestForm | null;
}

export interface Pattern {
  readonly kind: "Pattern";
  readonly span: SourceSpan;
  readonly parts: readonly PatternPart[];
}
