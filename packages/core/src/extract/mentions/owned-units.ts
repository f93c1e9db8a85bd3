// Units named behind the body that owns them: "the DEA's Tegucigalpa Country Office", "the Coast Guard's Seventh
// District". The owner makes a body of a head that alone is none ("office", "district"). And offices of a state's
// attorneys, named by their districts.

import { is } from "../words/read-tokens.js";
import { numberEnd } from "./agency-extent.js";
import type { Candidate } from "./candidate.js";
import { inList, type MentionContext } from "./mention-context.js";
import { isCapital, isLower, type SentenceTokens } from "./sentence-tokens.js";
import { stateStartingAt } from "./state-words.js";

const LONGEST = 7;

/** Units and offices in a sentence that their owner or district tells; `bodies` are those found so far. */
export function ownedUnits(
  context: MentionContext,
  view: SentenceTokens,
  bodies: readonly Candidate[],
): Candidate[] {
  if (view.shouts) return [];
  const owners = new Map(
    bodies.filter(({ role }) => role === "body").map((body) => [body.to, body]),
  );
  return view.tokens.flatMap((token, at) => {
    const owner = token.kind === "possessive" ? owners.get(at) : undefined;
    const found =
      owner === undefined
        ? attorneyOffice(context, view, at)
        : unitOf(context, view, at + 1, owner);
    return found === null ? [] : [found];
  });
}

/** The unit after "the DEA's": capitals up to a head of units. */
function unitOf(
  context: MentionContext,
  { tokens }: SentenceTokens,
  from: number,
  owner: Candidate,
): Candidate | null {
  let to = from;
  while (to < from + LONGEST && (isCapital(tokens[to]) || isJoin(tokens, to))) to += 1;
  while (to > from && !inList(context, "unit_heads", tokens[to - 1])) to -= 1;
  if (isLower(tokens[to]) && inList(context, "section_heads", tokens[to])) to += 1;
  if (to - from < 2 || !isCapital(tokens[from])) return null;
  if (inList(context, "given_names", tokens[from])) return null;
  to = numberEnd(tokens, to);
  return {
    from,
    to,
    role: "body",
    rule: "agency.owned",
    score: 0.85,
    key: null,
    country: owner.country,
    form: "name",
  };
}

const isJoin = (tokens: SentenceTokens["tokens"], at: number): boolean =>
  /^(and|of|&|-)$/.test(tokens[at]?.folded || (tokens[at]?.text ?? "")) &&
  isCapital(tokens[at + 1]);

/** "the United States Attorney for the Southern District of New York", "U.S. Attorney's Office for …". */
function attorneyOffice(
  context: MentionContext,
  view: SentenceTokens,
  at: number,
): Candidate | null {
  const { tokens } = view;
  const state = stateStartingAt(context, tokens, at);
  if (state === null || !inList(context, "attorney_heads", tokens[state.to])) return null;
  let to = state.to + 1;
  if (tokens[to]?.kind === "possessive" && isCapital(tokens[to + 1])) to += 2;
  if (!is(tokens[to], "purpose_mark")) return null;
  to += is(tokens[to + 1], "definite_article") ? 2 : 1;
  const start = to;
  while (isCapital(tokens[to])) to += 1;
  if (to === start) return null;
  if (is(tokens[to], "genitive") && isCapital(tokens[to + 1])) {
    to += 2;
    while (isCapital(tokens[to])) to += 1;
  }
  return {
    from: at,
    to,
    role: "body",
    rule: "agency.attorney",
    score: 0.9,
    key: null,
    country: state.country,
    form: "name",
  };
}
