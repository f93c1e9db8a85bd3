import { linesInForce, readJudgements } from "@redthread/core/build";
import type { JudgedThing, Judgement, Sighting } from "@redthread/core/model";
import { judgementTexts, readPeoplesFiles } from "../case/peoples-files.js";
import type { AnswerChoice, ReviewItem } from "./review-item.js";

/** Whether somebody judged an item since the case was built. */
export type IsJudged = (item: ReviewItem, choices: readonly AnswerChoice[]) => boolean;

/** Reads what people wrote into the case so far, so that a session goes on where the last one stopped. */
export function readJudged(folder: string): IsJudged {
  const { judgements } = linesInForce(readJudgements(judgementTexts(readPeoplesFiles(folder))));
  const judged = new Set(judgements.flatMap((one) => [...keysOf(one), ...keysFound(one)]));
  return (item, choices) =>
    judged.size > 0 &&
    (item.choices ?? choices).some((choice) => {
      const subject = item.subject(choice);
      if (subject === null) return false;
      // A subject is what the line of a judgement holds.
      const said = { verdict: choice.verdict, ...subject } as unknown as Judgement;
      const keys = said.finds === undefined ? keysOf(said) : keysFound(said);
      return keys.some((key) => judged.has(key));
    });
}

/** The line that a judgement says the thing of. */
const keysFound = ({ finds }: Judgement): readonly string[] =>
  finds === undefined ? [] : [JSON.stringify(["finds", finds])];

/** What a judgement is on: pairs, links and quotes by where they were seen. */
function keysOf(judgement: Judgement): readonly string[] {
  if (judgement.verdict === "not-what-it-says") {
    return [JSON.stringify(["quote", judgement.type ?? null, ...judgement.seen.map(spotOf)])];
  }
  if (!("b" in judgement)) return [];
  const kind = "type" in judgement ? judgement.type : "pair";
  return keysOfThing(judgement.a).flatMap((a) =>
    keysOfThing(judgement.b).map((b) => JSON.stringify([kind, ...[a, b].sort()])),
  );
}

const keysOfThing = (thing: JudgedThing): readonly string[] =>
  typeof thing === "string"
    ? [thing]
    : [
        ...(thing.id === undefined ? [] : [thing.id]),
        ...thing.seen.map((one) => `${thing.name} ${spotOf(one)}`),
      ];

const spotOf = ({ document, start, end, at }: Sighting): string =>
  `${document}:${start}-${end}@${at ?? ""}`;
