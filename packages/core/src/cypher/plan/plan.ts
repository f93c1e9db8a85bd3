import type { Expression } from "../ast/expression.js";
import type { RemoveItem, SetItem, WrittenName } from "../ast/query.js";
import type { ExpandDirection } from "./expand-direction.js";
import type { PatternPathSearch } from "./path-search.js";
import type { PathElement, PatternGraph, PatternShortest } from "./pattern-graph.js";
import type { Scope } from "./scope.js";
import type { Binding } from "./slots.js";

interface Step {
  readonly input: Plan;
}
/** Tests of a step that binds something: the row goes on when all of them are true. */
interface Tested {
  readonly tests: readonly Expression[];
  readonly scope: Scope;
}

/** One row: the bound variables of the surrounding query, or nothing at all. */
interface ArgumentPlan {
  readonly kind: "Argument";
}

/** A MATCH before its order is chosen; the optimizer replaces it by the steps below. */
export interface MatchPlan extends Step {
  readonly kind: "Match";
  readonly pattern: PatternGraph;
  readonly scope: Scope;
}
/** Each row with every match of `inner`, or once with nulls in `nulls`. */
export interface OptionalPlan extends Step {
  readonly kind: "Optional";
  readonly inner: Plan;
  readonly nulls: readonly Binding[];
}

export interface NodeScanPlan extends Step, Tested {
  readonly kind: "NodeScan";
  readonly node: Binding;
  readonly label: string | null;
}
/** Nodes whose property equals a value (or, with `many`, an item of a list), from the index. */
export interface NodeSeekPlan extends Step, Tested {
  readonly kind: "NodeSeek";
  readonly node: Binding;
  readonly label: string;
  readonly key: string;
  readonly value: Expression;
  readonly many: boolean;
}
/** Nodes for which an expression equals a value of the row, from a table of that expression made for the run. */
export interface NodeJoinPlan extends Step, Tested {
  readonly kind: "NodeJoin";
  readonly node: Binding;
  readonly label: string | null;
  readonly key: Expression;
  readonly value: Expression;
}
/** All relationships of the types, their ends bound with them. */
export interface RelationshipScanPlan extends Step, Tested {
  readonly kind: "RelationshipScan";
  readonly relationship: Binding;
  readonly from: Binding;
  readonly to: Binding;
  readonly types: readonly string[] | null;
  readonly direction: ExpandDirection;
  readonly unlike: readonly Binding[];
}
/** Takes a node from a value slot; other values but null are an error, null ends the row. */
export interface TakeNodePlan extends Step, Tested {
  readonly kind: "TakeNode";
  readonly node: Binding;
  readonly source: Binding;
}
/** Follows one relationship; with `into` the far end is bound and has to be the one reached. */
export interface ExpandPlan extends Step, Tested {
  readonly kind: "Expand";
  readonly from: Binding;
  readonly relationship: Binding;
  readonly to: Binding;
  readonly direction: ExpandDirection;
  readonly types: readonly string[] | null;
  readonly into: boolean;
  /** Relationships (or lists of them) of the same MATCH that this one must not be. */
  readonly unlike: readonly Binding[];
}
/**
 * Rows stand for as many as the node has relationships, of which nothing else is asked; with `to` for as
 * many as there are between the two. Read by an aggregation over columns only.
 */
export interface ExpandCountPlan extends Step {
  readonly kind: "ExpandCount";
  readonly from: Binding;
  readonly to: Binding | null;
  readonly direction: ExpandDirection;
  readonly types: readonly string[] | null;
  /** What the far end carries, where nothing binds it. */
  readonly endLabels: readonly string[];
  readonly unlike: readonly Binding[];
}
/** One of the two relationships of an {@link ExpandTwicePlan}, as seen on the way. */
export interface HalfStep {
  readonly direction: ExpandDirection;
  readonly types: readonly string[] | null;
}
/**
 * Each row with each node two relationships away, once, standing for as many rows as there are ways;
 * with `into` the far end is bound. Read by an aggregation over columns only.
 */
