import type { Mention } from "../../model/mention.js";
import type { ReportDocument } from "../../model/report-document.js";
import type { DomainPack } from "../../packs/domain-pack.js";
import { parseDateline } from "../../text/dateline.js";
import { inSentence } from "./in-sentence.js";

/**
 * Alpha-2 code in lower case of the state a report is about, by votes of its mentions, or null
 * where no state leads. Bodies weigh most, then names, then places; the nationality of suspects
 * has no vote.
 */
export function documentCountry(
  document: ReportDocument,
  mentions: readonly Mention[],
  pack: DomainPack,
): string | null {
  const votes = countVotes(document, mentions, pack);
  const filed = filedFrom(document, pack);
  if (filed !== null) votes.set(filed, (votes.get(filed) ?? 0) + 1);
  return leader(votes);
}

/** Towns that agencies file from whatever the story is about. */
const DESKS = new Set(
  "brussels|the hague|geneva|vienna|new york|washington|lyon|london|paris|dubai|beirut|nairobi|bangkok|united nations".split(
    "|",
  ),
);
const TOWN = 50_000;

/** The state of the town in a dateline, where one is known and no news desk. */
function filedFrom(document: ReportDocument, pack: DomainPack): string | null {
  for (const block of document.blocks.slice(0, 6)) {
    if (block.role !== "paragraph" && block.role !== "dateline") continue;
    const dateline = parseDateline(document.text.slice(block.start, block.start + 200));
    if (dateline === null || DESKS.has(dateline.place.toLowerCase())) continue;
    const town = pack.gazetteer.find(dateline.place)[0];
    if (town !== undefined && town.population >= TOWN) return town.country;
  }
  return null;
}

/** What the blocks of a report speak of. */
export interface BlockCountries {
  /** The state that a body, place or person without one belongs to, by the block that names it. */
  readonly homeOf: (mention: Mention) => string | null;
  /** True where the report is about one state so plainly that an unknown place lies in it. */
  readonly isPlain: (mention: Mention) => boolean;
  /** True in an item of a digest, which says first where it is: names in it mean its own bodies. */
  readonly isItem: (mention: Mention) => boolean;
}

/**
 * The states of a report's blocks: a digest speaks of another state in every item. In running text it is
 * `home` wherever the block speaks of `home` too.
 */
export function blockCountries(
  document: ReportDocument,
  mentions: readonly Mention[],
  home: string | null,
  pack: DomainPack,
): BlockCountries {
  const byBlock = new Map<number, Mention[]>();
  const blockOf = (mention: Mention): number => document.sentences[mention.sentence]?.block ?? -1;
  for (const mention of mentions) {
    const block = blockOf(mention);
    const list = byBlock.get(block);
    if (list === undefined) byBlock.set(block, [mention]);
    else list.push(mention);
  }
  const all = [...countVotes(document, mentions, pack).values()].sort((a, b) => b - a);
  const plain = (all[0] ?? 0) >= PLAIN * (all[1] ?? 0);
  const countries = new Map<number, string | null>();
  const items = new Set<number>();
  const beside = inSentence(mentions);
  for (const [block, list] of byBlock) {
    const votes = countVotes(document, list, pack);
    const item = opensWithPlace(document, block, list);
    if (item) items.add(block);
    countries.set(block, item ? leader(votes) : (foreignLeader(votes, home) ?? home));
  }
  return {
    homeOf: (mention) =>
      saidBefore(document, beside(mention.sentence), mention, pack) ??
      countries.get(blockOf(mention)) ??
      home,
    isPlain: (mention) =>
      items.has(blockOf(mention)) || (plain && !namesOther(beside(mention.sentence), home)),
    isItem: (mention) => items.has(blockOf(mention)),
  };
}

/** How many times the votes of the next state make a report plainly one state's. */
const PLAIN = 2;

/** True when mentions of a sentence name another state. */
const namesOther = (mentions: readonly Mention[], home: string | null): boolean =>
  mentions.some(
    (other) => other.role === "country" && other.form !== "demonym" && other.country !== home,
  );

