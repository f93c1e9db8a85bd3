// Nouns that say what kind of thing a name beside them is: "gang", "trawler", "company", "unit". A noun that many
// kinds share ("group", "network") needs a sign of crime or arms beside it to make a gang's.
import type { EntityRole } from "../../model/schema.js";
import type { AnyListName } from "../../packs/word-lists.js";
import { inList, type MentionContext } from "./mention-context.js";
import { isCapital, type SentenceTokens } from "./sentence-tokens.js";

/** A noun of a sentence that tells a kind. */
export interface KindNoun {
  readonly from: number;
  /** One past the last token. */
  readonly to: number;
  readonly role: EntityRole;
  readonly plural: boolean;
}

const LISTS: readonly (readonly [AnyListName, EntityRole])[] = [
  ["vessel_nouns", "vessel"],
  ["group_nouns", "group"],
  ["group_doubtful_nouns", "group"],
  ["organization_nouns", "organization"],
];

/** Words before and after a noun in which a sign of crime tells that the group is a gang. */
const SIGNS_BEFORE = 4;
const SIGNS_AFTER = 3;

/** The nouns of a sentence that tell the kind of a name beside them, in text order. */
export function kindNouns(context: MentionContext, view: SentenceTokens): KindNoun[] {
  const found: KindNoun[] = [];
  let at = view.datelineEnd;
  while (at < view.tokens.length) {
    const noun = kindNounAt(context, view, at);
    if (noun === null) at += 1;
    else {
      found.push(noun);
      at = noun.to;
    }
  }
  return found;
}

function kindNounAt(context: MentionContext, view: SentenceTokens, at: number): KindNoun | null {
  const { tokens } = view;
  if (isCapital(tokens[at]) && at > 0) return null;
  let best: KindNoun | null = null;
  for (const [list, role] of LISTS) {
    const match = context.pack.words.phrases(list).longestAt(tokens, at);
    if (match === undefined || (best !== null && match.to <= best.to)) continue;
    if (list === "group_doubtful_nouns" && !isGang(context, view, at, match.to)) continue;
    const plural = tokens[match.to - 1]?.folded.endsWith("s") === true;
    best = { from: at, to: match.to, role, plural };
  }
  return best;
}

/** "armed group", "smuggling network": a sign of crime or arms close by. */
function isGang(context: MentionContext, view: SentenceTokens, from: number, to: number): boolean {
  const before = view.tokens.slice(Math.max(0, from - SIGNS_BEFORE), from);
  const after = view.tokens.slice(to, to + SIGNS_AFTER);
  if (before.some((token) => inList(context, "group_civil", token))) return false;
  return [...before, ...after].some(
    (token) =>
      inList(context, "group_signs", token) ||
      inList(context, "group_fields", token) ||
      inList(context, "group_armed", token),
  );
}
