// Bodies whose name has no head noun, told by those who work there or by what they are called: "prosecutors of the
// Gaeco", "the narcotics unit Procunar", "NAFDAC's enforcement director", and bodies named by their seat: "customs at
// Leixões", "a jury in Tucson".
import { is } from "../words/read-tokens.js";
import type { Candidate } from "./candidate.js";
import { isFree } from "./free-name.js";
import { inList, isCommonWord, type MentionContext } from "./mention-context.js";
import { type NameSpan, nameAt } from "./name-span.js";
import { isCapital, isLower, isUpper, type SentenceTokens } from "./sentence-tokens.js";
import { stateOfPlace, stateStartingAt } from "./state-words.js";

/** Bodies in a sentence that their surroundings tell. */
export function bodiesByContext(context: MentionContext, view: SentenceTokens): Candidate[] {
  if (view.shouts || view.titled) return [];
  const found: Candidate[] = [];
  for (let at = view.datelineEnd; at < view.tokens.length; at += 1) {
    const one =
      seatedBody(context, view, at) ??
      ofMembers(context, view, at) ??
      besideKind(context, view, at);
    if (one !== null) found.push(one);
    const owner = ownsPost(context, view, at);
    if (owner !== null) found.push(owner);
  }
  return found;
}

const body = (
  { from, to }: Pick<NameSpan, "from" | "to">,
  how: string,
  score: number,
  country: string | null = null,
): Candidate => ({
  from,
  to,
  role: "body",
  rule: `agency.${how}`,
  score,
  key: null,
  country,
  form: "name",
});

/** "customs at Leixões", "the jury in Tucson": the body with the town where it sits. */
function seatedBody(context: MentionContext, view: SentenceTokens, at: number): Candidate | null {
  const { tokens } = view;
  const match = context.pack.words.phrases("seated_bodies").longestAt(tokens, at);
  if (match === undefined || (isCapital(tokens[at]) && at > 0)) return null;
  if (isCapital(tokens[at - 1]) && at > 1) return null;
  const joined = tokens[match.to];
  if (!is(joined, "seat_prepositions")) return null;
  const start = match.to + 1;
  if (!isCapital(tokens[start]) || stateStartingAt(context, tokens, start) !== null) return null;
  const name = nameAt(context, view, start);
  if (name === null || name.quoted || name.to - name.from > MOST_OF_TOWN) return null;
  for (let end = name.to; end > start; end -= 1) {
    const country = stateOfPlace(context, tokens, start, end);
    if (country !== null) return body({ from: at, to: end }, "seated", 0.75, country);
  }
  const strange = tokens.slice(start, name.to).every((token) => !isCommonWord(context, token));
  return strange ? body({ from: at, to: name.to }, "seated", 0.7) : null;
}

const MOST_OF_TOWN = 3;

/** "prosecutors of the Gaeco", "agents from Serioc": who works for it. */
function ofMembers(context: MentionContext, view: SentenceTokens, at: number): Candidate | null {
  const { tokens } = view;
  if (!inList(context, "body_members", tokens[at])) return null;
  if (!isLower(tokens[at]) && at > view.datelineEnd) return null;
  if (!is(tokens[at + 1], "member_prepositions")) return null;
  const article = is(tokens[at + 2], "definite_article");
  const name = nameAt(context, view, article ? at + 3 : at + 2);
  if (name === null || !isStrangeBody(context, view, name, article)) return null;
  return body(name, "of-members", 0.65);
}

/** "the anti-drug unit Procunar", "the regulator Sanam": what it is, right before its name. */
function besideKind(context: MentionContext, view: SentenceTokens, at: number): Candidate | null {
  const { tokens } = view;
  if (!inList(context, "body_kinds", tokens[at]) || !isLower(tokens[at])) return null;
  const name = nameAt(context, view, at + 1);
  if (name === null || !isStrangeBody(context, view, name, false)) return null;
  if (!isStateField(context, view, at)) return null;
  return body(name, "beside-kind", 0.7);
}

/** A word of state business up to three words before the noun. */
const isStateField = (context: MentionContext, { tokens }: SentenceTokens, at: number): boolean =>
  tokens
    .slice(Math.max(0, at - 4), at)
    .some(
      (token) =>
        inList(context, "agency_fields", token) ||
        inList(context, "agency_heads", token) ||
        inList(context, "group_fields", token),
    );

/** "NAFDAC's enforcement director", "DIPJ officers": letters alone with what only bodies have. */
function ownsPost(context: MentionContext, view: SentenceTokens, at: number): Candidate | null {
  const { tokens } = view;
  const token = tokens[at];
  if (!isUpper(token) || token === undefined || token.text.length < 3 || token.text.length > 8)
    return null;
  const before = tokens[at - 1];
  if (isCapital(before) && !inList(context, "days_and_months", before)) return null;
  if (isCapital(tokens[at + 1])) return null;
  if (!isFree(context, view, "body", { from: at, to: at + 1, end: at + 1, quoted: false }))
    return null;
  const owned = tokens[at + 1]?.kind === "possessive";
  const next = owned ? tokens.slice(at + 2, at + 5) : tokens.slice(at + 1, at + 3);
  const lower = next.filter(isLower);
  const told = lower.some(
    (one) => inList(context, "body_members", one) && !inList(context, "roles", one),
  );
  return told && lower[0] === next[0] ? body({ from: at, to: at + 1 }, "letters", 0.6) : null;
}

/** One or two strange words, no person's, place's or other known name. */
function isStrangeBody(
  context: MentionContext,
  view: SentenceTokens,
  name: NameSpan,
  article: boolean,
): boolean {
  const { tokens } = view;
  const words = tokens.slice(name.from, name.to).filter((token) => token.kind === "word");
  if (name.quoted || words.length > 2 || !isFree(context, view, "body", name)) return false;
  if (!article && words.length > 1) return false;
  if (stateStartingAt(context, tokens, name.from) !== null) return false;
  if (context.pack.gazetteer.matchesAt(tokens, name.from).some(({ to }) => to === name.to))
    return false;
  return words.every(
    (token) =>
      !isCommonWord(context, token) &&
      !inList(context, "given_names", token) &&
      !inList(context, "not_entities", token) &&
      !inList(context, "network_heads", token) &&
      !inList(context, "titles", token),
  );
}
