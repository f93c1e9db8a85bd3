import { RedthreadError } from "@redthread/core/errors";
import { InvalidArgumentError } from "commander";
import type { AddCommand } from "../add-command.js";
import { pathFrom } from "../case-option.js";
import { EXIT, type ExitCode } from "../exit-codes.js";
import { repeatedOption, withoutExtractorOption } from "../extractor-option.js";
import type { Io } from "../io.js";
import { wholeNumber } from "../whole-number.js";

interface BuildOptions {
  readonly out: string;
  readonly pack?: string;
  readonly extractor: readonly string[];
  readonly sendTo: readonly string[];
  readonly extractorSeconds: number;
  readonly encoding?: string;
  readonly mapping?: string;
  readonly withoutExtractor: readonly string[];
}

export const addBuildCommand: AddCommand = (program, io, outcome) => {
  program
    .command("build")
    .description("read reports and build a case from them")
    .argument("<reports...>", "folders and files; folders are read with all they hold")
    .option("-o, --out <folder>", "where the case goes; an existing case is replaced whole", "case")
    .option(
      "--pack <name|folder>",
      "the domain pack to read with; unless told, the one the case was built with before",
    )
    .addOption(
      repeatedOption(
        "--extractor <[name=]command>",
        "also ask this program for claims, or openai:URL#MODEL",
      ),
    )
    .addOption(
      repeatedOption(
        "--send-to <host>",
        "let documents go to this host, which is not this machine",
      ),
    )
    .option(
      "--extractor-seconds <n>",
      "how long an extractor may take for one document",
      wholeNumber,
      EXTRACTOR_SECONDS,
    )
    .addOption(withoutExtractorOption())
    .option(
      "--mapping <file>",
      "a file that says what headings of your tables mean; see the page on reading",
    )
    .option(
      "--encoding <name>",
      "how texts are encoded that do not say so, such as windows-1256; guessed unless told",
      encodingName,
    )
    .addHelpText("after", WALK_RULE)
    .action(async (reports: readonly string[], options: BuildOptions) => {
      outcome.code = await runBuild(reports, options, io);
    });
};

const WALK_RULE = `
Links are not followed, hidden names are skipped, and each file is read once; what is left out is
listed. Judgements (\`judgements/*.jsonl\`) and \`claims.external.jsonl\` in the case folder are followed, and
every other file of yours in it is kept. Reports that did not change since the last build are not extracted again.

No program outside is asked unless \`--extractor\` says so, and what it is sent is said first. Its answers
stay in the case until \`--without-extractor\` drops them. A key for openai: comes from REDTHREAD_API_KEY.`;

function encodingName(text: string): string {
  try {
    return new TextDecoder(text).encoding;
  } catch {
    throw new InvalidArgumentError(
      "It is the name of an encoding, such as windows-1251, windows-1256 or shift_jis.",
    );
  }
}

/** Enough for a small model on a processor of its own. */
const EXTRACTOR_SECONDS = 120;

async function runBuild(
  reports: readonly string[],
  options: BuildOptions,
  io: Io,
): Promise<ExitCode> {
  const [{ caseTarget }, { lockCase }, { mkdirSync }, { dirname }] = await Promise.all([
    import("../case/write-case.js"),
    import("../case/case-lock.js"),
    import("node:fs"),
    import("node:path"),
  ]);
  const { parseExtractors } = await import("../extractor/extractor-spec.js");
  const extractors = parseExtractors(options.extractor, io.cwd);
  const ask = { extractors, sendTo: options.sendTo, seconds: options.extractorSeconds };
  const path = pathFrom(io, options.out);
  mkdirSync(dirname(path), { recursive: true });
  const target = caseTarget(path, options.out);
  const { findInputs } = await import("../input/find-inputs.js");
  const found = findInputs(reports, { cwd: io.cwd, excluded: new Set([target]) });
  if (found.inputs.length === 0) throw nothingToRead(reports, found);
  const lock = lockCase(target, options.out);
  try {
    const { buildInto } = await import("../build-into.js");
    const result = await buildInto(
      lock,
      {
        found,
        without: options.withoutExtractor,
        encoding: options.encoding,
        mapping: options.mapping,
        ...(options.pack === undefined ? {} : { pack: options.pack }),
        ...(extractors.length === 0 ? {} : { ask }),
      },
      io,
    );
    const { buildSummaryText } = await import("../report/build-summary-text.js");
    io.stderr.write(buildSummaryText(options.out, result, found));
    const unread = result.build.failures.length + found.failed.length + result.unasked.length;
    return unread > 0 ? EXIT.someUnread : EXIT.done;
  } finally {
    lock.release();
  }
}

interface Found {
  readonly skipped: readonly { readonly path: string; readonly reason: string }[];
  readonly failed: readonly { readonly path: string; readonly reason: string }[];
}

function nothingToRead(reports: readonly string[], { skipped, failed }: Found): RedthreadError {
  const where = reports.map((report) => `\`${report}\``).join(", ");
  const others = [...failed, ...skipped].slice(0, 20);
  const list = others.map(({ path, reason }) => `\n  ${JSON.stringify(path)}: ${reason}`).join("");
  return new RedthreadError(
    "INPUT_EMPTY",
    `${where} holds no file to read. Put reports there, such as .txt, .md or .html files, or pass another folder.${list}`,
  );
}
