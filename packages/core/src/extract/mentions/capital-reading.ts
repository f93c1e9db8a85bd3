import type { Token } from "../../text/tokenize.js";
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

/**
 * True where the name of a capital stands for its state: it acts or speaks, something comes from it
 * that only a government gives, or it stands in "between A and B". One report may mean both.
 */
export function standsForState(
  context: MentionContext,
  tokens: readonly Token[],
  from: number,
  to: number,
): boolean {
  const before = tokens[from - 1];
  const after = tokens[to];
  if (after !== undefined && CITY_AFTER.has(after.folded)) return false;
  if (before !== undefined && CITY_BEFORE.has(before.folded)) return false;
  if (before?.folded === "from" || before?.folded === "to") {
    return isGovernmental(context, tokens, from);
  }
  if (after?.kind === "possessive")
    return /^(government|request|ally|allies|cooperation|denial|demand|position|interior|foreign|rulers|policy|hands|role|ministry|side|authorities|answer|new)$/.test(
      tokens[to + 1]?.folded ?? "",
    );
  if (before !== undefined && WITH.has(before.folded)) return true;
  if (inList(context, "state_verbs", after)) {
    return before === undefined || !/^(of|from|for|the|capital)$/.test(before.folded);
  }
  return isPaired(context, tokens, from, to);
}

/** "a tip from Baghdad", "relations with Rabat": what comes before is a government's. */
function isGovernmental(context: MentionContext, tokens: readonly Token[], from: number): boolean {
  for (let at = from - 2; at >= Math.max(0, from - 4); at -= 1) {
    if (inList(context, "state_from", tokens[at])) return true;
  }
  return false;
}

/** "Damascus and Baghdad agreed", "Bogotá and Caracas, enemies until …". */
function isPaired(
  context: MentionContext,
  tokens: readonly Token[],
  from: number,
  to: number,
): boolean {
  const isCapitalCity = (at: number): boolean => {
    const name = tokens[at]?.folded ?? "";
    return name !== "" && context.capitals.has(name);
  };
  if (tokens[to]?.folded === "and" && isCapitalCity(to + 1)) {
    const beforePair = tokens[from - 1]?.folded ?? "";
    if (/^(with|between|by|asked|thanked)$/.test(beforePair)) return true;
    return inList(context, "state_verbs", tokens[to + 2]) || tokens[to + 2]?.text === ",";
  }
  if (tokens[from - 1]?.folded === "and" && isCapitalCity(from - 2)) {
    const beforePair = tokens[from - 3]?.folded ?? "";
    if (/^(with|between|by|thanked|asked)$/.test(beforePair)) return true;
    return !CITY_BEFORE.has(beforePair) && inList(context, "state_verbs", tokens[to]);
  }
  return false;
}
