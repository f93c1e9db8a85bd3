// The bodies of a report. A name is brought together with its acronym, with other wordings of the same
// words in one state, with a shorter form that only one body of the report fits, and with a bare
// form ("the interior ministry") of the state last spoken of.
import type { Mention } from "../../model/mention.js";
import type { ReportDocument } from "../../model/report-document.js";
import type { DomainPack } from "../../packs/domain-pack.js";
import { attachDescriptors } from "./agency-descriptors.js";
import { agencyWords } from "./agency-words.js";
import type { BlockCountries } from "./document-country.js";
import { addMention, type MentionGroup, mergeGroups, newGroup } from "./mention-group.js";

interface WordedGroup extends MentionGroup {
  /** Sorted content words of every wording. */
  readonly wordings: Set<string>;
}

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
  const state: AgencyState = {
    groups: [],
    byAcronym: new Map(),
    of: new Map(),
    links,
    homeOf,
    isItem,
  };
  for (const mention of mentions) {
    if (mention.form === "descriptor") continue;
    const words = wordsOf(mention, pack);
    const group = findGroup(state, mention, words) ?? open(state.groups, mention);
    if (!group.mentions.includes(mention)) addMention(group, mention);
    if (mention.form !== "acronym") group.wordings.add(words.join(" "));
    else state.byAcronym.set(mention.name, group);
    state.of.set(mention, group);
  }
  for (const group of state.groups) group.country ??= groupCountry(group, pack);
  for (const group of state.groups)
    group.country ??= superiorCountry(document, mentions, group, state);
  for (const group of state.groups) group.country ??= includingCountry(document, group, states);
  for (const group of state.groups) group.country ??= homeOfGroup(group, homeOf);
  const merged = mergeShortForms(mergeAcronymNames(state.groups, state.byAcronym));
  attachDescriptors(merged, mentions, pack);
  return merged;
}

interface AgencyState {
  readonly groups: WordedGroup[];
  readonly byAcronym: Map<string, WordedGroup>;
  readonly of: Map<Mention, WordedGroup>;
  readonly links: ReadonlyMap<Mention, Mention>;
  readonly homeOf: HomeOf;
  readonly isItem: (mention: Mention) => boolean;
}

