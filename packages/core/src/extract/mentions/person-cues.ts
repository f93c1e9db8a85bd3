// Cues for a person's name, each with its weight: the words of the run, what stands before and after.
import { is, type ReadToken } from "../words/read-tokens.js";
import type { CapitalRun } from "./capital-run.js";
import { inList, isCommonWord, type MentionContext } from "./mention-context.js";
import { isLocative } from "./place-candidates.js";
import { isCapital, isLower, opensSentence, type SentenceTokens } from "./sentence-tokens.js";
import { stateEndingAt } from "./state-words.js";

/** What the words of a run themselves say. */
export function insideScore(
  context: MentionContext,
  words: readonly ReadToken[],
  names: readonly ReadToken[],
): number {
  const first = words[0];
  const eastern = names.length > 1 && inList(context, "family_first_names", names[0]);
  const given =
    eastern || inList(context, "given_names", first) || inList(context, "given_names", names[0]);
  const particle = words.some((token) => inList(context, "name_particles", token));
  // "Wing-kit": the second half of an East Asian given name.
  const halved = words.some(
    (token) => !isCapital(token) && !inList(context, "name_particles", token),
  );
  const common =
    names.filter((token) => isCommonWord(context, token)).length / Math.max(1, names.length);
  const heads = names.filter(
    (token) =>
      inList(context, "organization_heads", token) ||
      inList(context, "agency_heads", token) ||
      inList(context, "place_heads_after", token),
  ).length;
  const length = words.length > 8 ? 0.1 : 0.4;
  return (
    length +
    (given ? 0.35 : 0) +
    (particle ? 0.2 : 0) +
    (halved ? 0.2 : 0) -
    common * (given ? 0.25 : 0.6) -
    heads * 0.35
  );
}

/** True where a preposition of place stands before a run; "to" and "from" go with people too. */
export const isPlaceBefore = (
  context: MentionContext,
  tokens: readonly ReadToken[],
  from: number,
): boolean =>
  inList(context, "locative_strong", tokens[from - 1]) &&
  !is(tokens[from - 1], "goal_mark") &&
  !is(tokens[from - 1], "source_mark");

/** What stands before a run. */
export function beforeScore(
  context: MentionContext,
  view: SentenceTokens,
  run: CapitalRun,
): number {
  const { tokens } = view;
  const at = run.cue ?? run.from;
  const before = tokens[at - 1];
  if (before === undefined) return view.role === "byline" ? 0.4 : 0;
  let score = 0;
  if (isPlaceBefore(context, tokens, at)) score -= 0.5;
  else if (is(before, "additive") && isLocative(context, view, at)) score -= 0.4;
  else if (is(before, "source_mark") || is(before, "goal_mark")) score -= 0.15;
  if (is(before, "definite_article")) score -= run.cue === null ? 0.3 : 0;
  if (is(before, "agent_mark") && (view.role === "byline" || opensSentence(tokens, at - 1)))
    score += 0.5;
  if (view.role === "byline") score += 0.4;
  const role = before.text === "," ? tokens[at - 2] : before;
  if (
    inList(context, "roles", role) ||
    inList(context, "posts", role) ||
    isRoleOf(context, tokens, at)
  )
    score += 0.35;
  else if (before.text === "," && hasPostBefore(context, tokens, at - 2)) score += 0.3;
  else if (
    before.text === "," &&
    tokens[run.to]?.text === "," &&
    isNounLike(context, tokens, at - 2)
  )
    score += 0.25;
  if (inList(context, "person_introducers", before)) score += 0.3;
  if (isAged(tokens, at)) score += 0.35;
  if (
    is(before, "role_mark") &&
    tokens.slice(Math.max(0, at - 4), at - 1).some((one) => is(one, "naming_verbs"))
  )
    score += 0.3;
  if (is(before, "goal_mark") && is(tokens[at - 2], "according_word")) score += 0.45;
  if (inList(context, "speech_verbs", before)) score += 0.3;
  else if (is(before, "takes_person")) score += 0.2;
  return score;
}

