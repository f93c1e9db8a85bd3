// Named groups: capitalised words before a head ("Kavač clan", "Pier Killers", "'Quay group'"), a
// head before them ("Clan del Golfo", "Tren de …", "Los …"), numbered fronts. A demonym or the goods
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
  role: "group",
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
  while (inList(context, "group_fields", tokens[end - 1]) && !isCapital(tokens[end - 1])) end -= 1;
  if (/^["”’']$/.test(tokens[end - 1]?.text ?? "") && isCapital(tokens[end - 2])) end -= 1;
  let from = end;
  while (from > Math.max(view.datelineEnd, end - REACH) && isNamePart(context, view, from)) {
    from -= tokens[from - 1]?.text === "-" ? 2 : 1;
  }
  if (from === end || tokens[from]?.folded === "anti") return null;
  // "14K-Xie syndicate": digits written as one with the name.
  const number = tokens[from - 1];
  if (number?.kind === "number" && number.end === tokens[from]?.start) from -= 1;
  if (isCapital(tokens[head]) && inList(context, "agency_heads", tokens[head + 1])) return null;
  const words = tokens.slice(from, end).filter((token) => token.kind === "word");
  const quoted = /^["“‘']$/.test(tokens[from - 1]?.text ?? "");
  if (words.every((token) => isGeneric(context, token))) return null;
  if (!quoted && isKnownName(context, tokens, from, end)) return null;
  const score = headScore(context, view, { from, head, words, quoted });
  return score > 0 ? network(from, head + 1, "network.headed", score) : null;
}

interface HeadedGroup {
  readonly from: number;
  readonly head: number;
  readonly words: readonly Token[];
  readonly quoted: boolean;
}

/** How sure a run before a head is a group's name; 0 where it is none. */
function headScore(context: MentionContext, view: SentenceTokens, group: HeadedGroup): number {
  const { from, head, words, quoted } = group;
  const { tokens } = view;
  const token = tokens[head];
  const word = token?.folded ?? "";
  const capital = isCapital(token);
  const strong = inList(context, "network_strong_heads", token);
  const described = inList(context, "group_fields", tokens[head - 1]);
  const common = words.every((one) => isCommonWord(context, one)) && !described;
  if (common && !capital && !quoted && words.length < 2) return 0;
  if (common && view.role === "headline") return 0;
  if (/^(family|boys|killers|crew|front|cell)$/.test(word) && !capital) return 0;
  if (strong || described) return 0.8;
  if (capital) return isCriminal(context, tokens, from, head) && !view.titled ? 0.7 : 0;
  const adjective = /^(old|new|rival|notorious|so-called|infamous|former|larger|local)$/.test(
    tokens[from - 1]?.folded ?? "",
  );
  const article = tokens[adjective ? from - 2 : from - 1]?.folded === "the" || quoted;
  if (word === "network" && article) return 0.7;
  return quoted || isCriminal(context, tokens, from, head) ? 0.7 : 0;
}

/** "the Basra network", "the ivory network": described by a place or goods, not named. */
function isKnownName(
  context: MentionContext,
  tokens: readonly Token[],
  from: number,
  end: number,
): boolean {
  const lexicon = context.pack.lexicon
    .matchesAt(tokens, from)
    .some((match) => match.to === end && match.values.some(({ entry }) => entry.role !== "group"));
  if (lexicon) return true;
  const places =
    context.pack.gazetteer.matchesAt(tokens, from).find((match) => match.to === end)?.places ?? [];
  return places.some((place) => context.countries.has(place.country) && place.population > 20_000);
}

/** Words near a weak head that make it a gang: "the so-called Quay group, … smugglers". */
function isCriminal(
  context: MentionContext,
  tokens: readonly Token[],
  from: number,
  head: number,
): boolean {
  const near = [...tokens.slice(Math.max(0, from - 8), from), ...tokens.slice(head + 1, head + 9)];
  return near.some((token) => inList(context, "group_signs", token));
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
  if (/^(the|a|an|in|of|and|by|this|that|other)$/.test(token.folded)) return false;
  const counted = /^(one|two|three|four|five|six|seven|eight|nine|ten)$/.test(token.folded);
  if (counted && (opensSentence(tokens, from - 1) || from === 1)) return false;
  if (stateStartingAt(context, tokens, from - 1)?.form === "demonym") return false;
  if (inList(context, "agency_heads", token)) return false;
  return !(opensSentence(tokens, from - 1) && isCommonWord(context, token));
}

/** "Clan del Golfo", "Tren de Aragua", "Los Tiguerones". */
function headBefore(context: MentionContext, view: SentenceTokens, head: number): Candidate | null {
  const { tokens } = view;
  const token = tokens[head];
  if (!isCapital(token) || !inList(context, "group_heads_before", token)) return null;
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
