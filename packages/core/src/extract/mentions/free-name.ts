import type { EntityRole } from "../../model/schema.js";
import type { ReadToken } from "../words/read-tokens.js";
import { inList, type MentionContext } from "./mention-context.js";
import type { NameSpan } from "./name-span.js";
import type { SentenceTokens } from "./sentence-tokens.js";
import { stateStartingAt } from "./state-words.js";

/**
 * False where a run of capitals beside a noun names a person, a state or another known thing, or is plain
 * English: the noun does not tell what it is.
 */
export function isFree(
  context: MentionContext,
  { tokens }: SentenceTokens,
  role: EntityRole,
  name: NameSpan,
): boolean {
  if (name.quoted) return true;
  const words = tokens.slice(name.from, name.to).filter((token) => token.kind === "word");
  const first = words[0];
  if (stateStartingAt(context, tokens, name.from)?.to === name.to) return false;
  const troops = role === "group" && isTroops(context, words);
  if (inList(context, "agency_heads", words.at(-1)) && !troops) return false;
  if (role !== "vessel" && isOtherKind(context, troops ? words.slice(0, -1) : words)) return false;
  const known = context.pack.lexicon.longestAt(tokens, name.from);
  if (known?.to === name.to && known.values.some(({ entry }) => entry.role !== role)) return false;
  return !(words.length === 1 && inList(context, "not_entities", first));
}

/** "the Sumr Brigade, a militia": troops of no state, as the noun beside them says; "the Border Guard" is a state's. */
function isTroops(context: MentionContext, words: readonly ReadToken[]): boolean {
  const last = words.at(-1);
  if (last === undefined || !inList(context, "armed_heads", last)) return false;
  const own = words.slice(0, -1);
  return own.some((token) => !inList(context, "agency_fields", token));
}

/** A head of state bodies that is no field of one too ("Border" of a border force). */
const isHead = (context: MentionContext, token: ReadToken): boolean =>
  inList(context, "agency_heads", token) && !inList(context, "agency_fields", token);

/** A given name in front makes a person's name, a head of bodies inside a body's; a title is a person's. */
function isOtherKind(context: MentionContext, words: readonly ReadToken[]): boolean {
  if (inList(context, "titles", words[0])) return true;
  if (words.some((token) => isHead(context, token))) return true;
  if (words.length < 2 || !inList(context, "given_names", words[0])) return false;
  const joined = words.some((token) => inList(context, "name_joins", token));
  return !joined && !inList(context, "organization_heads", words.at(-1));
}
