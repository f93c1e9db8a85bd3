import type { DocumentEntity } from "../../model/document-entity.js";
import type { EntityRole, EntityType, RelationType, Schema } from "../../model/schema.js";
import type { Predicate } from "../../packs/predicate-schemas.js";
import { inflect, type VerbForm } from "../../text/inflect.js";
import { pluralOf } from "../../text/plural.js";
import { PhraseSet } from "../stream/phrase-set.js";

/** A link that a predicate makes, with the phrases that name its ends and what those may be. */
export type PredicateLink = Predicate["links"][number] & {
  readonly subjects: Wanted;
  readonly objects: Wanted;
};

/** Which things an end may be. */
export interface Wanted {
  readonly roles: ReadonlySet<EntityRole>;
  readonly fits: (entity: DocumentEntity) => boolean;
}

/** A predicate that a word of the text may be. */
export interface PredicateWord {
  readonly id: string;
  readonly links: readonly PredicateLink[];
  /** True for a noun in the plural. */
  readonly plural: boolean;
}

/** The predicates of a pack by their words. */
export interface PredicateRules {
  readonly verbs: PhraseSet<readonly PredicateWord[]>;
  readonly nouns: PhraseSet<readonly PredicateWord[]>;
  /** Predicates that a preposition beside a name is enough for. */
  readonly beside: readonly PredicateWord[];
  /** Relationship types that give way to any other between the same two. */
  readonly weak: ReadonlySet<RelationType>;
  /** Form of every single word that is a verb's, where it is known. */
  readonly forms: ReadonlyMap<string, VerbForm>;
}

type Irregular = Readonly<Record<string, readonly string[]>>;

/**
 * Compiles predicates; `more` are base forms of further verbs whose forms should be known, `be` the
 * forms of that verb.
 */
export function compilePredicates(
  predicates: readonly Predicate[],
  irregular: Irregular,
  more: readonly string[],
  be: readonly string[],
  schema: Schema,
): PredicateRules {
  const verbs = new Map<string, PredicateWord[]>();
  const nouns = new Map<string, PredicateWord[]>();
  const forms = new Map<string, VerbForm>();
  for (const verb of [
    ...Object.keys(irregular),
    ...more,
    ...predicates.flatMap((one) => one.verbs),
  ])
    for (const { text, form } of inflect(verb.split(" ")[0] ?? "", irregular))
      if (!forms.has(text)) forms.set(text, form);
  const compiled = predicates.map((one) => ({
    ...one,
    links: one.links.map((link) => linkOf(schema, link)),
  }));
  for (const { id, links, verbs: own, nouns: called } of compiled) {
    for (const verb of own)
      for (const text of formsOf(verb, irregular, be))
        push(verbs, text, { id, links, plural: false });
    for (const noun of called) {
      push(nouns, noun, { id, links, plural: false });
      push(nouns, pluralOf(noun), { id, links, plural: true });
    }
  }
  const beside = compiled.flatMap((one) =>
    one.beside ? [{ id: one.id, links: one.links, plural: false }] : [],
  );
  const links = predicates.flatMap((one) => one.links);
  const weak = new Set(links.filter((one) => one.weak).map(({ type }) => type));
  return { verbs: setOf(verbs), nouns: setOf(nouns), beside, weak, forms };
}

function linkOf(schema: Schema, link: Predicate["links"][number]): PredicateLink {
  const types = schema.relation(link.type);
  return {
    ...link,
    subjects: wantedOf(schema, link.fromTypes.length > 0 ? link.fromTypes : (types?.from ?? [])),
    objects: wantedOf(schema, link.toTypes.length > 0 ? link.toTypes : (types?.to ?? [])),
  };
}

/** Things of some types; `the drug` names none: it stands for one told before. */
function wantedOf(schema: Schema, types: readonly EntityType[]): Wanted {
  const among = schema.data.entities
    .map(({ name }) => name)
    .filter((name) => schema.lineage(name).some((type) => types.includes(type)));
  const known = new Set(among);
  return {
    roles: new Set(among.flatMap((name) => schema.roleOf(name) ?? [])),
    fits: ({ type, attributes }) => attributes.unspecified !== true && known.has(type),
  };
}

/** `be loyal to`: every form of `be`, which no rule makes. */
const formsOf = (verb: string, irregular: Irregular, be: readonly string[]): readonly string[] =>
  verb.startsWith("be ")
    ? be.map((form) => form + verb.slice(2))
    : inflect(verb, irregular).map(({ text }) => text);

function push(map: Map<string, PredicateWord[]>, word: string, one: PredicateWord): void {
  const list = map.get(word);
  if (list === undefined) map.set(word, [one]);
  else if (!list.some(({ id }) => id === one.id)) list.push(one);
}

function setOf(
  map: ReadonlyMap<string, readonly PredicateWord[]>,
): PhraseSet<readonly PredicateWord[]> {
  const set = new PhraseSet<readonly PredicateWord[]>();
  for (const [word, list] of map) set.add(word, list);
  return set;
}
