// Ships and aircraft by what only they bear: a prefix ("MV", "HMS", "Zr.Ms."), a registration beside a word for an
// aircraft or boat ("YV-3186"), and by being boarded ("aboard the X", "the crew of the X"). Names that a noun tells
// ("the trawler X") are found by told-names.ts.
import { is, type ReadToken } from "../words/read-tokens.js";
import type { Candidate } from "./candidate.js";
import { inList, type MentionContext } from "./mention-context.js";
import { nameAt } from "./name-span.js";
import { isCapital, isUpper, type SentenceTokens } from "./sentence-tokens.js";

/** Ships and aircraft in a sentence. */
export function vesselCandidates(context: MentionContext, view: SentenceTokens): Candidate[] {
  const found: Candidate[] = [];
  if (view.shouts) return found;
  for (let at = view.datelineEnd; at < view.tokens.length; at += 1) {
    for (const candidate of [
      prefixed(context, view, at),
      registered(context, view, at),
      boarded(context, view, at),
    ]) {
      if (candidate !== null) found.push(candidate);
    }
  }
  return found;
}

const vessel = (from: number, to: number, rule: string, score: number): Candidate => ({
  from,
  to,
  role: "vessel",
  rule,
  score,
  key: null,
  country: null,
  form: "name",
});

/** "MV Jamila", "M/V Jamila", "HMNZS Te Rauhia", "the frigate Zr.Ms. Egmond". */
function prefixed(context: MentionContext, view: SentenceTokens, at: number): Candidate | null {
  const end = prefixEnd(context, view, at);
  if (end === null) return null;
  const quoted = /^["“‘']$/.test(view.tokens[end]?.text ?? "");
  const name = nameAt(context, view, end);
  if (name === null || (!quoted && inList(context, "agency_heads", view.tokens[name.to - 1])))
    return null;
  return vessel(at, name.to, "vessel.prefixed", 0.95);
}

/** One past a prefix of ships that starts here, written in its capitals; null where none does. */
export function prefixEnd(
  context: MentionContext,
  { tokens }: SentenceTokens,
  at: number,
): number | null {
  const dotted = `${tokens[at]?.folded}${tokens[at + 2]?.folded}`;
  const isDotted = tokens[at + 1]?.text === "." && isCapital(tokens[at]);
  if (isDotted && context.pack.words.has("vessel_prefixes", dotted)) {
    return tokens[at + 3]?.text === "." ? at + 4 : at + 3;
  }
  const match = context.pack.words.phrases("vessel_prefixes").longestAt(tokens, at);
  if (match === undefined) return null;
  const words = tokens.slice(at, match.to).filter((token) => token.kind === "word");
  const written = words.every((token) => isUpper(token) || isCapital(token));
  const first = words[0];
  if (!written || (words.length === 1 && first !== undefined && !isUpper(first))) return null;
  return tokens[match.to]?.text === "." ? match.to + 1 : match.to;
}

/** Words in which a sign of what is registered stands before the letters. */
const REACH = 12;

/** "a Piper with the registration YV-3186", "the helicopter N123AB". */
function registered(context: MentionContext, view: SentenceTokens, at: number): Candidate | null {
  const { tokens } = view;
  const to = registrationEnd(tokens, at);
  if (to === null) return null;
  const before = tokens.slice(Math.max(0, at - REACH), at);
  const after = tokens.slice(to, to + 4);
  const said = before.some((token) => inList(context, "registration_signs", token));
  const flown = [...before.slice(-5), ...after].some((token) =>
    inList(context, "aircraft_nouns", token),
  );
  return said || flown ? vessel(at, to, "vessel.registered", 0.9) : null;
}

/** Letters and digits of a registration: "YV-3186", "HK-4567X", "N123AB". */
function registrationEnd(tokens: readonly ReadToken[], at: number): number | null {
  const first = tokens[at];
  if (first === undefined || !/^[A-Z0-9]{1,6}$/.test(first.text)) return null;
  const dash = tokens[at + 1];
  const second = tokens[at + 2];
  const joined =
    dash?.text === "-" &&
    dash.start === first.end &&
    second !== undefined &&
    second.start === dash.end;
  if (joined && first.text.length <= 2 && /^(?=.*[A-Z0-9])[A-Z0-9]{3,5}$/.test(second.text)) {
    return /[A-Z]/.test(first.text) ? at + 3 : null;
  }
  return /^[A-Z]{1,2}\d{2,5}[A-Z]{0,2}$/.test(first.text) && !joined ? at + 1 : null;
}

/** "aboard the X", "the crew of the X", "the X's skipper". */
function boarded(context: MentionContext, view: SentenceTokens, at: number): Candidate | null {
  const { tokens } = view;
  const match = context.pack.words.phrases("vessel_openers").longestAt(tokens, at);
  if (match === undefined || view.titled) return null;
  if (!is(tokens[match.to], "definite_article")) return null;
  const name = nameAt(context, view, match.to + 1);
  if (name === null || name.quoted) return null;
  const next = tokens[name.end];
  if (next?.kind === "word" && isNounAfter(context, next)) return null;
  const words = tokens.slice(name.from, name.to);
  if (words.some((token) => inList(context, "agency_heads", token))) return null;
  return vessel(name.from, name.to, "vessel.boarded", 0.6);
}

/** "aboard the Emirates flight", "the crew of the Navy ship": the name belongs to a noun after it. */
const isNounAfter = (context: MentionContext, next: ReadToken): boolean =>
  inList(context, "aircraft_nouns", next) ||
  inList(context, "vessel_nouns", next) ||
  inList(context, "network_heads", next) ||
  is(next, "not_vessel_before");
