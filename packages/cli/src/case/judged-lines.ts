import type {
  AskedSide,
  JudgedThing,
  JudgementOutcome,
  JudgementStatus,
} from "@redthread/core/model";
import { CASE_FILES } from "./case-layout.js";
import { recordOf } from "./manifest.js";
import { type OpenCase, readCaseLines } from "./read-case.js";

/** What became of one line of people's judgements, as a case stores it. */
export interface JudgedLine {
  readonly file: string;
  readonly line: number;
  readonly status: JudgementStatus;
  readonly verdict: string | null;
  readonly by: string | null;
  /** Names of what it is about. */
  readonly about: readonly string[];
  readonly says: string;
  /** Ids of the claims it withdraws. */
  readonly withdraws: readonly string[];
  /** What a person is to choose from: ids of entities. Absent where no choice settles it. */
  readonly asks?: AskedSide;
  /** Identity of the line, where something is asked about it. */
  readonly id?: string;
}

/** An outcome as a line of `judged.jsonl`, without a line end. */
export function judgedLine({
  source,
  status,
  judgement,
  says,
  withdraws,
  asks,
}: JudgementOutcome): string {
  const line: JudgedLine = {
    file: source.file,
    line: source.line,
    status,
    verdict: judgement?.verdict ?? null,
    by: judgement?.by ?? null,
    about: judgement === null ? [] : namesIn(judgement),
    says,
    withdraws: withdraws ?? [],
    ...(asks === undefined || source.id === undefined ? {} : { asks, id: source.id }),
  };
  return JSON.stringify(line);
}

function namesIn(judgement: NonNullable<JudgementOutcome["judgement"]>): readonly string[] {
  const nameOf = (thing: JudgedThing): string => (typeof thing === "string" ? thing : thing.name);
  const a = "a" in judgement ? [nameOf(judgement.a)] : [];
  const b = "b" in judgement ? [nameOf(judgement.b)] : [];
  const quoted = judgement.verdict === "not-what-it-says" ? [judgement.seen[0].quote] : [];
  return [...a, ...b, ...quoted];
}

/** A line of `judged.jsonl` read back; a build wrote it. */
export const parseJudgedLine = (content: string): JudgedLine => JSON.parse(content) as JudgedLine;

/**
 * What became of people's judgements when the case was built.
 * @throws RedthreadError `CASE_DAMAGED` where the file is not the one that was written.
 */
export function readJudgedLines(opened: OpenCase): readonly JudgedLine[] {
  if (recordOf(opened.manifest, CASE_FILES.judged) === null) return [];
  const lines: JudgedLine[] = [];
  readCaseLines(opened, CASE_FILES.judged, (line) => void lines.push(parseJudgedLine(line)));
  return lines;
}
