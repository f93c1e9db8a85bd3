// People: a run of capitalised words that nothing else claims, with the cues of its surroundings
// added up. A rank, an age, a verb of speech, a given name speak for a person; a preposition of place,
// a head noun, a common English word against. No list of people is needed.
import { is, type ReadToken } from "../words/read-tokens.js";
import { type Candidate, tokenText } from "./candidate.js";
import type { CapitalRun } from "./capital-run.js";
import { loneScore } from "./lone-persons.js";
import { inList, isCommonWord, type MentionContext } from "./mention-context.js";
import { afterScore, beforeScore, insideScore, isPlaceBefore } from "./person-cues.js";
import { isCapital, type SentenceTokens } from "./sentence-tokens.js";

/** From this sum of cues on a run is a person's name. */
const ENOUGH = 0.5;

/** Persons among the capital runs of a sentence. */
export function personCandidates(
  context: MentionContext,
  view: SentenceTokens,
  runs: readonly CapitalRun[],
): Candidate[] {
  const scored = runs.map((run) => ({ run, score: scoreRun(context, view, run) }));
  return scored.flatMap(({ run, score }, at) => {
    const near = [scored[at - 1], scored[at + 1]].some(
      (other) =>
        other !== undefined && other.score >= ENOUGH && areListed(view.tokens, other.run, run),
    );
    const total = near && score > 0 ? score + 0.3 : score;
    return total >= ENOUGH ? [toPerson(context, view, run, total)] : [];
  });
}

function toPerson(
  context: MentionContext,
  view: SentenceTokens,
  run: CapitalRun,
  score: number,
): Candidate {
  const text = tokenText(context.document.text, view.tokens, run.from, run.to);
  const name = calmed(text);
  return {
    from: run.from,
    to: run.to,
    role: "person",
    rule: "person.cues",
    score: Math.min(0.95, 0.4 + score / 3),
    key: null,
    country: null,
    form: "name",
    ...(name !== text ? { name: name } : {}),
  };
}

/** "Darren KOWALCHUK", "SELVIN PAVÓN": words of four letters or more are written as names are. */
export const calmed = (text: string): string =>
  text.length < 4
    ? text
    : text.replace(/\p{Lu}{3,}/gu, (word) => word.charAt(0) + word.slice(1).toLowerCase());

/** "Karim Nuri and Bakhtiar Salem", "Mario Salas, Denise Puerto": one list. */
function areListed(tokens: readonly ReadToken[], a: CapitalRun, b: CapitalRun): boolean {
  const [first, second] = a.from < b.from ? [a, b] : [b, a];
  const gap = tokens.slice(first.to, second.from);
  return (
    gap.length > 0 &&
    gap.length <= 3 &&
    gap.every(
      (token) => token.text === "," || is(token, "additive") || is(token, "personal_possessors"),
    )
  );
}

function scoreRun(context: MentionContext, view: SentenceTokens, run: CapitalRun): number {
  const { tokens } = view;
  const words = tokens
    .slice(run.from, run.to)
    .filter((token) => token.kind === "word" && (isCapital(token) || token.text.length > 1));
  const names = words.filter((token) => isCapital(token) && token.text.length > 1);
  const ranked = run.cue !== null && isStrongCue(context, tokens[run.cue]);
  if (names.length === 0 && !ranked) return 0;
  if (isForbidden(context, view, run, names)) return 0;
  const single =
    words.length === 1 ||
    (names.length === 1 && words.every((one) => one === names[0] || is(one, "name_articles")));
  const inside = insideScore(context, words, names);
  const before = beforeScore(context, view, run);
  const after = afterScore(context, view, run);
  if (single) {
    // A lone word is a name after a rank or an introducer; verbs alone do not make it one.
    if (ranked || isTitledSurname(context, view, run, names)) return 0.6;
    const place = isPlaceBefore(context, tokens, run.from);
    if (!place && before >= 0.35 && introduces(context, tokens, run)) return 0.5;
    return place ? 0 : loneScore(context, view, run);
  }
  return inside + before + after + (ranked ? 0.4 : run.cue === null ? 0 : 0.35);
}

/** "President Embarque said": a family name right behind a title of state, no word of English and no place. */
function isTitledSurname(
  context: MentionContext,
  { tokens, titled }: SentenceTokens,
  run: CapitalRun,
  names: readonly ReadToken[],
): boolean {
  const title = run.cue === null ? undefined : tokens[run.cue];
  const [name] = names;
  return (
    !titled &&
    name !== undefined &&
    run.cue === run.from - 1 &&
    isCapital(title) &&
    inList(context, "lone_titles", title) &&
    !isCommonWord(context, name) &&
    !isCapital(tokens[run.to])
  );
}

const isStrongCue = (context: MentionContext, token: ReadToken | undefined): boolean =>
  inList(context, "strong_ranks", token) ||
  (inList(context, "titles", token) && !is(token, "strong_cues"));

function introduces(
  context: MentionContext,
  tokens: readonly ReadToken[],
  run: CapitalRun,
): boolean {
  return (
    is(tokens[run.from - 1], "introducing_words") || inList(context, "titles", tokens[run.from - 1])
  );
}

/** Runs that are no people whatever stands beside them. */
function isForbidden(
  context: MentionContext,
  view: SentenceTokens,
  run: CapitalRun,
  names: readonly ReadToken[],
): boolean {
  const { tokens } = view;
  const last = names.at(-1);
  const after = tokens[run.to];
  if (view.titled && run.cue === null && view.role === "headline") return true;
  if (inList(context, "not_entities", names[0]) && !inList(context, "given_names", names[0]))
    return true;
  if (names.length > 1 && inList(context, "not_entities", last)) return true;
  if (names.every((token) => token.text.length < 3 || inList(context, "name_particles", token)))
    return true;
  if (after?.text === "-" && after.end === tokens[run.to + 1]?.start) return true;
  if (is(tokens[run.from - 1], "not_before_person")) return true;
  if (inList(context, "place_heads_kept", last) || inList(context, "place_heads_after", after))
    return true;
  if (
    inList(context, "organization_strong_heads", last) ||
    inList(context, "network_strong_heads", last)
  )
    return true;
  if (inList(context, "network_heads", after)) return true;
  return (
    names.length > 0 && names.every((token) => isCommonWord(context, token)) && run.cue === null
  );
}
