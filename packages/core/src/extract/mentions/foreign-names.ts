// Names in the words of other languages, which the world's tables of such words tell: bodies ("the Guardia Civil", "Državno
// odvjetništvo"), groups ("Grupa Karaburma"), firms ("Yalova Denizcilik"); and acronyms that do what only a state's body
// does ("the NDA has charged six men").
import { is, type ReadToken } from "../words/read-tokens.js";
import type { Candidate } from "./candidate.js";
import { inList, type MentionContext } from "./mention-context.js";
import { nameAt } from "./name-span.js";
import { isCapital, isLower, isUpper, type SentenceTokens } from "./sentence-tokens.js";

/** Names in a sentence that words of another language tell, and bodies of letters. */
export function foreignNames(context: MentionContext, view: SentenceTokens): Candidate[] {
  if (view.shouts || view.titled) return [];
  const found: Candidate[] = [];
  let at = view.datelineEnd;
  while (at < view.tokens.length) {
    const one =
      foreignBody(context, view, at) ??
      groupOrFirm(context, view, at) ??
      actingLetters(context, view, at);
    if (one !== null) found.push(one);
    at = one?.to ?? at + 1;
  }
  return found;
}

const body = (from: number, to: number, how: string, score: number): Candidate => ({
  from,
  to,
  role: "body",
  rule: `agency.${how}`,
  score,
  key: null,
  country: null,
  form: "name",
});

/** A capital with no capital before it, the small words that open a sentence aside. */
const startsName = (tokens: readonly ReadToken[], at: number): boolean =>
  isCapital(tokens[at]) &&
  !is(tokens[at], "function_words") &&
  (!isCapital(tokens[at - 1]) || is(tokens[at - 1], "function_words"));

function foreignBody(context: MentionContext, view: SentenceTokens, at: number): Candidate | null {
  const { tokens } = view;
  if (!startsName(tokens, at)) return null;
  const name = nameAt(context, view, at);
  if (name === null || name.quoted) return null;
  const to = overLowWords(context, tokens, name.to);
  const words = tokens.slice(at, to).filter(({ kind }) => kind === "word");
  if (words.some((token) => isOtherKind(context, token)) || isTown(context, tokens, at, to))
    return null;
  const owned = is(tokens[at - 1], "definite_article") || tokens[at - 1]?.kind === "possessive";
  const strange = words.filter((token) => isForeign(context, token));
  const telling = strange.filter((token) => isField(context, token)).length;
  const alone = words.length === 1 && !(owned && isEnd(context, tokens, to));
  if (alone || (strange.length < 2 && !owned) || telling + strange.length < 2) return null;
  return body(at, to, "foreign", 0.7);
}

/** "Grupa Karaburma", "Familie Bouali-Vermeer"; "Yalova Denizcilik", "Baltic Reefer Lines A/S". */
function groupOrFirm(context: MentionContext, view: SentenceTokens, at: number): Candidate | null {
  const { tokens } = view;
  if (!startsName(tokens, at)) return null;
  const name = nameAt(context, view, at);
  if (name === null || name.quoted || inList(context, "locative", tokens[at - 1])) return null;
  const to =
    tokens[name.to]?.text === "/" && isCapital(tokens[name.to + 1]) ? name.to + 2 : name.to;
  const words = tokens.slice(at, to).filter(isCapital);
  const [first] = words;
  if (words.length < 2 || first === undefined || isTown(context, tokens, at, to)) return null;
  if (context.pack.lexicon.longestAt(tokens, at)?.to === to) return null;
  if (isFirm(context, words))
    return {
      ...body(at, to, "words", 0.65),
      role: "organization" as const,
      rule: "organization.words",
    };
  const { names, words: lists } = context.pack;
  const told = first.folded.length > 3 && names.has("group_words", first.folded);
  const strange = !lists.has("common", first.folded) && !lists.has("given_names", first.folded);
  return told && strange
    ? { ...body(at, to, "words", 0.65), role: "group" as const, rule: "network.words" }
    : null;
}

