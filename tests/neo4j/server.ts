import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { openNeo4jStore } from "@redthread/core/stores/neo4j";
import type { TestProject } from "vitest/node";

/** Where the server of this run is, and how to log in. */
export interface TestServer {
  readonly uri: string;
  readonly username: string;
  readonly password: string;
}

declare module "vitest" {
  interface ProvidedContext {
    /** Null where this machine has no server and cannot start one. */
    readonly neo4j: TestServer | null;
  }
}

const SCRIPT = fileURLToPath(new URL("../../scripts/neo4j.mjs", import.meta.url));

let holder: ChildProcess | null = null;

/** Uses the server at NEO4J_URI, which must be empty, or starts one of its own. */
export async function setup(project: TestProject): Promise<void> {
  const server = givenServer() ?? (await startServer());
  if (server !== null) await requireEmpty(server);
  if (server === null && (process.env["REDTHREAD_REQUIRE"] ?? "").split(",").includes("neo4j")) {
    throw new Error("Neo4j is required and not here: install Java 17 and Maven, or set NEO4J_URI.");
  }
  if (server === null) {
    process.stderr.write("Neo4j tests are not run: install Java 17 and Maven, or set NEO4J_URI.\n");
  }
  project.provide("neo4j", server);
}

/** Lets go of the server that was started here; it ends by itself and takes its folder with it. */
export async function teardown(): Promise<void> {
  if (holder === null || holder.exitCode !== null) return;
  holder.stdin?.end();
  await once(holder, "exit");
}

function givenServer(): TestServer | null {
  const { NEO4J_URI, NEO4J_USERNAME = "neo4j", NEO4J_PASSWORD = "" } = process.env;
  return NEO4J_URI ? { uri: NEO4J_URI, username: NEO4J_USERNAME, password: NEO4J_PASSWORD } : null;
}

async function startServer(): Promise<TestServer | null> {
  const isHere = (name: string, flag: string): boolean =>
    spawnSync(name, [flag], { stdio: "ignore" }).status === 0;
  if (!isHere("java", "-version") || !isHere("mvn", "-v")) return null;
  const password = randomBytes(12).toString("hex");
  const server = spawn(process.execPath, [SCRIPT, "run"], {
    env: { ...process.env, NEO4J_PASSWORD: password },
    stdio: ["pipe", "pipe", "inherit"],
  });
  holder = server;
  const [said] = await Promise.race([once(server.stdout, "data"), once(server, "exit")]);
  if (server.exitCode !== null) throw new Error("Neo4j could not be started; see above.");
  return { uri: String(said).trim(), username: "neo4j", password };
}

/** The tests delete all they find, so they only go where there is nothing to find. */
async function requireEmpty(server: TestServer): Promise<void> {
  const store = await openNeo4jStore(server);
  const result = await store.run("MATCH (n) RETURN count(n)");
  for await (const [count] of result.rows) {
    if (count !== 0) {
      await store.close();
      throw new Error(
        `The database at ${server.uri} holds ${String(count)} nodes. The tests need an empty one.`,
      );
    }
  }
  await store.close();
}
