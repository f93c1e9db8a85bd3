// What a span of capitals shows a reader who does not know the name: the lists that its words and the words around it
// are in, its shape, the tables that hold it. Each is a feature by name; what it is worth is fitted.
import type { WordSlot } from "../../packs/word-slots.js";
import { is, type Listed, type ReadToken } from "../words/read-tokens.js";
import { inList, isCommonWord, type MentionContext } from "./mention-context.js";
import type { CapitalSpan } from "./name-spans.js";
import {
  isCapital,
  isLower,
  isUpper,
  opensSentence,
  type SentenceTokens,
} from "./sentence-tokens.js";
import { stateStartingAt } from "./state-words.js";

/** Where a word stands to a span. */
type Position =
  | "first"
  | "last"
  | "inner"
  | "left"
  | "left2"
  | "right"
  | "right2"
  | "noun-left"
  | "apposed"
  | "near-left"
  | "near-right";

/** The features of a span, each once. */
export function describeSpan(
  context: MentionContext,
  view: SentenceTokens,
  span: CapitalSpan,
): ReadonlySet<string> {
  const features = new Set<string>();
  features.add("base");
  tellShape(context, view, span, features);
  tellWords(context, view, span, features);
  tellTables(context, view, span, features);
  tellLeft(context, view, span, features);
  tellRight(context, view, span, features);
  return features;
}

/** How far to the side a word still tells what a name is. */
const NEAR = 6;

function add(features: Set<string>, position: Position, token: ReadToken | undefined): void {
  if (token === undefined) return;
  for (const name of listed(position, token)) features.add(name);
}

const NAMES = new Map<Position, WeakMap<ReadonlySet<WordSlot>, readonly string[]>>();

/** The features of a word of some lists at a position; made once for each. */
function listed(position: Position, { lists }: Listed): readonly string[] {
  const known = NAMES.get(position) ?? new WeakMap<ReadonlySet<WordSlot>, readonly string[]>();
  NAMES.set(position, known);
  const names = known.get(lists) ?? [...lists].map((list) => `${position} in ${list}`);
  known.set(lists, names);
  return names;
}

function tellShape(
  context: MentionContext,
  view: SentenceTokens,
  span: CapitalSpan,
  features: Set<string>,
): void {
  const tokens = view.tokens.slice(span.from, span.to);
  const words = tokens.filter(({ kind }) => kind === "word");
  const capitals = words.filter(isCapital);
  features.add(`capitals ${Math.min(5, capitals.length)}`);
  if (view.titled) features.add("in a title");
  if (view.role === "byline") features.add("in a byline");
  features.add(lettersOf(capitals));
  for (const [name, test] of Object.entries(SIGNS)) if (tokens.some(test)) features.add(name);
  if (words.length > capitals.length) features.add("low word inside");
  tellCuts(context, view, span, features);
}

