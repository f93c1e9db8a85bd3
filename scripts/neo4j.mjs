// A Neo4j server for tests and for trying `redthread load`, without Docker: its jars come through Maven.
//   node scripts/neo4j.mjs start [--home DIR] [--port N]     prints the bolt URI once a query answers
//   node scripts/neo4j.mjs status|stop [--home DIR]
//   node scripts/neo4j.mjs import --from DIR  fills a database that is thrown away from the tables of an export
//   node scripts/neo4j.mjs run [--port N]     a server that ends, and leaves nothing, when its standard input does
// With NEO4J_PASSWORD set the server asks for it (user `neo4j`); without, it lets everyone on this machine in.
import { spawn, spawnSync } from "node:child_process";
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { ROOT } from "./workspace.mjs";

const VERSION = "5.26.15";
const CACHE = join(ROOT, ".cache", "neo4j");
const CLASS_PATH = join(CACHE, `classpath-${VERSION}.txt`);
const START_LIMIT_MS = 180_000;
const MAIN_CLASS = "org.neo4j.server.CommunityEntryPoint";
const ADMIN_CLASS = "org.neo4j.cli.AdminTool";
const OPENED = ["java.nio", "java.io", "sun.nio.ch", "java.util.concurrent"];

/** A sentence for the person at the terminal; anything else that is thrown is a bug of this script. */
class Refusal extends Error {}

const COMMANDS = { start, stop, status, run, import: importTables };

try {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { home: { type: "string" }, port: { type: "string" }, from: { type: "string" } },
  });
  const command = COMMANDS[positionals[0] ?? ""];
  if (!command)
    throw new Refusal(
      "Say `start`, `stop`, `status`, `import` or `run`, with `--home DIR` and `--port N` where the defaults do not fit.",
    );
  await command({
    home: resolve(values.home ?? join(CACHE, "home")),
    port: Number(values.port ?? 0),
    from: resolve(values.from ?? "."),
  });
} catch (error) {
  process.stderr.write(
    error instanceof Refusal ? `${error.message}\n` : `${error?.stack ?? error}\n`,
  );
  process.exitCode = 1;
}

async function start({ home, port }) {
  const running = readState(home);
  if (running) {
    process.stdout.write(`${running.uri}\n`);
    return;
  }
  requireProgram("java", ["-version"], "Install Java 17 or later");
  const classPath = resolveClassPath();
  const chosen = port > 0 ? port : await freePort();
  const uri = `bolt://127.0.0.1:${chosen}`;
  layOutHome(home, chosen);
  const server = launch(home, classPath);
  writeFileSync(
    stateFile(home),
    JSON.stringify({ pid: server.pid, started: startOf(server.pid), uri }),
  );
  try {
    await untilAnswering(uri, server, home);
  } catch (error) {
    server.kill("SIGKILL");
    rmSync(stateFile(home), { force: true });
    throw error;
  }
  server.unref();
  process.stdout.write(`${uri}\n`);
}

async function stop({ home, isQuiet = false }) {
  const running = readState(home);
  if (!running) {
    process.stderr.write(`No server of \`${home}\` is running.\n`);
    return;
  }
  process.kill(running.pid, "SIGTERM");
  for (let waited = 0; isAlive(running) && waited < 30_000; waited += 100) await wait(100);
  if (isAlive(running)) process.kill(running.pid, "SIGKILL");
  rmSync(stateFile(home), { force: true });
  if (!isQuiet) process.stderr.write(`Stopped the server of \`${home}\`.\n`);
}

/**
 * A server for one run of tests. The one who started it holds its standard input: when that ends, even
 * because its holder was killed, server and folder go too.
 */
async function run({ port }) {
  const home = mkdtempSync(join(tmpdir(), "redthread-neo4j-"));
  // Ctrl-C reaches everything in the terminal; what counts is whether the holder ends of it.
  process.on("SIGINT", () => undefined);
  const released = new Promise((done) => {
    process.stdin.once("end", done).once("close", done).resume();
    process.once("SIGTERM", done);
  });
  const started = start({ home, port });
  try {
    await Promise.race([started, released]);
    await released;
  } finally {
    if (readState(home)) await stop({ home, isQuiet: true });
    await started.catch(() => undefined);
    rmSync(home, { recursive: true, force: true });
  }
}

