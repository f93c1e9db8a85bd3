import { is } from "../words/read-tokens.js";
import { isCapital, type SentenceTokens } from "./sentence-tokens.js";

/** Tokens of the name of an action: "Operation Blue Anchor", "an operation codenamed Marea Alta". */
export function operationNames(
  view: SentenceTokens,
): readonly { readonly from: number; readonly to: number }[] {
  const found: { from: number; to: number }[] = [];
  const { tokens } = view;
  for (let at = 0; at < tokens.length; at += 1) {
    const opens =
      is(tokens[at], "code_naming") ||
      (is(tokens[at], "operation_word") && isCapital(tokens[at])) ||
      isNaming(view, at);
    if (!opens) continue;
    let from = at + 1;
    while (/^["“‘'«]$/.test(tokens[from]?.text ?? "")) from += 1;
    let to = from;
    while (isCapital(tokens[to]) || (to > from && tokens[to]?.kind === "number")) to += 1;
    if (to > from) found.push({ from, to });
  }
  return found;
}

/** "the operation, dubbed …", "an operation called …". */
function isNaming({ tokens }: SentenceTokens, at: number): boolean {
  if (!is(tokens[at], "action_naming")) return false;
  return tokens.slice(Math.max(0, at - 4), at).some((token) => is(token, "action_nouns"));
}
