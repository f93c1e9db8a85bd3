// Named groups: capitalised words before a head ("Kavač clan", "Chone Killers", "'Horgos group'"), a
// head before them ("Clan del Golfo", "Tren de …", "Los …"), numbered fronts. A demonym or a drug
// before the head names no group; unnamed groups are found with the actions against them.
import type { Token } from "../../text/tokenize.js";
import type { Candidate } from "./candidate.js";
import { inList, isCommonWord, type MentionContext } from "./mention-context.js";
import { isCapital, opensSentence, type SentenceTokens } from "./sentence-tokens.js";
import { stateStartingAt } from "./state-words.js";

const REACH = 4;

/** Network candidates of a sentence. */
export function networkCandidates(context: MentionContext, view: SentenceTokens): Candidate[] {
  const found: Candidate[] = [];
  if (view.shouts) return found;
  for (let at = view.datelineEnd; at < view.tokens.length; at += 1) {
    for (const candidate of [
      headAfter(context, view, at),
      headBefore(context, view, at),
      numbered(view, at),
    ]) {
      if (candidate !== null) found.push(candidate);
    }
  }
  return found;
}

const network = (from: number, to: number, rule: string, score: number): Candidate => ({
  from,
  to,
  type: "Network",
  rule,
  score,
  key: null,
  country: null,
  form: "name",
});

function headAfter(context: MentionContext, view: SentenceTokens, head: number): Candidate | null {
  const { tokens } = view;
  if (!inList(context, "network_heads", tokens[head])) return null;
  let end = head;
  if (/^["”’']$/.test(tokens[head - 1]?.text ?? "") && isCapital(tokens[head - 2])) end = head - 1;
  let from = end;
  while (from > Math.max(view.datelineEnd, end - REACH) && isNamePart(context, view, from)) {
    from -= tokens[from - 1]?.text === "-" ? 2 : 1;
  }
  if (from === end) return null;
  const words = tokens.slice(from, end).filter((token) => token.kind === "word");
  if (words.every((token) => isCommonWord(context, token)) && !isCapital(tokens[head])) return null;
  if (words.every((token) => isGeneric(context, token))) return null;
  const strong = inList(context, "network_strong_heads", tokens[head]);
  const capital = isCapital(tokens[head]);
  const quoted = /^["“‘']$/.test(tokens[from - 1]?.text ?? "");
  if (!strong && !quoted && !(words.length > 0 && isCriminal(tokens, from, head))) return null;
  if (/^(family|boys|killers|crew|front|cell|ring)$/.test(tokens[head]?.folded ?? "") && !capital)
    return null;
  if (
    capital &&
    /^(group|network|organization|organisation|front|cell|family|crew)$/.test(
      tokens[head]?.folded ?? "",
    ) &&
    !isCriminal(tokens, from, head)
  )
    return null;
  return network(from, head + 1, "network.headed", strong ? 0.8 : 0.7);
}

/** Words near a weak head that make it a gang: "the so-called Horgos group, … smugglers". */
function isCriminal(tokens: readonly Token[], from: number, head: number): boolean {
  const near = [...tokens.slice(Math.max(0, from - 8), from), ...tokens.slice(head + 1, head + 9)];
  return near.some((token) =>
    /^(criminal|smuggling|smugglers|trafficking|traffickers|drug|gang|crime|armed|militant|mafia|dismantled|rival|leader|members|member|cartel|boss|militia|fighters|rebels)$/.test(
      token.folded,
    ),
  );
}

const isGeneric = (context: MentionContext, token: Token): boolean =>
  inList(context, "not_entities", token) ||
  inList(context, "compass", token) ||
  inList(context, "days_and_months", token) ||
  inList(context, "agency_fields", token);

function isNamePart(context: MentionContext, view: SentenceTokens, from: number): boolean {
  const { tokens } = view;
  const token = tokens[from - 1];
  if (token?.text === "-")
    return (
      isCapital(tokens[from - 2]) && isCapital(tokens[from]) && token.end === tokens[from]?.start
    );
  if (!isCapital(token) || inList(context, "days_and_months", token)) return false;
  if (/^(the|a|an|in|of|and|by|this|that|other|one|two|three)$/.test(token.folded)) return false;
  if (stateStartingAt(context, tokens, from - 1)?.form === "demonym") return false;
  if (inList(context, "agency_heads", token)) return false;
  return !(opensSentence(tokens, from - 1) && isCommonWord(context, token));
}

const BEFORE = new Set([
  "clan",
  "cartel",
  "cártel",
  "tren",
  "comando",
  "comandos",
  "bloque",
  "mara",
  "frente",
  "banda",
  "los",
  "las",
]);

/** "Clan del Golfo", "Tren de Aragua", "Cartel of the North", "Los Tiguerones". */
function headBefore(context: MentionContext, view: SentenceTokens, head: number): Candidate | null {
  const { tokens } = view;
  const token = tokens[head];
  if (!isCapital(token) || !BEFORE.has(token.folded)) return null;
  let at = head + 1;
  while (
    /^(de|del|la|los|las|el|of|the|dos|da|do)$/.test(tokens[at]?.folded ?? "") &&
    at < head + 4
  )
    at += 1;
  if (!isCapital(tokens[at])) return null;
  const article = token.folded === "los" || token.folded === "las";
  if (article && (at > head + 1 || isPlaceName(context, tokens, head))) return null;
  let to = at + 1;
  while (to < at + 3 && isCapital(tokens[to]) && !article) to += 1;
  return network(head, to, "network.head-before", 0.75);
}

/** Los Angeles and its like. */
const isPlaceName = (context: MentionContext, tokens: readonly Token[], from: number): boolean =>
  context.pack.gazetteer.matchesAt(tokens, from).some((match) => match.to > from + 1);

/** "33rd Front", "10th Front": a unit of a guerrilla. */
function numbered(view: SentenceTokens, at: number): Candidate | null {
  const { tokens } = view;
  const ordinal =
    tokens[at]?.kind === "number" && /^(st|nd|rd|th)$/.test(tokens[at + 1]?.folded ?? "");
  if (!ordinal || tokens[at + 2]?.text !== "Front") return null;
  return network(at, at + 3, "network.numbered", 0.85);
}
