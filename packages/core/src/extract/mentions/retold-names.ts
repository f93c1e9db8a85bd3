// A group, ship or company once told by its surroundings is named alone afterwards, in full or shortened: "Los
// Coralillos … the Coralillos", "the Terrible Josters … the Josters", "HMNZS Te Rauhia … Te Rauhia", "the Zoghaib
// clan … the Zoghaibs". Short forms carry the full name, so that both are one thing.
import type { EntityRole } from "../../model/schema.js";
import { type TokenTrie, tokenKey } from "../../text/token-trie.js";
import { is, type ReadToken } from "../words/read-tokens.js";
import { type Candidate, tokenText } from "./candidate.js";
import { inList, isCommonWord, type MentionContext } from "./mention-context.js";
import { isCapital, isUpper, type SentenceTokens } from "./sentence-tokens.js";
import { prefixEnd } from "./vessel-grammar.js";

/** A name told before, as it is found again. */
interface ToldName {
  readonly role: EntityRole;
  readonly name: string;
  /** True for a form that only stands for the name after "the". */
  readonly short: boolean;
}

/** A look-up of the names told in a report. */
export type ToldNames = TokenTrie<ToldName>;

const RETOLD: ReadonlySet<EntityRole> = new Set(["group", "vessel", "organization"]);

/** The names that the surroundings told in one sentence, with their forms. */
export function addToldNames(
  context: MentionContext,
  view: SentenceTokens,
  candidates: readonly Candidate[],
  names: ToldNames,
): void {
  for (const candidate of candidates) {
    addInitials(context, view, candidate, names);
    const spelled = candidate.rule === "acronym.spelled";
    if ((!spelled && !RETOLD.has(candidate.role)) || candidate.key !== null) continue;
    if (candidate.rule === "network.headed" && !isCapital(view.tokens[candidate.to - 1])) {
      addFamilies(context, view, candidate, names);
      continue;
    }
    if (candidate.rule.startsWith("acronym.") && !spelled) continue;
    addForms(context, view, candidate, names);
  }
}

/** "the Harbour Serious Crime Unit" is also "HSCU", though the report never says so. */
function addInitials(
  context: MentionContext,
  view: SentenceTokens,
  { from, to, role, name: given, form, key }: Candidate,
  names: ToldNames,
): void {
  if (role !== "body" || form !== "name" || key !== null || given !== undefined) return;
  const words = view.tokens.slice(from, to).filter(isCapital);
  if (words.length < INITIALS || words.some((word) => isUpper(word))) return;
  const initials = words.map((word) => word.text.charAt(0)).join("");
  const name = tokenText(context.document.text, view.tokens, from, to).replace(/\s+/g, " ");
  names.add([initials.toLowerCase()], { role, name, short: false });
}

/** Words of a name from which on its initials stand for it. */
const INITIALS = 4;

function addForms(
  context: MentionContext,
  view: SentenceTokens,
  { from, to, role, name: given }: Candidate,
  names: ToldNames,
): void {
  const { tokens } = view;
  const name = given ?? tokenText(context.document.text, tokens, from, to).replace(/\s+/g, " ");
  const words = tokens.slice(from, to).filter((token) => token.kind !== "mark");
  const keys = words.map(tokenKey);
  if (given === undefined) names.add(keys, { role, name, short: false });
  if (role === "vessel") {
    const bare = prefixEnd(context, view, from);
    if (bare !== null && bare < to)
      names.add(
        tokens
          .slice(bare, to)
          .filter((one) => one.kind !== "mark")
          .map(tokenKey),
        {
          role,
          name,
          short: false,
        },
      );
  }
  const last = words.at(-1);
  if (words.length < 2 || last === undefined || !isCapital(last)) return;
  if (role === "group" && isShortForm(context, last)) {
    names.add([tokenKey(last)], { role, name, short: true });
  }
}

/** "the Herons", "the Crew": a plural, or a head with a capital. */
const isShortForm = (context: MentionContext, last: ReadToken): boolean =>
  last.folded.endsWith("s") || inList(context, "network_heads", last);

/** "the Zoghaib clan" is also "the Zoghaibs". */
function addFamilies(
  context: MentionContext,
  view: SentenceTokens,
  { from, to, role, name: given }: Candidate,
  names: ToldNames,
): void {
  const head = view.tokens[to - 1];
  if (!inList(context, "family_heads", head) || given !== undefined) return;
  const name = tokenText(context.document.text, view.tokens, from, to).replace(/\s+/g, " ");
  const words = view.tokens.slice(from, to - 1).filter((token) => token.kind !== "mark");
  const last = words.at(-1);
  if (last === undefined) return;
  const plural = [...words.slice(0, -1).map(tokenKey), `${tokenKey(last)}s`];
  names.add(plural, { role, name, short: false });
}

/** The told names in a sentence. */
export function retoldNames(
  context: MentionContext,
  view: SentenceTokens,
  names: ToldNames,
): Candidate[] {
  if (view.shouts) return [];
  return view.tokens.flatMap((_, at) => {
    const found = at < view.datelineEnd ? null : retoldAt(context, view, names, at);
    return found === null ? [] : [found];
  });
}

function retoldAt(
  context: MentionContext,
  view: SentenceTokens,
  names: ToldNames,
  at: number,
): Candidate | null {
  const { tokens } = view;
  if (!isNamePart(tokens[at])) return null;
  const match = names.longestAt(tokens, at);
  const told = match?.values[0];
  if (match === undefined || told === undefined || !isNamePart(tokens[match.to - 1])) return null;
  const { to } = match;
  if (told.short && !isShortHere(view, at, to)) return null;
  const letters = told.role === "body" && isUpper(tokens[at]);
  if (told.role === "body" && to === at + 1 && !letters) return null;
  if (!told.short && !letters && to === at + 1 && isDoubtful(context, view, at)) return null;
  return {
    from: at,
    to,
    role: told.role,
    rule: told.short ? `${told.role}.short` : `${told.role}.retold`,
    score: to - at > 1 ? 0.9 : 0.85,
    key: null,
    country: null,
    form: "name",
    name: told.name,
  };
}

const isNamePart = (token: ReadToken | undefined): boolean =>
  isCapital(token) || token?.kind === "number";

/** "the Herons": after the article, and no part of a longer name. */
const isShortHere = ({ tokens }: SentenceTokens, from: number, to: number): boolean =>
  is(tokens[from - 1], "retold_articles") && !isCapital(tokens[to]);

/** A single word beside another capital is part of another name; one that opens a sentence may be English. */
function isDoubtful(context: MentionContext, { tokens }: SentenceTokens, at: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  const opener = at === 1 && before !== undefined && isCommonWord(context, before);
  if ((isCapital(before) && !opener) || isCapital(tokens[at + 1])) return true;
  return token !== undefined && isCommonWord(context, token) && !is(before, "definite_article");
}
