import type { ReadToken } from "../stream/read-tokens.js";
import { inList, type MentionContext } from "./mention-context.js";

const CITY_BEFORE = new Set(
  "in near at around outside inside off into throughout via through central downtown across leaving reaching".split(
    " ",
  ),
);
const CITY_AFTER = new Set(
  "airport port city province governorate international suburb district court prosecutor police municipality".split(
    " ",
  ),
);
const WITH = new Set([
  "with",
  "by",
  "between",
  "against",
  "before",
  "pressured",
  "asked",
  "thanked",
  "accused",
  "blamed",
]);

/** What a state has or does, after "Tirana's". */
const OWNED = new Set(
  "government request ally allies cooperation denial demand position interior foreign rulers policy hands role ministry side authorities answer new approval consent troops army security relations".split(
    " ",
  ),
);
/** "in power in Damascus", "the rulers in Kabul": the state although a preposition stands before it. */
const RULE = new Set("power rulers government regime leadership authorities officials".split(" "));
/** Words that make what comes from a capital a government's, wherever they stand in the clause. */
const TIP = new Set("tip tips advice request intelligence tip-off rumours rumors".split(" "));

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
  const before = tokens[from - 1]?.folded ?? "";
  const after = tokens[to];
  if (after?.kind === "possessive") return OWNED.has(tokens[to + 1]?.folded ?? "");
  if (after !== undefined && CITY_AFTER.has(after.folded)) return false;
  if (before === "in" && RULE.has(tokens[from - 2]?.folded ?? "")) return true;
  if (CITY_BEFORE.has(before)) return false;
  if (before === "from" || before === "to" || before === "of")
    return isGovernmental(context, tokens, from);
  if (before === "about" && tokens[from - 2]?.folded === "what") return true;
  if (before === "to" && tokens[from - 2]?.folded === "according") return true;
  if (WITH.has(before)) return true;
  if (inList(context, "state_verbs", after)) return !/^(for|the|capital)$/.test(before);
  if (from === 0 && after?.kind === "word" && /^\p{Ll}+(ed|es|s)$/u.test(after.text)) return true;
  if (before === "and" && from === 1 && after?.text === "?") return true;
  return isPaired(context, tokens, from, to);
}

/** "a tip from Baghdad", "relations with Rabat": what comes before is a government's. */
function isGovernmental(
  context: MentionContext,
  tokens: readonly ReadToken[],
  from: number,
): boolean {
  if (tokens[from - 2]?.folded === "according") return true;
  for (let at = from - 2; at >= Math.max(0, from - 10); at -= 1) {
    const token = tokens[at];
    if (at >= from - 4 && inList(context, "state_from", token)) return true;
    if (TIP.has(token?.folded ?? "") && tokens[from - 1]?.folded === "from") return true;
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
  const isLink = (at: number): boolean => tokens[at]?.text === "," || tokens[at]?.folded === "and";
  const isCapitalCity = (at: number): boolean => context.capitals.has(tokens[at]?.folded || "-");
  let start = from;
  while (isLink(start - 1) && isCapitalCity(start - 2)) start -= 2;
  let end = to;
  while (isLink(end) && isCapitalCity(end + 1)) end += 2;
  if (end - start <= to - from) return false;
  const before = tokens[start - 1]?.folded ?? "";
  if (CITY_BEFORE.has(before) || before === "from" || before === "to") return false;
  if (/^(with|between|by|asked|thanked|for)$/.test(before)) return true;
  return inList(context, "state_verbs", tokens[end]) || (start === 0 && tokens[end]?.text === ",");
}
