import type { EntityRole, Schema } from "../../model/schema.js";
import type { DomainPack, PackWording } from "../../packs/domain-pack.js";
import type { Identifiers } from "../../packs/identifier-schemas.js";
import { rulePrecision } from "../../packs/measured.js";
import type { UnitRow } from "../../packs/rule-schemas.js";
import type { LinkWeights } from "../../packs/weights.js";
import type { WordLists } from "../../packs/word-lists.js";
import type { PhraseSlot } from "../../packs/word-slots.js";
import { fold } from "../../text/fold.js";
import { inflect, type VerbForm } from "../../text/inflect.js";
import { pluralOf } from "../../text/plural.js";
import { type CueModality, compileCues } from "../cues/read-cues.js";
import { compileQuantityLexicon, type QuantityLexicon } from "../quantities/quantity-lexicon.js";
import { PhraseSet, phraseSet } from "../stream/phrase-set.js";
import type { SyntaxGround } from "../syntax/sentence-syntax.js";
import { compileWordClasses } from "../syntax/word-classes.js";
import { compileFates, type FateRules } from "./fate-rules.js";
import { compilePairRules, type PairRule } from "./pair-rules.js";
import { compilePredicates, type PredicateRules } from "./predicate-rules.js";

/** What a trigger phrase says and in which form. */
export interface TriggerWord {
  /** Id of the frame rule, such as `seize`. */
  readonly frame: string;
  readonly kind: string;
  readonly form: VerbForm | "phrase";
}

/** The wording of a pack, compiled once for all documents. */
export interface RuleBook {
  readonly schema: Schema;
  readonly identifiers: Identifiers;
  readonly words: WordLists;
  /** Words that make a post only behind one of others: `general` behind `attorney`. */
  readonly dependentPosts: ReadonlyMap<string, readonly string[]>;
  readonly quantities: QuantityLexicon;
  /** Units of one word, by that word. */
  readonly units: ReadonlyMap<string, UnitRow>;
  readonly triggers: PhraseSet<TriggerWord>;
  readonly cues: PhraseSet<CueModality>;
  readonly speech: PhraseSet<true>;
  readonly separators: PhraseSet<true>;
  readonly anaphors: PhraseSet<true>;
  /** Single words by the name of their list: `person`, `network`, `facility`. */
  readonly nouns: (list: PhraseSlot) => ReadonlySet<string>;
  /** Phrases by the name of their list. */
  readonly phrases: (list: PhraseSlot) => PhraseSet<true>;
  /** Verbs and role nouns that state links. */
  readonly predicates: PredicateRules;
  /** Closed classes of the language, for the reading of clauses. */
  readonly syntax: SyntaxGround;
  /** Nouns that may stand for a thing told before, by what it is. */
  readonly anaphorNouns: (role: EntityRole) => ReadonlySet<string>;
  /** What befalls people by an action, by verb and noun. */
  readonly fates: FateRules;
  readonly pairs: readonly PairRule[];
  /**
   * Precision of a rule by its id, as last measured.
   * @throws TypeError for an id that is no rule of the engine or the pack.
   */
  readonly precision: (rule: string) => number;
  /** What speaks for a link, or null in a field where nobody fitted that. */
  readonly weights: LinkWeights | null;
}

/** The wording of a pack, ready to match. Costs some milliseconds; keep it. */
export function compileRuleBook({
  identifiers,
  schema,
  wording,
  words,
}: Pick<DomainPack, "identifiers" | "schema" | "wording" | "words">): RuleBook {
  const { units, cues, rules, lists, measured, irregular } = wording;
  const nouns = new Map<string, ReadonlySet<string>>(
    Object.entries(lists).map(([name, words]) => [name, new Set(words)]),
  );
  const phrases = new Map(Object.entries(lists).map(([name, list]) => [name, phraseSet(list)]));
  const none = new Set<string>();
  const nothing = phraseSet([]);
  return {
    schema,
    identifiers,
    words,
    dependentPosts: wording.tables.lists.dependent_posts,
    quantities: compileQuantityLexicon(units, cues.quantity),
    units: new Map(units.map((row) => [row.form, row])),
    triggers: compileTriggers(wording),
    cues: compileCues(cues.modality),
    speech: phraseSet(cues.speech),
    separators: phraseSet(cues.separators),
    anaphors: phraseSet(cues.anaphors),
    nouns: (list) => nouns.get(list) ?? none,
    phrases: (list) => phrases.get(list) ?? nothing,
    predicates: compilePredicates(
      wording.predicates,
      irregular,
      knownVerbs(wording),
      wording.grammar.be,
      schema,
    ),
    syntax: {
      classes: compileWordClasses(wording.grammar),
      isCopula: formsOf(wording, "copula"),
      isNaming: formsOf(wording, "naming"),
      isLosing: formsOf(wording, "losing"),
      isCalling: formsOf(wording, "calling"),
      isSucceeding: formsOf(wording, "succeeding"),
      describes: compileDescriptions(wording.descriptions),
    },
    anaphorNouns: compileAnaphors(wording.anaphors),
    fates: compileFates(wording.fates, irregular, wording.grammar.be),
    pairs: compilePairRules(rules, schema),
    precision: (rule) => rulePrecision(measured, rule),
    weights: wording.weights,
  };
}

/** Verbs that other rules know, whose forms help to tell verbs from nouns. */
const knownVerbs = ({ frames, fates }: PackWording): readonly string[] => [
  ...frames.flatMap(({ verbs }) => verbs),
  ...fates.fates.flatMap(({ verbs }) => verbs),
];

/** Whether a word is a form of a verb of a closed class. */
function formsOf(
  { grammar, irregular }: PackWording,
  slot: "copula" | "naming" | "losing" | "calling" | "succeeding",
): (word: string) => boolean {
  const forms = new Set(
    grammar[slot].flatMap((verb) => inflect(verb, irregular).map(({ text }) => text)),
  );
  return (word) => forms.has(word);
}

/** A noun of no known kind may describe anything. */
function compileDescriptions(descriptions: PackWording["descriptions"]): SyntaxGround["describes"] {
  const roles = new Map<string, Set<EntityRole>>();
  for (const { role, nouns } of descriptions)
    for (const noun of nouns.flatMap((one) => [one, pluralOf(one)])) {
      const last = fold(noun).split(/[ -]/).at(-1) ?? "";
      roles.set(last, (roles.get(last) ?? new Set()).add(role));
    }
  return (noun, role) => {
    const known = roles.get(noun);
    if (known === undefined) return true;
    return known.has(role) || (role === "official" && known.has("person"));
  };
}

function compileAnaphors(
  anaphors: PackWording["anaphors"],
): (role: EntityRole) => ReadonlySet<string> {
  const none: ReadonlySet<string> = new Set();
  const sets = new Map(
    Object.entries(anaphors).map(([role, nouns]) => [
      role,
      new Set(nouns.flatMap((noun) => [noun, pluralOf(noun)])),
    ]),
  );
  return (role) => sets.get(role) ?? none;
}

function compileTriggers({ frames, irregular }: PackWording): PhraseSet<TriggerWord> {
  const set = new PhraseSet<TriggerWord>();
  for (const { id, kind, verbs, phrases } of frames) {
    for (const phrase of phrases) set.add(phrase, { frame: id, kind, form: "phrase" });
    for (const verb of verbs) {
      for (const { text, form } of inflect(verb, irregular)) {
        set.add(text, { frame: id, kind, form });
      }
    }
  }
  return set;
}
