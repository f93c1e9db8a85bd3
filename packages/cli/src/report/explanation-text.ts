import {
  carrierWords,
  claimHead,
  claimManner,
  countParts,
  type ExplainedAction,
  type ExplainedClaim,
  type ExplainedSentence,
  type Explanation,
  flat,
  foundWords,
  originParts,
  rejectedTexts,
  ruleWords,
  textPieces,
} from "@redthread/core/build";
import { type Layout, paragraph } from "../terminal/layout.js";
import { visibleText } from "../terminal/visible-text.js";
import { syntaxLines } from "./syntax-text.js";

/** What of an explanation is printed. */
export interface ExplanationView {
  /** Number of the only sentence, or all where absent. */
  readonly sentence?: number | undefined;
  /** Whether noun groups, clauses and words of doubt are shown. */
  readonly syntax: boolean;
}

/** An explanation for people: one sentence at a time, its names in brackets, its links below. */
export function explanationText(
  explanation: Explanation,
  view: ExplanationView,
  layout: Layout,
): string {
  const { sentences, claims, actions } = explanation;
  const known = {
    claims: new Map(claims.map((claim) => [claim.id, claim])),
    actions: new Map(actions.map((action) => [action.id, action])),
  };
  const one = view.sentence;
  const shown = sentences.filter(({ number }) => one === undefined || number === one);
  const lines = [
    ...headLines(explanation, layout),
    ...shown.flatMap((sentence) => ["", ...sentenceLines(sentence, known, view, layout)]),
  ];
  return `${lines.join("\n")}\n`;
}

/** The report's name, how much of it was read and what came of it. */
export function headLines(explanation: Explanation, layout: Layout): string[] {
  const { counts, document } = explanation;
  const parts = countParts(counts).map(([count, what]) => `${count} ${what}`);
  const read = `${counts.characters} characters: ${parts.join(", ")}; ${foundWords(counts)}`;
  return [
    layout.paint.bold(visibleText(flat(document.title ?? document.path))),
    ...paragraph(originParts(explanation).join(", "), "  ", layout),
    ...paragraph(read, "  ", layout),
    ...document.notices.flatMap((notice) => paragraph(notice, "  ", layout)),
  ];
}

/** Claims and actions by their ids. */
interface Known {
  readonly claims: ReadonlyMap<string, ExplainedClaim>;
  readonly actions: ReadonlyMap<string, ExplainedAction>;
}

function sentenceLines(
  sentence: ExplainedSentence,
  known: Known,
  { syntax }: ExplanationView,
  layout: Layout,
): readonly string[] {
  const { number, role, unread, tellsActions } = sentence;
  const manner =
    unread === null ? (tellsActions ? "" : ", no actions read") : `, ${unread}: not read`;
  const claims = sentence.claims.flatMap((id) => known.claims.get(id) ?? []);
  const opened = [...known.actions.values()].filter((one) => one.sentences[0] === number);
  return [
    layout.paint.dim(`${number}  ${role}${manner}`),
    ...markedSentence(sentence, layout),
    ...claims.flatMap((claim) => claimLines(claim, layout)),
    ...opened.flatMap((action) => actionLines(action, layout)),
    ...(syntax ? syntaxLines(sentence, layout) : []),
    ...rejectedLines(sentence, layout),
  ];
}

const NAME_OPEN = "[";
const NAME_CLOSE = "]";

/** The sentence with its names in brackets; bold too where colours may be used. */
export function markedSentence(sentence: ExplainedSentence, layout: Layout): readonly string[] {
  const text = textPieces(sentence)
    .map((piece) =>
      piece.kind === "text" ? piece.text : piece.kind === "open" ? NAME_OPEN : NAME_CLOSE,
    )
    .join("");
  return paragraph(flat(text), "   ", layout).map((line) => layout.paint.bold(line));
}

/** A claim with the words that carry it, who read it and how sure that is. */
export function claimLines(claim: ExplainedClaim, layout: Layout): readonly string[] {
  const manner = claimManner(claim).join("; ");
  const others = claim.sentences.filter((number) => number !== claim.sentence);
  const also = others.length === 0 ? "" : `; with sentence ${others.join(", ")}`;
  const head = `${claimHead(claim)}${manner === "" ? "" : ` (${manner})`}`;
  // The words of an action stand below it, once for all that it claims.
  const carrier = claim.carrier === "action" ? [] : [carrierWords(claim)];
  return [
    ...paragraph(head, "     ", layout).map((line) => layout.paint.red(line)),
    ...carrier.flatMap((text) => paragraph(text, "       ", layout)),
    ...paragraph(`${ruleWords(claim)}${also}`, "       ", layout).map(layout.paint.dim),
  ];
}

function actionLines({ name, sentences, words, slots }: ExplainedAction, layout: Layout) {
  const filled = slots.map(({ slot, value }) => `${slot} ${flat(value)}`).join("; ");
  const told = words.map(({ text }) => `“${flat(text)}”`).join(", ");
  return [
    ...paragraph(`action: ${name}`, "     ", layout).map((line) => layout.paint.red(line)),
    ...paragraph(
      `told by ${told} in sentence ${sentences.join(", ")}; ${filled}`,
      "       ",
      layout,
    ),
  ];
}

/** Readings of a sentence that came to nothing, and words that are no name. */
export function rejectedLines(
  sentence: Pick<ExplainedSentence, "rejected" | "lostNames">,
  { width, paint }: Layout,
): readonly string[] {
  const lines = rejectedTexts(sentence).flatMap((text) =>
    paragraph(text, "       ", { width, paint }),
  );
  return lines.length === 0 ? [] : ["     rejected", ...lines].map((line) => paint.dim(line));
}
