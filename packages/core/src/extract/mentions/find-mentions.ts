// One pass a sentence for each grammar, all over the same tokens; overlapping readings are settled at
// the end. Names that only the rest of the report explains (acronyms, family names) are looked for in
// a second pass. Linear in the length of the text.

import type { Mention } from "../../model/mention.js";
import type { ReportDocument } from "../../model/report-document.js";
import type { DomainPack } from "../../packs/domain-pack.js";
import { TokenTrie } from "../../text/token-trie.js";
import type { NameListener, NameRejection } from "../listener.js";
import { is } from "../words/read-tokens.js";
import { type Acronym, acronymCandidates, defineAcronyms } from "./acronyms.js";
import { agencyCandidates } from "./agency-grammar.js";
import { armedGroups } from "./armed-groups.js";
import { bodiesByContext } from "./bodies-by-context.js";
import { bodyCandidates } from "./body-grammar.js";
import { type Candidate, tokenSpan, tokenText, toMention } from "./candidate.js";
import { capitalRuns } from "./capital-run.js";
import { chooseCandidates } from "./choose-candidates.js";
import { companyNames } from "./company-names.js";
import { foreignNames } from "./foreign-names.js";
import { groupsByContext } from "./group-context.js";
import { type KindNoun, kindNouns } from "./kind-nouns.js";
import { bareGroups, groupNames, knownGroups } from "./known-groups.js";
import { type KnownParts, knownParts, nicknameCandidates, partCandidates } from "./known-names.js";
import { leaderGroups } from "./leader-groups.js";
import { type DescribedSpan, describeSpans, learntNames } from "./learnt-names.js";
import { lexiconCandidates } from "./lexicon-candidates.js";
import { collectLowerWords, type MentionContext } from "./mention-context.js";
import { nestedMentions } from "./nested-mentions.js";
import { networkCandidates } from "./network-grammar.js";
import { organizationCandidates } from "./organization-grammar.js";
import { outletNames } from "./outlet-names.js";
import { ownedUnits } from "./owned-units.js";
import { passedNames } from "./passed-names.js";
import { personCandidates } from "./person-grammar.js";
import { placeCandidates } from "./place-candidates.js";
import { headedPlaces } from "./place-grammar.js";
import { addToldNames, retoldNames, type ToldNames } from "./retold-names.js";
import { readSentences, type SentenceTokens } from "./sentence-tokens.js";
import { sharedSurnames } from "./shared-surnames.js";
import { lastPlural, toldNames } from "./told-names.js";
import { unknownPlaces } from "./unknown-places.js";
import { vesselCandidates } from "./vessel-grammar.js";

/**
 * Everything the report names, in text order. Mentions do not overlap, but for states and places named
 * inside another name (rules `nested.…`: `Kuwaiti` in `Kuwaiti coastguard`), which follow the
 * mention that holds them. Blocks of boilerplate and duplicates are passed over.
 */
