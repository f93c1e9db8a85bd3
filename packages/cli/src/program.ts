import { Command, CommanderError } from "commander";
import type { AddCommand, Outcome } from "./add-command.js";
import { addBuildCommand } from "./commands/build.js";
import { addCiteCommand } from "./commands/cite.js";
import { addConflictsCommand } from "./commands/conflicts.js";
import { addDiffCommand } from "./commands/diff.js";
import { addExplainCommand } from "./commands/explain.js";
import { addExportCommand } from "./commands/export.js";
import { addGapsCommand } from "./commands/gaps.js";
import { addImportCommand } from "./commands/import.js";
import { addInfoCommand } from "./commands/info.js";
import { addLoadCommand } from "./commands/load.js";
import { addPathCommand } from "./commands/path.js";
import { addQueryCommand } from "./commands/query.js";
import { addRebuildCommand } from "./commands/rebuild.js";
import { addReviewCommand } from "./commands/review.js";
import { addShowCommand } from "./commands/show.js";
import { addSourcesCommand } from "./commands/sources.js";
import { addVerifyCommand } from "./commands/verify.js";
import { addWhoCrossesCommand } from "./commands/who-crosses.js";
import { EXIT, type ExitCode } from "./exit-codes.js";
import type { Io } from "./io.js";
import { reportError } from "./report-error.js";
import { usageText } from "./usage-text.js";
import { VERSION } from "./version.js";

/** The command line, ready to parse. What a command needs is loaded when it runs, not here. */
export function createProgram(io: Io, outcome: Outcome = { code: EXIT.done }): Command {
  const program = new Command("redthread")
    .description("From a folder of reports to a graph in which every link carries its sentence.")
    .version(VERSION, "-V, --version", "print the version")
    .option("--debug", "print where an error came from")
    .configureHelp({ helpWidth: Math.min(io.stdout.columns ?? 100, 100) })
    .configureOutput({
      writeOut: (text) => void io.stdout.write(text),
      writeErr: (text) => void io.stderr.write(text),
      outputError: (text, write) => write(`${usageText(text)}\n`),
    })
    .exitOverride()
    .addHelpText("after", HELP_AFTER);
  for (const add of COMMANDS) add(program, io, outcome);
  return program;
}

const COMMANDS: readonly AddCommand[] = [
  addBuildCommand,
  addRebuildCommand,
  addImportCommand,
  addInfoCommand,
  addQueryCommand,
  addShowCommand,
  addPathCommand,
  addSourcesCommand,
  addConflictsCommand,
  addWhoCrossesCommand,
  addCiteCommand,
  addGapsCommand,
  addDiffCommand,
  addExplainCommand,
  addReviewCommand,
  addVerifyCommand,
  addLoadCommand,
  addExportCommand,
];

const HELP_AFTER = `
Exit codes: 0 done, 1 failed, 2 wrong usage, 3 query error, 4 Neo4j unreachable, 5 the case is damaged
or its evidence changed, 6 done but some reports could not be read, 7 stopped at a limit, 8 the case
is being written by another process, 70 a bug.

Environment: NEO4J_URI, NEO4J_USERNAME, NEO4J_PASSWORD, NEO4J_DATABASE, REDTHREAD_API_KEY, NO_COLOR.`;

/**
 * Runs one command line (without `node` and the script) and returns its exit code. Never throws and
 * never ends the process.
 */
export async function runProgram(args: readonly string[], io: Io): Promise<number> {
  const outcome: Outcome = { code: EXIT.done };
  const program = createProgram(io, outcome);
  try {
    await program.parseAsync([...args], { from: "user" });
    return outcome.code;
  } catch (error) {
    if (error instanceof CommanderError) return usageExit(error);
    return reportError(error, io, program.opts()["debug"] === true);
  }
}

/** Asking for help or the version is no error; everything else commander stops at is wrong usage. */
function usageExit(error: CommanderError): ExitCode {
  const asked = ["commander.helpDisplayed", "commander.version"].includes(error.code);
  return asked ? EXIT.done : EXIT.usage;
}