/** "the National Police's border directorate", "the Cargo Bureau of the Harbour Police": the state of the body it is a unit of. */
function superiorCountry(
  document: ReportDocument,
  mentions: readonly Mention[],
  group: MentionGroup,
  { of }: AgencyState,
): string | null {
  for (const unit of group.mentions) {
    for (const body of mentions) {
      if (body.sentence !== unit.sentence || body === unit) continue;
      const owns = /^[’']s (\w+ )?$/.test(
        document.text.slice(body.end, Math.max(body.end, unit.start)),
      );
      const above = /^ (\(\w+\) )?of (the )?$/.test(
        document.text.slice(unit.end, Math.max(unit.end, body.start)),
      );
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
  states: readonly Mention[],
): string | null {
  for (const unit of mentions) {
    const owner = states.findLast(
      (state) => state.sentence === unit.sentence && state.end <= unit.start,
    );
    const between = owner === undefined ? "" : document.text.slice(owner.end, unit.start);
    if (
      /^,? (including|through|via|and) (the|its|their) $/.test(between) &&
      between !== " and the "
    )
      return owner?.country ?? null;
  }
  return null;
}

/** Bodies of several states belong to none. */
const MULTINATIONAL =
  /\b(joint investigation|joint interagency|regional|multinational|international|interpol|european|west africa|southeast european|south-?east european|balkan|eurasian|pan-|african|arab|inter-?american|global|united nations|un) /i;

const homeOfGroup = (group: MentionGroup, homeOf: HomeOf): string | null => {
  const first = group.mentions[0];
  if (first === undefined) return null;
  return group.mentions.some((mention) => MULTINATIONAL.test(`${mention.name} `))
    ? ""
    : homeOf(first);
};

const wordsOf = (mention: Mention, pack: DomainPack): string[] =>
  mention.form === "acronym" ? [] : agencyWords(mention.name, pack);

function open(groups: WordedGroup[], mention: Mention): WordedGroup {
  const group: WordedGroup = { ...newGroup(mention), wordings: new Set() };
  groups.push(group);
  return group;
}

const groupCountry = (group: MentionGroup, pack: DomainPack): string | null => {
  const entry = group.key === null ? undefined : pack.entries.get(group.key);
  // A body of the lexicon without a state is an international one, and stays without.
  return entry === undefined ? null : (entry.country ?? "");
};

function findGroup(
  { groups, byAcronym, of, links, homeOf, isItem }: AgencyState,
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
    const same = groups.find((group) => group.key === mention.key);
    if (same !== undefined) return same;
  }
  if (words.length === 0) return undefined;
  const wording = words.join(" ");
  const worded = groups.filter((group) => group.wordings.has(wording) && fits(group, mention));
  const country = mention.country ?? homeOf(mention);
  const exact = worded.find((group) => (group.country ?? homeOfGroup(group, homeOf)) === country);
  if (exact !== undefined || mention.country !== null) return exact;
  return worded
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

/** "Coast Guard" into "Indian Coast Guard", "Anti-Terrorist Squad" into "Gujarat Anti-Terrorist Squad". */
function mergeShortForms(groups: readonly WordedGroup[]): WordedGroup[] {
  const kept: WordedGroup[] = [];
  const bySize = groups.toSorted(
    (a, b) => longest(b) - longest(a) || firstStart(a) - firstStart(b),
  );
  for (const group of bySize) {
    const holders = kept.filter((other) => holds(other, group));
    if (holders.length === 1 && holders[0] !== undefined) {
      mergeGroups(holders[0], group);
      for (const wording of group.wordings) holders[0].wordings.add(wording);
    } else kept.push(group);
  }
  return kept.toSorted((a, b) => firstStart(a) - firstStart(b));
}

const longest = (group: WordedGroup): number =>
  Math.max(0, ...[...group.wordings].map((wording) => wording.split(" ").length));
const firstStart = (group: MentionGroup): number => group.mentions[0]?.start ?? 0;

/** Heads that many bodies share: a lone one is no short form. */
const SHARED = new Set([
  "police",
  "court",
  "army",
  "ministry",
  "customs",
  "directorate",
  "service",
  "force",
  "office",
  "navy",
]);

function holds(longer: WordedGroup, shorter: WordedGroup): boolean {
  if (shorter.key !== null && longer.key !== null) return false;
  const stated = shorter.mentions.some((mention) => mention.country !== null);
  if (stated && longer.country !== shorter.country && longer.country !== "") return false;
  return [...shorter.wordings].some((short) => {
    const words = short.split(" ");
    if (words.length === 1 && SHARED.has(short)) return isNationalBody(longer, shorter, short);
    if (words.length === 1 && short.length < 6) return false;
    return [...longer.wordings].some((long) => {
      const all = long.split(" ");
      return (
        all.length > words.length &&
        all.length <= words.length + 2 &&
        words.every((word) => all.includes(word)) &&
        sameHead(longer, shorter)
      );
    });
  });
}

/** Words that make a body the national one of its kind. */
const NATIONAL = new Set(["national", "royal", "state", "federal", "general", "republic"]);

/** "Omani police" is the Royal Oman Police where the report names that body of the state. */
const isNationalBody = (longer: WordedGroup, shorter: WordedGroup, noun: string): boolean =>
  longer.country !== null &&
  longer.country === shorter.country &&
  [...longer.wordings].some((wording) => {
    const words = wording.split(" ");
    return (
      words.length > 1 &&
      words.includes(noun) &&
      words.every((word) => word === noun || NATIONAL.has(word))
    );
  });

/** Both names end in the same word, so that a unit is not taken for its body. */
function sameHead(longer: WordedGroup, shorter: WordedGroup): boolean {
  const head = (group: MentionGroup): Set<string> =>
    new Set(
      group.mentions.map(
        (mention) =>
          mention.name
            .toLowerCase()
            .split(/[\s-]+/)
            .at(-1) ?? "",
      ),
    );
  const heads = head(longer);
  return [...head(shorter)].some((word) => heads.has(word));
}
