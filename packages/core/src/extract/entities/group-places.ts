// The places of a report. A town and the province, port or crossing of its name are one place; so are
// spellings that the gazetteer knows for one. A place that no gazetteer knows lies where the text
// says it does, else in the state the report is about.
import type { Mention } from "../../model/mention.js";
import type { ReportDocument } from "../../model/report-document.js";
import type { DomainPack } from "../../packs/domain-pack.js";
import { foldName } from "../../text/fold.js";
import type { BlockCountries } from "./document-country.js";
import { type InSentence, inSentence } from "./in-sentence.js";
import { type MentionGroup, mergeGroups, newGroup } from "./mention-group.js";
import { PlaceSpellings } from "./place-spellings.js";

/** True where a name says what kind of place it is. */
export const hasPlaceHead = (name: string, { words }: DomainPack): boolean =>
  words.pattern("\\b<place_head_words>\\b").test(foldName(name));

/** A place's name without what kind of place it is, folded. */
export const bareName = (name: string, { words }: DomainPack): string => {
  const folded = foldName(name);
  const bare = folded
    .replace(words.pattern("\\b<place_head_words>\\b", "gu"), " ")
    .replace(words.pattern("\\b<place_small_words>\\b", "gu"), " ")
    .replace(/\s+/g, " ")
    .trim();
  return (bare === "" ? folded : bare).replace(words.pattern("^<place_articles> "), "");
};

/** What places are read beside. */
export interface PlaceGround {
  readonly states: readonly Mention[];
  readonly bodies: readonly Mention[];
  /** Mentions that the text puts in another state than the gazetteer does. */
  readonly restated: ReadonlySet<Mention>;
}

/** Groups of place mentions of one report. */
export function groupPlaces(
  document: ReportDocument,
  mentions: readonly Mention[],
  { states, bodies, restated }: PlaceGround,
  pack: DomainPack,
  links: ReadonlyMap<Mention, Mention>,
  blocks: BlockCountries,
): MentionGroup[] {
  const groups = bringTogether(mentions, pack, links, restated);
  const beside = {
    states: inSentence(states),
    places: inSentence(mentions),
    bodies: inSentence(bodies),
  };
  for (const group of groups) {
    const first = group.mentions[0];
    if (group.key === null && first !== undefined) {
      group.country ??=
        statedCountry(document, group, beside.states, pack) ??
        containerCountry(document, group, beside.places, pack) ??
        knownTownIn(first.name, pack) ??
        // Waters between states lie in none unless the text says so.
        (pack.words.pattern("\\b<waters>\\b").test(first.name)
          ? null
          : homeOfPlace(document, first, beside, blocks, pack));
    }
    group.country = sovereignOf(group.country, pack);
    group.mentions.sort((a, b) => a.start - b.start);
  }
  return groups.filter((group) => group.mentions.length > 0);
}

/** Groups by key, by name, by spellings that the gazetteer knows for one, and by the report's own links. */
function bringTogether(
  mentions: readonly Mention[],
  pack: DomainPack,
  links: ReadonlyMap<Mention, Mention>,
  restated: ReadonlySet<Mention>,
): readonly MentionGroup[] {
  const groups = new Set<MentionGroup>();
  const byName = new Map<string, MentionGroup>();
  const byKey = new Map<string, MentionGroup>();
  const spellings = new PlaceSpellings(pack);
  const of = new Map<Mention, MentionGroup>();
  const hold = (group: MentionGroup, mention: Mention): void => {
    of.set(mention, group);
    spellings.add(group, bareName(mention.name, pack));
  };
  for (const mention of mentions) {
    const name = bareName(mention.name, pack);
    const keyed = mention.key === null ? undefined : byKey.get(mention.key);
    const linked = of.get(links.get(mention) ?? mention);
    const known = byName.get(name);
    const named =
      (known !== undefined && isElsewhere(known, mention, restated) ? undefined : known) ??
      spellings.find(name, mention.country) ??
      (linked !== undefined && groups.has(linked) ? linked : undefined);
    const group = keyed ?? named ?? newGroup(mention);
    if (keyed === undefined && named === undefined) groups.add(group);
    else {
      group.mentions.push(mention);
      if (group.key === null || (group.country === null && mention.country !== null)) {
        group.key = mention.key ?? group.key;
        group.country ??= mention.country;
      }
    }
    hold(group, mention);
    byName.set(name, byName.get(name) ?? group);
    if (mention.key !== null) byKey.set(mention.key, group);
    if (keyed !== undefined && named !== undefined && keyed !== named) {
      mergeGroups(keyed, named);
      byName.set(name, keyed);
      groups.delete(named);
      spellings.drop(named);
      for (const moved of named.mentions) hold(keyed, moved);
    }
  }
  return [...groups];
}

