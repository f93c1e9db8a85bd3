import type { PropertyGraph } from "../graph/property-graph.js";
import type { Expression } from "./ast/expression.js";
import { LOAD_CSV } from "./ast/load-csv.js";
import type { Statement } from "./ast/query.js";
import { Budget, type BudgetLimits } from "./evaluate/budget.js";
import type { SubqueryBody } from "./evaluate/compile-context.js";
import { compileExpression } from "./evaluate/compile-expression.js";
import { compileTest } from "./evaluate/compile-test.js";
import { createRow } from "./evaluate/row.js";
import { Runtime } from "./evaluate/runtime.js";
import type { BuildContext } from "./execute/build-context.js";
import { buildOperator } from "./execute/build-operator.js";
import { buildSubquery } from "./execute/build-subquery.js";
import { BUILT_IN_PROCEDURES } from "./execute/built-in-procedures.js";
import { explainedQuery, PlanProfile, profiled, profiledQuery } from "./execute/plan-rows.js";
import { type PreparedQuery, preparedQuery } from "./execute/prepared-query.js";
import type { Procedure } from "./execute/procedure.js";
import { schemaQuery } from "./execute/schema-command.js";
import { showProcedures } from "./execute/show-procedures.js";
import { findAggregate, findFunction } from "./functions/registry.js";
import { optimize } from "./optimize/optimize.js";
import { parseStatement } from "./parser/parse-statement.js";
import type { QueryPlan } from "./plan/plan.js";
import { planStatement } from "./plan/plan-statement.js";
import { planInnerQuery, planPatternSearch, type SubqueryPlan } from "./plan/plan-subquery.js";
import type { Planning } from "./plan/planning.js";
import { type PlanLine, printPlan } from "./plan/print-plan.js";
import type { Scope } from "./plan/scope.js";
import { loadCsv } from "./procedures/load-csv.js";
import { type Analysis, analyze } from "./semantics/analyze.js";
import type { Catalog } from "./semantics/catalog.js";

/** A query that has passed all checks. */
export interface AnalyzedQuery {
  readonly source: string;
  readonly statement: Statement;
  readonly analysis: Analysis;
}

/** The way of a query: parse, analyze, plan, optimize, build. Only this file knows the order. */
export class QueryCompiler {
  readonly #graph: PropertyGraph;
  readonly #clock: () => number;
  readonly #zone: string;
  readonly #memoryBytes: number;
  readonly #procedures: ReadonlyMap<string, Procedure>;
  readonly #catalog: Catalog;

  constructor(
    graph: PropertyGraph,
    clock: () => number,
    zone: string,
    memoryBytes: number,
    procedures: Iterable<Procedure>,
  ) {
    this.#graph = graph;
    this.#clock = clock;
    this.#zone = zone;
    this.#memoryBytes = memoryBytes;
    const shown = showProcedures(graph, () => this.#procedures.values());
    const given = [...procedures];
    const readsFiles = given.some(({ signature }) => signature.name === LOAD_CSV);
    const none = readsFiles ? [] : [loadCsv(null)];
    this.#procedures = byName([...BUILT_IN_PROCEDURES, ...shown, ...none, ...given]);
    this.#catalog = {
      findFunction,
      findAggregate,
      findProcedure: (name) => this.#procedures.get(name.toLowerCase())?.signature,
      procedureNames: () => [...this.#procedures.values()].map(({ signature }) => signature.name),
    };
  }

  /** @throws CypherError at compile time */
  analyze(source: string): AnalyzedQuery {
    const statement = parseStatement(source);
    return { source, statement, analysis: analyze(statement, source, this.#catalog) };
  }

  /** A new running form of the query, for the graph as it is, made within the limits of its run. */
  prepare(query: AnalyzedQuery, limits: BudgetLimits): PreparedQuery {
    const { mode, schema } = query.statement;
    const budget = new Budget(this.#clock, this.#memoryBytes);
    budget.start(limits);
    const { plan, planning } = this.#plan(query, budget);
    const runtime = new Runtime(this.#graph, budget, {
      graph: this.#graph,
      nowMs: 0,
      zone: this.#zone,
      timeForm: "full",
      work: () => undefined,
      checkBytes: () => undefined,
      random: () => 0,
    });
    if (schema !== null) {
      return schemaQuery(schema, runtime);
    }
    if (mode === "explain") {
      return explainedQuery(this.#lines(query.source, plan), runtime);
    }
    const profile = mode === "profile" ? new PlanProfile(this.#clock) : null;
    const context = this.#context(planning, runtime, plan.deletes, profile);
    const root = context.build(plan.root);
    const prepared = preparedQuery(plan, root, createRow(planning.slots), runtime);
    return profile === null
      ? prepared
      : profiledQuery(this.#lines(query.source, plan), prepared, profile);
  }

  explain(source: string): string {
    const { plan } = this.#plan(this.analyze(source), new Budget(this.#clock, this.#memoryBytes));
    return this.#lines(source, plan)
      .map(({ text }) => text)
      .join("\n");
  }

  #plan(
    { statement }: AnalyzedQuery,
    budget: Budget,
  ): { readonly plan: QueryPlan; readonly planning: Planning } {
    const { query, planning } = planStatement(statement, this.#catalog);
    const use = { ignoresRepeats: false, deletes: query.deletes };
    return { plan: { ...query, root: optimize(query.root, this.#graph, budget, use) }, planning };
  }

  #lines(source: string, plan: QueryPlan): readonly PlanLine[] {
    return printPlan(plan.root, ({ span }: Expression) => source.slice(span.start, span.end));
  }

  #context(
    planning: Planning,
    runtime: Runtime,
    deletes: boolean,
    profile: PlanProfile | null,
  ): BuildContext {
    const context: BuildContext = {
      runtime,
      slots: planning.slots,
      checksDeleted: deletes,
      profile,
      compile: (expression, scope) => compileExpression(context, expression, scope),
      test: (condition, scope, wanted) => compileTest(context, condition, scope, wanted),
      build: (plan) => {
        const operator = buildOperator(context, plan);
        return profile === null ? operator : profiled(plan, profile, operator);
      },
      subquery: (body, scope, onlyExists = false) => {
        const planned = planBody(planning, body, scope);
        const use = { ignoresRepeats: onlyExists, deletes };
        const plan = optimize(planned.plan, this.#graph, runtime.budget, use);
        return buildSubquery(context, { ...planned, plan });
      },
      procedure: (name) => {
        const procedure = this.#procedures.get(name.toLowerCase());
        if (procedure === undefined) {
          throw new TypeError(`the analysis let the unknown procedure ${name} pass`);
        }
        return procedure;
      },
    };
    return context;
  }
}

/** @throws TypeError when two have one name, for a query could not say which it means */
function byName(procedures: readonly Procedure[]): ReadonlyMap<string, Procedure> {
  const named = new Map<string, Procedure>();
  for (const procedure of procedures) {
    const { name } = procedure.signature;
    if (named.has(name.toLowerCase())) {
      throw new TypeError(`two procedures are named ${name}`);
    }
    named.set(name.toLowerCase(), procedure);
  }
  return named;
}

function planBody(planning: Planning, body: SubqueryBody, scope: Scope): SubqueryPlan {
  return body.kind === "pattern"
    ? planPatternSearch(planning, scope, body.pattern, body.where)
    : planInnerQuery(planning, scope, body.query);
}
