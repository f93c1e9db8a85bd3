// Runs one part of a command such as `npm run score`: parts are files of their own, so that another
// measurement or another attack is another file and one line in the command's list.
//
//   npm run COMMAND -- [--part NAME | --NAME] [--seed N] [--count N] [--json] [options of the part]
//
// A part that draws cases draws them from the seed: the same seed and count give the same cases on
// every machine, and a failure prints the line that replays it.

/** What a part is asked to do. */
export interface PartOptions {
  readonly seed: number;
  /** How many cases to draw; the part's own number where the caller names none. */
  readonly count: number | null;
  readonly json: boolean;
  /** The value behind an option of the part's own, or null. */
  readonly option: (name: string) => string | null;
  readonly has: (flag: string) => boolean;
}

/** What a part found. */
export interface PartResult {
  /** For a reader, one line each. */
  readonly lines: readonly string[];
  /** For a program. */
  readonly json: unknown;
  readonly failed: boolean;
  /** Options that replay a failure, such as `--seed 7 --count 1`; absent where the same ones do. */
  readonly replay?: string;
}

/** One measurement, attack or comparison: a file of its own. */
export interface Part {
  readonly name: string;
  readonly title: string;
  readonly run: (options: PartOptions) => PartResult | Promise<PartResult>;
}

/** Where a run writes. */
export interface RunnerOutput {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
}

const TERMINAL: RunnerOutput = {
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
};

/** Runs the part that the arguments ask for, the first one where they ask for none; the exit code. */
export async function runPart(
  command: string,
  parts: readonly [Part, ...Part[]],
  args: readonly string[],
  { out, error }: RunnerOutput = TERMINAL,
): Promise<number> {
  const option = (name: string): string | null => {
    const at = args.indexOf(name);
    return at < 0 ? null : (args[at + 1] ?? null);
  };
  const short = parts.find((part) => args.includes(`--${part.name}`));
  const wanted = option("--part") ?? short?.name ?? parts[0].name;
  const part = parts.find(({ name }) => name === wanted);
  const seed = readWhole(option("--seed") ?? "1");
  const count = args.includes("--count") ? readWhole(option("--count") ?? "") : null;
  if (part === undefined) {
    error(
      `There is no part \`${wanted}\`. The parts of \`npm run ${command}\`:\n${listParts(parts)}`,
    );
    return 2;
  }
  if (Number.isNaN(seed) || Number.isNaN(count)) {
    error("`--seed` and `--count` are followed by a whole number, such as `--seed 1`.\n");
    return 2;
  }
  const json = args.includes("--json");
  const has = (flag: string): boolean => args.includes(flag);
  const result = await part.run({ seed, count, json, option, has });
  if (json) out(`${JSON.stringify(result.json, null, 1)}\n`);
  else if (result.lines.length > 0) out(`${result.lines.join("\n")}\n`);
  if (!result.failed) return 0;
  const same = [`--seed ${seed}`, ...(count === null ? [] : [`--count ${count}`])].join(" ");
  error(`Replay: npm run ${command} -- --part ${part.name} ${result.replay ?? same}\n`);
  return 1;
}

const readWhole = (text: string): number => (/^\d{1,9}$/.test(text) ? Number(text) : Number.NaN);

function listParts(parts: readonly Part[]): string {
  const width = Math.max(...parts.map(({ name }) => name.length));
  return parts.map(({ name, title }) => `  ${name.padEnd(width)}  ${title}\n`).join("");
}
