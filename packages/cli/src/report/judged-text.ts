import type { JudgementStatus } from "@redthread/core/model";
import type { JudgedLine } from "../case/judged-lines.js";
import { counted } from "../terminal/counted.js";
import { visibleText } from "../terminal/visible-text.js";

/** Lines of one status told before the rest is counted. */
const SHOWN = 20;

/** What is told of each status, the gravest first; one that holds is only counted unless it withdraws. */
const TOLD: readonly (readonly [JudgementStatus, string])[] = [
  ["faulty", "cannot be read"],
  ["disputed", "disputed"],
  ["asked", "to be asked"],
  ["waits", "waiting"],
];

const PAST: ReadonlySet<JudgementStatus> = new Set(["replaced", "undone"]);

/** What became of people's judgements: one line of figures, then a line each that asks for attention. */
export function judgedText(lines: readonly JudgedLine[]): readonly string[] {
  if (lines.length === 0) return [];
  const count = (status: JudgementStatus): number =>
    lines.filter((line) => line.status === status).length;
  const past = lines.filter(({ status }) => PAST.has(status)).length;
  const holding = count("holds");
  const figures = [
    `${holding} ${holding === 1 ? "holds" : "hold"}`,
    ...TOLD.toReversed().flatMap(([status, words]) => {
      const number = count(status);
      return number === 0 ? [] : [`${number} ${words}`];
    }),
    ...(past === 0 ? [] : [`${past} replaced or taken back`]),
  ];
  const withdrawing = lines.filter(
    ({ status, withdraws }) => status === "holds" && withdraws.length > 0,
  );
  return [
    `  ${counted(lines.length, "judgement")}: ${figures.join(", ")}`,
    ...TOLD.flatMap(([status, words]) =>
      tellAll(
        lines.filter((line) => line.status === status),
        words,
      ),
    ),
    ...tellAll(withdrawing, "followed"),
  ];
}

function tellAll(lines: readonly JudgedLine[], words: string): readonly string[] {
  const shown = lines.slice(0, SHOWN).map((line) => `    ${words}: ${tell(line)}`);
  const rest = lines.length - SHOWN;
  return rest > 0 ? [...shown, `    and ${rest} more ${words}`] : shown;
}

function tell({ file, line, verdict, about, says, withdraws }: JudgedLine): string {
  const what = verdict === null ? "" : ` (${verdict}: ${about.map(short).join(", ")})`;
  const claims = withdraws.length === 0 ? "" : `, ${counted(withdraws.length, "claim")} withdrawn`;
  return visibleText(`line ${line} of ${file}${what} ${says}${claims}`);
}

const LONGEST = 60;

const short = (text: string): string =>
  text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
