import type { Expression } from "../ast/expression.js";
import type { PathSelector } from "../ast/pattern.js";
import type { ExpandDirection } from "./expand-direction.js";
import type { Binding } from "./slots.js";

/** One relationship on the way and the node that it leads to; both have id slots while they are tested. */
export interface SearchHop {
  /** As drawn, from left to right. */
  readonly direction: ExpandDirection;
  readonly types: readonly string[] | null;
  readonly relationship: Binding;
  readonly node: Binding;
  /** Conditions on the node before, the relationship and the node behind, whose slots are set. */
  readonly tests: readonly Expression[];
}

/** A variable of a path that is repeated: a list with one item a round. */
export interface SearchGroup {
  readonly to: Binding;
  readonly of: "node" | "relationship";
  /** Which node or relationship of a round, counted from its left end. */
  readonly index: number;
}

/** A part of a path: one relationship, or some that are repeated together. */
export interface SearchStep {
  readonly hops: readonly SearchHop[];
  /** Null: once, and what is found is bound in the slots of the hops. */
  readonly rounds: {
    readonly min: number;
    readonly max: number | null;
    /** Id slot of the node that a round starts from. */
    readonly start: Binding;
    readonly groups: readonly SearchGroup[];
    /** Conditions that look at more of a round than one hop. */
    readonly tests: readonly Expression[];
  } | null;
  /** The node behind the part, and the conditions on it; the end of the whole path has none here. */
  readonly behind: { readonly node: Binding; readonly tests: readonly Expression[] };
}

/** A path between two nodes that is searched for as a whole. */
export interface PatternPathSearch {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly steps: readonly SearchStep[];
  /** Null: every path. */
  readonly selector: PathSelector | null;
  /** Value slot for the relationships in the order drawn. */
  readonly binding: Binding;
  /** Conditions on the whole path that hold before any is chosen. */
  readonly predicates: readonly Expression[];
  /** All names that the search binds, besides its ends. */
  readonly names: readonly string[];
  /** The types that its relationships have; null: any. */
  readonly types: readonly string[] | null;
  readonly clause: number;
}
