import type { Plan } from "./plan.js";

/** The operator over transformed inputs: `input`, `inner` and the branches of a UNION. */
export function mapInputs(plan: Plan, transform: (plan: Plan) => Plan): Plan {
  switch (plan.kind) {
    case "Argument":
      return plan;
    case "Union":
      return {
        ...plan,
        branches: plan.branches.map((branch) => ({ ...branch, plan: transform(branch.plan) })),
      };
    case "Branch":
      return {
        ...plan,
        input: transform(plan.input),
        branches: plan.branches.map((branch) => ({ ...branch, plan: transform(branch.plan) })),
      };
    case "Optional":
    case "Apply":
    case "Merge":
    case "Foreach":
      return { ...plan, input: transform(plan.input), inner: transform(plan.inner) };
    default:
      return { ...plan, input: transform(plan.input) };
  }
}