export function findMentions(
  document: ReportDocument,
  pack: DomainPack,
  listener: NameListener | null = null,
): readonly Mention[] {
  const views = readSentences(document, pack.words);
  const context = makeContext(document, pack, views);
  const nouns = views.map((view) => (view.shouts ? [] : kindNouns(context, view)));
  const first = views.map((view, at) =>
    firstPass(context, view, { here: nouns[at] ?? [], before: nouns[at - 1] ?? [] }),
  );
  const acronyms = new Map<string, Acronym>();
  for (const [at, view] of views.entries()) {
    const found = first[at] ?? [];
    found.push(...defineAcronyms(context, view, found, acronyms));
  }
  const told: ToldNames = new TokenTrie();
  for (const [at, view] of views.entries())
    addToldNames(context, view, chooseCandidates(first[at] ?? []), told);
  const second = views.map((view, at) => {
    const found = [
      ...(first[at] ?? []),
      ...acronymCandidates(context, view, acronyms),
      ...retoldNames(context, view, told),
    ].filter((one) => !isCutOff(document, view, one));
    return { view, ...secondPass(context, view, found) };
  });
  const groups = knownGroups(
    second.flatMap(({ view, candidates }) => groupNames(context, view, candidates)),
  );
  const named = second.map((one) => ({
    ...one,
    kin: sharedSurnames(context, one.view, one.persons),
  }));
  const parts = knownParts(
    named.flatMap(({ view, persons, kin }) =>
      [...persons, ...kin].map(
        ({ name, from, to }) => name ?? tokenText(document.text, view.tokens, from, to),
      ),
    ),
  );
  return named.flatMap(({ view, candidates, persons, kin }) => {
    const claimed = claimedTokens(
      view,
      candidates.filter((one) => !isWeak(one)),
    );
    const known = partCandidates(context, view, parts, claimed);
    const nicknames = nicknameCandidates(view, [...persons, ...known]);
    const bare = [...bareGroups(view, groups), ...leaderGroups(context, view, persons)];
    const reject = listener === null ? null : rejecting(listener, view);
    const places = candidates.filter((one) => {
      const person = isKnownPerson(view, one, parts);
      if (person) reject?.("name-of-person", one);
      return !person;
    });
    const all = [...places, ...known, ...nicknames, ...kin, ...bare];
    const lost = reject && ((one: Candidate, to: Candidate) => reject("name-overlapped", one, to));
    return chooseCandidates(all, lost).flatMap((candidate) => {
      const mention = toMention(document, view, candidate, pack.schema);
      if (mention === null) reject?.("name-without-type", candidate);
      return mention === null ? [] : [mention, ...nestedMentions(context, view, candidate)];
    });
  });
}

/** Characters from which on a text that ends without a stop was cut off. */
const CUT = 1_000;

/** A name that the text breaks off in may be any other: what the tables do not hold is not read. */
const isCutOff = ({ text }: ReportDocument, { tokens }: SentenceTokens, one: Candidate): boolean =>
  one.to === tokens.length &&
  text.length > CUT &&
  (tokens.at(-1)?.end ?? 0) === text.trimEnd().length &&
  one.role !== "organization" &&
  (one.key === null || one.rule === "place.headed");

/** Tells a listener of candidates of a sentence. */
function rejecting(listener: NameListener, { sentence, tokens }: SentenceTokens) {
  return (reason: NameRejection, { from, to, role, rule }: Candidate, by?: Candidate): void => {
    const won = by && { ...by, span: tokenSpan(tokens, by.from, by.to) };
    const span = tokenSpan(tokens, from, to);
    listener.rejectedName({ reason, sentence: sentence.index, span, role, rule, by: won ?? null });
  };
}

/** A name after a preposition ("according to al-Haddad", "loyal to Samir") is the person, not an unknown place. */
function isKnownPerson(view: SentenceTokens, one: Candidate, parts: KnownParts): boolean {
  if (one.rule !== "place.locative") return false;
  const part = parts.get(view.tokens[one.to - 1]?.folded ?? "");
  return part === "last" || (part === "first" && one.to - one.from === 1);
}

function firstPass(
  context: MentionContext,
  view: SentenceTokens,
  nouns: { readonly here: readonly KindNoun[]; readonly before: readonly KindNoun[] },
): Candidate[] {
  const named = passedNames(context, view);
  const known = lexiconCandidates(context, view).filter((one) => !isDatelineTown(view, one));
  const bodies = [
    ...agencyCandidates(context, view),
    ...bodyCandidates(context, view),
    ...bodiesByContext(context, view),
    ...foreignNames(context, view),
  ];
  return [
    ...known,
    ...placeCandidates(context, view),
    ...bodies,
    ...ownedUnits(context, view, [...known, ...bodies]),
    ...organizationCandidates(context, view),
    ...outletNames(context, view),
    ...companyNames(context, view),
    ...headedPlaces(context, view),
    ...networkCandidates(context, view),
    ...groupsByContext(context, view),
    ...armedGroups(context, view),
    ...vesselCandidates(context, view),
    ...toldNames(context, view, nouns.here, lastPlural(nouns.before)),
  ].filter((one) => !named.some((range) => one.from < range.to && range.from < one.to));
}

/** What stands in a dateline is a town or an outlet; only the outlet is named by the report. */
const isDatelineTown = (view: SentenceTokens, candidate: Candidate): boolean =>
  candidate.from < view.datelineEnd &&
  candidate.role !== "organization" &&
  candidate.role !== "body";