/** Signs and small words inside a name, each with the feature it makes. */
const SIGNS: Readonly<Record<string, (token: ReadToken) => boolean>> = {
  hyphen: ({ text }) => text === "-",
  figure: ({ kind }) => kind === "number",
  "firm sign": ({ text }) => text === "&" || text === "/",
  "of inside": (token) => is(token, "genitive"),
  "and inside": (token) => is(token, "additive"),
  "quote inside": ({ text }) => /^["“”]$/.test(text),
  initial: ({ kind, text }) => kind === "word" && text.length === 1,
  accents: ({ kind, text }) => kind === "word" && /[\u0080-\uffff]/.test(text),
};

/** Longest acronym that is told from longer ones. */
const LONG_LETTERS = 6;

function lettersOf(capitals: readonly ReadToken[]): string {
  const upper = capitals.filter(isUpper).length;
  if (upper === 0) return "no word in capitals";
  if (upper < capitals.length) return "part in capitals";
  return capitals.length === 1
    ? `acronym of ${Math.min(LONG_LETTERS, capitals[0]?.text.length ?? 0)}`
    : "all in capitals";
}

/** Where a span ends inside its stretch. */
function tellCuts(
  context: MentionContext,
  { tokens }: SentenceTokens,
  { from, to, stretch }: CapitalSpan,
  features: Set<string>,
): void {
  if (from > stretch.from) {
    features.add("cut left");
    if (isCapital(tokens[from - 1])) {
      features.add("capital left");
      tellKind(context, "capital left", tokens[from - 1], features);
    }
  }
  if (to >= stretch.to) return;
  features.add("cut right");
  if (isCapital(tokens[to])) {
    features.add("capital right");
    tellKind(context, "capital right", tokens[to], features);
  } else features.add(`cut right at ${tokens[to]?.folded || tokens[to]?.text}`);
}

/** What the language knows of a word of a name. */
function tellKind(
  context: MentionContext,
  position: string,
  token: ReadToken | undefined,
  features: Set<string>,
): void {
  if (token === undefined) return;
  const { names } = context.pack;
  if (inList(context, "given_names", token)) features.add(`${position}: given name`);
  if (isCommonWord(context, token)) features.add(`${position}: common`);
  if (context.lowerWords.has(token.folded)) features.add(`${position}: low elsewhere`);
  if (names.standFor("body_words", token.folded) !== undefined)
    features.add(`${position}: body word`);
  if (names.has("company_forms", token.folded)) features.add(`${position}: firm form`);
  if (names.has("particles", token.folded)) features.add(`${position}: particle`);
  if (names.has("company_words", token.folded)) features.add(`${position}: firm word`);
  if (names.has("group_words", token.folded)) features.add(`${position}: group word`);
  if (names.has("factions", token.folded)) features.add(`${position}: faction`);
  if (endsAsFamily(context, token.folded)) features.add(`${position}: family ending`);
}

const LONGEST_ENDING = 7;

function endsAsFamily({ pack }: MentionContext, word: string): boolean {
  for (let length = 2; length <= LONGEST_ENDING && word.length > length + 1; length += 1)
    if (pack.names.has("family_endings", word.slice(-length))) return true;
  return false;
}

function tellWords(
  context: MentionContext,
  { tokens }: SentenceTokens,
  { from, to }: CapitalSpan,
  features: Set<string>,
): void {
  const { pack } = context;
  const words = tokens.slice(from, to).filter(({ kind }) => kind === "word");
  const first = words[0];
  const last = words.at(-1);
  if (words.length > 1) {
    add(features, "first", first);
    tellKind(context, "first", first, features);
  }
  add(features, "last", last);
  tellKind(context, words.length > 1 ? "last" : "only", last, features);
  for (const token of words.slice(1, -1)) {
    add(features, "inner", token);
    tellKind(context, "inner", token, features);
  }
  const capitals = words.filter(isCapital);
  if (capitals.every((token) => isCommonWord(context, token))) features.add("all common");
  if (!capitals.some((token) => isCommonWord(context, token))) features.add("none common");
  const told = words.filter(
    (token) => pack.names.standFor("body_words", token.folded) !== undefined,
  );
  if (told.length > 0) features.add(`body words ${Math.min(3, told.length)}`);
}

function tellTables(
  context: MentionContext,
  { tokens }: SentenceTokens,
  { from, to }: CapitalSpan,
  features: Set<string>,
): void {
  const { lexicon, gazetteer } = context.pack;
  for (let at = from; at < to; at += 1) {
    const match = lexicon.longestAt(tokens, at);
    if (match === undefined) continue;
    const whole = at === from && match.to === to;
    const how = whole ? "is known" : match.to > to ? "cuts known" : "holds known";
    for (const { entry } of match.values) features.add(`${how} ${entry.role}`);
  }
  if (stateStartingAt(context, tokens, from)?.form === "demonym") features.add("starts as demonym");
  for (const match of gazetteer.matchesAt(tokens, from))
    features.add(match.to === to ? "is a town" : "starts as a town");
}

/** What stands before: the word, the one before that, and any noun near. */
function tellLeft(
  context: MentionContext,
  { tokens, datelineEnd }: SentenceTokens,
  { from }: CapitalSpan,
  features: Set<string>,
): void {
  if (opensSentence(tokens, from)) features.add("opens");
  let at = from - 1;
  const article = tokens[at];
  if (is(article, "definite_article") || is(article, "indefinite_article")) {
    features.add(is(article, "definite_article") ? "the" : "a");
    at -= 1;
  }
  const before = tokens[at];
  if (before === undefined || at < datelineEnd) {
    features.add("nothing left");
    return;
  }
  features.add(`left is ${before.folded || before.text}`);
  if (before.kind === "possessive") features.add("owned");
  if (isLower(before)) features.add("low word left");
  add(features, "left", before);
  add(features, "left2", tokens[at - 1]);
  const comma = before.text === ",";
  if (comma) add(features, "noun-left", tokens[at - 1]);
  if (isAge(tokens, at)) features.add("aged left");
  if (isCommonWord(context, before)) features.add("common left");
  const near = tokens.slice(Math.max(datelineEnd, at - NEAR), at).reverse();
  addClause(features, "near-left", near, /^[.;:]$/);
}

/** The low words up to the first sign that ends a clause. */
function addClause(
  features: Set<string>,
  position: Position,
  tokens: readonly ReadToken[],
  end: RegExp,
): void {
  const stop = tokens.findIndex(({ text }) => end.test(text));
  for (const token of stop < 0 ? tokens : tokens.slice(0, stop))
    if (isLower(token)) add(features, position, token);
}

const isAge = (tokens: readonly ReadToken[], at: number): boolean =>
  is(tokens[at], "old_word") && tokens[at - 1]?.text === "-";

/** What stands after: the word, the next one, an apposition, and any verb near. */
function tellRight(
  context: MentionContext,
  { tokens }: SentenceTokens,
  { to }: CapitalSpan,
  features: Set<string>,
): void {
  const after = tokens[to];
  if (after === undefined) {
    features.add("nothing right");
    return;
  }
  features.add(`right is ${after.folded || after.text}`);
  if (after.kind === "possessive") features.add("owns");
  add(features, "right", after);
  add(features, "right2", tokens[to + 1]);
  const opened = after.text === "," || after.text === "(";
  if (opened && /^\d{2}$/.test(tokens[to + 1]?.text ?? "")) features.add("aged right");
  if (isCommonWord(context, after)) features.add("common right");
  const near = tokens.slice(to + 1, to + NEAR + 2);
  addClause(features, opened ? "apposed" : "near-right", near, /^[.;:,)]$/);
}
