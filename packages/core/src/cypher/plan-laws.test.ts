import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PropertyGraph } from "../graph/property-graph.js";
import { Execution } from "./execute/execution.js";
import { QueryCompiler } from "./query-compiler.js";

const LABELS = ["Person", "Firm", "Port", "Shipment"] as const;
const TYPES = ["KNOWS", "PAID", "OWNS", "HANDLED"] as const;
const SIZES = [400, 60, 30, 800];
const RELATIONSHIPS = 3_000;

/** Four labels of different sizes, skewed degrees, a key of its own for each node and keys that are shared. */
function tradeGraph(): PropertyGraph {
  const graph = new PropertyGraph();
  let state = 11;
  const random = (): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return state / 0x8000_0000;
  };
  const slots = LABELS.map((label, at) =>
    Array.from({ length: SIZES[at] ?? 0 }, (_, index) =>
      graph.createNode(
        [label],
        [
          ["id", `${label}${index}`],
          ["kind", index % 5],
          ["risk", Math.floor(random() * 100)],
        ],
      ),
    ),
  );
  const pick = (list: readonly number[]): number =>
    list[Math.floor(list.length * random() ** 2)] ?? 0;
  for (let count = 0; count < RELATIONSHIPS; count += 1) {
    const type = Math.floor(random() * TYPES.length);
    const from = slots[type] ?? [];
    const to = slots[(type + Math.floor(random() * 2)) % slots.length] ?? [];
    graph.createRelationship(TYPES[type] ?? "", pick(from), pick(to), []);
  }
  return graph;
}

const graph = tradeGraph();
const compiler = new QueryCompiler(graph, () => 0, "UTC", 1e9, []);
const NO_LIMITS = { timeoutMs: null, maxRows: null, signal: null, pauses: false };
/** Beyond this a start is bad enough, however much worse it is. */
const MOST_READ = 2_000_000;

/** Elements that the query looks at, counted by running it. */
function reads(query: string): number {
  const prepared = compiler.prepare(compiler.analyze(query), NO_LIMITS);
  const { budget } = prepared.runtime;
  const before = budget.steps;
  const execution = new Execution(prepared, () => undefined);
  execution.advance(() => budget.steps < MOST_READ);
  return budget.steps - before;
}

const condition = fc.constantFrom(
  "",
  " WHERE n.risk >= 50",
  " WHERE n.risk < 5",
  " WHERE n.kind = 2",
);
const node = fc.record({ label: fc.constantFrom("", ...LABELS), condition });
const hop = fc.record({
  type: fc.constantFrom("", ...TYPES),
  direction: fc.constantFrom("->", "<-", "--"),
});
const pattern = fc
  .record({
    nodes: fc.array(node, { minLength: 2, maxLength: 5 }),
    hops: fc.array(hop, { minLength: 4, maxLength: 4 }),
    anchor: fc.nat(4),
    key: fc.constantFrom(...LABELS.map((label, at) => ({ label, size: SIZES[at] ?? 1 }))),
    index: fc.nat(1_000),
  })
  .map(({ nodes, hops, anchor, key, index }) => {
    const texts = nodes.map(({ label, condition: where }, at) => {
      const name = `n${at}`;
      return at === anchor % nodes.length
        ? `(${name}:${key.label} {id: '${key.label}${index % key.size}'})`
        : `(${name}${label === "" ? "" : `:${label}`}${where.replace("n.", `${name}.`)})`;
    });
    const drawn = texts
      .map((text, at) => {
        const between = hops[at];
        const type = between === undefined || between.type === "" ? "" : `:${between.type}`;
        const arrow =
          between?.direction === "<-"
            ? `<-[${type}]-`
            : `-[${type}]-${between?.direction === "->" ? ">" : ""}`;
        return at + 1 < texts.length ? text + arrow : text;
      })
      .join("");
    return { nodes: texts, drawn };
  });

describe("the order in which a pattern is searched", () => {
  const runs = Number(process.env["REDTHREAD_PLAN_RUNS"] ?? 500);

  it(`reads at most five times what the best start does, over ${runs} anchored patterns`, () => {
    fc.assert(
      fc.property(pattern, ({ nodes, drawn }) => {
        const chosen = reads(`MATCH ${drawn} RETURN count(*)`);
        const best = Math.min(
          ...nodes.map((text, at) =>
            reads(`MATCH ${text} WITH n${at} MATCH ${drawn} RETURN count(*)`),
          ),
        );
        expect(chosen, drawn).toBeLessThanOrEqual(5 * best + 50);
      }),
      { seed: 20, numRuns: runs },
    );
  });

  it("plans five hundred relationships in no time", () => {
    const start = Date.now();
    compiler.prepare(compiler.analyze(`MATCH (a)${"--()".repeat(500)} RETURN 1`), NO_LIMITS);
    expect(Date.now() - start).toBeLessThan(5_000);
  });
});