/** Two words of trades, or one of another language. */
function isFirm(context: MentionContext, words: readonly ReadToken[]): boolean {
  const { names, words: lists } = context.pack;
  const trades = words.filter(({ folded }) => names.has("company_words", folded));
  const strange = trades.filter(({ folded }) => !lists.has("common", folded));
  const heads = words.some(
    (token) => inList(context, "agency_heads", token) || inList(context, "network_heads", token),
  );
  return !heads && (strange.length > 0 || trades.length > 1);
}

/** "Državno odvjetništvo", "Policia e Shtetit": languages that write later words of a name low. */
function overLowWords(context: MentionContext, tokens: readonly ReadToken[], to: number): number {
  const token = tokens[to];
  return isLower(token) && isForeign(context, token) && !inList(context, "name_joins", token)
    ? to + 1
    : to;
}

/** A word of a body's name in a language that is not the report's. */
const isForeign = (context: MentionContext, token: ReadToken): boolean => {
  const stands = context.pack.names.standFor("body_words", token.folded);
  const { words } = context.pack;
  return stands !== undefined && stands !== token.folded && !words.has("common", token.folded);
};

/** A word that says what the body's business is, not only its rank. */
const isField = ({ pack }: MentionContext, { folded }: ReadToken): boolean => {
  const stands = pack.names.standFor("body_words", folded);
  return stands !== undefined && pack.names.has("common_bodies", stands);
};

/** A firm's or a gang's name may have such a word too ("Banda del Puerto"). */
const isOtherKind = (context: MentionContext, token: ReadToken): boolean => {
  const { names } = context.pack;
  const told = names.has("group_words", token.folded) || names.has("company_forms", token.folded);
  return (
    inList(context, "network_heads", token) ||
    inList(context, "titles", token) ||
    (told && names.standFor("body_words", token.folded) === undefined && token.text.length > 2)
  );
};

const isTown = (
  context: MentionContext,
  tokens: readonly ReadToken[],
  from: number,
  to: number,
): boolean => context.pack.gazetteer.matchesAt(tokens, from).some((match) => match.to === to);

/** No noun of another thing behind the name: "the Guardia family". */
function isEnd(context: MentionContext, tokens: readonly ReadToken[], to: number): boolean {
  const next = tokens[to];
  const low = isLower(next) && !inList(context, "network_heads", next);
  return next === undefined || next.kind !== "word" || low;
}

/** "the NDA has charged six men", "GRN agents searched", "the DCI, Zambia's detective service": letters that act. */
function actingLetters(
  context: MentionContext,
  { tokens }: SentenceTokens,
  at: number,
): Candidate | null {
  const token = tokens[at];
  if (!isUpper(token) || !LETTERS.test(token.text)) return null;
  if (!startsName(tokens, at) || isCapital(tokens[at + 1]) || tokens[at + 1]?.text === "-")
    return null;
  if (context.pack.lexicon.longestAt(tokens, at) !== undefined) return null;
  const next = tokens[at + 1];
  const verb = is(next, "perfect_auxiliaries") ? tokens[at + 2] : next;
  const acts = is(verb, "body_acts") || is(next, "body_staff");
  return acts || isToldBody(context, tokens, at + 1) ? body(at, at + 1, "letters", 0.6) : null;
}

const LETTERS = /^\p{Lu}{3,6}$/u;

/** Words of an apposition that tells what letters stand for. */
const APPOSITION = 8;

/** ", Zambia's detective service,": an apposition whose last word is the head of a body. */
function isToldBody(context: MentionContext, tokens: readonly ReadToken[], at: number): boolean {
  if (tokens[at]?.text !== ",") return false;
  for (let end = at + 2; end <= at + APPOSITION; end += 1) {
    const token = tokens[end];
    if (token !== undefined && token.kind !== "mark") continue;
    const last = tokens[end - 1];
    return isLower(last) && inList(context, "agency_heads", last);
  }
  return false;
}
