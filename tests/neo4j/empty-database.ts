import { openNeo4jStore } from "@redthread/core/stores/neo4j";

/** Deletes all that a server holds: suites share one, in no order that anyone promised. */
export async function emptyDatabase(
  server: Parameters<typeof openNeo4jStore>[0] | null,
): Promise<void> {
  if (server === null) return;
  const store = await openNeo4jStore(server);
  const { rows } = await store.run("MATCH (n) DETACH DELETE n");
  for await (const _ of rows);
  await store.close();
}
