import type { CypherValue, Procedure } from "@redthread/core/cypher";
import { RedthreadError } from "@redthread/core/errors";
import type { ChangeCounts } from "@redthread/core/graph";
import type { GraphStore, RunOptions } from "@redthread/core/stores";
import { InvalidArgumentError } from "commander";
import type { AddCommand } from "../add-command.js";
import { readBytes } from "../bytes.js";
import { caseOption, pathFrom } from "../case-option.js";
import { readDuration } from "../duration.js";
import type { Io } from "../io.js";
import { chosenFormat, type FormatName, formatOption } from "../report/format-option.js";
import type { Statement } from "../split-statements.js";
import { counted } from "../terminal/counted.js";
import { visibleLines, visibleText } from "../terminal/visible-text.js";

interface QueryOptions {
  readonly case: string;
  readonly on?: string;
  /** A file of a graph, asked in place of a case. */
  readonly graph?: string;
  readonly write?: boolean;
  readonly file?: string;
  readonly param: readonly string[];
  readonly paramText: readonly string[];
  /** Milliseconds. */
  readonly timeout?: number;
  /** Bytes. */
  readonly memory?: number;
  readonly csv?: string;
  readonly maxRows?: number;
  readonly format?: FormatName;
  readonly raw?: boolean;
}

export const addQueryCommand: AddCommand = (program, io) => {
  program
    .command("query")
    .description("run a Cypher query on a case, or on Neo4j")
    .argument("[query]", "the query, or `-` to read it from standard input")
    .usage("[options] [file] [query]")
    .argument(
      "[more]",
      "with two: the first is a graph file such as graph.gexf, asked without a case",
    )
    .addOption(caseOption())
    .option("--on <uri>", "run it on a Neo4j server instead, such as bolt://localhost:7687")
    .option("--write", "with --on: let the query change the database")
    .option(
      "--file <path>",
      "read the query from a file; several, each ended by `;`, run one after another",
    )
    .option("--param <name=value>", "a parameter; JSON where it is JSON, else a text", collect, [])
    .option(
      "--param-text <name=value>",
      "a parameter that is a text whatever it looks like",
      collect,
      [],
    )
    .option(
      "--timeout <time>",
      "stop with exit code 7 after so long: 30 or 30s, 500ms, 2m",
      readDuration,
    )
    .option(
      "--memory <amount>",
      "stop with exit code 7 where a query holds more: 512 or 512MB, 2GB",
      readBytes,
    )
    .option("--csv <folder>", "let LOAD CSV read the files of this folder, and no others")
    .option("--max-rows <n>", "stop with exit code 7 at more rows", positive)
    .option("--raw", "CSV: do not put a ' in front of texts that a spreadsheet would work out")
    .addOption(formatOption())
    .action((first: string | undefined, second: string | undefined, options: QueryOptions) =>
      second === undefined
        ? runQuery(first, options, io)
        : runQuery(second, { ...options, ...(first === undefined ? {} : { graph: first }) }, io),
    );
};

function collect(word: string, before: readonly string[]): readonly string[] {
  return [...before, word];
}

function positive(text: string): number {
  const value = Number(text);
  if (value > 0 && Number.isFinite(value)) return value;
  throw new InvalidArgumentError("It is a number above 0.");
}

async function runQuery(
  argument: string | undefined,
  options: QueryOptions,
  io: Io,
): Promise<void> {
  const source = await readQuery(argument, options.file, io);
  const [{ readParameters }, { splitStatements }] = await Promise.all([
    import("../query-parameters.js"),
    import("../split-statements.js"),
  ]);
  const parameters = readParameters({ values: options.param, texts: options.paramText });
  const statements = splitStatements(source.text);
  const isSeveral = statements.length > 1;
  if (isSeveral) requireFormatForSeveral(chosenFormat(options.format, io), statements.length);
  const store = await openStore(source.text, options, io);
  try {
    for (const statement of isSeveral ? statements : [{ text: source.text, comment: [] }]) {
      await runStatement({ store, statement, parameters, options, io, isSeveral });
    }
  } catch (error) {
    throw await withExcerpt(error, source);
  } finally {
    await store.close();
  }
}

interface Running {
  readonly store: GraphStore;
  readonly statement: Statement;
  readonly parameters: ReadonlyMap<string, CypherValue>;
  readonly options: QueryOptions;
  readonly io: Io;
  readonly isSeveral: boolean;
}

async function runStatement(running: Running): Promise<void> {
  const { store, statement, parameters, options, io, isSeveral } = running;
  const { printRows } = await import("../report/formats.js");
  const result = await store.run(statement.text, parameters, limitsOf(options));
  const format = chosenFormat(options.format, io);
  const isProse = format === "table" || format === "markdown";
  const heading = isSeveral && isProse ? statement.comment.map(visibleText).join(" ") : "";
  const isEmpty = result.columns.length === 0;
  const rows = isEmpty ? await drained(result.rows) : result.rows;
  const count = await printRows(io, result.columns, rows, {
    format,
    isRaw: options.raw === true,
    before: heading === "" ? "" : `${heading}\n\n`,
    after: isSeveral && isProse ? "\n" : "",
  });
  if (format === "table" && !isEmpty) io.stderr.write(`${counted(count, "row")}\n`);
  for (const remark of result.notifications()) io.stderr.write(`${visibleLines(remark)}\n`);
  sayChanges(result.changes(), options.on !== undefined, io);
}

/** JSON and CSV are one document with one set of columns. */
function requireFormatForSeveral(format: FormatName, count: number): void {
  if (format !== "json" && format !== "csv") return;
  throw new RedthreadError(
    "USAGE",
    `\`--format ${format}\` holds one result, and there are ${count} queries. Use jsonl, table or markdown, or give one query.`,
  );
}

