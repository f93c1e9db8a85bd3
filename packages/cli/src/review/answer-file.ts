import { RedthreadError } from "@redthread/core/errors";
import { createDescriber, type Trace } from "@redthread/core/trace";
import type { Io } from "../io.js";
import { counted } from "../terminal/counted.js";
import { visibleText } from "../terminal/visible-text.js";
import { readAnswer } from "./item-lines.js";
import type { JudgementWriter } from "./judgement-writer.js";

/**
 * Writes the answers of a file as judgements. A line that is no answer is told and stops no other; the
 * number of those is handed back.
 */
export function takeAnswers(
  content: string,
  {
    trace,
    writer,
    io,
  }: { readonly trace: Trace; readonly writer: JudgementWriter; readonly io: Io },
): number {
  const describe = createDescriber(trace.reader);
  let open = 0;
  let faulty = 0;
  for (const [index, line] of content
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .entries()) {
    const text = line.trim();
    if (text === "" || text.startsWith("#") || text.startsWith("//")) continue;
    const problem = takeAnswer(text, describe, writer);
    if (problem === "open") open += 1;
    else if (problem !== null) {
      faulty += 1;
      io.stderr.write(`  line ${index + 1} of the answers ${visibleText(problem)}\n`);
    }
  }
  if (open > 0) io.stderr.write(`  ${counted(open, "line")} without a verdict passed over\n`);
  return faulty;
}

/** What is wrong with an answer, `open` for one without a verdict, or null. */
function takeAnswer(text: string, describe: Describe, writer: JudgementWriter): string | null {
  const answer = readAnswer(text);
  if (answer === null) return "open";
  if (typeof answer === "string") return answer;
  try {
    const { a, b, ...rest } = answer.subject;
    const subject = {
      ...(a === undefined ? {} : { a: anchored(a, describe) }),
      ...(b === undefined ? {} : { b: anchored(b, describe) }),
      ...rest,
    };
    writer.write(answer.verdict, subject, answer.why);
    return null;
  } catch (error) {
    if (error instanceof RedthreadError && error.code === "USAGE") return error.message;
    throw error;
  }
}

/** An id alone is written as what it stands for in the case. */
const anchored = (thing: unknown, describe: Describe): unknown =>
  typeof thing === "string" ? (describe(thing) ?? thing) : thing;

type Describe = ReturnType<typeof createDescriber>;
