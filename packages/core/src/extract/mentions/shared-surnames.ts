// Two people of one family named together: "Faris and Munther Haddad", "Ann Harbour and her
// husband Tom". The one without a family name gets the other's.
import { type Candidate, tokenText } from "./candidate.js";
import { inList, isCommonWord, type MentionContext } from "./mention-context.js";
import { isCapital, type SentenceTokens } from "./sentence-tokens.js";

const KIN =
  /^(husband|wife|brother|brothers|sister|son|sons|daughter|father|mother|cousin|cousins|uncle|nephew|twin)$/;

/** Persons named by a given name whose family name stands with another. */
export function sharedSurnames(
  context: MentionContext,
  view: SentenceTokens,
  persons: readonly Candidate[],
): Candidate[] {
  const found: Candidate[] = [];
  for (const [at, token] of view.tokens.entries()) {
    if (!isCapital(token) || persons.some((person) => person.from <= at && at < person.to))
      continue;
    if (
      isCommonWord(context, token) ||
      context.pack.lexicon.longestAt(view.tokens, at) !== undefined
    )
      continue;
    const owner = beforePerson(context, view, persons, at) ?? kinOf(view, persons, at);
    if (owner === null) continue;
    const family = familyName(context, view, owner);
    if (family === null) continue;
    const name = `${token.text} ${family}`;
    found.push({
      from: at,
      to: at + 1,
      role: "person",
      rule: "person.shared-surname",
      score: 0.7,
      key: null,
      country: null,
      form: "name",
      name,
    });
  }
  return found;
}

/** "Faris and Munther Haddad": a lone name right before "and" and a full one. */
function beforePerson(
  context: MentionContext,
  view: SentenceTokens,
  persons: readonly Candidate[],
  at: number,
): Candidate | null {
  if (view.tokens[at + 1]?.folded !== "and" || isCapital(view.tokens[at - 1])) return null;
  const next = persons.find((person) => person.from === at + 2) ?? null;
  if (next === null || next.to - next.from < 2) return null;
  const before = view.tokens[at - 1];
  const plural = before !== undefined && /s$/.test(before.folded);
  return plural || inList(context, "given_names", view.tokens[at]) || before?.text === ","
    ? next
    : null;
}

/** "her husband Travis", "a nephew, Fayez": kin of the person named before. */
function kinOf(view: SentenceTokens, persons: readonly Candidate[], at: number): Candidate | null {
  const { tokens } = view;
  const comma = tokens[at - 1]?.text === ",";
  const kin = tokens[comma ? at - 2 : at - 1];
  const joined = tokens[at - 1]?.folded === "and" && KIN.test(tokens[at - 3]?.folded ?? "");
  if (!KIN.test(kin?.folded ?? "") && !joined) return null;
  if (isCapital(tokens[at + 1])) return null;
  return persons.findLast((person) => person.to <= at && person.to - person.from > 1) ?? null;
}

/** The name of a person without the first word and what belongs to it. */
function familyName(
  context: MentionContext,
  view: SentenceTokens,
  person: Candidate,
): string | null {
  let from = person.to - 1;
  while (from - 1 > person.from) {
    const before = view.tokens[from - 1];
    const particle = before?.text === "-" || inList(context, "name_particles", before);
    if (!particle) break;
    from -= 1;
  }
  if (from <= person.from) return null;
  return tokenText(context.document.text, view.tokens, from, person.to);
}