interface QuerySource {
  readonly text: string;
  /** What to call it in front of line and column. */
  readonly name: string;
}

async function readQuery(
  argument: string | undefined,
  file: string | undefined,
  io: Io,
): Promise<QuerySource> {
  if (file !== undefined && argument !== undefined) {
    throw new RedthreadError(
      "USAGE",
      "The query is given twice, as text and with `--file`. Give one.",
    );
  }
  if (file !== undefined) {
    const { readFile } = await import("node:fs/promises");
    return { text: await readFile(pathFrom(io, file), "utf8"), name: file };
  }
  if (argument === undefined) {
    throw new RedthreadError(
      "USAGE",
      'No query is given. Write one, such as `redthread query "MATCH (n) RETURN count(n)"`, or `-` to read it from standard input.',
    );
  }
  return argument === "-"
    ? { text: await readAll(io.stdin), name: "stdin" }
    : { text: argument, name: "query" };
}

async function readAll(stream: Io["stdin"]): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString("utf8");
}

async function openStore(text: string, options: QueryOptions, io: Io): Promise<GraphStore> {
  if (options.on !== undefined && options.memory !== undefined) {
    throw new RedthreadError(
      "USAGE",
      "`--memory` is given with `--on`, and a server has a limit of its own. Leave one of the two out.",
    );
  }
  if (options.on !== undefined && options.graph !== undefined) {
    throw new RedthreadError(
      "USAGE",
      `\`--on\` is given with the file \`${visibleText(options.graph)}\`. Ask one of the two.`,
    );
  }
  if (options.on !== undefined) {
    const { connectNeo4j } = await import("../neo4j-connection.js");
    return await connectNeo4j(options.on, options.write === true ? "write" : "read", io);
  }
  const [{ createMemoryStore }, { graph, procedures }] = await Promise.all([
    import("@redthread/core/stores"),
    options.graph === undefined
      ? openForQuery(text, options.case, io)
      : openFileForQuery(options.graph, io),
  ]);
  const more = await moreProcedures(text, options, io);
  const memory = options.memory === undefined ? {} : { memoryBytes: options.memory };
  return createMemoryStore(graph, {
    clock: io.now,
    procedures: [...procedures, ...more],
    ...memory,
  });
}

/** Without these words a query can neither call a procedure nor list them. */
const NAMES_MORE = /csv|fulltext|gds|apoc|procedure/i;
const ASKS_PROCEDURES = /call|procedure/i;

/** The graph, with the procedures that need to know what its types mean where the query may use them. */
async function openForQuery(text: string, name: string, io: Io) {
  const { openBareGraph, openCaseGraph } = await import("../open-graph.js");
  if (!ASKS_PROCEDURES.test(text)) {
    return { graph: (await openBareGraph(name, io)).graph, procedures: [] };
  }
  const [{ graph, schema }, { traceProcedures }] = await Promise.all([
    openCaseGraph(name, io),
    import("@redthread/core/trace"),
  ]);
  return { graph, procedures: traceProcedures(schema) };
}

/** The graph of a file, with procedures by the types that it shows. */
async function openFileForQuery(name: string, io: Io) {
  const [{ readGraphFile }, { plainSchema, traceProcedures }] = await Promise.all([
    import("../import/graph-file.js"),
    import("@redthread/core/trace"),
  ]);
  const { graph, notes } = await readGraphFile(pathFrom(io, name), name, undefined);
  for (const note of notes) io.stderr.write(`${visibleLines(note)}\n`);
  return { graph, procedures: traceProcedures(plainSchema(graph)) };
}

/** LOAD CSV and the sets of procedures that a query names; what it does not name is not even loaded. */
async function moreProcedures(
  text: string,
  { csv }: QueryOptions,
  io: Io,
): Promise<readonly Procedure[]> {
  if (!NAMES_MORE.test(text)) return [];
  const [{ proceduresFor }, { csvFolder }] = await Promise.all([
    import("@redthread/core/cypher/procedures"),
    import("../csv-folder.js"),
  ]);
  return await proceduresFor(
    text,
    csv === undefined ? {} : { readTextFile: csvFolder(pathFrom(io, csv)) },
  );
}

function limitsOf({ timeout, maxRows }: QueryOptions): RunOptions {
  return {
    ...(timeout === undefined ? {} : { timeoutMs: timeout }),
    ...(maxRows === undefined ? {} : { maxRows }),
  };
}

/** A query without columns has to be read to its end all the same, for what it changes. */
async function drained(rows: AsyncIterable<readonly unknown[]>): Promise<never[]> {
  for await (const _ of rows);
  return [];
}

function sayChanges(changes: ChangeCounts, isKept: boolean, io: Io): void {
  const parts = Object.entries(changes)
    .filter(([, count]) => count > 0)
    .map(
      ([what, count]) =>
        `${what.replace(/([A-Z])/g, (capital) => ` ${capital.toLowerCase()}`)}: ${count}`,
    );
  if (parts.length === 0) return;
  const kept = isKept
    ? ""
    : " These changes end with the query: a case holds what its reports say.";
  io.stderr.write(`Changed: ${parts.join(", ")}.${kept}\n`);
}

/** A query error with the line it is about, which only this command still knows. */
async function withExcerpt(error: unknown, source: QuerySource): Promise<unknown> {
  const { CypherError, formatCypherError } = await import("@redthread/core/cypher");
  if (!(error instanceof CypherError)) return error;
  const text = formatCypherError(error, source.text, visibleText(source.name));
  return new RedthreadError("QUERY_INVALID", text, { cause: error });
}
