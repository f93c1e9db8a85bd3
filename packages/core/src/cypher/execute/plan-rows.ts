import { Float } from "../../graph/property-value.js";
import type { Row } from "../evaluate/row.js";
import type { Runtime } from "../evaluate/runtime.js";
import type { Plan } from "../plan/plan.js";
import type { PlanLine } from "../plan/print-plan.js";
import { DONE, type Operator, operator, PAUSED, ROW, type Status } from "./operator.js";
import type { PreparedQuery } from "./prepared-query.js";

interface OperatorProfile {
  rows: number;
  ms: number;
}

/** What each operator of a run gave and how long it took, its inputs apart. */
export class PlanProfile {
  readonly #clock: () => number;
  readonly #operators = new Map<Plan, OperatorProfile>();
  /** Time spent in the inputs of the operator that is running. */
  #insideMs = 0;

  /** `clock`: milliseconds. Where it ticks in whole ones, a sum over many calls is right all the same. */
  constructor(clock: () => number) {
    this.#clock = clock;
  }

  of(plan: Plan): Readonly<OperatorProfile> {
    return this.#operators.get(plan) ?? { rows: 0, ms: 0 };
  }

  clear(): void {
    for (const operatorProfile of this.#operators.values()) {
      operatorProfile.rows = 0;
      operatorProfile.ms = 0;
    }
  }

  /** Runs `next` of an operator; `rowsOf` says how many rows a call gave. */
  watch(plan: Plan, next: (row: Row) => Status, rowsOf: () => number): (row: Row) => Status {
    const own: OperatorProfile = { rows: 0, ms: 0 };
    this.#operators.set(plan, own);
    return (row) => {
      const beside = this.#insideMs;
      const started = this.#clock();
      this.#insideMs = 0;
      const status = next(row);
      const took = this.#clock() - started;
      own.ms += took - this.#insideMs;
      own.rows += status === ROW ? rowsOf() : 0;
      this.#insideMs = beside + took;
      return status;
    };
  }
}

/** The operator, its rows and its time counted. */
export function profiled(plan: Plan, profile: PlanProfile, inner: Operator): Operator {
  return operator(
    profile.watch(plan, inner.next, () => 1),
    inner.reset,
  );
}

/** What EXPLAIN answers: the plan, an operator a row. Nothing is run. */
export function explainedQuery(lines: readonly PlanLine[], runtime: Runtime): PreparedQuery {
  return {
    columns: ["plan"],
    reads: [(row) => row.values[0] ?? null],
    writes: false,
    runtime,
    row: { ids: new Int32Array(0), values: [null] },
    root: lineOperator(lines.length, (row, at) => {
      row.values[0] = lines[at]?.text ?? null;
    }),
  };
}

/** What PROFILE answers: the plan with rows and time of each operator, after the query has been run. */
export function profiledQuery(
  lines: readonly PlanLine[],
  query: PreparedQuery,
  profile: PlanProfile,
): PreparedQuery {
  const text = query.row.values.length;
  const row = { ids: query.row.ids, values: [...query.row.values, null, null, null] };
  const shown = lineOperator(lines.length, (to, at) => {
    const line = lines[at];
    to.values[text] = line?.text ?? null;
    const { rows, ms } = line === undefined ? { rows: null, ms: null } : profile.of(line.plan);
    to.values[text + 1] = rows;
    to.values[text + 2] = ms === null ? null : new Float(ms);
  });
  let isRun = false;
  return {
    ...query,
    columns: ["plan", "rows", "ms"],
    reads: [text, text + 1, text + 2].map((slot) => (from: Row) => from.values[slot] ?? null),
    row,
    root: operator(
      (to) => {
        while (!isRun) {
          const status = query.root.next(to);
          if (status === PAUSED) {
            return PAUSED;
          }
          isRun = status === DONE;
        }
        return shown.next(to);
      },
      () => {
        isRun = false;
        profile.clear();
        query.root.reset();
        shown.reset();
      },
    ),
  };
}

function lineOperator(count: number, fill: (row: Row, at: number) => void): Operator {
  let at = 0;
  return operator(
    (row) => {
      if (at >= count) {
        return DONE;
      }
      fill(row, at);
      at += 1;
      return ROW;
    },
    () => {
      at = 0;
    },
  );
}
