// Unnamed groups that a report singles out by whose they are: "the group of Haji Jan, alias Lalo". The noun is the
// mention, so that the person stays one too.
import { is } from "../words/read-tokens.js";
import { type Candidate, tokenText } from "./candidate.js";
import { inList, type MentionContext } from "./mention-context.js";
import { isLower, type SentenceTokens } from "./sentence-tokens.js";

/** Words of a description between "of" and the person: "the group of Antwerp trafficker X". */
const REACH = 4;

/** Groups of a sentence that belong to a person named right after. */
export function leaderGroups(
  context: MentionContext,
  view: SentenceTokens,
  persons: readonly Candidate[],
): Candidate[] {
  if (view.titled || view.shouts) return [];
  const { tokens } = view;
  return tokens.flatMap((noun, at) => {
    if (!isLower(noun) || !inList(context, "led_nouns", noun)) return [];
    if (!is(tokens[at - 1], "leader_articles")) return [];
    if (!is(tokens[at + 1], "genitive")) return [];
    const leader = persons.find(({ from }) => from >= at + 2 && from <= at + 2 + REACH);
    if (leader === undefined || !isDescription(context, view, at + 2, leader.from)) return [];
    const titled = inList(context, "titles", tokens[leader.from - 1]) ? 1 : 0;
    const person =
      leader.name ??
      tokenText(context.document.text, tokens, leader.from - titled, leader.to).replace(
        /\s+/g,
        " ",
      );
    return [
      {
        from: at,
        to: at + 1,
        role: "group" as const,
        rule: "network.of-leader",
        score: 0.7,
        key: null,
        country: null,
        form: "name" as const,
        name: `${noun.text} of ${person}`,
      },
    ];
  });
}

/** Nothing, or a trade in front of the name: "the trafficker", "Antwerp trafficker", "commander". */
function isDescription(
  context: MentionContext,
  { tokens }: SentenceTokens,
  from: number,
  to: number,
): boolean {
  if (from === to) return true;
  const words = tokens.slice(from, to);
  const last = words.at(-1);
  return (
    words.every(({ kind }) => kind === "word") &&
    (inList(context, "roles", last) ||
      inList(context, "titles", last) ||
      inList(context, "ranks", last))
  );
}
