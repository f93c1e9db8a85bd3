import { linesInForce, readJudgements } from "@redthread/core/build";
import type { JudgedThing, Judgement } from "@redthread/core/model";
import type { Trace } from "@redthread/core/trace";
import { type JudgedLine, readJudgedLines } from "../case/judged-lines.js";
import { judgementTexts, readPeoplesFiles } from "../case/peoples-files.js";
import { sideOf, thingOf } from "./describe-side.js";
import type {
  AnswerChoice,
  ReviewCase,
  ReviewItem,
  ReviewSide,
  ReviewSubject,
} from "./review-item.js";

/** As many as there are keys to choose with. */
const MOST_FITS = 9;

/**
 * Lines of people that fit several things, or that only a name still leads to: which of them is meant. An
 * answer says the same as the line, of the thing that was chosen.
 */
export function collectAsked({ opened, trace }: ReviewCase): readonly ReviewItem[] {
  const asked = readJudgedLines(opened).filter(({ asks }) => asks !== undefined);
  if (asked.length === 0) return [];
  const { judgements } = linesInForce(
    readJudgements(judgementTexts(readPeoplesFiles(opened.folder))),
  );
  const byLine = new Map(judgements.map((one) => [one.source?.id, one]));
  const nodes = new Map(trace.graph.nodes.map(({ id }, at) => [id, at]));
  return asked.flatMap((line) => {
    const judgement = byLine.get(line.id);
    return judgement === undefined ? [] : (askedItem(line, judgement, nodes, trace) ?? []);
  });
}

function askedItem(
  { asks, id, file, line, says }: JudgedLine,
  judgement: Judgement,
  nodes: ReadonlyMap<string, number>,
  trace: Trace,
): ReviewItem | null {
  const fits = (asks?.fits ?? []).flatMap((fit) => nodes.get(fit) ?? []).slice(0, MOST_FITS);
  if (asks === undefined || id === undefined || fits.length === 0) return null;
  const { side } = asks;
  const choices = fits.map(
    (at, index): AnswerChoice => ({
      key: String(index + 1),
      verdict: judgement.verdict,
      words: "is meant",
      pick: at,
    }),
  );
  return {
    key: id,
    question: questionOf(judgement, side),
    changes: { chains: 0, crossings: 0, links: 0 },
    score: 0,
    reasons: [`line ${line} of ${file} ${says}`],
    sides: () => [...fits.map((at) => sideOf(trace, at)), ...sidesSeen(judgement)],
    subject: ({ pick }) =>
      pick === undefined ? null : subjectOf(judgement, side, thingOf(trace, pick), id),
    choices,
  };
}

function questionOf(judgement: Judgement, side: "a" | "b"): string {
  const [a, b] = ["a" in judgement ? judgement.a : "", "b" in judgement ? judgement.b : null];
  const both = b === null ? nameOf(a) : `${nameOf(a)} and ${nameOf(b)}`;
  const meant = nameOf(side === "b" && b !== null ? b : a);
  return `${judgement.by} says ${judgement.verdict} of ${both}. Which ${meant} is meant?`;
}

const nameOf = (thing: JudgedThing): string => (typeof thing === "string" ? thing : thing.name);

/** What the person had before their eyes. */
function sidesSeen(judgement: Judgement): readonly ReviewSide[] {
  const things = [
    "a" in judgement ? judgement.a : null,
    "b" in judgement ? judgement.b : null,
  ].flatMap((thing) => (thing === null || typeof thing === "string" ? [] : [thing]));
  return things.map(({ name, type, seen }) => ({
    title: `as ${judgement.by} saw ${name} (${type})`,
    quotes: seen.map((one) => ({ ...one, title: null, publisher: null, date: null, place: null })),
  }));
}

/** What the line says, of the thing that was chosen. */
function subjectOf(
  { source: _, by: __, at: ___, verdict: ____, finds: _____, ...said }: Judgement,
  side: "a" | "b",
  thing: JudgedThing,
  id: string,
): ReviewSubject {
  return { ...said, [side]: thing, finds: id };
}
