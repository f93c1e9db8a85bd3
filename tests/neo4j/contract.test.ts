import { openNeo4jStore } from "@redthread/core/stores/neo4j";
import { afterAll, describe, inject } from "vitest";
import { describeGraphStore } from "../contract/graph-store.contract.js";

const server = inject("neo4j");

describe.skipIf(server === null)("the same contract as in memory", () => {
  const emptied = async () => {
    if (server === null) throw new Error("The suite runs without a server.");
    const store = await openNeo4jStore(server);
    const { rows } = await store.run("MATCH (n) DETACH DELETE n");
    for await (const _ of rows);
    return store;
  };
  afterAll(async () => {
    await (await emptied()).close();
  });
  describeGraphStore("Neo4j store", emptied);
});
