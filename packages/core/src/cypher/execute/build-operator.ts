import type { Plan } from "../plan/plan.js";
import { aggregate } from "./aggregate.js";
import { apply } from "./apply.js";
import { argumentOperator } from "./argument.js";
import { assign } from "./assign.js";
import { aggregateBatches } from "./batch/aggregate-batches.js";
import { buildBatch } from "./batch/build-batch.js";
import { branch } from "./branch.js";
import type { BuildContext } from "./build-context.js";
import { buildPath } from "./build-path.js";
import { create } from "./create.js";
import { deleteElements } from "./delete.js";
import { distinct } from "./distinct.js";
import { eager } from "./eager.js";
import { expand } from "./expand.js";
import { expandVariable } from "./expand-variable.js";
import { filter } from "./filter.js";
import { foreach } from "./foreach.js";
import { limit, skip } from "./limit.js";
import { merge } from "./merge.js";
import { nodeJoin } from "./node-join.js";
import { nodeScan } from "./node-scan.js";
import { nodeSeek } from "./node-seek.js";
import type { Operator } from "./operator.js";
import { optional } from "./optional.js";
import { pathSearch } from "./paths/path-search.js";
import { procedureCall } from "./procedure-call.js";
import { reach } from "./reach.js";
import { relationshipScan } from "./relationship-scan.js";
import { remove } from "./remove.js";
import { set } from "./set.js";
import { shortestPath } from "./shortest-path.js";
import { sort } from "./sort.js";
import { takeNode } from "./take-node.js";
import { takeRelationship } from "./take-relationship.js";
import { takeTrail } from "./take-trail.js";
import { union } from "./union.js";
import { unwind } from "./unwind.js";

/** The running form of a plan, inputs first, so that slots are allocated in the order of the rows' way. */
export function buildOperator(context: BuildContext, plan: Plan): Operator {
  switch (plan.kind) {
    case "Argument":
      return argumentOperator();
    case "Match":
      throw new TypeError("a MATCH has to be lowered before it is built");
    case "ExpandCount":
    case "ExpandTwice":
    case "CountStore":
      throw new TypeError(`${plan.kind} is read by columns, not by rows`);
    case "Union":
      return union(
        context,
        plan,
        plan.branches.map((branch) => context.build(branch.plan)),
      );
    case "Aggregate":
      return plan.byColumns
        ? aggregateBatches(context, plan, buildBatch(context, plan))
        : aggregate(context, plan, context.build(plan.input));
    default:
      return buildStep(context, plan, context.build(plan.input));
  }
}

type StepPlan = Exclude<
  Plan,
  {
    readonly kind:
      | "Argument"
      | "Match"
      | "Union"
      | "Aggregate"
      | "ExpandCount"
      | "ExpandTwice"
      | "CountStore";
  }
>;

function buildStep(context: BuildContext, plan: StepPlan, input: Operator): Operator {
  switch (plan.kind) {
    case "NodeScan":
      return nodeScan(context, plan, input);
    case "NodeSeek":
      return nodeSeek(context, plan, input);
    case "NodeJoin":
      return nodeJoin(context, plan, input);
    case "RelationshipScan":
      return relationshipScan(context, plan, input);
    case "TakeNode":
      return takeNode(context, plan, input);
    case "Expand":
      return expand(context, plan, input);
    case "TakeRelationship":
      return takeRelationship(context, plan, input);
    case "ExpandVariable":
      return plan.distinctEnds ? reach(context, plan, input) : expandVariable(context, plan, input);
    case "TakeTrail":
      return takeTrail(context, plan, input);
    case "ShortestPath":
      return shortestPath(context, plan, input);
    case "PathSearch":
      return pathSearch(context, plan, input);
    case "BuildPath":
      return buildPath(context, plan, input);
    default:
      return buildRowStep(context, plan, input);
  }
}

type SearchKind =
  | "NodeScan"
  | "NodeSeek"
  | "NodeJoin"
  | "RelationshipScan"
  | "TakeNode"
  | "Expand"
  | "TakeRelationship"
  | "ExpandVariable"
  | "TakeTrail"
  | "ShortestPath"
  | "PathSearch"
  | "BuildPath";
type RowStepPlan = Exclude<StepPlan, { readonly kind: SearchKind }>;

function buildRowStep(context: BuildContext, plan: RowStepPlan, input: Operator): Operator {
  switch (plan.kind) {
    case "Branch":
      return branch(
        context,
        plan,
        input,
        plan.branches.map(({ plan: inner }) => context.build(inner)),
      );
    case "Optional":
      return optional(plan, input, context.build(plan.inner));
    case "Filter":
      return filter(context, plan, input);
    case "Assign":
      return assign(context, plan, input);
    case "Distinct":
      return distinct(context, plan, input);
    case "Sort":
      return sort(context, plan, input);
    case "Skip":
      return skip(context, plan, input);
    case "Limit":
      return limit(context, plan, input);
    case "Unwind":
      return unwind(context, plan, input);
    case "Apply":
      return apply(plan, input, context.build(plan.inner));
    case "Eager":
      return eager(context, plan, input);
    case "Create":
      return create(context, plan, input);
    case "Merge":
      return merge(context, plan, input, context.build(plan.inner));
    case "Set":
      return set(context, plan, input);
    case "Remove":
      return remove(context, plan, input);
    case "Delete":
      return deleteElements(context, plan, input);
    case "Foreach":
      return foreach(context, plan, input, context.build(plan.inner));
    case "ProcedureCall":
      return procedureCall(context, plan, input);
  }
}
