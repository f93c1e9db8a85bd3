import type { Expression, LabelExpression } from "../ast/expression.js";
import type { VariableLength } from "../ast/pattern.js";
import type { ExpandDirection } from "./expand-direction.js";
import type { PatternPathSearch } from "./path-search.js";
import type { Binding } from "./slots.js";

/** A node of a MATCH, by the name of its variable; unnamed ones get a name that starts with a space. */
export interface PatternNode {
  readonly name: string;
  /** An id slot. */
  readonly binding: Binding;
  /** `free`: to be found; `bound`: already in its slot; otherwise the value slot it has to be taken from. */
  readonly state: "free" | "bound" | Binding;
}

/** A relationship of a MATCH, drawn between `from` on the left and `to` on the right. */
export interface PatternRelationship {
  readonly name: string;
  /** An id slot, or with `length` a value slot for the list of relationships in the order drawn. */
  readonly binding: Binding;
  readonly state: "free" | "bound" | Binding;
  readonly from: string;
  readonly to: string;
  /** As seen from `from`. */
  readonly direction: ExpandDirection;
  /** The types of which it must have one; null: any. Label expressions beyond `A|B` are predicates. */
  readonly types: readonly string[] | null;
  readonly length: VariableLength | null;
  /** The list of a variable-length relationship is read later and has to be kept. */
  readonly keepsList: boolean;
  /** Holds each single relationship of a variable length while `stepPredicates` are tested. */
  readonly step: Binding | null;
  readonly stepPredicates: readonly Expression[];
  /** Relationships of one MATCH clause are pairwise different. */
  readonly clause: number;
}

/** `shortestPath(…)` and `allShortestPaths(…)` over one relationship pattern whose ends are found first. */
export interface PatternShortest {
  readonly all: boolean;
  /** Paths are chosen before any condition on the whole path is looked at, and may lead back to where they start. */
  readonly choosesFirst: boolean;
  readonly relationship: PatternRelationship;
  /** Holds each node of the way while `nodePredicates` are tested. */
  readonly nodeStep: Binding | null;
  readonly nodePredicates: readonly Expression[];
  /** Predicates over the whole path: the shortest path is the shortest for which they hold. */
  readonly predicates: readonly Expression[];
  readonly path: PatternPath | null;
  /** Both ends are one variable, so that no path can be meant. */
  readonly sameEnds: boolean;
}

/** A named path; `elements` are names of nodes and relationships in turn, as drawn. */
export interface PatternPath {
  readonly name: string;
  readonly binding: Binding;
  readonly elements: readonly PathElement[];
}

export interface PathElement {
  readonly binding: Binding;
}

/** What a MATCH asks for, with no order in it. */
export interface PatternGraph {
  readonly nodes: readonly PatternNode[];
  readonly relationships: readonly PatternRelationship[];
  readonly shortest: readonly PatternShortest[];
  readonly searches: readonly PatternPathSearch[];
  readonly paths: readonly PatternPath[];
  /** All must hold; property maps, labels and the conjuncts of WHERE alike. */
  readonly predicates: readonly Expression[];
}

/** The label or type names of `A` or `A|B|C`; null when the expression says more than that. */
export function alternatives(expression: LabelExpression): readonly string[] | null {
  switch (expression.kind) {
    case "label":
      return [expression.name];
    case "or": {
      const left = alternatives(expression.left);
      const right = alternatives(expression.right);
      return left === null || right === null ? null : [...left, ...right];
    }
    case "and":
    case "dynamic":
    case "not":
    case "wildcard":
      return null;
  }
}
