import type { Predicate } from "../../packs/predicate-schemas.js";
import { pluralOf } from "../../text/plural.js";
import { PhraseSet } from "../stream/phrase-set.js";
import { inflect, type VerbForm } from "../../text/inflect.js";

/** A link that a predicate makes, with the phrases that name its ends. */
export type PredicateLink = Predicate["links"][number];

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
): PredicateRules {
  const verbs = new Map<string, PredicateWord[]>();
  const nouns = new Map<string, PredicateWord[]>();
  const forms = new Map<string, VerbForm>();
  for (const verb of [...Object.keys(irregular), ...more, ...predicates.flatMap((one) => one.verbs)])
    for (const { text, form } of inflect(verb.split(" ")[0] ?? "", irregular))
      if (!forms.has(text)) forms.set(text, form);
  for (const { id, links, verbs: own, nouns: called } of predicates) {
    for (const verb of own)
      for (const text of formsOf(verb, irregular, be)) push(verbs, text, { id, links, plural: false });
    for (const noun of called) {
      push(nouns, noun, { id, links, plural: false });
      push(nouns, pluralOf(noun), { id, links, plural: true });
    }
  }
  const beside = predicates.flatMap((one) =>
    one.beside ? [{ id: one.id, links: one.links, plural: false }] : [],
  );
  return { verbs: setOf(verbs), nouns: setOf(nouns), beside, forms };
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

function setOf(map: ReadonlyMap<string, readonly PredicateWord[]>): PhraseSet<readonly PredicateWord[]> {
  const set = new PhraseSet<readonly PredicateWord[]>();
  for (const [word, list] of map) set.add(word, list);
  return set;
}
