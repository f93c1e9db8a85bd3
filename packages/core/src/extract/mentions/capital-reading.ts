import { is, type ReadToken } from "../words/read-tokens.js";
import { inList, type MentionContext } from "./mention-context.js";

/**
 * True where the name of a capital stands for its state: it acts or speaks, something comes from it
 * that only a government gives, or it stands in a list of capitals that no preposition of place opens.
 * One report may mean both.
 */
export function standsForState(
  context: MentionContext,
  tokens: readonly ReadToken[],
  from: number,
  to: number,
): boolean {
  const after = tokens[to];
  if (after?.kind === "possessive") return is(tokens[to + 1], "of_government");
  if (after !== undefined && is(after, "after_city")) return false;
  if (is(tokens[from - 1], "inside_mark") && is(tokens[from - 2], "government_nouns")) return true;
  if (is(tokens[from - 1], "before_city")) return false;
  if (
    is(tokens[from - 1], "source_mark") ||
    is(tokens[from - 1], "goal_mark") ||
    is(tokens[from - 1], "genitive")
  )
    return isGovernmental(context, tokens, from);
  if (is(tokens[from - 1], "about_words") && is(tokens[from - 2], "about_words")) return true;
  if (is(tokens[from - 1], "goal_mark") && is(tokens[from - 2], "according_word")) return true;
  if (is(tokens[from - 1], "before_government")) return true;
  if (inList(context, "state_verbs", after)) return !is(tokens[from - 1], "capital_leads");
  if (from === 0 && after?.kind === "word" && /^\p{Ll}+(ed|es|s)$/u.test(after.text)) return true;
  if (is(tokens[from - 1], "additive") && from === 1 && after?.text === "?") return true;
  return isPaired(context, tokens, from, to);
}

/** "a tip from Baghdad", "relations with Rabat": what comes before is a government's. */
function isGovernmental(
  context: MentionContext,
  tokens: readonly ReadToken[],
  from: number,
): boolean {
  if (is(tokens[from - 2], "according_word")) return true;
  for (let at = from - 2; at >= Math.max(0, from - 10); at -= 1) {
    const token = tokens[at];
    if (at >= from - 4 && inList(context, "state_from", token)) return true;
    if (is(token, "tip_nouns") && is(tokens[from - 1], "source_mark")) return true;
  }
  return false;
}

/** "Damascus and Baghdad agreed", "for Amman, Damascus and Baghdad": capitals in one list. */
function isPaired(
  context: MentionContext,
  tokens: readonly ReadToken[],
  from: number,
  to: number,
): boolean {
  const isLink = (at: number): boolean => tokens[at]?.text === "," || is(tokens[at], "additive");
  const isCapitalCity = (at: number): boolean => context.capitals.has(tokens[at]?.folded || "-");
  let start = from;
  while (isLink(start - 1) && isCapitalCity(start - 2)) start -= 2;
  let end = to;
  while (isLink(end) && isCapitalCity(end + 1)) end += 2;
  if (end - start <= to - from) return false;
  if (
    is(tokens[start - 1], "before_city") ||
    is(tokens[start - 1], "source_mark") ||
    is(tokens[start - 1], "goal_mark")
  )
    return false;
  if (is(tokens[start - 1], "capital_pairs")) return true;
  return inList(context, "state_verbs", tokens[end]) || (start === 0 && tokens[end]?.text === ",");
}
