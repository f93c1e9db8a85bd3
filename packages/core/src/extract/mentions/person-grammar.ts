// People: a run of capitalised words that nothing else claims, with the cues of its surroundings
// added up. A rank, an age, a verb of speech, a given name speak for a person; a preposition of place,
// a head noun, a common English word against. No list of people is needed.
import type { Token } from "../../text/tokenize.js";
import { type Candidate, tokenText } from "./candidate.js";
import type { CapitalRun } from "./capital-run.js";
import { inList, isCommonWord, type MentionContext } from "./mention-context.js";
import { isLocative } from "./place-candidates.js";
import { isCapital, isLower, opensSentence, type SentenceTokens } from "./sentence-tokens.js";
import { stateEndingAt } from "./state-words.js";

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
  const shouted = text.length > 3 && text === text.toUpperCase();
  return {
    from: run.from,
    to: run.to,
    type: "Person",
    rule: "person.cues",
    score: Math.min(0.95, 0.4 + score / 3),
    key: null,
    country: null,
    form: "name",
    ...(shouted ? { name: titleCase(text) } : {}),
  };
}

const titleCase = (text: string): string =>
  text.toLowerCase().replace(/(^|[\s-])\p{L}/gu, (letter) => letter.toUpperCase());

/** "Sherko Nuri and Bakhtiar Osman", "Mario Ledezma, Denise Ortega": one list. */
function areListed(tokens: readonly Token[], a: CapitalRun, b: CapitalRun): boolean {
  const [first, second] = a.from < b.from ? [a, b] : [b, a];
  const gap = tokens.slice(first.to, second.from);
  return (
    gap.length > 0 &&
    gap.length <= 3 &&
    gap.every(
      (token) =>
        token.text === "," ||
        token.folded === "and" ||
        token.folded === "his" ||
        token.folded === "her",
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
    (names.length === 1 && words.every((one) => one === names[0] || ARTICLE.test(one.folded)));
  const inside = insideScore(context, words, names);
  const before = beforeScore(context, view, run);
  const after = afterScore(context, view, run);
  if (single) {
    // A lone word is a name after a rank or an introducer; verbs alone do not make it one.
    return ranked
      ? 0.6
      : before >= 0.35 &&
          !isPlaceBefore(context, tokens, run.from) &&
          introduces(context, tokens, run)
        ? 0.5
        : 0;
  }
  return inside + before + after + (ranked ? 0.4 : run.cue === null ? 0 : 0.35);
}

/** "al-Qaim" is one name with its article. */
const ARTICLE = /^(al|el|ul|ad|an|as|ash|ar|at|az)$/;

const isStrongCue = (context: MentionContext, token: Token | undefined): boolean =>
  inList(context, "strong_ranks", token) ||
  (inList(context, "titles", token) &&
    !/^(u|me|don|father|chief|president|king|queen)$/.test(token?.folded ?? ""));

function introduces(context: MentionContext, tokens: readonly Token[], run: CapitalRun): boolean {
  return (
    /^(named|called|alias|nicknamed|aka|mr|mrs|ms)$/.test(tokens[run.from - 1]?.folded ?? "") ||
    inList(context, "titles", tokens[run.from - 1])
  );
}

/** Runs that are no people whatever stands beside them. */
function isForbidden(
  context: MentionContext,
  view: SentenceTokens,
  run: CapitalRun,
  names: readonly Token[],
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
  if (
    /^(operation|camp|lake|mount|port|fort|ship|vessel|mv|ferry|trawler|boat)$/.test(
      tokens[run.from - 1]?.folded ?? "",
    )
  )
    return true;
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

function insideScore(
  context: MentionContext,
  words: readonly Token[],
  names: readonly Token[],
): number {
  const first = words[0];
  const given = inList(context, "given_names", first) || inList(context, "given_names", names[0]);
  const particle = words.some((token) => inList(context, "name_particles", token));
  // "Wing-fai": the second half of an East Asian given name.
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

const isPlaceBefore = (context: MentionContext, tokens: readonly Token[], from: number): boolean =>
  inList(context, "locative_strong", tokens[from - 1]) &&
  tokens[from - 1]?.folded !== "to" &&
  tokens[from - 1]?.folded !== "from";

function beforeScore(context: MentionContext, view: SentenceTokens, run: CapitalRun): number {
  const { tokens } = view;
  const at = run.cue ?? run.from;
  const before = tokens[at - 1];
  if (before === undefined) return view.role === "byline" ? 0.4 : 0;
  let score = 0;
  if (isPlaceBefore(context, tokens, at)) score -= 0.5;
  else if (before.folded === "and" && isLocative(context, view, at)) score -= 0.4;
  else if (before.folded === "from" || before.folded === "to") score -= 0.15;
  if (before.folded === "the") score -= run.cue === null ? 0.3 : 0;
  if (before.folded === "by" && (view.role === "byline" || opensSentence(tokens, at - 1)))
    score += 0.5;
  if (view.role === "byline") score += 0.4;
  const role = before.text === "," ? tokens[at - 2] : before;
  if (
    inList(context, "roles", role) ||
    inList(context, "posts", role) ||
    isRoleOf(context, tokens, at)
  )
    score += 0.35;
  else if (
    before.text === "," &&
    tokens[run.to]?.text === "," &&
    isNounLike(context, tokens, at - 2)
  )
    score += 0.25;
  if (inList(context, "person_introducers", before)) score += 0.3;
  if (
    before.folded === "as" &&
    tokens
      .slice(Math.max(0, at - 4), at - 1)
      .some((one) => /^(identified|known|named)$/.test(one.folded))
  )
    score += 0.3;
  if (before.folded === "to" && tokens[at - 2]?.folded === "according") score += 0.45;
  if (inList(context, "speech_verbs", before)) score += 0.3;
  else if (TAKES_PERSON.test(before.folded)) score += 0.2;
  return score;
}

/** "a cargo agent, X, was taken in", "a Beninese, X, was caught": a noun or demonym before the comma. */
const isNounLike = (context: MentionContext, tokens: readonly Token[], at: number): boolean =>
  isLower(tokens[at]) || stateEndingAt(context, tokens, at + 1)?.form === "demonym";

/** Verbs and prepositions after which people stand rather than places. */
const TAKES_PERSON =
  /^(by|under|of|with|arrested|killed|sentenced|named|accused|charged|met|thanked|appointed|extradited|detained|identified|shot|indicted|convicted|jailed|tried|held|captured|nabbed|caught|apprehended|freed|deported|hired|paid|naming|including|like|against|for|since|when|that|and|after|nor|whom|or)$/;

/** "the brothers", "two men," plural roles before a list of names. */
const isRoleOf = (context: MentionContext, tokens: readonly Token[], at: number): boolean => {
  const before = tokens[at - 1]?.text === "," ? tokens[at - 2] : tokens[at - 1];
  const word = before?.folded ?? "";
  const single = word.endsWith("s") ? word.slice(0, -1) : "";
  return (
    single.length > 3 &&
    (context.pack.words.has("roles", single) || context.pack.words.has("posts", single))
  );
};

const AGE = /^\d{1,2}$/;

function afterScore(context: MentionContext, view: SentenceTokens, run: CapitalRun): number {
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
  } else if (open === ",") score += appositionScore(context, tokens, at + 1);
  else if (open === "(") score += quotedName(tokens, at + 1) ? 0.3 : 0;
  const next = tokens[at];
  if (inList(context, "speech_verbs", next)) score += 0.35;
  else if (inList(context, "person_verbs", next)) score += 0.2;
  else if (next?.kind === "possessive") score += 0.05;
  else if (/^(alias|aka|also|known|nicknamed)$/.test(next?.folded ?? "")) score += 0.3;
  else if (next?.folded === "of" && inList(context, "speech_verbs", tokens[run.from - 1]))
    score += 0.1;
  return score;
}

const quotedName = (tokens: readonly Token[], at: number): boolean =>
  /^["“‘]$/.test(tokens[at]?.text ?? "");

/** "X, a 54-year-old broker", "X, head of …", "X, who …", "X, the army's spokesman". */
function appositionScore(context: MentionContext, tokens: readonly Token[], from: number): number {
  const first = tokens[from];
  if (/^(who|whose|aged|alias|nicknamed|called|known|dubbed)$/.test(first?.folded ?? ""))
    return 0.35;
  if (first !== undefined && quotedName(tokens, from)) return 0.2;
  for (let at = from; at < from + 7; at += 1) {
    const token = tokens[at];
    if (token === undefined || token.text === "," || token.text === ".") return 0;
    if (
      inList(context, "posts", token) ||
      inList(context, "roles", token) ||
      token.folded === "year"
    )
      return 0.35;
  }
  return 0;
}
