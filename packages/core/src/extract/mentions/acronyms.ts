// A name followed by capitals in brackets defines an acronym: "National Border Guard Agency
// (NBGA)". The name is what ends before the bracket: a candidate of another grammar, or the words
// whose initials spell the acronym. From there on the acronym is a mention of that type.
import type { EntityRole, EntityType } from "../../model/schema.js";
import { is, type ReadToken } from "../words/read-tokens.js";
import { type Candidate, tokenText } from "./candidate.js";
import { inList, isCommonWord, type MentionContext } from "./mention-context.js";
import { passedNames } from "./passed-names.js";
import { isCapital, type SentenceTokens } from "./sentence-tokens.js";
import { stateWithin } from "./state-words.js";

/** An acronym that the report itself defines. */
export interface Acronym {
  readonly acronym: string;
  readonly role: EntityRole;
  readonly type?: EntityType;
  readonly key: string | null;
  readonly country: string | null;
}

/** Acronyms by their spelling. */
export type AcronymTable = ReadonlyMap<string, Acronym>;

const ACRONYM = /^\p{Lu}[\p{Lu}\p{N}]{1,9}$/u;
const MIXED = /^\p{Lu}\p{L}*\p{Lu}[\p{L}\p{N}]*$/u;
const LONGEST_NAME = 12;

/** Candidates for the names before bracketed acronyms, and the table of acronyms they define. */
export function defineAcronyms(
  context: MentionContext,
  view: SentenceTokens,
  candidates: readonly Candidate[],
  table: Map<string, Acronym>,
): Candidate[] {
  const added: Candidate[] = [];
  const passed = passedNames(context, view);
  for (let open = 1; open < view.tokens.length; open += 1) {
    if (view.tokens[open]?.text !== "(" || open < view.datelineEnd) continue;
    const acronym = readBracket(view.tokens, open);
    if (acronym === null || passed.some(({ to }) => to === open)) continue;
    const known = longestEndingAt(candidates, open);
    const spelled = spelledName(view.tokens, open, acronym);
    const better = spelled !== null && (known === undefined || spelled < known.from);
    if (better && !endsInHead(context, view.tokens, open)) continue;
    if (better && inList(context, "posts", view.tokens[spelled])) continue;
    const named = better ? makeName(context, view, spelled, open, known) : known;
    if (named === undefined || named.role === "person" || named.role === "goods") continue;
    const number = view.tokens[open + 3];
    if (number?.kind === "number" && /^\d{1,4}$/.test(number.text) && named.role === "body") {
      const text = tokenText(context.document.text, view.tokens, named.from, named.to);
      added.push({ ...named, score: 0.97, name: `${text} ${number.text}` });
    } else if (better) added.push(named);
    const { key, country } = named;
    if (!table.has(acronym))
      table.set(acronym, { acronym, ...kindOf(named), key: better ? null : key, country });
  }
  return added;
}

/** The last word before the bracket is the head of a name, or no English word at all. */
function endsInHead(context: MentionContext, tokens: readonly ReadToken[], open: number): boolean {
  const last = tokens[open - 1];
  if (last === undefined) return false;
  return (
    !isCommonWord(context, last) ||
    inList(context, "agency_heads", last) ||
    inList(context, "agency_fields", last) ||
    inList(context, "organization_heads", last) ||
    inList(context, "network_heads", last) ||
    isCapital(tokens[open - 2]) ||
    is(tokens[open - 2], "genitive") ||
    is(tokens[open - 2], "additive")
  );
}

function readBracket(tokens: readonly ReadToken[], open: number): string | null {
  const inside = tokens[open + 1];
  const close = tokens[open + 2];
  if (inside?.kind !== "word" || close?.text !== ")") return null;
  const plain = inside.text.replaceAll(".", "");
  return ACRONYM.test(plain) || (MIXED.test(plain) && plain.length <= 8) ? plain : null;
}

function longestEndingAt(candidates: readonly Candidate[], end: number): Candidate | undefined {
  let best: Candidate | undefined;
  for (const candidate of candidates) {
    if (candidate.to !== end) continue;
    const longer = best === undefined || candidate.from < best.from;
    const surer = candidate.from === best?.from && candidate.score > best.score;
    if (longer || surer) best = candidate;
  }
  return best;
}

