// People named by one word: kin of somebody ("his brother Nico", "a half-brother, Musa"), and a given name that does or is
// what people do and are ("Ramiro, the eldest, kept it"; "That left Joel, the dentist"). A word of English, a
// town, or a name that a noun follows is none.
import { is } from "../words/read-tokens.js";
import type { CapitalRun } from "./capital-run.js";
import { inList, isCommonWord, type MentionContext } from "./mention-context.js";
import { isCapital, isLower, opensSentence, type SentenceTokens } from "./sentence-tokens.js";

const KIN = 0.6;
const GIVEN = 0.55;

/** How sure a lone capitalised word is a person; 0 where nothing speaks for it. */
export function loneScore(context: MentionContext, view: SentenceTokens, run: CapitalRun): number {
  const token = view.tokens[run.to - 1];
  if (token === undefined || isCommonWord(context, token)) return 0;
  if (inList(context, "not_entities", token) || inList(context, "aircraft_nouns", token)) return 0;
  if (followsKin(context, view, run)) return KIN;
  if (!inList(context, "given_names", token) || isTown(context, view, run)) return 0;
  return actsAsPerson(context, view, run) ? GIVEN : 0;
}

/** "his brother Nico", "Peralta's brother, Wilko", "his sons Ali and Mahdi". */
function followsKin(context: MentionContext, view: SentenceTokens, run: CapitalRun): boolean {
  const { tokens } = view;
  let at = run.from - 1;
  if (is(tokens[at], "additive") && isCapital(tokens[at - 1])) at -= 2;
  while (tokens[at]?.text === "," && isCapital(tokens[at - 1]) && !isKin(context, view, at - 1))
    at -= 2;
  if (tokens[at]?.text === ",") at -= 1;
  if (!isKin(context, view, at)) return false;
  const next = tokens[run.to];
  return !isCapital(next) && next?.text !== "-";
}

const isKin = (context: MentionContext, { tokens }: SentenceTokens, at: number): boolean =>
  isLower(tokens[at]) && inList(context, "kin_names", tokens[at]);

/** A large town, or one of a state that the report names. */
const isTown = (context: MentionContext, view: SentenceTokens, run: CapitalRun): boolean =>
  context.pack.gazetteer
    .matchesAt(view.tokens, run.from)
    .some(({ places }) =>
      places.some(({ country, population }) => context.countries.has(country) && population > TOWN),
    );

const TOWN = 20_000;

/** ", the eldest,", ", who", "was shot", "told": what people are and do. */
function actsAsPerson(context: MentionContext, view: SentenceTokens, run: CapitalRun): boolean {
  const { tokens } = view;
  const next = tokens[run.to];
  if (inList(context, "speech_verbs", next)) return true;
  if (next?.text === ",") {
    const word = tokens[run.to + 1];
    if (is(word, "person_tells")) return true;
    if (/^\d{2}$/.test(word?.text ?? "")) return true;
    if (is(word, "person_articles")) return isPersonal(context, view, run.to + 2);
  }
  return opensSentence(tokens, run.from) && inList(context, "person_verbs", next);
}

/** "the eldest", "the dentist who", "a cousin": a noun of people ends the phrase. */
function isPersonal(context: MentionContext, { tokens }: SentenceTokens, from: number): boolean {
  for (let at = from; at < from + 4; at += 1) {
    const token = tokens[at];
    if (token === undefined || token.kind === "mark") return false;
    if (
      inList(context, "kin_names", token) ||
      inList(context, "roles", token) ||
      inList(context, "posts", token)
    )
      return true;
  }
  return false;
}
