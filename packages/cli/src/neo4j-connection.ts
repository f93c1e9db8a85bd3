import { RedthreadError } from "@redthread/core/errors";
import type { GraphStore } from "@redthread/core/stores";
import type { Io } from "./io.js";

/**
 * A connection to the server at `uri`, or at NEO4J_URI. The login comes from NEO4J_USERNAME and
 * NEO4J_PASSWORD alone: what stands in arguments can be read by every user of the machine.
 * @throws RedthreadError `USAGE` without any address, `STORE_UNREACHABLE`, `STORE_REFUSED`.
 */
export async function connectNeo4j(
  uri: string | undefined,
  access: "read" | "write",
  io: Io,
): Promise<GraphStore> {
  const address = uri ?? io.env["NEO4J_URI"];
  if (address === undefined || address === "") {
    throw new RedthreadError(
      "USAGE",
      "No Neo4j server is named. Give one with `--to bolt://localhost:7687`, or set NEO4J_URI.",
    );
  }
  const { openNeo4jStore, readAddress } = await import("@redthread/core/stores/neo4j");
  warnOfOpenLink(readAddress(address), io);
  const { NEO4J_USERNAME, NEO4J_PASSWORD, NEO4J_DATABASE } = io.env;
  return await openNeo4jStore({
    uri: address,
    access,
    ...(NEO4J_USERNAME ? { username: NEO4J_USERNAME } : {}),
    ...(NEO4J_PASSWORD ? { password: NEO4J_PASSWORD } : {}),
    ...(NEO4J_DATABASE ? { database: NEO4J_DATABASE } : {}),
  });
}

const LOCAL = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

function warnOfOpenLink(address: string, io: Io): void {
  const match = /^(?:bolt|neo4j):\/\/([^/:[]+|\[[^\]]*\])/.exec(address);
  const host = match?.[1];
  if (host === undefined || LOCAL.test(host)) return;
  io.stderr.write(
    `The link to \`${host}\` is not encrypted: password and data can be read on the way. Use \`bolt+s://\` or \`neo4j+s://\` where the server has a certificate.\n`,
  );
}
