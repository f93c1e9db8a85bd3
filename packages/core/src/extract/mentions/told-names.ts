// Names whose kind a noun beside them tells, in any order: "the gang Los Coralillos", "a yawl called Mi Sueño II",
// "the Sumr Brigade, a militia of …", "his firm, Rio Branco, denies". One noun, one place: the same rules
// hold for groups, vessels and organizations.

import type { EntityRole } from "../../model/schema.js";
import { is } from "../words/read-tokens.js";
import type { Candidate } from "./candidate.js";
import { explainedBy } from "./explained-names.js";
import { isFree } from "./free-name.js";
import type { KindNoun } from "./kind-nouns.js";
import { inList, type MentionContext } from "./mention-context.js";
import { type NameSpan, nameAt } from "./name-span.js";
import { isCapital, isLower, type SentenceTokens } from "./sentence-tokens.js";

/**
 * Names in a sentence that a noun of their kind explains; `before` is the last plural noun of the sentences
 * before, for "two of them, X and Y".
 */
export function toldNames(
  context: MentionContext,
  view: SentenceTokens,
  nouns: readonly KindNoun[],
  before: KindNoun | null,
): Candidate[] {
  if (view.shouts || view.titled) return [];
  const found = nouns.flatMap((noun) => [
    ...afterNoun(context, view, noun),
    ...namedAfter(context, view, noun),
    ...explainedName(context, view, noun),
  ]);
  const plural = nouns.find((noun) => noun.plural) ?? before;
  return plural === null ? found : [...found, ...ofThem(context, view, plural)];
}

/** The last plural noun of kind in a sentence, for the next one. */
export const lastPlural = (nouns: readonly KindNoun[]): KindNoun | null =>
  nouns.findLast((noun) => noun.plural) ?? null;

/** "Two of them, Sayyid al-Mina and Amal 9, are hers". */
function ofThem(context: MentionContext, view: SentenceTokens, noun: KindNoun): Candidate[] {
  const { tokens } = view;
  const at = tokens.findIndex(
    (token, of) => is(token, "genitive") && is(tokens[of + 1], "them_words"),
  );
  if (at < 1 || tokens[at + 2]?.text !== ",") return [];
  const first = nameAt(context, view, at + 3);
  if (first === null || !isFree(context, view, noun.role, first)) return [];
  return [make(noun, "of-them", first, 0.75), ...listedAfter(context, view, noun, first.end)];
}

const RULE: Readonly<Partial<Record<EntityRole, string>>> = {
  group: "network",
  vessel: "vessel",
  organization: "organization",
};

function make({ role }: KindNoun, how: string, name: NameSpan, score: number): Candidate {
  const rule = `${RULE[role] ?? role}.${how}`;
  const { from, to } = name;
  return {
    from,
    to,
    role,
    rule,
    score: name.quoted ? Math.max(0.9, score) : score,
    key: null,
    country: null,
    form: "name",
  };
}

/** "the trawler X", "a rival crew, X, …", "two tankers, X and Y". */
function afterNoun(context: MentionContext, view: SentenceTokens, noun: KindNoun): Candidate[] {
  const { tokens } = view;
  const end = relativeEnd(view, noun.to);
  const comma = tokens[end]?.text === ",";
  let at = comma ? end + 1 : noun.to;
  if (comma && is(tokens[at], "definite_article")) at += 1;
  const first = nameAt(context, view, at);
  if (first === null || !isTold(context, view, noun, first, comma)) return [];
  const score = comma ? 0.75 : 0.85;
  const found = [make(noun, comma ? "apposed" : "after-noun", first, score)];
  if (noun.plural) found.push(...listedAfter(context, view, noun, first.end));
  return found;
}

/** Past a short clause between a noun and its comma: "the insurer that covered both, X, said". */
function relativeEnd({ tokens }: SentenceTokens, from: number): number {
  if (!is(tokens[from], "relatives")) return from;
  for (let at = from + 2; at < from + RELATIVE; at += 1) {
    if (tokens[at]?.text === ",") return at;
    if (!isLower(tokens[at])) break;
  }
  return from;
}

const RELATIVE = 8;

/** The further names of a list that a plural noun opens. */
function listedAfter(
  context: MentionContext,
  view: SentenceTokens,
  noun: KindNoun,
  from: number,
): Candidate[] {
  const found: Candidate[] = [];
  let at = from;
  while (found.length < LONGEST_LIST) {
    const join = listJoin(view, at);
    const name = join === null ? null : nameAt(context, view, join.next);
    if (name === null || !isFree(context, view, noun.role, name)) break;
    found.push(make(noun, "listed", name, 0.7));
    at = name.end;
    if (join?.last === true) break;
  }
  return found;
}

