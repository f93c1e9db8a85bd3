// Names before what explains them: an apposition ("the Sumr Brigade, a militia of …") or a sentence that says what a
// thing is ("the Tin Gulls are an outlaw motorcycle club").
import { is, type ReadToken } from "../words/read-tokens.js";
import { isFree } from "./free-name.js";
import type { KindNoun } from "./kind-nouns.js";
import { inList, isCommonWord, type MentionContext } from "./mention-context.js";
import { type NameSpan, nameBefore } from "./name-span.js";
import type { SentenceTokens } from "./sentence-tokens.js";

/** Words of a phrase that explains a name, at most. */
const APPOSITION_REACH = 12;

/** The name that a noun explains: "the Sumr Brigade, a militia of …", "the X, one of the oldest gangs", "X is a gang". */
export function explainedBy(
  context: MentionContext,
  view: SentenceTokens,
  noun: KindNoun,
): NameSpan | null {
  const { tokens } = view;
  if (!endsPhrase(context, view, noun)) return null;
  const opener = appositionStart(context, view, noun);
  const name = opener === null ? null : nameBefore(context, view, nameEnd(view, opener));
  if (name === null || !isFree(context, view, noun.role, name) || isScene(context, view, name))
    return null;
  const words = tokens.slice(name.from, name.to).filter((token) => token.kind === "word");
  const plain = words.every((token) => isCommonWord(context, token));
  const article = is(tokens[name.from - 1], "definite_article");
  return plain && !name.quoted && !article && words.length < 2 ? null : name;
}

/** Words of a clause between a name and its verb, at most. */
const RELATIVE = 14;

/** Back over ", which has 1,200 troops," and a bracket: "the X (XY), which …, is a militia". */
function nameEnd({ tokens }: SentenceTokens, opener: number): number {
  let end = opener;
  if (tokens[end]?.text !== "," && tokens[end - 1]?.text === ",") {
    for (let at = end - 2; at > Math.max(1, end - RELATIVE); at -= 1) {
      if (!is(tokens[at], "relatives")) continue;
      if (tokens[at - 1]?.text === ",") end = at - 1;
      break;
    }
  }
  return tokens[end - 1]?.text === ")" && tokens[end - 3]?.text === "(" ? end - 3 : end;
}

/** "In Baghdad, a boat burned": the scene of a clause, not what the noun explains. */
function isScene(context: MentionContext, { tokens }: SentenceTokens, name: NameSpan): boolean {
  const before = tokens[name.from - 1];
  if (is(before, "definite_article") || name.quoted) return false;
  if (inList(context, "locative_strong", before)) return true;
  return context.pack.gazetteer
    .matchesAt(tokens, name.from)
    .some(
      ({ to, places }) =>
        to === name.to &&
        places.some(
          ({ country, population }) => context.countries.has(country) || population > LARGE,
        ),
    );
}

/** Inhabitants from which on a town is known without its state. */
const LARGE = 200_000;

/** A noun is the head of its phrase where no other noun follows: "a militia of", not "a gang leader". */
function endsPhrase(context: MentionContext, { tokens }: SentenceTokens, noun: KindNoun): boolean {
  const next = tokens[noun.to];
  if (next === undefined) return true;
  if (next.kind === "mark") return next.text !== "-";
  if (next.kind === "possessive") return false;
  return inList(context, "after_head", next) || /(ed|ing)$/.test(next.folded);
}

/** The comma or verb that opens the phrase a noun ends, or null. */
function appositionStart(
  context: MentionContext,
  { tokens }: SentenceTokens,
  noun: KindNoun,
): number | null {
  if (noun.plural && tokens[noun.from - 1]?.text === ",") return noun.from - 1;
  for (let at = noun.from - 1; at >= Math.max(1, noun.from - APPOSITION_REACH); at -= 1) {
    const token = tokens[at];
    if (token === undefined || isPhraseEnd(context, token)) return null;
    if (!inList(context, "articles", token)) continue;
    const before = tokens[at - 1];
    if (before?.text === "," || is(before, "copulas")) return at - 1;
    if (!goesOn(context, tokens, at)) return null;
  }
  return null;
}

/** "the armed band", "one of the oldest gangs": an article that the phrase goes on before; "the head of the bank" it does not. */
const goesOn = (context: MentionContext, tokens: readonly ReadToken[], article: number): boolean =>
  is(tokens[article - 1], "genitive")
    ? inList(context, "part_words", tokens[article - 2])
    : is(tokens[article], "definite_article");

/** What no phrase that explains a name goes over. */
const isPhraseEnd = (context: MentionContext, token: ReadToken): boolean =>
  /^[.,;:“”"()]$/.test(token.text) ||
  inList(context, "speech_verbs", token) ||
  inList(context, "after_comma", token);
