// The bodies of a report. A name is brought together with its acronym, with other wordings of the same
// words in one state, with a shorter form that only one body of the report fits, and with a bare
// form ("the interior ministry") of the state last spoken of.
import type { Mention } from "../../model/mention.js";
import type { ReportDocument } from "../../model/report-document.js";
import type { DomainPack } from "../../packs/domain-pack.js";
import { attachDescriptors } from "./agency-descriptors.js";
import { agencyWords } from "./agency-words.js";
import type { BlockCountries } from "./document-country.js";
import { type InSentence, inSentence } from "./in-sentence.js";
import { type MentionGroup, mergeGroups } from "./mention-group.js";
import { mergeShortForms } from "./short-forms.js";
import { type WordedGroup, WordedGroups } from "./worded-groups.js";

/** The state that a mention's surroundings speak of, for names that hold none. */
type HomeOf = (mention: Mention) => string | null;

/** Groups of agency mentions of one report. */
export function groupAgencies(
  document: ReportDocument,
  mentions: readonly Mention[],
  links: ReadonlyMap<Mention, Mention>,
  states: readonly Mention[],
  pack: DomainPack,
  { homeOf, isItem }: BlockCountries,
): MentionGroup[] {
  const known = new WordedGroups(pack.words);
  const state: AgencyState = {
    known,
    byAcronym: new Map(),
    of: new Map(),
    links,
    homeOf,
    isItem,
  };
  for (const mention of mentions) {
    if (mention.form === "descriptor") continue;
    const words = wordsOf(mention, pack);
    const found = findGroup(state, mention, words);
    const group = found ?? known.open(mention);
    if (found !== undefined) known.add(found, mention);
    if (mention.form !== "acronym") known.word(group, words.join(" "));
    else state.byAcronym.set(mention.name, group);
    state.of.set(mention, group);
  }
  const { groups } = known;
  const [bodiesIn, statesIn] = [inSentence(mentions), inSentence(states)];
  for (const group of groups) group.country ??= groupCountry(group, pack);
  for (const group of groups)
    group.country ??= superiorCountry(document, bodiesIn, group, state, pack);
  for (const group of groups) group.country ??= includingCountry(document, group, statesIn, pack);
  for (const group of groups) group.country ??= homeOfGroup(group, homeOf);
  const merged = mergeShortForms(mergeAcronymNames(groups, state.byAcronym));
  attachDescriptors(merged, mentions, pack);
  return merged;
}

interface AgencyState {
  readonly known: WordedGroups;
  readonly byAcronym: Map<string, WordedGroup>;
  readonly of: Map<Mention, WordedGroup>;
  readonly links: ReadonlyMap<Mention, Mention>;
  readonly homeOf: HomeOf;
  readonly isItem: (mention: Mention) => boolean;
}

/** "the National Police's border directorate", "the Cargo Bureau of the Harbour Police": the state of the body it is a unit of. */
function superiorCountry(
  document: ReportDocument,
  bodies: InSentence,
  group: MentionGroup,
  { of }: AgencyState,
  { words }: DomainPack,
): string | null {
  for (const unit of group.mentions) {
    for (const body of bodies(unit.sentence)) {
      if (body === unit) continue;
      const owns = /^[’']s (\w+ )?$/.test(
        document.text.slice(body.end, Math.max(body.end, unit.start)),
      );
      const above = words
        .pattern("^ (?:\\(\\w+\\) )?<genitive> (?:<definite_article> )?$")
        .test(document.text.slice(unit.end, Math.max(unit.end, body.start)));
      const country = owns || above ? of.get(body)?.country : null;
      if (country) return country;
    }
  }
  return null;
}

/** "the Government of Mexico, including its Financial Intelligence Unit": the state whose body is named as a part of it. */
function includingCountry(
  document: ReportDocument,
  { mentions }: MentionGroup,
  states: InSentence,
  { words }: DomainPack,
): string | null {
  for (const unit of mentions) {
    const owner = states(unit.sentence).findLast((state) => state.end <= unit.start);
    const between = owner === undefined ? "" : document.text.slice(owner.end, unit.start);
    if (
      words.pattern("^,? <including_words> <part_articles> $").test(between) &&
      !words.pattern("^ <additive> <definite_article> $").test(between)
    )
      return owner?.country ?? null;
  }
  return null;
}

/** Bodies of several states belong to none. */
const homeOfGroup = (group: WordedGroup, homeOf: HomeOf): string | null => {
  const first = group.mentions[0];
  if (first === undefined) return null;
  return group.multinational ? "" : homeOf(first);
};

const wordsOf = (mention: Mention, pack: DomainPack): string[] =>
  mention.form === "acronym" ? [] : agencyWords(mention.name, pack);

const groupCountry = (group: MentionGroup, pack: DomainPack): string | null => {
  const entry = group.key === null ? undefined : pack.entries.get(group.key);
  // A body of the lexicon without a state is an international one, and stays without.
  return entry === undefined ? null : (entry.country ?? "");
};

function findGroup(
  { known: worded, byAcronym, of, links, homeOf, isItem }: AgencyState,
  mention: Mention,
  words: readonly string[],
): WordedGroup | undefined {
  const linked = links.get(mention);
  const owner = linked === undefined ? undefined : of.get(linked);
  if (owner !== undefined) return owner;
  if (mention.form === "acronym") {
    const known = byAcronym.get(mention.name);
    if (known !== undefined && fits(known, mention)) return known;
  }
  if (mention.key !== null) {
    const same = worded.ofKey(mention.key);
    if (same !== undefined) return same;
  }
  if (words.length === 0) return undefined;
  const fitting = worded.ofWording(words.join(" ")).filter((group) => fits(group, mention));
  const country = mention.country ?? homeOf(mention);
  const exact = fitting.find((group) => (group.country ?? homeOfGroup(group, homeOf)) === country);
  if (exact !== undefined || mention.country !== null) return exact;
  return fitting
    .toSorted((a, b) => lastEnd(b) - lastEnd(a))
    .find((group) => !isItem(mention) && (group.country === null || inSameText(group, mention)));
}

/** A bare form just after a full one means that one, whatever the paragraph's state. */
const inSameText = (group: MentionGroup, mention: Mention): boolean =>
  mention.start - lastEnd(group) < NEAR && mention.start > lastEnd(group);
/** Characters within which a bare form points back. */
const NEAR = 300;

const lastEnd = (group: MentionGroup): number => group.mentions.at(-1)?.end ?? 0;

const fits = (group: MentionGroup, mention: Mention): boolean =>
  group.country === null ||
  group.country === "" ||
  mention.country === null ||
  group.country === mention.country;

/** "Gujarat ATS" into the body whose acronym is ATS. */
function mergeAcronymNames(
  groups: readonly WordedGroup[],
  byAcronym: ReadonlyMap<string, WordedGroup>,
): WordedGroup[] {
  const gone = new Set<WordedGroup>();
  for (const group of groups) {
    const last = group.mentions[0]?.name.split(" ").at(-1) ?? "";
    const owner = byAcronym.get(last);
    if (owner === undefined || owner === group || gone.has(owner)) continue;
    if (owner.country !== group.country && owner.country !== null && group.country !== null)
      continue;
    mergeGroups(owner, group);
    for (const wording of group.wordings) owner.wordings.add(wording);
    gone.add(group);
  }
  return groups.filter((group) => !gone.has(group));
}
