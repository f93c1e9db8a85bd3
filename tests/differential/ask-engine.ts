import { createEngine } from "@redthread/core/cypher";
import { PropertyGraph } from "@redthread/core/graph";
import { type Answer, GRAPH_QUERIES, rowTexts } from "./answer.js";
import { createText, type DrawnGraph } from "./draw-graph.js";

/** A query in text, with what is needed to compare its answers. */
export interface Asked {
  readonly graph: DrawnGraph;
  readonly text: string;
  readonly changes: boolean;
}

/** The rows of a query come in an order of their own only where its last clause lays one down. */
export const isOrdered = (text: string): boolean => /ORDER BY [^)}]*$/.test(text);

export type Ask = (asked: Asked) => Promise<Answer>;

/** Only so that a drawn query that walks everything ends: such an answer is not compared. */
const LIMIT_MS = 1_000;

/** Asks an engine on a fresh graph. */
export function askEngine(
  { graph, text, changes }: Asked,
  create: typeof createEngine = createEngine,
): Answer {
  const engine = create({ graph: new PropertyGraph(), clock: Date.now });
  engine.run(createText(graph));
  try {
    const { columns, rows } = engine.run(text, new Map(), { timeoutMs: LIMIT_MS });
    const after = changes
      ? GRAPH_QUERIES.flatMap((query) => {
          const found = engine.run(query);
          return rowTexts(found.columns, found.rows, false);
        })
      : [];
    return { rows: rowTexts(columns, rows, isOrdered(text)), error: null, graph: after };
  } catch (error) {
    return { rows: null, error: error instanceof Error ? error.message : String(error), graph: [] };
  }
}