/** The importer's own words, with the arguments that the export's import.txt gives. */
function importTables({ from }) {
  requireProgram("java", ["-version"], "Install Java 17 or later");
  const classPath = resolveClassPath();
  const home = mkdtempSync(join(tmpdir(), "redthread-neo4j-import-"));
  try {
    mkdirSync(join(home, "conf"));
    writeFileSync(join(home, "conf", "neo4j.conf"), "");
    const [line = ""] = readFileSync(join(from, "import.txt"), "utf8").split("\n");
    const args = line.trim().split(" ").slice(1);
    const ran = spawnSync(
      "java",
      [
        "-Xmx1g",
        ...OPENED.map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`),
        ADMIN_CLASS,
        ...args,
      ],
      {
        cwd: from,
        encoding: "utf8",
        env: {
          ...withoutSecrets(),
          CLASSPATH: classPath,
          NEO4J_HOME: home,
          NEO4J_CONF: join(home, "conf"),
        },
      },
    );
    process.stdout.write(ran.stdout);
    process.stderr.write(ran.stderr);
    process.exitCode = ran.status ?? 1;
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

function status({ home }) {
  const running = readState(home);
  process.stdout.write(running ? `${running.uri} (process ${running.pid})\n` : "not running\n");
  process.exitCode = running ? 0 : 1;
}

function requireProgram(name, args, remedy) {
  const found = spawnSync(name, args, { stdio: "ignore" });
  if (!found.error && found.status === 0) return;
  throw new Refusal(
    `\`${name}\` is not here. ${remedy}, or set NEO4J_URI to a server that runs already.`,
  );
}

/** The jars of the server, resolved once and kept as a list; resolved again when one of them is gone. */
function resolveClassPath() {
  if (existsSync(CLASS_PATH)) {
    const kept = readFileSync(CLASS_PATH, "utf8").trim();
    if (kept.split(delimiter).every((jar) => existsSync(jar))) return kept;
  }
  requireProgram("mvn", ["-v"], "Install Maven 3.8 or later");
  mkdirSync(CACHE, { recursive: true });
  const pom = join(CACHE, "pom.xml");
  writeFileSync(pom, pomText());
  process.stderr.write(`Fetching Neo4j ${VERSION} through Maven (about 116 MB the first time) …\n`);
  const maven = spawnSync(
    "mvn",
    ["-q", "-B", "-f", pom, "dependency:build-classpath", `-Dmdep.outputFile=${CLASS_PATH}`],
    { encoding: "utf8" },
  );
  if (maven.status !== 0) {
    rmSync(CLASS_PATH, { force: true });
    const why = `${maven.stdout}${maven.stderr}`.trim().split("\n").slice(0, 5).join("\n");
    throw new Refusal(
      `Maven could not fetch Neo4j ${VERSION}. Is its repository reachable?\n${why}`,
    );
  }
  return readFileSync(CLASS_PATH, "utf8").trim();
}

function pomText() {
  const needed = ["org.neo4j:neo4j", "org.neo4j:neo4j-bolt", "org.neo4j.app:neo4j-server"].map(
    (name) => {
      const [group, artifact] = name.split(":");
      return `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${VERSION}</version></dependency>`;
    },
  );
  return `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>redthread</groupId><artifactId>neo4j-for-tests</artifactId><version>1</version>
<dependencies>${needed.join("\n")}</dependencies></project>\n`;
}

function layOutHome(home, port) {
  for (const folder of ["conf", "logs", "data", "plugins", "import", "run"]) {
    mkdirSync(join(home, folder), { recursive: true });
  }
  const settings = {
    "dbms.security.auth_enabled": String(Boolean(process.env.NEO4J_PASSWORD)),
    "dbms.security.auth_minimum_password_length": "1",
    "server.bolt.enabled": "true",
    "server.bolt.listen_address": `127.0.0.1:${port}`,
    "server.http.enabled": "false",
    "server.https.enabled": "false",
    "server.memory.pagecache.size": "256m",
    "db.tx_log.rotation.retention_policy": "false",
    "dbms.usage_report.enabled": "false",
  };
  const lines = Object.entries(settings).map(([key, value]) => `${key}=${value}`);
  writeFileSync(join(home, "conf", "neo4j.conf"), `${lines.join("\n")}\n`);
}

function launch(home, classPath) {
  const log = openSync(join(home, "logs", "console.log"), "w");
  const server = spawn(
    "java",
    [
      "-Xmx2g",
      ...OPENED.map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`),
      "-Dio.netty.tryReflectionSetAccessible=true",
      MAIN_CLASS,
      `--home-dir=${home}`,
      `--config-dir=${join(home, "conf")}`,
    ],
    // The class path is 20 kB long: in the environment it stays out of `ps`. The server needs no secret of ours.
    {
      detached: true,
      stdio: ["ignore", log, log],
      env: { ...withoutSecrets(), CLASSPATH: classPath },
    },
  );
  closeSync(log);
  return server;
}

function withoutSecrets() {
  const { NEO4J_PASSWORD: _, ...rest } = process.env;
  return rest;
}

async function untilAnswering(uri, server, home) {
  const neo4j = await loadDriver();
  const password = process.env.NEO4J_PASSWORD ?? "";
  const deadline = Date.now() + START_LIMIT_MS;
  let last = "no answer";
  while (Date.now() < deadline) {
    if (server.exitCode !== null) {
      throw new Refusal(
        `Neo4j ended while starting. Its words are in \`${join(home, "logs", "console.log")}\`.`,
      );
    }
    try {
      await knock(neo4j, uri, password);
      return;
    } catch (error) {
      last = error.message;
      await wait(250);
    }
  }
  throw new Refusal(`Neo4j did not answer within ${START_LIMIT_MS / 1000} s (${last}).`);
}

/** One query with the wanted password; a fresh server is first told to change its initial one. */
async function knock(neo4j, uri, password) {
  try {
    await ask(neo4j, uri, password, "RETURN 1", {}, undefined);
  } catch (error) {
    if (password === "" || error.code !== "Neo.ClientError.Security.Unauthorized") throw error;
    const change = "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $password";
    await ask(neo4j, uri, "neo4j", change, { password }, "system");
    await ask(neo4j, uri, password, "RETURN 1", {}, undefined);
  }
}

async function ask(neo4j, uri, password, query, parameters, database) {
  const auth = password === "" ? undefined : neo4j.auth.basic("neo4j", password);
  const driver = neo4j.driver(uri, auth, {
    connectionTimeout: 5_000,
    maxTransactionRetryTime: 0,
    telemetryDisabled: true,
  });
  try {
    const session = driver.session({ database });
    await session.run(query, parameters);
    await session.close();
  } finally {
    await driver.close();
  }
}

async function loadDriver() {
  const fromCore = createRequire(join(ROOT, "packages", "core", "package.json"));
  const module = await import(pathToFileURL(fromCore.resolve("neo4j-driver")).href);
  return module.default;
}

function freePort() {
  return new Promise((done, failed) => {
    const probe = createServer();
    probe.once("error", failed);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}

function stateFile(home) {
  return join(home, "run", "redthread-server.json");
}

/** The server this script started in the folder, or null when there is none or it has ended. */
function readState(home) {
  if (!existsSync(stateFile(home))) return null;
  const state = JSON.parse(readFileSync(stateFile(home), "utf8"));
  return isAlive(state) ? state : null;
}

function isAlive({ pid, started }) {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  return startOf(pid) === started;
}

/** When the process started, where the system tells: a process id alone may belong to someone else by now. */
function startOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    // A zombie still has an entry; it answers nothing.
    return fields[0] === "Z" ? null : (fields[19] ?? null);
  } catch {
    return null;
  }
}
