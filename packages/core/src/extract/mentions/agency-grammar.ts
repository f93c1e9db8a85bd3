// Bodies of states with names in capitals: a run of capitalised words with a head noun ("Basra
// Criminal Court"), its complement included ("Ministry of Interior"). Heads and fields are lists of the
// pack. Bodies named in lower case are found by body-grammar.ts.
import type { Token } from "../../text/tokenize.js";
import type { Candidate } from "./candidate.js";
import { inList, isCommonWord, type MentionContext } from "./mention-context.js";
import { isCapital, opensSentence, type SentenceTokens } from "./sentence-tokens.js";
import { stateEndingAt, stateOfPlace, stateWithin } from "./state-words.js";

/** Words of one name at most on either side of its head. */
const REACH = 9;

/** Bodies named in capitals in a sentence. */
export function agencyCandidates(context: MentionContext, view: SentenceTokens): Candidate[] {
  const found: Candidate[] = [];
  for (let at = view.datelineEnd; at < view.tokens.length; at += 1) {
    const token = view.tokens[at];
    if (!view.shouts && isCapital(token) && inList(context, "agency_heads", token)) {
      const candidate = capitalisedBody(context, view, at);
      if (candidate !== null) found.push(candidate);
    }
  }
  return found;
}

function capitalisedBody(
  context: MentionContext,
  view: SentenceTokens,
  head: number,
): Candidate | null {
  const { tokens } = view;
  if (inList(context, "agency_heads", tokens[head + 1]) && isCapital(tokens[head + 1])) return null;
  const from = leftEdge(context, view, head);
  const to = rightEdge(context, view, head);
  if (/^(station|chief)$/.test(tokens[to]?.folded ?? "") && tokens[head]?.folded === "police")
    return null;
  const words = tokens.slice(from, to).filter((token) => token.kind === "word" && isCapital(token));
  const state = stateWithin(context, tokens, from, to) ?? possessor(context, tokens, from);
  if (!isBody(context, view, { from, to, head, words, hasState: state !== null })) return null;
  const country = state?.country ?? placeInName(context, tokens, from, to);
  const post = inList(context, "posts", tokens[to]) || inList(context, "ranks", tokens[to]);
  const score = 0.8 + (state === null ? 0 : 0.05) - (post && isCapital(tokens[to]) ? 0.2 : 0);
  return {
    from,
    to,
    type: "Agency",
    rule: "agency.capitalised",
    score,
    key: null,
    country,
    form: "name",
  };
}

/** The state that owns the name: "Iraq's Interior Ministry". */
function possessor(context: MentionContext, tokens: readonly Token[], from: number) {
  return tokens[from - 1]?.kind === "possessive" ? stateEndingAt(context, tokens, from - 1) : null;
}

function placeInName(
  context: MentionContext,
  tokens: readonly Token[],
  from: number,
  to: number,
): string | null {
  for (let at = from; at < to; at += 1) {
    for (let end = Math.min(to, at + 3); end > at; end -= 1) {
      if (!isCapital(tokens[at])) continue;
      if (
        inList(context, "agency_heads", tokens[at]) ||
        inList(context, "agency_fields", tokens[at])
      )
        continue;
      const country = stateOfPlace(context, tokens, at, end);
      if (country !== null) return country;
    }
  }
  return null;
}

interface Body {
  readonly from: number;
  readonly to: number;
  readonly head: number;
  readonly words: readonly Token[];
  readonly hasState: boolean;
}

/** A weak head ("Agency", "Office") needs a word of state business or a state beside it. */
function isBody(context: MentionContext, view: SentenceTokens, body: Body): boolean {
  const { words, hasState, head } = body;
  const headToken = view.tokens[head];
  const others = words.filter((token) => token !== headToken);
  if (others.length === 0) return isLoneBody(context, view, body);
  if (others.every((token) => /^(counter|anti)$/.test(token.folded))) return false;
  const fields = others.filter(
    (token) =>
      inList(context, "agency_fields", token) ||
      inList(context, "agency_heads", token) ||
      (inList(context, "posts", token) && headToken?.folded === "office"),
  );
  if (view.titled && fields.length === 0 && !hasState) return false;
  if (isUmbrella(context, view, body)) return false;
  if (!inList(context, "agency_weak_heads", headToken)) return true;
  if (headToken?.folded === "force" && view.tokens[head - 1]?.folded === "task")
    return others.length > 1;
  if (isScholarly(view, body)) return false;
  if (
    /^(mission|cell|centre|center|board|staff|colleagues|registry|zone)$/.test(
      headToken?.folded ?? "",
    )
  )
    return fields.length > 0 && others.length > 1;
  if (headToken?.folded === "government") return others.length > 1 && fields.length > 0;
  return fields.length > 0 || hasState;
}

