// Forms in which a state's body is named beside "Kuwaiti coastguard": with the place after it, as a court
// in a town, as a unit under a name, and by a noun that points back.
import { is, type ReadToken } from "../words/read-tokens.js";
import type { Candidate } from "./candidate.js";
import { inList, isCommonWord, type MentionContext } from "./mention-context.js";
import { isCapital, isLower, opensSentence, type SentenceTokens } from "./sentence-tokens.js";
import { stateEndingAt, stateOfPlace, stateWithin } from "./state-words.js";

/** "coastguard of Hormozgan", "border police of Laos", "police chief" excluded. */
export function bodyOfPlace(
  context: MentionContext,
  view: SentenceTokens,
  at: number,
  to: number,
): Candidate | null {
  const { tokens } = view;
  const office = is(tokens[to], "inside_mark") && inList(context, "office_owners", tokens[to - 1]);
  if ((!is(tokens[to], "genitive") && !(office && to > at + 1)) || !isLower(tokens[at]))
    return null;
  const start = is(tokens[to + 1], "definite_article") ? to + 2 : to + 1;
  for (const length of [3, 2, 1]) {
    const end = start + length;
    if (!isCapital(tokens[start]) || end > tokens.length) continue;
    const state = stateEndingAt(context, tokens, end);
    const country =
      state !== null && state.from === start && state.form === "name"
        ? state.country
        : stateOfPlace(context, tokens, start, end);
    if (country !== null) {
      return {
        from: at,
        to: end,
        role: "body",
        rule: "agency.of-place",
        score: 0.75,
        key: null,
        country,
        form: "name",
      };
    }
  }
  return null;
}

/** "a federal court in Washington", "court of appeal in Antwerp". */
export function courtIn(
  context: MentionContext,
  view: SentenceTokens,
  at: number,
): Candidate | null {
  const { tokens } = view;
  if (!is(tokens[at], "court_word") || (isCapital(tokens[at]) && isCapital(tokens[at - 1])))
    return null;
  let to = at + 1;
  if (is(tokens[to], "genitive") && is(tokens[to + 1], "appeals")) to += 2;
  if (!is(tokens[to], "inside_mark") || !isCapital(tokens[to + 1])) return null;
  let from = at;
  while (is(tokens[from - 1], "court_adjectives")) from -= 1;
  const start = to + 1;
  let end = start + 1;
  while (
    end < start + 3 &&
    isCapital(tokens[end]) &&
    stateOfPlace(context, tokens, start, end + 1) !== null
  )
    end += 1;
  if (stateWithin(context, tokens, start, end) !== null) return null;
  const country = stateOfPlace(context, tokens, start, end);
  return {
    from,
    to: end,
    role: "body",
    rule: "agency.court-in",
    score: 0.75,
    key: null,
    country,
    form: "name",
  };
}

/** "the Zhelin district court": a town that no gazetteer knows, with its court. */
export function namedCourt(
  context: MentionContext,
  view: SentenceTokens,
  at: number,
): Candidate | null {
  const { tokens } = view;
  if (!is(tokens[at], "court_word") || !isLower(tokens[at])) return null;
  let kind = at;
  while (isLower(tokens[kind - 1]) && inList(context, "court_kinds", tokens[kind - 1])) kind -= 1;
  const from = nameStart(view, kind, false);
  if (kind === at || from === kind || !is(tokens[from - 1], "definite_article")) return null;
  if (stateWithin(context, tokens, from, kind) !== null) return null;
  return {
    from,
    to: at + 1,
    role: "body",
    rule: "agency.named-court",
    score: 0.75,
    key: null,
    country: null,
    form: "name",
  };
}

/** "Anchor task force", "Anchor unit", "Customs Surveillance service": a name before a lower-case head. */
export function namedUnit(
  context: MentionContext,
  view: SentenceTokens,
  at: number,
): Candidate | null {
  const { tokens } = view;
  const head = tokens[at];
  if (!isLower(head) || view.titled || is(tokens[at + 1], "station_word")) return null;
  const force = is(head, "task_word") && is(tokens[at + 1], "force_word");
  const service = is(head, "unit_bodies");
  const section = inList(context, "section_heads", head);
  if (!force && !service && !section && !is(head, "units")) return null;
  const from = nameStart(view, at, section);
  const words = tokens.slice(from, at).filter((token) => !is(token, "additive"));
  const field = (token: ReadToken): boolean =>
    inList(context, "agency_fields", token) || inList(context, "agency_heads", token);
  if (words.length === 0 || stateWithin(context, tokens, from, at) !== null) return null;
  const fields = words.every((token) => inList(context, "agency_fields", token));
  if (section && words.length < (fields ? 2 : 3)) return null;
  if (section && !words.some(field)) return null;
  const named = section
    ? true
    : service
      ? words.every(field) && (words.length > 1 || words.some((token) => is(token, "asayish_word")))
      : !inList(context, "days_and_months", words[0]) &&
        (force || words.every((token) => !isCommonWord(context, token) || field(token)));
  if (!named) return null;
  return {
    from,
    to: force ? at + 2 : at + 1,
    role: "body",
    rule: "agency.named-unit",
    score: 0.6,
    key: null,
    country: null,
    form: "name",
  };
}

/** "the Attorney General's office": a lower-case office that belongs to a post in capitals. */
export function postOffice(
  context: MentionContext,
  view: SentenceTokens,
  at: number,
): Candidate | null {
  const { tokens } = view;
  const owner = tokens[at - 2];
  if (!isLower(tokens[at]) || !inList(context, "section_heads", tokens[at])) return null;
  if (tokens[at - 1]?.kind !== "possessive" || !isCapital(owner)) return null;
  if (!inList(context, "office_owners", owner) || view.titled) return null;
  const from = nameStart(view, at - 2, false);
  const state = stateWithin(context, tokens, from, at - 2);
  const posts = tokens.slice(from, at - 1).filter((token) => inList(context, "posts", token));
  if (posts.length === 0) return null;
  return {
    from,
    to: at + 1,
    role: "body",
    rule: "agency.post-office",
    score: 0.8,
    key: null,
    country: state?.country ?? null,
    form: "name",
  };
}

/** First capital before a lower-case head; a section's name may hold an "and". */
function nameStart({ tokens, datelineEnd }: SentenceTokens, at: number, joined: boolean): number {
  let from = at;
  const reach = joined ? 7 : 4;
  while (from > Math.max(datelineEnd, at - reach) && !opensSentence(tokens, from - 1)) {
    if (isCapital(tokens[from - 1])) from -= 1;
    else if (joined && is(tokens[from - 1], "additive") && isCapital(tokens[from - 2])) from -= 2;
    else break;
  }
  return from;
}

/** "the ministry", "the agency": points back to a body named before. */
export function anaphor(
  context: MentionContext,
  view: SentenceTokens,
  at: number,
): Candidate | null {
  const { tokens } = view;
  const noun = tokens[at + 1];
  const article = tokens[at];
  if (article === undefined || !is(article, "anaphor_articles") || !isLower(noun)) return null;
  if (!inList(context, "agency_anaphors", noun)) return null;
  const next = tokens[at + 2];
  if (next?.text === "-" || is(next, "genitive") || inList(context, "agency_heads", next))
    return null;
  if (inList(context, "posts", next) || inList(context, "roles", next) || next?.folded === "s")
    return null;
  return {
    from: at,
    to: at + 2,
    role: "body",
    rule: "agency.anaphor",
    score: 0.4,
    key: null,
    country: null,
    form: "descriptor",
  };
}
