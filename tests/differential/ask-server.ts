import type { GraphStore } from "@redthread/core/stores";
import { type Answer, GRAPH_QUERIES, rowTexts } from "./answer.js";
import { type Asked, isOrdered } from "./ask-engine.js";
import { createText } from "./draw-graph.js";

/** Asks a server, whose database is emptied and filled anew where it does not hold the graph yet. */
export class ServerAsker {
  readonly #store: GraphStore;
  #held: string | null = null;

  constructor(store: GraphStore) {
    this.#store = store;
  }

  async ask({ graph, text, changes }: Asked): Promise<Answer> {
    const create = createText(graph);
    if (this.#held !== create) {
      await this.#all("MATCH (n) DETACH DELETE n");
      await this.#all(create);
      this.#held = create;
    }
    if (changes) this.#held = null;
    try {
      const rows = await this.#all(text, isOrdered(text));
      const after: string[] = [];
      if (changes) for (const query of GRAPH_QUERIES) after.push(...(await this.#all(query)));
      return { rows, error: null, graph: after };
    } catch (error) {
      return {
        rows: null,
        error: error instanceof Error ? error.message : String(error),
        graph: [],
      };
    }
  }

  async #all(query: string, ordered = false): Promise<readonly string[]> {
    const { columns, rows } = await this.#store.run(query, new Map(), { timeoutMs: 10_000 });
    const all = [];
    for await (const row of rows) all.push(row);
    return rowTexts(columns, all, ordered);
  }
}
