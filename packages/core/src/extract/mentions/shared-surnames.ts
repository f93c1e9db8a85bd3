// Two people of one family named together: "Faris and Munther Haddad", "Ann Harbour and her
// husband Tom". The one without a family name gets the other's.
import { is } from "../words/read-tokens.js";
import { type Candidate, tokenText } from "./candidate.js";
import { inList, isCommonWord, type MentionContext } from "./mention-context.js";
import { isCapital, type SentenceTokens } from "./sentence-tokens.js";

/** Persons named by a given name whose family name stands with another. */
export function sharedSurnames(
  context: MentionContext,
  view: SentenceTokens,
  persons: readonly Candidate[],
): Candidate[] {
  const found: Candidate[] = [];
  for (const [at, token] of view.tokens.entries()) {
    if (
      !isCapital(token) ||
      persons.some((person) => isLonger(person) && person.from <= at && at < person.to)
    )
      continue;
    if (
      isCommonWord(context, token) ||
      context.pack.lexicon.longestAt(view.tokens, at) !== undefined
    )
      continue;
    const plural = familyBefore(context, view, at);
    if (plural !== null) {
      found.push(shared(at, `${token.text} ${plural}`));
      continue;
    }
    const owner = beforePerson(context, view, persons, at) ?? kinOf(context, view, persons, at);
    if (owner === null) continue;
    const family = familyName(context, view, owner);
    if (family === null) continue;
    const name = `${token.text} ${family}`;
    found.push(shared(at, name));
  }
  return found;
}

/** A name of one word may still get the other's family name. */
const isLonger = (person: Candidate): boolean => person.to - person.from > 1;

const shared = (at: number, name: string): Candidate => ({
  from: at,
  to: at + 1,
  role: "person",
  rule: "person.shared-surname",
  score: 0.85,
  key: null,
  country: null,
  form: "name",
  name,
});

/** The family name before a list of given names: "the Moosa brothers of Fordsburg, Iqbal and Riaz". */
function familyBefore(
  context: MentionContext,
  { tokens }: SentenceTokens,
  at: number,
): string | null {
  let comma = at - 1;
  if (is(tokens[comma], "additive")) comma -= 1;
  while (comma > 1 && isCapital(tokens[comma]) && tokens[comma - 1]?.text === ",") comma -= 1;
  if (tokens[comma]?.text !== ",") return null;
  for (let noun = comma - 1; noun >= Math.max(1, comma - 4); noun -= 1) {
    const token = tokens[noun];
    const kin = token?.folded.endsWith("s") === true && inList(context, "kin_names", token);
    if (!kin) continue;
    const name = tokens[noun - 1];
    return isCapital(name) && !isCommonWord(context, name) ? name.text : null;
  }
  return null;
}

/** "Faris and Munther Haddad": a lone name right before "and" and a full one. */
function beforePerson(
  context: MentionContext,
  view: SentenceTokens,
  persons: readonly Candidate[],
  at: number,
): Candidate | null {
  if (!is(view.tokens[at + 1], "additive") || isCapital(view.tokens[at - 1])) return null;
  const next = persons.find((person) => person.from === at + 2) ?? null;
  if (next === null || next.to - next.from < 2) return null;
  const before = view.tokens[at - 1];
  const plural = before !== undefined && /s$/.test(before.folded);
  return plural || inList(context, "given_names", view.tokens[at]) || before?.text === ","
    ? next
    : null;
}

/** "and brothers Akash and Arsh": kin of each other, of nobody named before. */
const isUnowned = (context: MentionContext, { tokens }: SentenceTokens, kin: number): boolean =>
  tokens[kin]?.folded.endsWith("s") === true &&
  inList(context, "kin_names", tokens[kin]) &&
  (is(tokens[kin - 1], "additive") || tokens[kin - 1]?.text === ",");

/** "her husband Travis", "a nephew, Fayez": kin of the person named before. */
function kinOf(
  context: MentionContext,
  view: SentenceTokens,
  persons: readonly Candidate[],
  at: number,
): Candidate | null {
  const { tokens } = view;
  const comma = tokens[at - 1]?.text === ",";
  const kin = tokens[comma ? at - 2 : at - 1];
  const joined = is(tokens[at - 1], "additive") && is(tokens[at - 3], "surname_kin");
  if (!is(kin, "surname_kin") && !joined) return null;
  const noun = joined ? at - 3 : comma ? at - 2 : at - 1;
  if (isCapital(tokens[at + 1]) || isUnowned(context, view, noun)) return null;
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
    // "Fermín Caro Ibarra": two family names, unless the word before the last is a given name.
    const second =
      isCapital(before) && before.text.length > 1 && !inList(context, "given_names", before);
    if (!particle && !(second && from === person.to - 1)) break;
    from -= 1;
  }
  if (from <= person.from) return null;
  return tokenText(context.document.text, view.tokens, from, person.to);
}
