// Products and services: "the encrypted platform Sky Drum", "the TamTam handle 'quay'". They are tools that people use, and
// neither bodies nor people.
import { is } from "../words/read-tokens.js";
import { inList, type MentionContext } from "./mention-context.js";
import { isCapital, isLower, type SentenceTokens } from "./sentence-tokens.js";

/** Words of a product's name, at most. */
const LONGEST = 3;

/** The ranges of product names in a sentence. */
export function productNames(
  context: MentionContext,
  view: SentenceTokens,
): { readonly from: number; readonly to: number }[] {
  const { tokens } = view;
  if (view.shouts || view.titled) return [];
  const found: { from: number; to: number }[] = [];
  for (let at = view.datelineEnd; at < tokens.length; at += 1) {
    const noun = isLower(tokens[at])
      ? context.pack.words.phrases("product_nouns").longestAt(tokens, at)
      : undefined;
    if (noun === undefined) continue;
    const after = runEnd(view, noun.to);
    if (after > noun.to && isTool(context, view, at)) found.push({ from: noun.to, to: after });
    const before = runStart(view, at);
    if (before < at && isNamedTool(context, view, before, at)) found.push({ from: before, to: at });
  }
  return found;
}

function runEnd({ tokens }: SentenceTokens, from: number): number {
  let to = from;
  while (to < from + LONGEST && isCapital(tokens[to])) to += 1;
  return to;
}

function runStart({ tokens }: SentenceTokens, to: number): number {
  let from = to;
  while (from > Math.max(0, to - LONGEST) && isCapital(tokens[from - 1])) from -= 1;
  return from;
}

/** "the messaging app X": what runs, not what somebody owns ("his phone Monday"). */
const isTool = (context: MentionContext, { tokens }: SentenceTokens, at: number): boolean =>
  inList(context, "tool_nouns", tokens[at]) ||
  inList(context, "tool_kinds", tokens[at - 1]) ||
  inList(context, "tool_kinds", tokens[at]);

/** "an EncroHat handle": one strange word with an article; "the Coast Guard phones" are a body's. */
const isNamedTool = (
  context: MentionContext,
  { tokens }: SentenceTokens,
  from: number,
  to: number,
): boolean =>
  is(tokens[from - 1], "tool_leads") &&
  tokens
    .slice(from, to)
    .every(
      (token) =>
        !inList(context, "agency_heads", token) &&
        !inList(context, "organization_heads", token) &&
        !inList(context, "agency_fields", token) &&
        !inList(context, "common", token),
    );
