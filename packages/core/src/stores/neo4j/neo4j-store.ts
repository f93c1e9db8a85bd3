import type { Driver, QueryResult, Result, Session, Transaction } from "neo4j-driver";
import { CypherError } from "../../cypher/source/cypher-error.js";
import type { CypherValue } from "../../cypher/values/cypher-value.js";
import { RedthreadError } from "../../errors/redthread-error.js";
import { type ChangeCounts, noChanges } from "../../graph/graph-writer.js";
import type { PropertyGraph } from "../../graph/property-graph.js";
import type {
  GraphStore,
  LoadChanges,
  LoadOptions,
  RunOptions,
  StoreCapabilities,
  StoreResult,
} from "../graph-store.js";
import { asStoreError, type Neo4jAddress } from "./neo4j-errors.js";
import { type LoadSession, loadGraph } from "./neo4j-load.js";
import type { DriverTypes } from "./neo4j-temporals.js";
import { fromDriverValue, mapToDriver } from "./neo4j-values.js";
import { pullGraph } from "./pull-graph.js";
import { type SentStatement, sentStatement } from "./sent-statement.js";
import { readAddress } from "./server-address.js";

/** How to reach a Neo4j server. */
export interface Neo4jOptions {
  /** `bolt://`, `neo4j://` or one of their encrypted kin. It carries no login. */
  readonly uri: string;
  readonly username?: string;
  readonly password?: string;
  /** The server's default database when absent. */
  readonly database?: string;
  /** `read` lets the server refuse every write. Default `write`. */
  readonly access?: "read" | "write";
  /** Limit for making a connection. Default 5,000. */
  readonly connectTimeoutMs?: number;
  /** How long a batch that met a deadlock or a leader change is tried again. Default 30,000. */
  readonly retryMs?: number;
}

const CONNECT_TIMEOUT_MS = 5_000;
const RETRY_LIMIT_MS = 30_000;
/**
 * A connection to Neo4j, checked: the server answered and accepted the login.
 * @throws RedthreadError `STORE_UNREACHABLE`, `STORE_REFUSED`, or `USAGE` for an address that is none.
 */
export async function openNeo4jStore(options: Neo4jOptions): Promise<Neo4jStore> {
  const uri = readAddress(options.uri);
  // Loaded here, late: the driver takes a third of a second, which nothing else should wait for.
  const { default: types } = await import("neo4j-driver");
  const address: Neo4jAddress = {
    uri,
    username: options.username ?? "neo4j",
    database: options.database ?? null,
    timeoutMs: options.connectTimeoutMs ?? CONNECT_TIMEOUT_MS,
    hasPassword: options.password !== undefined,
  };
  const login =
    options.password === undefined
      ? undefined
      : types.auth.basic(address.username, options.password);
  const driver = types.driver(uri, login, {
    useBigInt: true,
    connectionTimeout: address.timeoutMs,
    connectionAcquisitionTimeout: address.timeoutMs * 2,
    maxTransactionRetryTime: options.retryMs ?? RETRY_LIMIT_MS,
    telemetryDisabled: true,
  });
  const store = new Neo4jStore(types, driver, address, options.access ?? "write");
  await store.verify();
  return store;
}

/** A graph on a Neo4j server, 5 or later. Made by {@link openNeo4jStore}. */
export class Neo4jStore implements GraphStore {
  readonly capabilities: StoreCapabilities = {
    name: "neo4j",
    persistent: true,
    // Neo4j reads what is committed, also by others while a result is being fetched.
    readsSnapshot: false,
  };
  readonly #types: DriverTypes;
  readonly #driver: Driver;
  readonly #address: Neo4jAddress;
  readonly #access: "read" | "write";

  constructor(types: DriverTypes, driver: Driver, address: Neo4jAddress, access: "read" | "write") {
    this.#types = types;
    this.#driver = driver;
    this.#address = address;
    this.#access = access;
  }