export interface ExpandTwicePlan extends Step, Tested {
  readonly kind: "ExpandTwice";
  readonly from: Binding;
  readonly to: Binding;
  readonly into: boolean;
  readonly first: HalfStep;
  readonly second: HalfStep;
  /** What the node in the middle carries. */
  readonly middleLabels: readonly string[];
  /** The two relationships belong to one MATCH and differ. */
  readonly differ: boolean;
}
/** Rows stand for as many as there are nodes of the label, or relationships of the types, in the graph. */
export interface CountStorePlan extends Step {
  readonly kind: "CountStore";
  readonly counted:
    | { readonly of: "nodes"; readonly label: string | null }
    | {
        readonly of: "relationships";
        readonly types: readonly string[] | null;
        /** Each is met from both of its ends, a self-loop once. */
        readonly bothWays: boolean;
      };
}
/** A relationship that is bound already: checks its type and ends, or binds them. */
export interface TakeRelationshipPlan extends Step, Tested {
  readonly kind: "TakeRelationship";
  readonly relationship: Binding;
  readonly source: Binding;
  readonly from: Binding;
  readonly to: Binding;
  readonly fromBound: boolean;
  readonly toBound: boolean;
  readonly direction: ExpandDirection;
  readonly types: readonly string[] | null;
  readonly unlike: readonly Binding[];
}
export interface ExpandVariablePlan extends Step, Tested {
  readonly kind: "ExpandVariable";
  readonly from: Binding;
  readonly to: Binding;
  readonly direction: ExpandDirection;
  readonly types: readonly string[] | null;
  readonly min: number;
  readonly max: number | null;
  readonly into: boolean;
  /** Value slot for the relationships; null when nothing reads them. */
  readonly list: Binding | null;
  /** Walked against the drawing, so that the list has to be turned round. */
  readonly reversed: boolean;
  readonly step: Binding | null;
  readonly stepTests: readonly Expression[];
  readonly unlike: readonly Binding[];
  /** Only which nodes are reached matters, not how often or by which trail. */
  readonly distinctEnds: boolean;
}
/** A variable-length relationship whose list is bound already: checks that it is a walk and where it leads. */
export interface TakeTrailPlan extends Step, Tested {
  readonly kind: "TakeTrail";
  readonly list: Binding;
  readonly from: Binding;
  readonly to: Binding;
  readonly into: boolean;
  readonly direction: ExpandDirection;
  readonly types: readonly string[] | null;
  readonly min: number;
  readonly max: number | null;
  readonly reversed: boolean;
}
export interface ShortestPathPlan extends Step, Tested {
  readonly kind: "ShortestPath";
  readonly shortest: PatternShortest;
  readonly from: Binding;
  readonly to: Binding;
}
/** Each row with every path between two nodes that is asked for, or with those that are chosen. */
export interface PathSearchPlan extends Step, Tested {
  readonly kind: "PathSearch";
  readonly search: PatternPathSearch;
  readonly from: Binding;
  readonly to: Binding;
  readonly into: boolean;
  /** Walks from the right end of the drawing to the left one. */
  readonly reversed: boolean;
  readonly unlike: readonly Binding[];
}
export interface BuildPathPlan extends Step, Tested {
  readonly kind: "BuildPath";
  readonly path: Binding;
  readonly elements: readonly PathElement[];
}

export interface FilterPlan extends Step, Tested {
  readonly kind: "Filter";
}
export interface Assignment {
  readonly expression: Expression;
  readonly to: Binding;
}
/** Evaluates expressions into slots of their own; everything else in the row stays. */
export interface AssignPlan extends Step {
  readonly kind: "Assign";
  readonly items: readonly Assignment[];
  readonly scope: Scope;
}
export interface AggregateItem {
  readonly name: string;
  readonly arguments: readonly Expression[];
  readonly star: boolean;
  readonly distinct: boolean;
  readonly to: Binding;
}
/** The groups that are wanted: as many as the sum of `counts`, by the aggregate at the place `item`. */
export interface TopGroups {
  readonly item: number;
  readonly descending: boolean;
  readonly counts: readonly Expression[];
}
/** One row a group; without keys one row in any case. */
export interface AggregatePlan extends Step {
  readonly kind: "Aggregate";
  readonly keys: readonly Binding[];
  /** How the keys come about that do not stand in the row yet. */
  readonly keyItems: readonly Assignment[];
  /** Elements that fix all keys, so that rows can be told apart by ids; null when there are none such. */
  readonly determinants: readonly Binding[] | null;
  /** The input binds nothing but ids, so that it is read by columns. */
  readonly byColumns: boolean;
  /** Only the first groups in the order of one aggregate are wanted, ties included; null: all. */
  readonly top: TopGroups | null;
  readonly items: readonly AggregateItem[];
  readonly scope: Scope;
}
export interface DistinctPlan extends Step {
  readonly kind: "Distinct";
  readonly keys: readonly Binding[];
}
export interface SortKey {
  readonly expression: Expression;
  readonly descending: boolean;
  readonly scope: Scope;
}
export interface SortPlan extends Step {
  readonly kind: "Sort";
  readonly keys: readonly SortKey[];
  /** What has to survive the sort. */
  readonly bindings: readonly Binding[];
  /** Only the first rows are wanted: the sum of these. Empty: all of them. */
  readonly top: readonly Expression[];
}
export interface SkipPlan extends Step {
  readonly kind: "Skip";
  readonly count: Expression;
}
export interface LimitPlan extends Step {
  readonly kind: "Limit";
  readonly count: Expression;
  /** The input writes: it is read to its end even when the rows are cut. */
  readonly drains: boolean;
}
export interface UnwindPlan extends Step {
  readonly kind: "Unwind";
  readonly list: Expression;
  readonly scope: Scope;
  readonly to: Binding;
}
/** Branches one after the other, each brought into the same slots. */
export interface UnionPlan {
  readonly kind: "Union";
  readonly branches: readonly UnionBranch[];
  readonly columns: readonly Binding[];
  /** For each branch but the first: whether the rows up to and with it become distinct. */
  readonly distinct: boolean;
}
interface UnionBranch {
  readonly plan: Plan;
  readonly columns: readonly Binding[];
}
/** Each row with every row of `inner`; with `unit` once, after `inner` has run to its end. */
export interface ApplyPlan extends Step {
  readonly kind: "Apply";
  readonly inner: Plan;
  readonly unit: boolean;
}
/** Each row with every row of the first branch whose condition holds, brought into the same slots. */
export interface BranchPlan extends Step {
  readonly kind: "Branch";
  readonly branches: readonly (UnionBranch & { readonly condition: Expression | null })[];
  readonly columns: readonly Binding[];
  readonly scope: Scope;
}
/** Reads all rows before it gives the first: what comes later must not change what is still to be read. */
export interface EagerPlan extends Step {
  readonly kind: "Eager";
  readonly bindings: readonly Binding[];
}

