import { openNeo4jStore } from "@redthread/core/stores/neo4j";
import { describe, expect, inject, it } from "vitest";
import { compareWithServer } from "../differential/with-server.js";

const server = inject("neo4j");

/** `npm run differential -- --count 20000` asks more of them. */
const QUERIES = 2_000;

describe.skipIf(server === null)("drawn queries on drawn graphs", () => {
  it(`are answered as Neo4j answers them (${QUERIES})`, async () => {
    if (server === null) throw new Error("The suite runs without a server.");
    const store = await openNeo4jStore(server);
    try {
      const { differences, answered } = await compareWithServer(store, 0, QUERIES);
      expect(differences).toEqual([]);
      // Queries that nothing comes of would agree whatever the engine did.
      expect(answered).toBeGreaterThan(QUERIES / 4);
    } finally {
      await store.close();
    }
  });
});
