import type { DocumentEntity } from "../../model/document-entity.js";
import type { Mention } from "../../model/mention.js";
import type { ReportDocument } from "../../model/report-document.js";
import type { EntityRole } from "../../model/schema.js";
import type { DomainPack } from "../../packs/domain-pack.js";
import { foldName } from "../../text/fold.js";
import { blockCountries, documentCountry } from "./document-country.js";
import { equateNames } from "./equated-names.js";
import { groupAgencies } from "./group-agencies.js";
import { groupPeople } from "./group-people.js";
import { groupPlaces } from "./group-places.js";
import { inSentence } from "./in-sentence.js";
import { linkAcronyms } from "./link-acronyms.js";
import { groupBy, type MentionGroup } from "./mention-group.js";
import { holdsPost, postGround } from "./person-type.js";
import { stateNames } from "./stated-names.js";
import { toDocumentEntity } from "./to-document-entity.js";

/**
 * The things one report tells of: its mentions clustered by identity, name, acronym and
 * description. A person is an official when any mention holds a post. Sorted by id.
 */
export function clusterMentions(
  document: ReportDocument,
  found: readonly Mention[],
  pack: DomainPack,
): readonly DocumentEntity[] {
  const { mentions, restated } = stateNames(document, found, pack);
  const of = (role: EntityRole): Mention[] => mentions.filter((mention) => mention.role === role);
  const home = documentCountry(document, mentions, pack);
  const blocks = blockCountries(document, mentions, home, pack);
  const { homeOf } = blocks;
  const links = linkAcronyms(document, mentions, pack.words);
  const states = of("country");
  const agencies = groupAgencies(document, of("body"), links, states, pack, blocks);
  const named = [
    ...groupBy(states, (mention) => mention.key ?? foldName(mention.name)),
    ...groupBy(of("goods"), (mention) => mention.key ?? foldName(mention.name)),
    ...agencies,
    ...groupNamed(of("group"), links, pack),
    ...groupNamed(of("vessel"), links, pack),
    ...groupNamed(of("organization"), links, pack).filter((group) => !isPlatform(group, pack)),
    ...groupPlaces(
      document,
      of("place"),
      { states, bodies: of("body"), restated },
      pack,
      links,
      blocks,
    ),
  ];
  const bodies = inSentence([
    ...states,
    ...agencies.flatMap(({ country, mentions: members }) =>
      members.map((mention) => ({ ...mention, country })),
    ),
  ]);
  const posts = postGround(document, mentions, pack);
  const official = pack.schema.typeOf("official");
  const persons = of("person");
  const people = groupPeople(persons, equateNames(document, persons, pack)).map((group) => {
    const post = group.mentions.find((mention) => holdsPost(mention, posts));
    if (post === undefined || official === null) return group;
    const country = countryBeside(document, post, bodies(post.sentence), pack) ?? homeOf(post);
    return { ...group, type: official, role: "official" as const, country };
  });
  const entities = [...named, ...people].map((group) => toDocumentEntity(document, group, pack));
  return mergeEqualIds(entities).sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** Reach of a post to the state or body it is held in, in characters. */
const BESIDE = 60;

/** The state of the body or demonym nearest to an official's name among mentions of its sentence. */
function countryBeside(
  document: ReportDocument,
  person: Mention,
  mentions: readonly Mention[],
  { words }: DomainPack,
): string | null {
  let best: string | null = null;
  let nearest = BESIDE;
  for (const other of mentions) {
    if (other.country === null || other.country === "") continue;
    const gap = other.end <= person.start ? person.start - other.end : other.start - person.end;
    const between =
      other.end <= person.start
        ? document.text.slice(other.end, person.start)
        : document.text.slice(person.end, other.start);
    if (gap < 0 || gap >= nearest || words.pattern("[;:]|\\b<other_parties>\\b").test(between))
      continue;
    best = other.country;
    nearest = gap;
  }
  return best;
}

/** Groups by identity or name, with the acronyms the report defines. */
function groupNamed(
  mentions: readonly Mention[],
  links: ReadonlyMap<Mention, Mention>,
  pack: DomainPack,
): MentionGroup[] {
  const identity = (mention: Mention): string => nameIdentity(mention, pack);
  const acronyms = new Map<string, string>();
  for (const mention of mentions) {
    const name = links.get(mention);
    if (name !== undefined) acronyms.set(mention.name, identity(name));
  }
  return groupBy(mentions, (mention) => {
    if (mention.form === "acronym") return acronyms.get(mention.name) ?? identity(mention);
    return identity(mention);
  });
}

/** A name without its head or legal form is the same: "Red Pier", "the Red Pier network". */
function nameIdentity(mention: Mention, { words }: DomainPack): string {
  if (mention.key !== null) return mention.key;
  const name = foldName(mention.name).replace(words.pattern("^<definite_article> "), "");
  if (mention.role === "vessel") return withoutPrefix(name, words);
  if (mention.role !== "group")
    return name.replace(words.pattern("(?<=. .*) <company_forms>$"), "");
  const [, bare, head = ""] = /^(.+) (\S+)$/.exec(name) ?? [];
  return bare !== undefined && words.has("group_heads", head) ? bare : name;
}

/** "MV Jamila" and "the Jamila" are one ship. */
const withoutPrefix = (name: string, words: DomainPack["words"]): string => {
  const [, prefix = "", bare = ""] = /^((?:zr )?\S+) (.+)$/.exec(name) ?? [];
  return words.has("vessel_prefixes", prefix) ? bare : name;
};

/** A platform is where something was posted, and no party to it. */
const isPlatform = (group: MentionGroup, pack: DomainPack): boolean =>
  group.key !== null && pack.entries.get(group.key)?.kind === "platform";

/** Two groups may have got the same content key; they are one thing. */
function mergeEqualIds(entities: readonly DocumentEntity[]): DocumentEntity[] {
  const byId = new Map<string, DocumentEntity>();
  for (const entity of entities) {
    const known = byId.get(entity.id);
    if (known === undefined) byId.set(entity.id, entity);
    else {
      const aliases = new Set([...known.aliases, ...entity.aliases, entity.name]);
      aliases.delete(known.name);
      const merged = [...known.mentions, ...entity.mentions].sort((a, b) => a.start - b.start);
      byId.set(entity.id, { ...known, aliases: [...aliases].sort(), mentions: merged });
    }
  }
  return [...byId.values()];
}
