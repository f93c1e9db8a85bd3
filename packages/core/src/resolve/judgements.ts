import { RedthreadError } from "../errors/redthread-error.js";
import type { Judgement } from "../model/judgement.js";

const VERDICTS: ReadonlySet<unknown> = new Set(["same", "different", "unsure"]);
const TEXTS = ["a", "b", "by", "at", "why"] as const;
const WHEN = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2}))?$/;

/**
 * Judgements from a `judgements.jsonl`, one a line; empty lines and lines that start with `#` or
 * `//` are passed over.
 * @throws RedthreadError `JUDGEMENT_INVALID` naming the line.
 */
export function parseJudgements(content: string): readonly Judgement[] {
  const judgements: Judgement[] = [];
  for (const [index, line] of content
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .entries()) {
    const text = line.trim();
    if (text === "" || text.startsWith("#") || text.startsWith("//")) continue;
    judgements.push(parseJudgement(text, index + 1));
  }
  return judgements;
}

/** A judgement as one line of `judgements.jsonl`, without a line end. */
export function encodeJudgement({ verdict, a, b, by, at, why }: Judgement): string {
  return JSON.stringify({ verdict, a, b, by, at, why });
}

function parseJudgement(text: string, line: number): Judgement {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw invalid(line, "is no JSON object", cause);
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw invalid(line, "is no JSON object");
  }
  const found = value as Readonly<Record<string, unknown>>;
  if (!VERDICTS.has(found["verdict"])) {
    throw invalid(
      line,
      `has the verdict \`${String(found["verdict"])}\` where \`same\`, \`different\` or \`unsure\` is expected`,
    );
  }
  for (const key of TEXTS) {
    if (typeof found[key] !== "string") throw invalid(line, `has no text \`${key}\``);
  }
  // Every member was checked above, which TypeScript cannot follow through a loop.
  const judgement = found as unknown as Judgement;
  if (judgement.a === "" || judgement.b === "" || judgement.a === judgement.b) {
    throw invalid(line, "must name two different entities in `a` and `b`");
  }
  if (!WHEN.test(judgement.at)) {
    throw invalid(
      line,
      `has \`${judgement.at}\` in \`at\` where a day such as \`2026-03-09\` is expected`,
    );
  }
  const { verdict, a, b, by, at, why } = judgement;
  return { verdict, a, b, by, at, why };
}

const invalid = (line: number, what: string, cause?: unknown): RedthreadError =>
  new RedthreadError(
    "JUDGEMENT_INVALID",
    `Line ${line} of the judgements ${what}. A line reads \`{"verdict":"same","a":"…","b":"…","by":"…","at":"2026-03-09","why":"…"}\`.`,
    cause === undefined ? undefined : { cause },
  );