/** "43-year-old X". */
const isAged = (tokens: readonly ReadToken[], at: number): boolean =>
  is(tokens[at - 1], "old_word") &&
  tokens[at - 2]?.text === "-" &&
  AGE.test(tokens[at - 5]?.text ?? "");

/** "a cargo agent, X, was taken in", "a Beninese, X, was caught": a noun or demonym before the comma. */
const isNounLike = (context: MentionContext, tokens: readonly ReadToken[], at: number): boolean =>
  isLower(tokens[at]) || stateEndingAt(context, tokens, at + 1)?.form === "demonym";

/** "the director of the State Police, X": a post up to seven words before the comma. */
function hasPostBefore(
  context: MentionContext,
  tokens: readonly ReadToken[],
  from: number,
): boolean {
  for (let at = from; at > Math.max(0, from - 7); at -= 1) {
    const token = tokens[at];
    if (token === undefined || token.kind === "mark") return false;
    if (inList(context, "posts", token) && !isCapital(token)) return true;
  }
  return false;
}

/** "the brothers", "two men," plural roles before a list of names. */
const isRoleOf = (context: MentionContext, tokens: readonly ReadToken[], at: number): boolean => {
  const before = tokens[at - 1]?.text === "," ? tokens[at - 2] : tokens[at - 1];
  const word = before?.folded ?? "";
  const single = word.endsWith("s") ? word.slice(0, -1) : "";
  return (
    single.length > 3 &&
    (context.pack.words.has("roles", single) || context.pack.words.has("posts", single))
  );
};

const AGE = /^\d{1,2}$/;

/** What stands after a run. */
export function afterScore(context: MentionContext, view: SentenceTokens, run: CapitalRun): number {
  const { tokens } = view;
  let at = run.to;
  let score = 0;
  const open = tokens[at]?.text;
  if (
    (open === "," || open === "(") &&
    AGE.test(tokens[at + 1]?.text ?? "") &&
    /^[,)]$/.test(tokens[at + 2]?.text ?? "")
  ) {
    score += 0.4;
    at += 3;
  } else if (open === ",") {
    // ", told reporters": the comma closes an apposition.
    if (inList(context, "speech_verbs", tokens[at + 1])) score += 0.35;
    else if (inList(context, "person_verbs", tokens[at + 1])) score += 0.15;
    score += appositionScore(context, tokens, at + 1);
  } else if (open === "(") score += quotedName(tokens, at + 1) ? 0.3 : 0;
  const next = tokens[at];
  if (inList(context, "speech_verbs", next)) score += 0.35;
  else if (inList(context, "person_verbs", next)) score += 0.2;
  else if (next?.kind === "possessive") score += 0.05;
  else if (is(next, "alias_openers")) score += 0.3;
  else if (is(next, "genitive") && inList(context, "speech_verbs", tokens[run.from - 1]))
    score += 0.1;
  return score;
}

const quotedName = (tokens: readonly ReadToken[], at: number): boolean =>
  /^["“‘]$/.test(tokens[at]?.text ?? "");

/** "X, a 54-year-old broker", "X, head of …", "X, who …", "X, the army's spokesman". */
function appositionScore(
  context: MentionContext,
  tokens: readonly ReadToken[],
  from: number,
): number {
  const first = tokens[from];
  if (is(first, "person_appositions")) return 0.35;
  if (first !== undefined && quotedName(tokens, from)) return 0.2;
  for (let at = from; at < from + 7; at += 1) {
    const token = tokens[at];
    if (token === undefined || token.text === "," || token.text === ".") return 0;
    if (
      inList(context, "posts", token) ||
      inList(context, "roles", token) ||
      is(token, "year_word")
    )
      return 0.35;
  }
  return 0;
}