export interface CreateNode {
  readonly to: Binding;
  readonly labels: readonly WrittenName[];
  readonly properties: Expression | null;
}
export interface CreateRelationship {
  readonly to: Binding;
  readonly type: WrittenName;
  readonly from: Binding;
  readonly target: Binding;
  readonly fromName: string;
  readonly targetName: string;
  readonly properties: Expression | null;
}
/** Nodes and relationships in the order written; `paths` are built afterwards. */
export interface CreatePattern {
  readonly nodes: readonly CreateNode[];
  readonly relationships: readonly CreateRelationship[];
  readonly paths: readonly { readonly path: Binding; readonly elements: readonly PathElement[] }[];
}
export interface CreatePlan extends Step {
  readonly kind: "Create";
  readonly pattern: CreatePattern;
  readonly scope: Scope;
}
export interface MergePlan extends Step {
  readonly kind: "Merge";
  readonly inner: Plan;
  /** What a match binds and an onward row carries. */
  readonly bindings: readonly Binding[];
  readonly pattern: CreatePattern;
  readonly onCreate: readonly SetItem[];
  readonly onMatch: readonly SetItem[];
  readonly scope: Scope;
}
export interface SetPlan extends Step {
  readonly kind: "Set";
  readonly items: readonly SetItem[];
  readonly scope: Scope;
}
export interface RemovePlan extends Step {
  readonly kind: "Remove";
  readonly items: readonly RemoveItem[];
  readonly scope: Scope;
}
export interface DeletePlan extends Step {
  readonly kind: "Delete";
  readonly detach: boolean;
  readonly targets: readonly Expression[];
  readonly scope: Scope;
}
export interface ForeachPlan extends Step {
  readonly kind: "Foreach";
  readonly list: Expression;
  readonly scope: Scope;
  readonly to: Binding;
  readonly inner: Plan;
}
export interface ProcedureCallPlan extends Step {
  readonly kind: "ProcedureCall";
  readonly name: string;
  /** Null: taken from parameters that are called like the arguments. */
  readonly arguments: readonly Expression[] | null;
  readonly scope: Scope;
  readonly yields: readonly { readonly field: string; readonly to: Binding }[];
  /** A procedure without results leaves its rows as they are. */
  readonly unit: boolean;
}

/** One operator over its input. Logical and physical operators share the type; only `Match` has to be lowered. */
export type Plan =
  | ArgumentPlan
  | MatchPlan
  | OptionalPlan
  | NodeScanPlan
  | NodeSeekPlan
  | NodeJoinPlan
  | RelationshipScanPlan
  | TakeNodePlan
  | ExpandPlan
  | ExpandCountPlan
  | ExpandTwicePlan
  | CountStorePlan
  | TakeRelationshipPlan
  | ExpandVariablePlan
  | TakeTrailPlan
  | ShortestPathPlan
  | PathSearchPlan
  | BuildPathPlan
  | FilterPlan
  | AssignPlan
  | AggregatePlan
  | DistinctPlan
  | SortPlan
  | SkipPlan
  | LimitPlan
  | UnwindPlan
  | UnionPlan
  | ApplyPlan
  | BranchPlan
  | EagerPlan
  | CreatePlan
  | MergePlan
  | SetPlan
  | RemovePlan
  | DeletePlan
  | ForeachPlan
  | ProcedureCallPlan;

export interface Column {
  readonly name: string;
  readonly binding: Binding;
}

/** A planned query: its operators, its columns and what it does to the graph. */
export interface QueryPlan {
  readonly root: Plan;
  /** Empty for a query that returns nothing. */
  readonly columns: readonly Column[];
  readonly writes: boolean;
  readonly deletes: boolean;
}
