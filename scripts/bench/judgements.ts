// npm run bench -- --judgements LINES [--seed N]: what people's lines cost, on a case of a report for each ten
// of them: `rebuild` and the queue of `review`, over the same without a line, in processor time. A quarter of
// the lines is measured first, so that growth is told beside the figure. A third of the lines gives ids alone.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable, Writable } from "node:stream";
import { type InputStream, type OutputStream, runProgram } from "@redthread/cli";
import { seededRandom } from "../../benches/seeded-random.js";
import type { Part, PartOptions, PartResult } from "../runner.js";

const LINES = 5_000;
const LINES_A_REPORT = 10;
const PEOPLE_A_REPORT = 6;
const QUARTER = 4;
const MOST_GROWTH = 1.5;
/** Seconds within which two runs of the same differ: below them growth says nothing. */
const NOISE = 0.25;

export const judgements: Part = {
  name: "judgements",
  title: "what people's lines cost a build and a review: processor time, growth",
  run: measureLines,
};

async function measureLines(options: PartOptions): Promise<PartResult> {
  const count = options.count ?? (Number(options.option("--judgements")) || LINES);
  const folder = mkdtempSync(join(tmpdir(), "redthread-judged-"));
  try {
    const drawn = draw(count, options.seed);
    mkdirSync(join(folder, "reports"));
    for (const [path, text] of drawn.reports) writeFileSync(join(folder, "reports", path), text);
    await secondsOf(["build", "reports"], folder);
    const figures = [];
    for (const lines of [0, Math.floor(count / QUARTER), count]) {
      const file = join(folder, "case/judgements/ada.jsonl");
      mkdirSync(join(folder, "case/judgements"), { recursive: true });
      writeFileSync(file, drawn.lines.slice(0, lines).join(""));
      // The first build writes down what the ids stand for.
      const first = await secondsOf(["rebuild"], folder);
      const build = await quickestOf(["rebuild"], folder);
      const review = await quickestOf(["review", "--format", "jsonl"], folder);
      figures.push({ lines, first, build, review });
    }
    return toResult(figures, drawn.reports.length);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Figures {
  readonly lines: number;
  readonly first: number;
  readonly build: number;
  readonly review: number;
}

type Step = Exclude<keyof Figures, "lines">;

function toResult(figures: readonly Figures[], reports: number): PartResult {
  const [none, some, all] = figures;
  if (none === undefined || some === undefined || all === undefined)
    throw new TypeError("three sizes are measured");
  const over = (one: Figures, step: Step): number => Math.max(NOISE, one[step] - none[step]);
  const growth = (step: Step): number => over(all, step) / (over(some, step) * QUARTER);
  const row = ({ lines, first, build, review }: Figures): string =>
    `| ${lines} | ${first.toFixed(2)} | ${build.toFixed(2)} | ${review.toFixed(2)} |`;
  const grown = { first: growth("first"), build: growth("build"), review: growth("review") };
  return {
    lines: [
      `${reports} reports; seconds of processor time`,
      "| lines | first rebuild | rebuild | review |",
      "|---|---|---|---|",
      ...figures.map(row),
      `growth over no line: ${Object.values(grown)
        .map((one) => one.toFixed(2))
        .join(", ")} times linear`,
    ],
    json: { figures, growth: grown },
    failed: Object.values(grown).some((one) => one > MOST_GROWTH),
  };
}

class Nowhere extends Writable implements OutputStream {
  readonly isTTY = false;
  readonly columns = 80;
  text = "";
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text = String(chunk);
    done();
  }
}

const ROUNDS = 3;

/** A busy machine only ever makes it slower. */
async function quickestOf(args: readonly string[], cwd: string): Promise<number> {
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) rounds.push(await secondsOf(args, cwd));
  return Math.min(...rounds);
}

async function secondsOf(args: readonly string[], cwd: string): Promise<number> {
  const stderr = new Nowhere();
  const before = process.cpuUsage();
  const code = await runProgram(args, {
    stdin: Readable.from([]) as InputStream,
    stdout: new Nowhere(),
    stderr,
    env: {},
    cwd,
    now: () => 0,
  });
  const { user, system } = process.cpuUsage(before);
  if (code !== 0) throw new Error(`redthread ${args.join(" ")} failed: ${stderr.text}`);
  return (user + system) / 1e6;
}

const SYLLABLES = "ba da fa ga ha ja ka la ma na qa ra sa ta wa za".split(" ");

interface Person {
  readonly name: string;
  readonly path: string;
  readonly quote: string;
}

interface Drawn {
  readonly reports: readonly (readonly [path: string, text: string])[];
  readonly lines: readonly string[];
}

function draw(count: number, seed: number): Drawn {
  const random = seededRandom(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const word = (length: number): string => {
    const text = Array.from({ length }, () => SYLLABLES[below(SYLLABLES.length)]).join("");
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}r`;
  };
  const people: Person[] = [];
  const reports = Array.from({ length: Math.ceil(count / LINES_A_REPORT) }, (_, at) => {
    const path = `report-${at}.txt`;
    const group = `${word(2)} ${word(2)}`;
    const told = Array.from({ length: PEOPLE_A_REPORT }, (): Person => {
      const name = `${word(2)} ${word(4)}`;
      const quote = `${name}, a member of the ${group} network, was arrested in Tartus on 2 March 2025.`;
      return { name, path, quote };
    });
    people.push(...told);
    const text = `Arrests of the week ${at}\n\n3 March 2025\n\n${told.map(({ quote }) => quote).join("\n")}\n`;
    return [path, text] as const;
  });
  return { reports, lines: Array.from({ length: count }, (_, at) => lineOf(at, people, below)) };
}

const VERDICTS = ["same", "different", "unsure"];

function lineOf(at: number, people: readonly Person[], below: (limit: number) => number): string {
  const [a, b] = [people[below(people.length)], people[below(people.length)]];
  if (a === undefined || b === undefined) throw new TypeError("people were drawn");
  const minute = String(at % 60).padStart(2, "0");
  const when = `2026-03-09T${String(Math.floor(at / 60) % 24).padStart(2, "0")}:${minute}:00Z`;
  const said = { verdict: VERDICTS[at % VERDICTS.length], by: "ada", at: when, why: `line ${at}` };
  const thing = at % 3 === 0 ? idOf : seenOf;
  return `${JSON.stringify({ ...said, a: thing(a), b: thing(b) })}\n`;
}

const idOf = ({ name }: Person): string => `person:${name.toLowerCase().replaceAll(" ", "-")}`;

const seenOf = ({ name, path, quote }: Person): object => ({
  type: "Person",
  name,
  seen: [{ document: "", path, quote, start: 0, end: quote.length }],
});
