import type { Judgement } from "@redthread/core/model";
import { compareText } from "@redthread/core/text";
import type { Trace, TraceQuote } from "@redthread/core/trace";
import type { OpenCase } from "../case/read-case.js";

/** Verdicts that a person can give on an item, each with its key. */
export interface AnswerChoice {
  readonly key: string;
  readonly verdict: Judgement["verdict"];
  readonly words: string;
  /** Place of the side that is chosen, where an answer chooses one. */
  readonly pick?: number;
}

/** One thing of an item: what it is, with the sentences that tell of it. */
export interface ReviewSide {
  readonly title: string;
  readonly quotes: readonly TraceQuote[];
}

/** What an answer would change in the graph. */
interface ReviewChanges {
  /** Ways of two steps that would come or go, and how many of them lead across a border. */
  readonly chains: number;
  readonly crossings: number;
  /** Relationships of what is judged. */
  readonly links: number;
}

/** What a judgement on an item says beside verdict, person and time. */
export type ReviewSubject = Readonly<Record<string, unknown>>;

/** One question of a queue. */
export interface ReviewItem {
  /** The same for the same question as long as the case is the same. */
  readonly key: string;
  readonly question: string;
  readonly changes: ReviewChanges;
  /** 0–1: how likely the program holds it to be so. */
  readonly score: number;
  /** The features behind the score, in words. */
  readonly reasons: readonly string[];
  /** Read when the item is shown or printed. */
  readonly sides: () => readonly ReviewSide[];
  /** What a line says for an answer, or null where the answer is none of this item. */
  readonly subject: (choice: AnswerChoice) => ReviewSubject | null;
  /** Answers to this item in place of those of its queue. */
  readonly choices?: readonly AnswerChoice[];
}

/** What queues are made from. */
export interface ReviewCase {
  readonly opened: OpenCase;
  readonly trace: Trace;
}

/** A kind of queue: one file, and one line in the registry. */
export interface QueueKind {
  /** As in `redthread review --<name>`; `pairs` is the queue without an option. */
  readonly name: string;
  readonly describes: string;
  readonly choices: readonly AnswerChoice[];
  /** What to say where the queue is empty. */
  readonly nothing: string;
  readonly collect: (reviewed: ReviewCase) => readonly ReviewItem[];
}

/** Most crossings first, then chains, links, likeliness and name. */
export function byChange(x: ReviewItem, y: ReviewItem): number {
  return (
    y.changes.crossings - x.changes.crossings ||
    y.changes.chains - x.changes.chains ||
    y.changes.links - x.changes.links ||
    y.score - x.score ||
    compareText(x.key, y.key)
  );
}