const LONGEST_LIST = 8;

/** Where the next name of a list starts: behind a comma, "and" or both, and an article. */
function listJoin(
  { tokens }: SentenceTokens,
  at: number,
): { readonly next: number; readonly last: boolean } | null {
  const comma = tokens[at]?.text === ",";
  let next = comma ? at + 1 : at;
  const last = is(tokens[next], "and_or");
  if (!comma && !last) return null;
  if (last) next += 1;
  if (is(tokens[next], "definite_article")) next += 1;
  return { next, last };
}

/** False where the words beside a noun are another's name: "the gang Quimí led", "the crew Captain X". */
function isTold(
  context: MentionContext,
  view: SentenceTokens,
  noun: KindNoun,
  name: NameSpan,
  comma: boolean,
): boolean {
  const { tokens } = view;
  if (!isFree(context, view, noun.role, name)) return false;
  const next = tokens[name.end];
  if (!comma) {
    const owns = next?.kind === "possessive" && noun.role !== "vessel";
    return !owns && !inList(context, "maker_verbs", next);
  }
  const determined = isDetermined(context, view, noun);
  const closes =
    next === undefined ||
    /^[-,.;:)(–—]$/.test(next.text) ||
    (next.kind === "word" &&
      next.folded.endsWith("ed") &&
      !inList(context, "speech_verbs", next)) ||
    inList(context, "after_name", next);
  const listed = noun.plural && is(next, "additive");
  return determined && (closes || listed || name.quoted);
}

/** "a rival crew", "his firm", "the boat": an article or owner up to five words before the noun. */
function isDetermined(context: MentionContext, view: SentenceTokens, noun: KindNoun): boolean {
  const { tokens } = view;
  for (let at = noun.from - 1; at >= Math.max(0, noun.from - 6); at -= 1) {
    const token = tokens[at];
    if (token === undefined || (token.kind === "mark" && token.text !== "-")) return false;
    if (inList(context, "determiners", token) || token.kind === "possessive") return true;
    if (token.kind === "number") return true;
  }
  return false;
}

/** "the Sumr Brigade, a militia of …". */
function explainedName(context: MentionContext, view: SentenceTokens, noun: KindNoun): Candidate[] {
  const name = explainedBy(context, view, noun);
  return name === null ? [] : [make(noun, "explained", name, 0.9)];
}

/** Words that may stand between a noun and "called": "the dhow, which answered to the name of". */
const NAMING_REACH = 9;

/** "a gang known as the X", "a yawl called X", "the dhow, which answered to the name of X". */
function namedAfter(context: MentionContext, view: SentenceTokens, noun: KindNoun): Candidate[] {
  const { tokens } = view;
  for (let at = noun.to; at < Math.min(tokens.length, noun.to + NAMING_REACH); at += 1) {
    const token = tokens[at];
    if (token === undefined || /^[.;:]$/.test(token.text) || isCapital(token)) return [];
    if (at > noun.to && isOtherNoun(context, view, at)) return [];
    const naming = context.pack.words.phrases("naming").longestAt(tokens, at);
    if (naming === undefined) continue;
    const name = nameAt(context, view, afterNaming(view, naming.to));
    if (name === null || !isFree(context, view, "vessel", name)) return [];
    const first = make(noun, "named", name, 0.9);
    return noun.plural ? [first, ...listedAfter(context, view, noun, name.end)] : [first];
  }
  return [];
}

/** Over "locally as the". */
function afterNaming({ tokens }: SentenceTokens, from: number): number {
  let at = from;
  if (isLower(tokens[at]) && tokens[at]?.folded.endsWith("ly") === true) at += 1;
  if (is(tokens[at], "role_mark")) at += 1;
  return is(tokens[at], "article") ? at + 1 : at;
}

/** Another noun between takes the name: "the boat's skipper, a man called X". */
const isOtherNoun = (context: MentionContext, { tokens }: SentenceTokens, at: number): boolean =>
  inList(context, "roles", tokens[at]) ||
  inList(context, "posts", tokens[at]) ||
  inList(context, "kin", tokens[at]) ||
  inList(context, "group_nouns", tokens[at]) ||
  inList(context, "vessel_nouns", tokens[at]) ||
  inList(context, "organization_nouns", tokens[at]) ||
  inList(context, "place_heads_after", tokens[at]) ||
  inList(context, "nameless_nouns", tokens[at]);
