import {
  clauseText,
  cueText,
  type ExplainedSentence,
  groupText,
  nameText,
} from "@redthread/core/build";
import { type Layout, paragraph } from "../terminal/layout.js";

/** Names, noun groups, clauses and words of doubt of a sentence, a line each. */
export function syntaxLines(sentence: ExplainedSentence, layout: Layout): readonly string[] {
  const { names, groups, clauses, cues } = sentence;
  const parts: readonly (readonly [string, readonly string[]])[] = [
    ["names", names.map(nameText)],
    ["noun groups", groups.flatMap((group) => groupText(group) ?? [])],
    ["clauses", clauses.map(clauseText)],
    ["doubt", cues.map(cueText)],
  ];
  return parts.flatMap(([title, lines]) =>
    lines.length === 0
      ? []
      : [
          layout.paint.dim(`     ${title}`),
          ...lines.flatMap((text) => paragraph(text, "       ", layout)),
        ],
  );
}
