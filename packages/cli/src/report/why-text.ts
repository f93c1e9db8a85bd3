import {
  type AskedEnd,
  type ExplainedSentence,
  type Explanation,
  flat,
  lostText,
  type WhyAnswer,
} from "@redthread/core/build";
import { type Layout, paragraph } from "../terminal/layout.js";
import { visibleText } from "../terminal/visible-text.js";
import { claimLines, headLines, markedSentence, rejectedLines } from "./explanation-text.js";

/** Why two names are linked in a report, or what stood in the way. */
export function whyText(explanation: Explanation, answer: WhyAnswer, layout: Layout): string {
  const { from, to, links, shared, rejected, nearest } = answer;
  const told = [...new Set([...links, ...shared.flatMap(({ claims }) => claims)])];
  const numbers = [
    ...told.map(({ sentence }) => sentence),
    ...(told.length > 0 ? [] : nearest.slice(0, LISTED)),
    ...rejected.map(({ sentence }) => sentence),
  ];
  const shown = new Set(numbers.toSorted((a, b) => a - b));
  const lines = [
    ...headLines(explanation, layout),
    "",
    ...endLines(from, layout),
    ...endLines(to, layout),
    "",
    layout.paint.bold(verdict(answer)),
    ...[...shown].flatMap((number) => [
      ...sentenceLines(explanation, number, layout),
      ...told
        .filter(({ sentence }) => sentence === number)
        .flatMap((claim) => claimLines(claim, layout)),
      ...rejectedLines(
        { rejected: rejected.filter(({ sentence }) => sentence === number), lostNames: [] },
        layout,
      ),
    ]),
  ];
  return `${lines.join("\n")}\n`;
}

/** Sentences shown of those that name both, where no link was found. */
const LISTED = 5;

function verdict({ from, to, links, shared, nearest, together }: WhyAnswer): string {
  if (links.length > 0) return links.length === 1 ? "One link:" : `${links.length} links:`;
  if (shared.length > 0) return "No link; both have part in an action:";
  const unread = [from, to].filter(({ things }) => things.length === 0);
  const names = unread.map(({ asked }) => `\`${visibleText(flat(asked))}\``);
  const because = names.length === 0 ? "" : `, since ${names.join(" and ")} was not read as a name`;
  return `No link${because}${nearWords(nearest.length, together)}`;
}

function nearWords(count: number, together: boolean): string {
  if (count === 0) return ".";
  if (!together) return "; no sentence has both, these are nearest:";
  return count === 1 ? "; one sentence has both:" : `; ${count} sentences have both:`;
}
/** What a name was read as, or what became of its words. */
function endLines({ asked, things, lost, sentences }: AskedEnd, layout: Layout): readonly string[] {
  const name = flat(asked);
  if (things.length > 0)
    return things.flatMap((one) =>
      paragraph(`${name}: ${flat(one.name)}, ${one.type}, ${one.id}`, "  ", layout),
    );
  const losses = lost.map((one) => `in sentence ${one.sentence} ${lostText(one)}`);
  const where =
    sentences.length === 0
      ? "these words stand nowhere in the report"
      : `no rule reads it as a name; the words stand in sentence ${sentences.join(", ")}`;
  return [where, ...losses].flatMap((text) => paragraph(`${name}: ${text}`, "  ", layout));
}

function sentenceLines({ sentences }: Explanation, number: number, layout: Layout) {
  const sentence = sentences[number - 1];
  return sentence === undefined ? [] : numbered(sentence, layout);
}

const numbered = (sentence: ExplainedSentence, layout: Layout): readonly string[] => [
  layout.paint.dim(`${sentence.number}  ${sentence.role}`),
  ...markedSentence(sentence, layout),
];
