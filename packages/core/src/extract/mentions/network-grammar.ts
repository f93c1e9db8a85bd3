// Named groups: capitalised words before a head ("Kavač clan", "Pier Killers", "'Quay group'"), a
// head before them ("Clan del Golfo", "Tren de …", "Los …"), numbered fronts. A demonym or the goods
// before the head names no group; unnamed groups are found with the actions against them.
import { is, type ReadToken } from "../words/read-tokens.js";
import type { Candidate } from "./candidate.js";
import { inList, isCommonWord, type MentionContext } from "./mention-context.js";
import { isCapital, isUpper, opensSentence, type SentenceTokens } from "./sentence-tokens.js";
import { stateStartingAt } from "./state-words.js";

const REACH = 4;

/** Network candidates of a sentence. */
export function networkCandidates(context: MentionContext, view: SentenceTokens): Candidate[] {
  const found: Candidate[] = [];
  if (view.shouts) return headingGroup(context, view);
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

/** Words of a heading that is one group's name, at most. */
const HEADING = 5;

/** "THE HARBOUR CREW": a heading in capitals that is a group's name; its words are written as names are. */
function headingGroup(context: MentionContext, { tokens }: SentenceTokens): Candidate[] {
  const from = is(tokens[0], "definite_article") ? 1 : 0;
  const head = tokens.at(-1);
  if (tokens.length - from < 2 || tokens.length > HEADING + from) return [];
  if (!inList(context, "network_heads", head) || !tokens.every(isCapital)) return [];
  const strong = inList(context, "network_strong_heads", head);
  const heads = context.pack.words;
  const spoken = [...context.lowerWords].some((word) => heads.has("network_heads", word));
  if (!strong && !spoken) return [];
  if (from === 0 && !strong) return [];
  const name = tokens
    .slice(from)
    .map(({ text }) => text.charAt(0) + text.slice(1).toLowerCase())
    .join(" ");
  return [{ ...network(from, tokens.length, "network.heading", 0.9), name }];
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
  if (from === end || is(tokens[from], "anti_word")) return null;
  // "14K-Xie syndicate": digits written as one with the name.
  const number = tokens[from - 1];
  if (number?.kind === "number" && number.end === tokens[from]?.start) from -= 1;
  if (isCapital(tokens[head]) && inList(context, "agency_heads", tokens[head + 1])) return null;
  const words = tokens.slice(from, end).filter((token) => token.kind === "word");
  const quoted = /^["“‘']$/.test(tokens[from - 1]?.text ?? "");
  if (words.every((token) => isGeneric(context, token))) return null;
  if (isDescribed(context, tokens, from, end)) return null;
  // "the Danube network" is described; "the Danube Syndicate" is called so.
  const called = isCapital(tokens[head]) && !view.titled && strongHead(context, tokens[head]);
  if (!quoted && !called && isKnownName(context, tokens, from, end)) return null;
  const score = headScore(context, view, { from, head, words, quoted });
  return score > 0 ? network(from, head + 1, "network.headed", score) : null;
}

interface HeadedGroup {
  readonly from: number;
  readonly head: number;
  readonly words: readonly ReadToken[];
  readonly quoted: boolean;
}

/** "Burma Drug Cartel": a state and its goods or trade say what the group is, not its name. */
function isDescribed(
  context: MentionContext,
  tokens: readonly ReadToken[],
  from: number,
  end: number,
): boolean {
  const state = stateStartingAt(context, tokens, from);
  const rest = state === null ? [] : tokens.slice(state.to, end);
  return rest.length > 0 && rest.every((token) => inList(context, "group_fields", token));
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
  if (!capital && isNamedBefore(context, view, group)) return 0.75;
  if (is(token, "weak_network_heads") && !capital) return 0;
  if (strong || described) return 0.8;
  if (capital && !view.titled && isCriminal(context, tokens, from, head)) return 0.7;
  if (capital) return !view.titled && isAmongOutlaws(context, word) && !common ? 0.6 : 0;
  const adjective = inList(context, "group_adjectives", tokens[from - 1]);
  const article = is(tokens[adjective ? from - 2 : from - 1], "definite_article") || quoted;
  if (is(token, "network_word") && article) return 0.7;
  return quoted || isCriminal(context, tokens, from, head) ? 0.7 : 0;
}

/** Words of crime or arms in a report, from which on a name such as "the Chagai Front" is a group's. */
const MANY_SIGNS = 3;

/** "the Chagai Front": a head that few but outlaws bear, in a report that speaks of them. */
function isAmongOutlaws({ lowerWords, pack }: MentionContext, head: string): boolean {
  if (!pack.words.has("outlaw_heads", head)) return false;
  let signs = 0;
  for (const sign of lowerWords) if (pack.words.has("group_signs", sign)) signs += 1;
  return signs >= MANY_SIGNS;
}

/** "the Davor Kolar group", "the Luis Marín front": a strange name after the article, in a report of gangs or rebels. */
function isNamedBefore(
  context: MentionContext,
  { tokens }: SentenceTokens,
  { from, head, words }: HeadedGroup,
): boolean {
  const list = is(tokens[head], "named_network_heads")
    ? "group_signs"
    : is(tokens[head], "named_wings")
      ? "rebel_signs"
      : null;
  if (list === null || !is(tokens[from - 1], "definite_article")) return false;
  if (/^[-’']$/.test(tokens[head + 1]?.text ?? "") || isCapital(tokens[head + 1])) return false;
  const near = tokens.slice(Math.max(0, from - 8), head + 8);
  const civil = near.some(
    (token) =>
      inList(context, "group_civil", token) || inList(context, "organization_nouns", token),
  );
  if (civil || words.some((token) => isCommonWord(context, token))) return false;
  // "the Kherson front" is where a war is fought.
  if (is(tokens[head], "front_word") && words.length < 2) return false;
  let signs = 0;
  for (const sign of context.lowerWords) if (context.pack.words.has(list, sign)) signs += 1;
  return signs >= (list === "rebel_signs" ? 1 : 2);
}

const strongHead = (context: MentionContext, token: ReadToken | undefined): boolean =>
  inList(context, "network_strong_heads", token);

/** "the Basra network", "the ivory network": described by a place or goods, not named. */
function isKnownName(
  context: MentionContext,
  tokens: readonly ReadToken[],
  from: number,
  end: number,
): boolean {
  const lexicon = context.pack.lexicon
    .matchesAt(tokens, from)
    .some(
      (match) =>
        match.to === end &&
        match.values.some(({ entry, form }) => entry.role !== "group" && form !== "acronym"),
    );
  const letters = end === from + 1 && isUpper(tokens[from]);
  if (lexicon || (letters && !inList(context, "network_strong_heads", tokens[end]))) return lexicon;
  const places =
    context.pack.gazetteer.matchesAt(tokens, from).find((match) => match.to === end)?.places ?? [];
  return places.some((place) => context.countries.has(place.country) && place.population > 20_000);
}

/** Words near a weak head that make it a gang: "the so-called Quay group, … smugglers". */
function isCriminal(
  context: MentionContext,
  tokens: readonly ReadToken[],
  from: number,
  head: number,
): boolean {
  const near = [...tokens.slice(Math.max(0, from - 8), from), ...tokens.slice(head + 1, head + 9)];
  return near.some((token) => inList(context, "group_signs", token));
}

const isGeneric = (context: MentionContext, token: ReadToken): boolean =>
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
  if (is(token, "network_name_stops")) return false;
  const counted = is(token, "small_numbers");
  if (counted && (opensSentence(tokens, from - 1) || from === 1)) return false;
  if (stateStartingAt(context, tokens, from - 1)?.form === "demonym") return false;
  if (inList(context, "agency_heads", token)) return false;
  // "Treasury Sanctions Tarfa Cartel": in a headline English words are no part of the name.
  const headline = view.titled && !isGroupWord(context, tokens[from]);
  return !((headline || opensSentence(tokens, from - 1)) && isCommonWord(context, token));
}

/** The head itself: a word of English right before it may be the name ("Gulf Cartel"). */
const isGroupWord = (context: MentionContext, token: ReadToken | undefined): boolean =>
  inList(context, "network_heads", token);

/** "Clan del Golfo", "Tren de Aragua", "Los Tiguerones". */
function headBefore(context: MentionContext, view: SentenceTokens, head: number): Candidate | null {
  const { tokens } = view;
  const token = tokens[head];
  const joined = inList(context, "group_heads_joined", token);
  if (!isCapital(token) || !(joined || inList(context, "group_heads_before", token))) return null;
  let at = head + 1;
  while (inList(context, "name_joins", tokens[at]) && at < head + 4) at += 1;
  // "Ejército Nacional" is a state's, "Ejército del Faro" is none.
  if (!isCapital(tokens[at]) || (joined && at === head + 1)) return null;
  // "Tarfa Cartel Leaders": in a headline the head belongs to what stands before it.
  const next = tokens[at];
  if (view.titled && at === head + 1 && next !== undefined && isCommonWord(context, next))
    return null;
  const article = is(token, "romance_articles");
  if (article && (at > head + 1 || isPlaceName(context, tokens, head))) return null;
  let to = at + 1;
  const acronym = tokens[to + 1]?.text === "(" && isCapital(tokens[to + 2]);
  while (to < at + 3 && isCapital(tokens[to]) && (!article || acronym)) to += 1;
  return network(head, to, "network.head-before", 0.75);
}

/** Los Angeles and its like. */
const isPlaceName = (
  context: MentionContext,
  tokens: readonly ReadToken[],
  from: number,
): boolean => context.pack.gazetteer.matchesAt(tokens, from).some((match) => match.to > from + 1);

/** "33rd Front", "10th Front": a unit of a guerrilla. */
function numbered(view: SentenceTokens, at: number): Candidate | null {
  const { tokens } = view;
  const ordinal = tokens[at]?.kind === "number" && is(tokens[at + 1], "ordinal_endings");
  if (!ordinal || tokens[at + 2]?.text !== "Front") return null;
  return network(at, at + 3, "network.numbered", 0.85);
}
