// How far the name of a body reaches to either side of its head noun.
import { is, type ReadToken } from "../words/read-tokens.js";
import { inList, isCommonWord, type MentionContext } from "./mention-context.js";
import { isCapital, opensSentence, type SentenceTokens } from "./sentence-tokens.js";
import { stateEndingAt, stateOfPlace } from "./state-words.js";

/** Words of one name at most on either side of its head. */
const REACH = 9;

/** First token of a name: back over capitalised words, joins between them and ordinals. */
export function leftEdge(context: MentionContext, view: SentenceTokens, head: number): number {
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
    } else if (isForeignJoin(tokens, from - 1)) {
      from -= 2;
    } else if (is(before, "additive") && joinsNames(context, tokens, from - 1)) {
      from -= 2;
    } else if (is(before, "ordinal_endings") && tokens[from - 2]?.kind === "number") {
      from -= 2;
    } else break;
  }
  return from;
}

/** "Castello di Cisterna", "Unidad de Inteligencia": a join of another language between two capitals. */
const isForeignJoin = (tokens: readonly ReadToken[], at: number): boolean =>
  is(tokens[at], "romance_of") &&
  !isCapital(tokens[at]) &&
  isCapital(tokens[at - 1]) &&
  isCapital(tokens[at + 1]);

/** A rank, a title, a day, or the common first word of a sentence is no part of a body's name. */
function stopsLeft(context: MentionContext, view: SentenceTokens, at: number): boolean {
  const token = view.tokens[at];
  if (token === undefined) return true;
  if (inList(context, "days_and_months", token)) return true;
  const next = view.tokens[at + 1];
  const officeOf = is(token, "office_adjectives");
  if (!officeOf && (inList(context, "posts", token) || inList(context, "strong_ranks", token))) {
    return next?.kind !== "possessive" && !is(next, "general_word");
  }
  if (is(token, "body_stops")) return true;
  if (!opensSentence(view.tokens, at)) return false;
  if (stateEndingAt(context, view.tokens, at + 1) !== null) return false;
  const field = inList(context, "agency_fields", token) || inList(context, "agency_heads", token);
  return !field && isCommonWord(context, token);
}

/** "Prosecutor's Office", "Attorney General's Office", "People's Court". */
function isOfficeOwner(
  context: MentionContext,
  tokens: readonly ReadToken[],
  from: number,
): boolean {
  const owner = tokens[from - 2];
  return isCapital(owner) && (inList(context, "posts", owner) || is(owner, "office_possessors"));
}

/** "Customs and Excise Department": two words of one name, not two bodies. */
function joinsNames(context: MentionContext, tokens: readonly ReadToken[], join: number): boolean {
  const left = tokens[join - 1];
  const right = tokens[join + 1];
  if (!isCapital(left) || !isCapital(right)) return false;
  const leftHead = inList(context, "agency_heads", left);
  if (leftHead && !(is(left, "customs_word") && is(right, "customs_fields"))) return false;
  return (
    stateEndingAt(context, tokens, join) === null &&
    stateOfPlace(context, tokens, join - 1, join) === null
  );
}

/** "Crime Group-6", "Staff-2": over a number written as one with the name. */
export function numberEnd(tokens: readonly ReadToken[], to: number): number {
  const number = tokens[to + 1];
  const joined = tokens[to]?.text === "-" && tokens[to]?.start === tokens[to - 1]?.end;
  return joined && number?.kind === "number" && number.start === tokens[to]?.end ? to + 2 : to;
}

/** One past the last token: over "of …", "for … and …" and trailing heads. */
export function rightEdge(context: MentionContext, view: SentenceTokens, head: number): number {
  const { tokens } = view;
  let to = head + 1;
  // "Directorate General for …".
  if (is(tokens[to], "general_word") && isCapital(tokens[to])) to += 1;
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
  return numberEnd(tokens, to);
}

function complementEnd(context: MentionContext, view: SentenceTokens, to: number): number {
  const { tokens } = view;
  const join = tokens[to];
  if (join === undefined || !is(join, "body_joins")) {
    return /^(and|&)$/.test(join?.folded === "" ? join.text : (join?.folded ?? ""))
      ? coordinationEnd(context, view, to)
      : to;
  }
  if (is(join, "purpose_mark") && isPostOf(context, tokens, to - 1)) return to;
  let at = to + 1;
  if (is(tokens[at], "definite_article") || is(tokens[at], "romance_articles")) at += 1;
  const end = capitalRunEnd(context, tokens, at);
  // "Convicted In Harbour Court Of Protecting Flights": a headline goes on behind the name.
  if (view.titled && isCapital(join) && tokens[at]?.folded.endsWith("ing") === true) return to;
  if (end === at || !belongsTo(context, tokens, join.folded, at, end)) return to;
  return end;
}

/** "Under Secretary of the Treasury": what follows "for" is the field of the post. */
export function isPostOf(
  context: MentionContext,
  tokens: readonly ReadToken[],
  head: number,
): boolean {
  const of = is(tokens[head - 1], "definite_article") ? head - 2 : head - 1;
  return is(tokens[of], "genitive") && inList(context, "posts", tokens[of - 1]);
}

/** False where another body starts after the join: "… Bureau of the Royal Thai Police". */
function belongsTo(
  context: MentionContext,
  tokens: readonly ReadToken[],
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
      ?.values.some(({ entry }) => entry.role === "body") === true;
  const article = is(tokens[at - 1], "definite_article");
  const owner = tokens[end]?.kind === "possessive" && isCapital(tokens[end + 1]);
  return !(known || owner || (body && (article || own)));
}

/** "… Border and Customs Affairs": the name goes on after "and" unless a body or a state starts there. */
function coordinationEnd(context: MentionContext, view: SentenceTokens, and: number): number {
  const { tokens } = view;
  const inComplement = tokens
    .slice(Math.max(0, and - 6), and)
    .some((token) => is(token, "complement_joins"));
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
    ?.values.some(({ entry }) => entry.role !== "goods");
  const before = stateEndingAt(context, tokens, and);
  return head ||
    known === true ||
    before !== null ||
    stateOfPlace(context, tokens, and + 1, end) !== null
    ? and
    : end;
}

function capitalRunEnd(
  context: MentionContext,
  tokens: readonly ReadToken[],
  from: number,
): number {
  let at = from;
  while (at < tokens.length) {
    const token = tokens[at];
    const hyphen =
      token?.text === "-" &&
      at > from &&
      isCapital(tokens[at + 1]) &&
      token.start === tokens[at - 1]?.end;
    if (hyphen || (at > from && isForeignJoin(tokens, at))) at += 2;
    else if (
      isCapital(token) &&
      !inList(context, "days_and_months", token) &&
      !(inList(context, "strong_ranks", token) && !is(token, "ranks_inside"))
    )
      at += 1;
    else if (
      token?.text === "," &&
      isCapital(tokens[at + 1]) &&
      is(tokens[at + 2], "additive") &&
      isCapital(tokens[at + 3]) &&
      inList(context, "agency_fields", tokens[at + 1])
    )
      at += 4;
    else break;
  }
  return at;
}
