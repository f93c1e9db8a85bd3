import {
  clauseText,
  cueText,
  type ExplainedSentence,
  groupText,
  nameText,
} from "@redthread/core/build";
import { type Html, html } from "../render/html.js";

/** Names, noun groups, clauses and words of doubt of a sentence, folded away. */
export function renderSyntax({ names, groups, clauses, cues }: ExplainedSentence): Html | null {
  const parts: readonly (readonly [string, readonly string[]])[] = [
    ["Names", names.map(nameText)],
    ["Noun groups", groups.flatMap((group) => groupText(group) ?? [])],
    ["Clauses", clauses.map(clauseText)],
    ["Doubt", cues.map(cueText)],
  ];
  const shown = parts.filter(([, lines]) => lines.length > 0);
  if (shown.length === 0) return null;
  const lists = shown.map(
    ([title, lines]) =>
      html`<h4>${title}</h4><ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`,
  );
  return html`<details class="more"><summary>names, noun groups and clauses</summary>${lists}</details>`;
}
