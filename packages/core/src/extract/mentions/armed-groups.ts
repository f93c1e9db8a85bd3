// Armed and criminal groups by the form of their names alone, in a report that speaks of such groups: an army of a people
// or a cause ("the Tarfa National Army", "Front for the Liberation of X"), an opener of another language ("Jaish-e-X",
// "Hizb al-X"), an ending ("Kuroda-gumi").
import { is, type ReadToken } from "../words/read-tokens.js";
import type { Candidate } from "./candidate.js";
import { inList, isCommonWord, type MentionContext } from "./mention-context.js";
import { isCapital, type SentenceTokens } from "./sentence-tokens.js";
import { stateWithin } from "./state-words.js";

const REACH = 6;

/** Groups in a sentence that the form of their names tells. */
export function armedGroups(context: MentionContext, view: SentenceTokens): Candidate[] {
  if (view.shouts || view.titled) return [];
  const found: Candidate[] = [];
  const rebels = speaksOf(context, "rebel_signs");
  for (let at = view.datelineEnd; at < view.tokens.length; at += 1) {
    if (!isCapital(view.tokens[at])) continue;
    const one = [suffixed(context, view, at), opened(context, view, at)];
    if (rebels) one.push(armyOf(context, view, at), frontOf(context, view, at));
    found.push(...one.filter((candidate) => candidate !== null));
  }
  return found;
}

/** True where a word of a list stands in lower case somewhere in the report. */
function speaksOf(context: MentionContext, list: "rebel_signs"): boolean {
  for (const word of context.lowerWords) if (context.pack.words.has(list, word)) return true;
  return false;
}

const group = (from: number, to: number, how: string, score: number): Candidate => ({
  from,
  to,
  role: "group",
  rule: `network.${how}`,
  score,
  key: null,
  country: null,
  form: "name",
});

/** "Kuroda-gumi", "Hama-kai": a hyphen and an ending that only gangs have. */
function suffixed(context: MentionContext, { tokens }: SentenceTokens, at: number) {
  if (!isJoined(tokens, at + 1)) return null;
  return inList(context, "group_suffixes", tokens[at + 2])
    ? group(at, at + 3, "suffixed", 0.95)
    : null;
}

/** A hyphen written as one with the words on both sides. */
const isJoined = (tokens: readonly ReadToken[], at: number): boolean =>
  tokens[at]?.text === "-" &&
  tokens[at - 1]?.end === tokens[at]?.start &&
  tokens[at]?.end === tokens[at + 1]?.start;

/** "Jaish-e-Tarfa", "Sipah-i Wadi", "Hizb al-Noor", "Liwa Tarfa", "Katiba of the Wadi". */
function opened(context: MentionContext, view: SentenceTokens, at: number): Candidate | null {
  const { tokens } = view;
  if (!inList(context, "armed_openers", tokens[at])) return null;
  let next = at + 1;
  for (let steps = 0; steps < 4 && isLink(context, tokens, next); steps += 1) next += 1;
  if (!isCapital(tokens[next]) || inList(context, "days_and_months", tokens[next])) return null;
  let to = next + 1;
  while (to < next + 4 && (isCapital(tokens[to]) || isInnerLink(context, tokens, to))) to += 1;
  return group(at, to, "opened", 0.9);
}

/** What joins an opener to the word it opens: hyphens, "e", "i", "al", "ul". */
const isLink = (context: MentionContext, tokens: readonly ReadToken[], at: number): boolean =>
  tokens[at]?.text === "-" ||
  (is(tokens[at], "armed_links") && !isCapital(tokens[at])) ||
  (inList(context, "name_particles", tokens[at]) && tokens[at + 1]?.text === "-");

/** A hyphen or article inside the rest of the name. */
const isInnerLink = (context: MentionContext, tokens: readonly ReadToken[], at: number): boolean =>
  (isJoined(tokens, at) && isCapital(tokens[at + 1])) ||
  (inList(context, "name_particles", tokens[at]) &&
    tokens[at + 1]?.text === "-" &&
    isCapital(tokens[at + 2]));

/** "the Tarfa National Army", "Wadi People's Brigade": a head of troops behind a cause or a strange name. */
function armyOf(context: MentionContext, view: SentenceTokens, head: number): Candidate | null {
  const { tokens } = view;
  if (!inList(context, "armed_heads", tokens[head]) || isCapital(tokens[head + 1])) return null;
  const from = nameStart(context, view, head);
  const words = tokens.slice(from, head).filter(isCapital);
  if (words.length === 0 || stateWithin(context, tokens, from, head) !== null) return null;
  if (words.some((token) => /^\d/.test(token.text))) return null;
  const cause = words.some((token) => inList(context, "armed_causes", token));
  const first = words[0];
  const strange = first !== undefined && isStrange(context, first);
  const plain = inList(context, "agency_heads", tokens[head]);
  // "Basra Border Force": the fields of a state's body, and no cause.
  const field = words.some((token) => inList(context, "agency_fields", token));
  const army = is(tokens[head], "army_word");
  const told = cause
    ? strange || words.length > 1 || !plain
    : strange && (army || !(plain || field));
  return told ? group(from, head + 1, "army", 0.95) : null;
}

/** No English, no field or head of state bodies: the name of a people, a place or a person. */
const isStrange = (context: MentionContext, token: ReadToken): boolean =>
  !isCommonWord(context, token) &&
  !inList(context, "agency_fields", token) &&
  !inList(context, "agency_heads", token) &&
  !inList(context, "compass", token) &&
  !inList(context, "days_and_months", token);

/** Back over capitals and "People's" to the first word of a name. */
function nameStart(context: MentionContext, { tokens }: SentenceTokens, head: number): number {
  let from = head;
  while (from > Math.max(0, head - REACH)) {
    const before = tokens[from - 1];
    const owner =
      before?.kind === "possessive" && inList(context, "armed_causes", tokens[from - 2]);
    const article = /^[’'ʼ]$/.test(before?.text ?? "") && isCapital(tokens[from - 2]);
    if (owner || article || (isJoined(tokens, from - 1) && isCapital(tokens[from - 2]))) from -= 2;
    else if (isCapital(before) && !is(before, "armed_stops")) from -= 1;
    else break;
  }
  return from;
}

/** "the Front of Free Tarfa", "Movement for the Liberation of X": a head of troops before "of" and a name. */
function frontOf(context: MentionContext, view: SentenceTokens, at: number): Candidate | null {
  const { tokens } = view;
  if (!is(tokens[at], "armed_fronts")) return null;
  let next = at + 1;
  if (!is(tokens[next], "of_or_for")) return null;
  if (is(tokens[next + 1], "definite_article")) next += 1;
  let to = next + 1;
  while (isCapital(tokens[to])) to += 1;
  if (to === next + 1) return null;
  if (is(tokens[to], "genitive") && isCapital(tokens[to + 1])) to += 2;
  const cause = tokens.slice(next + 1, to).some((token) => inList(context, "armed_causes", token));
  return cause ? group(at, to, "front-of", 0.95) : null;
}