/** "the Gendarmerie", "2nd Brigade", "Iraq's Parliament": one capitalised word that is a body's name. */
function isLoneBody(
  context: MentionContext,
  view: SentenceTokens,
  { from, head, hasState }: Body,
): boolean {
  const token = view.tokens[head];
  if (token === undefined) return false;
  if (view.tokens[from]?.kind === "number") return true;
  if (/^(gendarmerie|treasury|carabinieri)$/.test(token.folded))
    return view.tokens[from - 1]?.folded === "the";
  return hasState && !inList(context, "agency_weak_heads", token) && token.folded !== "police";
}

/** "Iraqi Security Forces", "Syrian Government": the state itself, not one of its bodies. */
function isUmbrella(context: MentionContext, view: SentenceTokens, { head, words }: Body): boolean {
  const token = view.tokens[head];
  if (token === undefined || words.length > 3) return false;
  const before = view.tokens[head - 1]?.folded ?? "";
  const phrase = before === "security" ? `security ${token.folded}` : token.folded;
  return (
    context.pack.words.has("umbrella", phrase) &&
    !/^(armed|special|air|border|internal|federal)$/.test(before) &&
    phrase !== "forces"
  );
}

/** "Centre for Security Studies": a place of study, not of the state. */
const isScholarly = (view: SentenceTokens, { from, to }: Body): boolean =>
  view.tokens
    .slice(from, to)
    .some((token) =>
      /^(studies|research|policy|analysis|economics|journalism|dialogue)$/.test(token.folded),
    );

/** First token of a name: back over capitalised words, joins between them and ordinals. */
function leftEdge(context: MentionContext, view: SentenceTokens, head: number): number {
  const { tokens } = view;
  let from = head;
  while (from > Math.max(view.datelineEnd, head - REACH)) {
    const before = tokens[from - 1];
    if (before === undefined) break;
    if (isCapital(before)) {
      if (stopsLeft(context, view, from - 1)) break;
      from -= 1;
    } else if (
      before.text === "-" &&
      isCapital(tokens[from - 2]) &&
      before.end === tokens[from]?.start
    ) {
      from -= 2;
    } else if (before.text === "&" && isCapital(tokens[from - 2])) {
      from -= 2;
    } else if (before.kind === "possessive" && isOfficeOwner(context, tokens, from)) {
      from -= 2;
    } else if (before.folded === "and" && joinsNames(context, tokens, from - 1)) {
      from -= 2;
    } else if (/^(st|nd|rd|th)$/.test(before.folded) && tokens[from - 2]?.kind === "number") {
      from -= 2;
    } else break;
  }
  return from;
}

/** A rank, a title, a day, or the common first word of a sentence is no part of a body's name. */
function stopsLeft(context: MentionContext, view: SentenceTokens, at: number): boolean {
  const token = view.tokens[at];
  if (token === undefined) return true;
  if (inList(context, "days_and_months", token)) return true;
  const next = view.tokens[at + 1];
  const officeOf = /^(general|attorney|chief|joint|field|staff|first|second|special)$/.test(
    token.folded,
  );
  if (!officeOf && (inList(context, "posts", token) || inList(context, "strong_ranks", token))) {
    return next?.kind !== "possessive";
  }
  if (
    /^(the|a|an|in|on|at|of|for|by|but|and|when|while|after|as|it|its|his|their|this|that|these|those|some|two|three|four|five|other|another|both|all|no|one|former|according|meanwhile|earlier|later|however|local|officers|members|agents|sources|with|from|under|if|since|last|early|then|today|also)$/.test(
      token.folded,
    )
  )
    return true;
  if (!opensSentence(view.tokens, at)) return false;
  if (stateEndingAt(context, view.tokens, at + 1) !== null) return false;
  const field = inList(context, "agency_fields", token) || inList(context, "agency_heads", token);
  return !field && isCommonWord(context, token);
}

/** "Prosecutor's Office", "Attorney General's Office", "People's Court". */
function isOfficeOwner(context: MentionContext, tokens: readonly Token[], from: number): boolean {
  const owner = tokens[from - 2];
  return (
    isCapital(owner) &&
    (inList(context, "posts", owner) ||
      /^(people|general|prosecutors|attorney|king|queen|defender|children)$/.test(owner.folded))
  );
}

