// Groups that no head noun stands beside: what belongs to a group ("jihadists of Katiba X", "a chapter of the Steel
// Saints"), lists before one plural head ("the X and the Y clans"), what gangs do to each other ("fighting the Sons
// of the Lajat"), and articles that only such names have in English text (“os Primos”).
import { is } from "../words/read-tokens.js";
import { type Candidate, tokenText } from "./candidate.js";
import { isFree } from "./free-name.js";
import { inList, isCommonWord, type MentionContext } from "./mention-context.js";
import { type NameSpan, nameAt, nameBefore } from "./name-span.js";
import { isCapital, isLower, type SentenceTokens } from "./sentence-tokens.js";
import { stateStartingAt } from "./state-words.js";

/** Groups in a sentence that their surroundings tell. */
export function groupsByContext(context: MentionContext, view: SentenceTokens): Candidate[] {
  if (view.shouts || view.titled) return [];
  const found: Candidate[] = [];
  for (let at = view.datelineEnd; at < view.tokens.length; at += 1) {
    const one = [
      ofGroup(context, view, at),
      partOfGroup(context, view, at),
      byArticle(view, at) ?? byPredicate(context, view, at),
    ];
    found.push(...one.filter((candidate) => candidate !== null));
    const last = one.find((candidate) => candidate?.rule === "network.predicate");
    const peer = last == null ? null : listedBand(context, view, last.to);
    if (peer !== null) found.push(peer);
    found.push(...beforePlural(context, view, at));
  }
  return found;
}

const group = (name: Pick<NameSpan, "from" | "to">, how: string, score: number): Candidate => ({
  from: name.from,
  to: name.to,
  role: "group",
  rule: `network.${how}`,
  score,
  key: null,
  country: null,
  form: "name",
});

/** "jihadists of Katiba X", "chapter of the Steel Saints", "a hitman for the Larks", "the rival Gente del Faro". */
function ofGroup(context: MentionContext, view: SentenceTokens, at: number): Candidate | null {
  const { tokens } = view;
  if (!isLower(tokens[at]) && at > view.datelineEnd) return null;
  const rival = is(tokens[at], "rival_word");
  const belongs = inList(context, "group_parts", tokens[at]);
  if (!rival && !(belongs && is(tokens[at + 1], "group_prepositions"))) return null;
  let start = rival ? at + 1 : at + 2;
  if (is(tokens[start], "definite_article")) start += 1;
  if (is(tokens[start], "rival_word")) start += 1;
  const name = nameAt(context, view, start);
  if (name === null || !isFree(context, view, "group", name)) return null;
  if (isPlace(context, view, name) || isHeaded(context, view, name)) return null;
  return is(tokens[at + 1], "source_mark") && name.to - name.from === 1
    ? null
    : group(name, "of-group", 0.75);
}

/** "the Thunder Bay chapter of …", "the gang's Perth chapter": a part of a group, called by a name before it. */
function partOfGroup(context: MentionContext, view: SentenceTokens, at: number): Candidate | null {
  const { tokens } = view;
  if (!is(tokens[at], "group_wings") || !isLower(tokens[at])) return null;
  const name = nameBefore(context, view, at);
  const owned =
    name !== null &&
    tokens[name.from - 1]?.kind === "possessive" &&
    inList(context, "network_heads", tokens[name.from - 2]);
  if (!is(tokens[at + 1], "genitive") && !owned) return null;
  const words = name === null ? [] : tokens.slice(name.from, name.to);
  if (words.every((token) => inList(context, "agency_fields", token))) return null;
  return name === null || name.quoted ? null : group({ from: name.from, to: at + 1 }, "part", 0.8);
}

/** "the Shamsi and the Zoghbi clans": names in a list before one plural head; each has the head in the singular. */
function beforePlural(context: MentionContext, view: SentenceTokens, at: number): Candidate[] {
  const { tokens } = view;
  const head = tokens[at];
  if (!isLower(head) || !inList(context, "group_plural_heads", head)) return [];
  const singular = head.text === "families" ? "family" : head.text.replace(/s$/, "");
  const found: Candidate[] = [];
  let end = at;
  while (found.length < MOST_LISTED) {
    const name = nameBefore(context, view, end);
    if (name === null || name.quoted || !isFree(context, view, "group", name)) break;
    const text = tokenText(context.document.text, tokens, name.from, name.to);
    const to = found.length === 0 ? at + 1 : name.to;
    const named = `${text} ${singular}`;
    found.push({ ...group({ from: name.from, to }, "listed", 0.8), name: named });
    const join = joinBefore(view, name.from);
    if (join === null) break;
    end = join;
  }
  return found.length > 1 ? found : [];
}