/** First token of the shortest name before a bracket whose initials spell the acronym, or null. */
function spelledName(tokens: readonly ReadToken[], end: number, acronym: string): number | null {
  const letters = acronym.toLowerCase();
  let initials = "";
  let all = "";
  for (let at = end - 1; at >= Math.max(0, end - LONGEST_NAME); at -= 1) {
    const token = tokens[at];
    if (
      token === undefined ||
      (token.kind === "mark" && token.text !== "-" && token.text !== "&" && token.text !== ",")
    )
      return null;
    if (token.kind !== "word" || token.folded === "") continue;
    const initial = token.folded.charAt(0);
    all = initial + all;
    if (!is(token, "acronym_small_words")) initials = initial + initials;
    if (!isCapital(token)) continue;
    if (initials === letters || all === letters) return at;
    if (initials.length > letters.length + 1) return null;
  }
  return null;
}

/** The spelled-out name as a candidate; its type by its words, or by the known name it ends with. */
function makeName(
  context: MentionContext,
  view: SentenceTokens,
  from: number,
  to: number,
  known: Candidate | undefined,
): Candidate {
  const words = view.tokens.slice(from, to);
  const kind =
    known === undefined || known.role === "place" || known.role === "country"
      ? { role: roleOfWords(context, words) }
      : kindOf(known);
  const country = stateWithin(context, view.tokens, from, to)?.country ?? known?.country ?? null;
  const rest = { rule: "acronym.spelled", score: 0.85, key: null, country, form: "name" } as const;
  return { from, to, ...kind, ...rest };
}

/** What a name is, with the type where a table gave it. */
const kindOf = ({ role, type }: Pick<Candidate, "role" | "type">) =>
  type === undefined ? { role } : { role, type };

function roleOfWords(context: MentionContext, words: readonly ReadToken[]): EntityRole {
  if (words.some((token) => inList(context, "group_words", token))) return "group";
  const last = words.findLast((token) => token.kind === "word");
  if (is(last, "place_ends")) return "place";
  const heads = words.filter((token) => inList(context, "agency_heads", token));
  const fields = words.filter((token) => inList(context, "agency_fields", token));
  if (
    heads.length > 0 &&
    (fields.length > 0 || heads.some((token) => !inList(context, "agency_weak_heads", token)))
  )
    return "body";
  const content = words.filter(isCapital);
  if (content.every((token) => inList(context, "agency_fields", token))) return "body";
  if (words.some((token) => inList(context, "organization_heads", token))) return "organization";
  return fields.length > 0 || heads.length > 0 ? "body" : "organization";
}

/** Candidates for the acronyms of the table in a sentence. */
export function acronymCandidates(
  context: MentionContext,
  view: SentenceTokens,
  table: AcronymTable,
): Candidate[] {
  const found: Candidate[] = [];
  for (const [at, token] of view.tokens.entries()) {
    if (token.kind !== "word") continue;
    const entry = table.get(token.text.replaceAll(".", ""));
    if (entry === undefined || (view.shouts && token.text.length > 5)) continue;
    const { key, country } = entry;
    const rule =
      view.tokens[at - 1]?.text === "(" && view.tokens[at + 1]?.text === ")"
        ? "acronym.defined"
        : "acronym.used";
    found.push({
      ...kindOf(entry),
      from: at,
      to: at + 1,
      rule,
      score: 0.97,
      key,
      country,
      form: "acronym",
    });
    const owned = ownedAcronym(context, view, at);
    if (owned !== null)
      found.push({
        ...entry,
        from: owned,
        to: at + 1,
        rule: "acronym.owned",
        score: 0.9,
        form: "acronym",
        name: tokenText(context.document.text, view.tokens, at, at + 1),
      });
  }
  return found;
}

/** "the Gujarat ATS", "the US DEA": the state's or region's name in front belongs to it. */
function ownedAcronym(context: MentionContext, view: SentenceTokens, at: number): number | null {
  const before = view.tokens[at - 1];
  if (!isCapital(before)) return null;
  const state = stateWithin(context, view.tokens, at - 1, at);
  return state === null ? null : at - 1;
}