/** Names that need the others to be known: people and places without any head. */
function secondPass(
  context: MentionContext,
  view: SentenceTokens,
  found: readonly Candidate[],
): { readonly candidates: readonly Candidate[]; readonly persons: readonly Candidate[] } {
  const settled = chooseCandidates(found.filter((one) => !isWeak(one)));
  const claimed = claimedTokens(view, settled);
  for (const { from, to } of passedNames(context, view)) claimed.fill(true, from, to);
  const runs = capitalRuns(context, view, claimed);
  const whole = (one: Candidate): boolean => !isCutOff(context.document, view, one);
  const persons = personCandidates(context, view, runs);
  const places = unknownPlaces(context, view, runs).filter(whole);
  const all = [...found, ...persons, ...places];
  const learnt = learntNames(context, view, chooseCandidates(all));
  const candidates = [
    ...all.filter((one) => !learnt.without.has(one)),
    ...learnt.names.filter(whole),
  ];
  const chosen = chooseCandidates(candidates);
  const own = new Set([...persons, ...learnt.names]);
  return { candidates, persons: chosen.filter((one) => one.role === "person" && own.has(one)) };
}

/** A lone name of the gazetteer, or a state's that is a given name, may be part of a longer name of a person. */
const isWeak = (candidate: Candidate): boolean =>
  candidate.given === true ||
  candidate.rule === "gazetteer" ||
  candidate.rule === "capital.state" ||
  (candidate.rule === "lexicon.place" && candidate.to - candidate.from === 1);

function claimedTokens(view: SentenceTokens, candidates: readonly Candidate[]): boolean[] {
  const claimed = new Array<boolean>(view.tokens.length).fill(false);
  for (const { from, to } of candidates) claimed.fill(true, from, to);
  return claimed;
}

/** Every run of capitals of a report with what it shows: what the weights of learnt names are fitted to. */
export function describeNames(
  document: ReportDocument,
  pack: DomainPack,
): readonly DescribedSpan[] {
  const views = readSentences(document, pack.words);
  return describeSpans(makeContext(document, pack, views), views);
}

/** What every grammar of a report's names asks. */
function makeContext(
  document: ReportDocument,
  pack: DomainPack,
  views: readonly SentenceTokens[],
): MentionContext {
  const { capitals } = pack;
  const base = { document, pack, views, capitals, lowerWords: collectLowerWords(views) };
  return { ...base, ...countStates({ ...base, ...NO_STATES }) };
}

type StateCounts = Pick<MentionContext, "countries" | "states" | "statesOf">;

const NO_STATES: StateCounts = { countries: new Map(), states: new Map(), statesOf: new Map() };

/** "Bahrain-bound", "Panama-flagged": says where a thing goes or is from, not what the report is about. */
const isAttribute = (view: SentenceTokens, to: number): boolean =>
  view.tokens[to]?.text === "-" && is(view.tokens[to + 1], "attribute_participles");

/** "shipped to Spain": the far end of a road tells nothing of the sentence's bodies. */
function isFarEnd(view: SentenceTokens, from: number): boolean {
  const before = is(view.tokens[from - 1], "definite_article")
    ? view.tokens[from - 2]
    : view.tokens[from - 1];
  return is(before, "far_ends");
}

/** The states a report names, before anything that depends on them is read. */
function countStates(context: MentionContext): StateCounts {
  const countries = new Map<string, number>();
  const states = new Map<string, number>();
  const statesOf = new Map<SentenceTokens, ReadonlySet<string>>();
  for (const view of context.views) {
    const here = new Set<string>();
    for (const { country, role, key, from, to } of chooseCandidates(
      lexiconCandidates(context, view),
    )) {
      if (role === "country" && isAttribute(view, to)) continue;
      if (country === null || role === "organization" || role === "group") continue;
      if (role === "body" && context.pack.entries.get(key ?? "")?.shared === true) continue;
      countries.set(country, (countries.get(country) ?? 0) + 1);
      if (role === "body") continue;
      states.set(country, (states.get(country) ?? 0) + 1);
      if (!isFarEnd(view, from)) here.add(country);
    }
    statesOf.set(view, here);
  }
  return { countries, states, statesOf };
}