/** "Basra, Iraq. …", "• Kuwaiti customs …", "AMMAN: …": an item that says first where it is. */
function opensWithPlace(
  document: ReportDocument,
  block: number,
  mentions: readonly Mention[],
): boolean {
  const { role, start } = document.blocks[block] ?? {};
  if (start === undefined || role === "headline") return false;
  const first = mentions.find((mention) => mention.country !== null);
  if (first === undefined) return false;
  return role === "bullet"
    ? first.start - start < 40
    : first.role !== "body" &&
        /^[^.]{0,40}[.:] /.test(document.text.slice(start, start + 43)) &&
        first.start - start < 20;
}

/**
 * "In neighbouring Guinea-Bissau, the judicial police …": the state that a sentence has set out from, among
 * the mentions of the sentence.
 */
function saidBefore(
  document: ReportDocument,
  mentions: readonly Mention[],
  mention: Mention,
  { words }: DomainPack,
): string | null {
  const start = document.sentences[mention.sentence]?.start ?? 0;
  const state = mentions.find(
    (other) =>
      other.role === "country" &&
      other.end <= mention.start &&
      words
        .pattern('^["“]?<inside_mark> (?:<definite_article> )?(?:<neighbour_words> )?$', "iu")
        .test(document.text.slice(start, other.start)),
  );
  return state?.country ?? null;
}

/** Votes from which a paragraph of running text speaks of another state than the report. */
const FOREIGN = 4;

/** The state that leads a paragraph so clearly that it is about that state. */
function foreignLeader(votes: ReadonlyMap<string, number>, home: string | null): string | null {
  const first = leader(votes);
  if (first === null || home === null) return first;
  const most = votes.get(first) ?? 0;
  return most >= FOREIGN && most >= 2 * (votes.get(home) ?? 0) ? first : null;
}

function countVotes(
  document: ReportDocument,
  mentions: readonly Mention[],
  pack: DomainPack,
): Map<string, number> {
  const votes = new Map<string, number>();
  for (const mention of mentions) {
    // The state in a body's name is counted with the body.
    if (mention.country === null || mention.rule === "nested.state") continue;
    const weight = weightOf(document, mention, pack);
    if (weight > 0) votes.set(mention.country, (votes.get(mention.country) ?? 0) + weight);
  }
  return votes;
}

function leader(votes: ReadonlyMap<string, number>): string | null {
  // The one named first leads among equals: votes are counted in text order.
  let best: string | null = null;
  for (const [country, count] of votes) {
    if (best === null || count > (votes.get(best) ?? 0)) best = country;
  }
  return best;
}

function weightOf(document: ReportDocument, mention: Mention, pack: DomainPack): number {
  const headline =
    document.blocks[document.sentences[mention.sentence]?.block ?? -1]?.role === "headline";
  const early = headline || mention.sentence < 4 ? 0.5 : 0;
  switch (mention.role) {
    case "body":
      return 2 + early;
    case "place":
      return 1 + early;
    case "country":
      return countryWeight(document, mention, pack) + early;
    default:
      return 0;
  }
}

/** What a far end counts; it may be the report's state all the same. */
const FAR_WEIGHT = 0.3;

/** "a Mexican cartel": the demonym tells where the group comes from. */
const isGroup = (after: string, { words }: DomainPack): boolean =>
  words.has("group_after_place", /^[\s-]*(\p{L}+?)s?\b/u.exec(after)?.[1]?.toLowerCase() ?? "");

function countryWeight(document: ReportDocument, mention: Mention, pack: DomainPack): number {
  const after = document.text.slice(mention.end, mention.end + 24);
  const { words } = pack;
  // "Bahrain-bound", "Panama-flagged": what a thing is, not where the report is.
  if (words.pattern("^-<attribute_words>", "iu").test(after)) return 0;
  if (mention.form !== "demonym") {
    const before = document.text.slice(Math.max(0, mention.start - 16), mention.start);
    // "the border with Bulgaria", "to Spain": the far end of a road or line.
    return words.pattern("\\b<far_end_leads> (?:<definite_article> )?$", "iu").test(before)
      ? FAR_WEIGHT
      : 1;
  }
  // "a Syrian driver": where a suspect comes from.
  if (words.pattern("^[\\s-]*<people_nouns>\\b", "iu").test(after) || isGroup(after, pack))
    return 0;
  // "five Colombians": a plural demonym counts people.
  return mention.name.endsWith("s") && !words.pattern("<plain_demonym_ends>$").test(mention.name)
    ? 0
    : 1;
}
