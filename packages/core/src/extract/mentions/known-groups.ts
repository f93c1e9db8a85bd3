// A group once named with its head ("the Red Pier network") is named without it afterwards ("Red
// Pier is led by …").
import { TokenTrie, tokenKey } from "../../text/token-trie.js";
import type { Candidate } from "./candidate.js";
import { inList, type MentionContext } from "./mention-context.js";
import { isCapital, type SentenceTokens } from "./sentence-tokens.js";

/** Names of groups without their heads, as folded tokens. */
export type KnownGroups = TokenTrie<string>;

/** The bare names of the groups that grammar found in a sentence. */
export function groupNames(
  context: MentionContext,
  view: SentenceTokens,
  candidates: readonly Candidate[],
): string[][] {
  return candidates.flatMap(({ rule, from, to }) => {
    if (rule !== "network.headed") return [];
    const words = view.tokens.slice(from, to).filter((token) => token.kind === "word");
    const last = words.at(-1);
    if (last === undefined || !inList(context, "group_heads", last) || isCapital(last)) return [];
    const bare = words.slice(0, -1).map(tokenKey);
    return bare.length >= 2 || (bare[0]?.length ?? 0) > 4 ? [bare] : [];
  });
}

/** A look-up of bare names. */
export function knownGroups(names: readonly (readonly string[])[]): KnownGroups {
  const groups = new TokenTrie<string>();
  for (const name of names) groups.add(name, name.join(" "));
  return groups;
}

/** Groups named without a head in a sentence; a single word only where it is no person or place there. */
export function bareGroups(view: SentenceTokens, groups: KnownGroups): Candidate[] {
  const found: Candidate[] = [];
  for (let at = view.datelineEnd; at < view.tokens.length; at += 1) {
    if (!isCapital(view.tokens[at])) continue;
    const match = groups.longestAt(view.tokens, at);
    if (match === undefined || !isCapital(view.tokens[match.to - 1])) continue;
    const score = match.to - at > 1 ? 0.9 : 0.3;
    found.push({
      from: at,
      to: match.to,
      role: "group",
      rule: "network.bare",
      score,
      key: null,
      country: null,
      form: "name",
    });
  }
  return found;
}
