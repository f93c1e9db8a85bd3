import { RedthreadError } from "@redthread/core/errors";
import {
  answerChains,
  type ChainRequest,
  type ChainResult,
  findChains,
  readChainRequest,
  type Trace,
  type TraceNode,
} from "@redthread/core/trace";
import { findOne } from "../find-one.js";
import { noChainText } from "../report/chains-text.js";

/** What the options of `path` say about the chains wanted. */
export interface ChainQuestion extends Omit<ChainRequest, "maxHops"> {
  readonly max?: number;
}

/** The two ends of a question, and what was found. */
export interface ChainAnswer {
  readonly from: TraceNode;
  readonly to: TraceNode;
  readonly result: ChainResult;
}

/**
 * The chains between two names.
 * @throws RedthreadError `USAGE`, `ENTITY_NOT_FOUND`, `ENTITY_AMBIGUOUS`.
 */
export function answerPair(
  trace: Trace,
  from: string,
  to: string,
  { max, ...question }: ChainQuestion,
): ChainAnswer {
  const request = { ...question, ...(max === undefined ? {} : { maxHops: max }) };
  const read = readChainRequest(trace, from, to, request, (wanted) => findOne(trace, wanted));
  const result = findChains(trace.graph, read.fromIndex, read.toIndex, read.options);
  return { from: read.from, to: read.to, result };
}

/** One line of pairs answered for a program; what is wrong with it is part of the answer. */
export function answerLine(
  trace: Trace,
  line: string,
  question: ChainQuestion,
): Readonly<Record<string, unknown>> {
  const [from = "", to, ...more] = line.split("\t").map((name) => name.trim());
  try {
    if (to === undefined || more.length > 0) {
      throw new RedthreadError(
        "USAGE",
        `\`${line}\` is no pair. Write two names parted by one tab.`,
      );
    }
    const answer = answerPair(trace, from, to, question);
    return answerChains(
      trace,
      answer.from,
      answer.to,
      answer.result,
      noChainText(answer.from, answer.to, answer.result),
    );
  } catch (error) {
    if (!(error instanceof RedthreadError)) throw error;
    return { asked: line, error: { code: error.code, message: error.message } };
  }
}