  /** Asks the server for one row; closes the store when it fails. */
  async verify(): Promise<void> {
    const session = this.#session();
    try {
      await session.run("RETURN 1");
    } catch (error) {
      await this.close();
      throw asStoreError(error, this.#address);
    } finally {
      await session.close();
    }
  }

  async run(
    query: string,
    parameters: ReadonlyMap<string, CypherValue> = new Map(),
    options: RunOptions = {},
  ): Promise<StoreResult> {
    const sent = mapToDriver(this.#types, parameters);
    const statement = sentStatement(query);
    const session = this.#session();
    const told: Told = { counts: noChanges(), remarks: [] };
    try {
      const config = options.timeoutMs === undefined ? {} : { timeout: options.timeoutMs };
      const transaction = statement.commitsByItself ? null : await session.beginTransaction(config);
      const result =
        transaction === null
          ? session.run(statement.text, sent, config)
          : transaction.run(statement.text, sent);
      const columns = await result.keys();
      const rows = this.#rows({ session, transaction, result, statement, columns, options, told });
      return {
        columns: columns.map((name) => statement.columnOf(String(name))),
        rows,
        changes: () => told.counts,
        notifications: () => told.remarks,
      };
    } catch (error) {
      await session.close();
      throw this.#errorOf(error, statement);
    }
  }

  /** A failure with its place in the query that was asked, not in the text that was sent. */
  #errorOf(error: unknown, { placeOf }: SentStatement): unknown {
    const known = asStoreError(error, this.#address);
    if (!(known instanceof CypherError) || known.span === null) return known;
    const { kind, phase, detail, message, cause } = known;
    const span = { start: placeOf(known.span.start), end: placeOf(known.span.end) };
    return new CypherError({ kind, phase, detail, message, span, cause });
  }

  async *#rows(running: RunningQuery): AsyncGenerator<readonly CypherValue[]> {
    const { session, transaction, result, statement, columns, options, told } = running;
    let isWaiting = true;
    // A session that is closed while a row is being handed out would leave its connection unusable.
    const stop = () => void (isWaiting && session.close());
    options.signal?.addEventListener("abort", stop, { once: true });
    let count = 0;
    try {
      for await (const record of result) {
        isWaiting = false;
        options.signal?.throwIfAborted();
        count += 1;
        if (options.maxRows !== undefined && count > options.maxRows)
          throw tooManyRows(options.maxRows);
        yield columns.map((_, index) => fromDriverValue(this.#types, record.get(index)));
        isWaiting = true;
      }
      const summary = await result.summary();
      told.counts = countsOf(summary.counters.updates());
      told.remarks = summary.notifications.map(
        ({ title, description }) => `${title}: ${description}`,
      );
      await transaction?.commit();
    } catch (error) {
      throw options.signal?.aborted ? cancelled(options.signal) : this.#errorOf(error, statement);
    } finally {
      options.signal?.removeEventListener("abort", stop);
      // Rolls back what was not committed.
      await session.close();
    }
  }

  async load(graph: PropertyGraph, options: LoadOptions = {}): Promise<LoadChanges> {
    const session = this.#session();
    try {
      return await loadGraph(graph, this.#loadSession(session), options);
    } catch (error) {
      throw asStoreError(error, this.#address);
    } finally {
      await session.close();
    }
  }

  /**
   * The graph of a case as the database holds it, without what a load wrote for itself.
   * @throws RedthreadError `CASE_NOT_FOUND` where no case of that name was loaded.
   */
  async pull(name?: string): Promise<PropertyGraph> {
    const session = this.#session();
    try {
      return await pullGraph(this.#loadSession(session).read, name);
    } catch (error) {
      throw asStoreError(error, this.#address);
    } finally {
      await session.close();
    }
  }

  #loadSession(session: Session): LoadSession {
    const types = this.#types;
    return {
      types,
      run: async (statement, parameters) => {
        const { summary } = await session.executeWrite<QueryResult>((transaction) =>
          transaction.run(statement, parameters),
        );
        return countsOf(summary.counters.updates());
      },
      async *read(statement, parameters) {
        const result = session.run(statement, parameters);
        for await (const record of result)
          yield record.keys.map((key) => fromDriverValue(types, record.get(key)));
      },
    };
  }

  async close(): Promise<void> {
    await this.#driver.close();
  }

  #session(): Session {
    const { READ, WRITE } = this.#types.session;
    return this.#driver.session({
      defaultAccessMode: this.#access === "read" ? READ : WRITE,
      ...(this.#address.database === null ? {} : { database: this.#address.database }),
    });
  }
}

interface RunningQuery {
  readonly session: Session;
  readonly transaction: Transaction | null;
  readonly result: Result;
  readonly statement: SentStatement;
  readonly columns: readonly PropertyKey[];
  readonly options: RunOptions;
  readonly told: Told;
}

/** What the server tells at the end of a query. */
interface Told {
  counts: ChangeCounts;
  remarks: readonly string[];
}

function cancelled({ reason }: AbortSignal): RedthreadError {
  return new RedthreadError(
    "QUERY_LIMIT",
    "The query was cancelled before its end and changed nothing. Run it again for the whole answer.",
    { cause: reason },
  );
}

function tooManyRows(limit: number): RedthreadError {
  return new RedthreadError(
    "QUERY_LIMIT",
    `The query gives more than ${limit} rows, the limit set for it; nothing was changed. Add LIMIT, or raise the number of rows.`,
  );
}

function countsOf(updates: Readonly<Record<string, number>>): ChangeCounts {
  return {
    nodesCreated: updates["nodesCreated"] ?? 0,
    nodesDeleted: updates["nodesDeleted"] ?? 0,
    relationshipsCreated: updates["relationshipsCreated"] ?? 0,
    relationshipsDeleted: updates["relationshipsDeleted"] ?? 0,
    labelsAdded: updates["labelsAdded"] ?? 0,
    labelsRemoved: updates["labelsRemoved"] ?? 0,
    propertiesSet: updates["propertiesSet"] ?? 0,
  };
}