const MOST_LISTED = 6;

/** Where the name before "and the" or a comma ends; null where none stands there. */
function joinBefore({ tokens }: SentenceTokens, from: number): number | null {
  let at = is(tokens[from - 1], "definite_article") ? from - 1 : from;
  const and = is(tokens[at - 1], "additive");
  if (and) at -= 1;
  if (tokens[at - 1]?.text === ",") return at - 1;
  return and ? at : null;
}

/** “os Primos”, 'Los Ingenieros': a foreign article and a capital, in quotes. */
function byArticle({ tokens }: SentenceTokens, at: number): Candidate | null {
  if (!is(tokens[at], "plural_articles") || !isCapital(tokens[at + 1])) return null;
  const opens = /^["“‘«']$/.test(tokens[at - 1]?.text ?? "");
  let to = at + 2;
  while (to < at + 4 && isCapital(tokens[to])) to += 1;
  const inside = /^[,.]$/.test(tokens[to]?.text ?? "") ? to + 1 : to;
  const closes = /^["”’»']$/.test(tokens[inside]?.text ?? "");
  return opens && closes ? group({ from: at, to }, "article", 0.8) : null;
}

/** Words on either side of a name in which a verb or noun of gangs tells it one. */
const REACH = 7;

/** "fighting the Sons of the Lajat", "the Janzour Knights, who had backed him": plural names with what gangs do. */
function byPredicate(context: MentionContext, view: SentenceTokens, at: number): Candidate | null {
  const { tokens } = view;
  if (!is(tokens[at], "definite_article") || !isCapital(tokens[at + 1])) return null;
  const name = nameAt(context, view, at + 1);
  if (name === null || !isBand(context, view, name) || isHeaded(context, view, name)) return null;
  if (isPlace(context, view, name) || !isFree(context, view, "group", name)) return null;
  const near = [
    ...tokens.slice(Math.max(0, at - REACH), at),
    ...tokens.slice(name.to, name.to + REACH),
  ];
  const clause = near.filter((token) => isLower(token));
  return clause.some((token) => inList(context, "group_predicates", token))
    ? group(name, "predicate", 0.6)
    : null;
}

/** "from the Pier Kings to the Slow Knives", "the X and the Y": the band listed with another. */
function listedBand(context: MentionContext, view: SentenceTokens, to: number): Candidate | null {
  const { tokens } = view;
  let at = tokens[to]?.text === "," ? to + 1 : to;
  if (is(tokens[at], "band_joins")) at += 1;
  if (at === to || !is(tokens[at], "definite_article")) return null;
  const name = nameAt(context, view, at + 1);
  if (name === null || !isBand(context, view, name) || isHeaded(context, view, name)) return null;
  return isPlace(context, view, name) || !isFree(context, view, "group", name)
    ? null
    : group(name, "predicate", 0.6);
}

/** A plural, or "Sons of …"; no state's people and no body's or outlet's name. */
function isBand(context: MentionContext, { tokens }: SentenceTokens, name: NameSpan): boolean {
  const words = tokens.slice(name.from, name.to).filter((token) => token.kind === "word");
  const last = words.at(-1);
  const opened = inList(context, "group_openers", words[0]) && words.length > 2;
  const plural = last?.folded.endsWith("s") === true && !last.folded.endsWith("ss");
  if (!opened && !plural) return false;
  if (stateStartingAt(context, tokens, name.from) !== null) return false;
  return !words.some(
    (token) =>
      inList(context, "organization_heads", token) ||
      inList(context, "agency_heads", token) ||
      inList(context, "agency_fields", token) ||
      inList(context, "place_heads_after", token) ||
      inList(context, "not_entities", token),
  );
}

function isPlace(context: MentionContext, view: SentenceTokens, name: NameSpan): boolean {
  return context.pack.gazetteer
    .matchesAt(view.tokens, name.from)
    .some(
      ({ to, places }) =>
        to === name.to &&
        places.some(
          ({ country, population }) => context.countries.has(country) || population > LARGE,
        ),
    );
}

const LARGE = 200_000;

/** True where a noun follows that the name belongs to: "the rival Zoghbi clan", "the Herons leader". */
function isHeaded(context: MentionContext, { tokens }: SentenceTokens, name: NameSpan): boolean {
  const next = tokens[name.end];
  if (next?.text === "-") return true;
  if (!isLower(next)) return false;
  return (
    inList(context, "network_heads", next) ||
    inList(context, "place_heads_after", next) ||
    inList(context, "agency_heads", next) ||
    (isCommonWord(context, next) && inList(context, "roles", next)) ||
    inList(context, "posts", next)
  );
}