/** Two places of one name in two states, which the text tells apart. */
const isElsewhere = (
  group: MentionGroup,
  mention: Mention,
  restated: ReadonlySet<Mention>,
): boolean =>
  group.country !== mention.country &&
  (restated.has(mention) || group.mentions.some((one) => restated.has(one)));

/** The state that a territory with a code of its own belongs to. */
function sovereignOf(code: string | null, pack: DomainPack): string | null {
  if (code === null || pack.countries.has(code)) return code;
  for (const state of pack.countries.values())
    if (state.territories.includes(code)) return state.iso2;
  return code;
}

/** The state of what stands beside an unknown place, else of the block where it is plain. */
const homeOfPlace = (
  document: ReportDocument,
  first: Mention,
  beside: { readonly places: InSentence; readonly bodies: InSentence },
  blocks: BlockCountries,
  pack: DomainPack,
): string | null =>
  besideCountry(document, first, beside, pack) ??
  (blocks.isPlain(first) ? blocks.homeOf(first) : null);

/** "Turbo, in Colombia", "the Syrian town of X", "Le Havre, France": the state beside the name. */
function statedCountry(
  document: ReportDocument,
  group: MentionGroup,
  states: InSentence,
  { words }: DomainPack,
): string | null {
  for (const mention of group.mentions) {
    for (const state of states(mention.sentence)) {
      if (state.country === null) continue;
      const after = document.text.slice(mention.end, state.start);
      if (
        state.start >= mention.end &&
        words
          .pattern("^,? (?:(?:<inside_mark>|<genitive>) )?(?:<compass_stems>\\w* )?$")
          .test(after)
      )
        return state.country;
      const before = document.text.slice(state.end, mention.start);
      if (
        mention.start >= state.end &&
        before.length < 40 &&
        words.pattern("^ (?:\\w+ ){0,3}<place_nouns_before> (?:<place_joins> )?$").test(before)
      )
        return state.country;
      if (mention.start >= state.end && /^[’']s (?:\w+ ){0,3}$/.test(before)) return state.country;
    }
  }
  return null;
}

/** "Khosh Tapa in Badakhshan province", "Kocaeli's Derince": the state of the place around it. */
function containerCountry(
  document: ReportDocument,
  group: MentionGroup,
  places: InSentence,
  { words }: DomainPack,
): string | null {
  for (const mention of group.mentions) {
    for (const place of places(mention.sentence)) {
      if (place.country === null) continue;
      const after = document.text.slice(mention.end, place.start);
      if (
        place.start >= mention.end &&
        words.pattern("^,? <container_joins> (?:<definite_article> )?$").test(after)
      )
        return place.country;
      if (
        place.start >= mention.end &&
        words.pattern("^, (?:<indefinite_article> \\w+ <container_joins> )?$").test(after)
      )
        return place.country;
      if (
        mention.start >= place.end &&
        /^[’']s $/.test(document.text.slice(place.end, mention.start))
      )
        return place.country;
    }
  }
  return null;
}

/** Inhabitants from which a town's name inside another name tells where it is. */
const FAMOUS = 200_000;

/** "Islamabad International Airport", "London Gatwick": the state of the town in the name. */
function knownTownIn(name: string, pack: DomainPack): string | null {
  const words = name.split(" ");
  if (words.length < 2) return null;
  for (const length of [2, 1]) {
    const place = pack.gazetteer.find(words.slice(0, length).join(" "))[0];
    if (place !== undefined && place.population >= FAMOUS && words.length > length)
      return place.country;
  }
  return null;
}

/** The state of a keyed place in one list with it ("Ponta and Canchungo"), or of the body acting there. */
function besideCountry(
  document: ReportDocument,
  mention: Mention,
  { places, bodies }: { readonly places: InSentence; readonly bodies: InSentence },
  { words }: DomainPack,
): string | null {
  for (const place of places(mention.sentence)) {
    if (place.key === null || place.country === null) continue;
    const [first, second] = place.start < mention.start ? [place, mention] : [mention, place];
    if (
      words
        .pattern("^(?:,|,? <additive>| <alternative>) $")
        .test(document.text.slice(first.end, second.start))
    )
      return place.country;
  }
  const acting = bodies(mention.sentence).findLast(
    (body) => body.end <= mention.start && body.country !== null,
  );
  return acting?.country ?? null;
}