/** "Customs and Excise Department": two words of one name, not two bodies. */
function joinsNames(context: MentionContext, tokens: readonly Token[], join: number): boolean {
  const left = tokens[join - 1];
  const right = tokens[join + 1];
  if (!isCapital(left) || !isCapital(right)) return false;
  const leftHead = inList(context, "agency_heads", left);
  if (
    leftHead &&
    !(left.folded === "customs" && /^(excise|border|revenue|tax)$/.test(right.folded))
  )
    return false;
  return (
    stateEndingAt(context, tokens, join) === null &&
    stateOfPlace(context, tokens, join - 1, join) === null
  );
}

/** One past the last token: over "of …", "for … and …" and trailing heads. */
function rightEdge(context: MentionContext, view: SentenceTokens, head: number): number {
  const { tokens } = view;
  let to = head + 1;
  if (
    tokens[to]?.kind === "mark" &&
    tokens[to]?.text === "-" &&
    isCapital(tokens[to + 1]) &&
    tokens[to]?.end === tokens[to + 1]?.start
  )
    to += 2;
  while (to < tokens.length && to < head + REACH + 3) {
    const next = complementEnd(context, view, to);
    if (next === to) break;
    to = next;
  }
  return to;
}

function complementEnd(context: MentionContext, view: SentenceTokens, to: number): number {
  const { tokens } = view;
  const join = tokens[to];
  if (join === undefined || !/^(of|for|on|against|de|del)$/.test(join.folded)) {
    return /^(and|&)$/.test(join?.folded === "" ? join.text : (join?.folded ?? ""))
      ? coordinationEnd(context, view, to)
      : to;
  }
  let at = to + 1;
  if (tokens[at]?.folded === "the" || /^(la|las|los)$/.test(tokens[at]?.folded ?? "")) at += 1;
  const end = capitalRunEnd(context, tokens, at);
  if (end === at || !belongsTo(context, tokens, join.folded, at, end)) return to;
  return end;
}

/** False where another body starts after the join: "… Bureau of the Royal Thai Police". */
function belongsTo(
  context: MentionContext,
  tokens: readonly Token[],
  join: string,
  at: number,
  end: number,
): boolean {
  const words = tokens.slice(at, end).filter(isCapital);
  if (join === "on" || join === "against")
    return words.some(
      (token) => inList(context, "agency_fields", token) || isCommonWord(context, token),
    );
  const last = words.at(-1);
  const headed = inList(context, "agency_heads", last);
  const body =
    headed &&
    words.length > 1 &&
    (!inList(context, "agency_fields", last) || !inList(context, "agency_weak_heads", last));
  const own = stateEndingAt(context, tokens, at + 1) !== null && end > at + 1;
  const known =
    context.pack.lexicon
      .longestAt(tokens, at)
      ?.values.some(({ entry }) => entry.type === "Agency") === true;
  const article = tokens[at - 1]?.folded === "the";
  return !(known || (body && (article || own)));
}

/** "… Narcotics and Psychotropic Substances Affairs": the name goes on after "and" unless a body or a state starts there. */
function coordinationEnd(context: MentionContext, view: SentenceTokens, and: number): number {
  const { tokens } = view;
  const inComplement = tokens
    .slice(Math.max(0, and - 6), and)
    .some((token) => /^(of|for|on|against)$/.test(token.folded));
  if (!inComplement) return and;
  const end = capitalRunEnd(context, tokens, and + 1);
  if (end === and + 1) return and;
  const head = tokens
    .slice(and + 1, end)
    .some(
      (token) => inList(context, "agency_heads", token) && !inList(context, "agency_fields", token),
    );
  const known = context.pack.lexicon
    .longestAt(tokens, and + 1)
    ?.values.some(({ entry }) => entry.type !== "Drug");
  const before = stateEndingAt(context, tokens, and);
  return head ||
    known === true ||
    before !== null ||
    stateOfPlace(context, tokens, and + 1, end) !== null
    ? and
    : end;
}

function capitalRunEnd(context: MentionContext, tokens: readonly Token[], from: number): number {
  let at = from;
  while (at < tokens.length) {
    const token = tokens[at];
    const hyphen =
      token?.text === "-" &&
      at > from &&
      isCapital(tokens[at + 1]) &&
      token.start === tokens[at - 1]?.end;
    if (hyphen) at += 2;
    else if (
      isCapital(token) &&
      !inList(context, "days_and_months", token) &&
      !(inList(context, "strong_ranks", token) && !/^(general|major)$/.test(token.folded))
    )
      at += 1;
    else if (
      token?.text === "," &&
      isCapital(tokens[at + 1]) &&
      tokens[at + 2]?.folded === "and" &&
      isCapital(tokens[at + 3]) &&
      inList(context, "agency_fields", tokens[at + 1])
    )
      at += 4;
    else break;
  }
  return at;
}
