import type { Schema } from "../../model/schema.js";
import type { DomainPack, PackWording } from "../../packs/domain-pack.js";
import { rulePrecision } from "../../packs/measured.js";
import type { UnitRow } from "../../packs/rule-schemas.js";
import type { PhraseSlot } from "../../packs/word-slots.js";
import { type CueModality, compileCues } from "../cues/read-cues.js";
import { compileQuantityLexicon, type QuantityLexicon } from "../quantities/quantity-lexicon.js";
import { PhraseSet, phraseSet } from "../stream/phrase-set.js";
import { inflect, type VerbForm } from "./inflect.js";
import { compilePairRules, type PairRule } from "./pair-rules.js";
import { compileTieRules, type TieRule } from "./tie-rules.js";

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
  readonly pairs: readonly PairRule[];
  readonly ties: readonly TieRule[];
  /**
   * Precision of a rule by its id, as last measured.
   * @throws TypeError for an id that is no rule of the engine or the pack.
   */
  readonly precision: (rule: string) => number;
}

/** The wording of a pack, ready to match. Costs some milliseconds; keep it. */
export function compileRuleBook({
  schema,
  wording,
}: Pick<DomainPack, "schema" | "wording">): RuleBook {
  const { units, cues, rules, lists, measured } = wording;
  const nouns = new Map<string, ReadonlySet<string>>(
    Object.entries(lists).map(([name, words]) => [name, new Set(words)]),
  );
  const phrases = new Map(Object.entries(lists).map(([name, list]) => [name, phraseSet(list)]));
  const none = new Set<string>();
  const nothing = phraseSet([]);
  return {
    schema,
    quantities: compileQuantityLexicon(units, cues.quantity),
    units: new Map(units.map((row) => [row.form, row])),
    triggers: compileTriggers(wording),
    cues: compileCues(cues.modality),
    speech: phraseSet(cues.speech),
    separators: phraseSet(cues.separators),
    anaphors: phraseSet(cues.anaphors),
    nouns: (list) => nouns.get(list) ?? none,
    phrases: (list) => phrases.get(list) ?? nothing,
    pairs: compilePairRules(rules, schema),
    ties: compileTieRules(rules),
    precision: (rule) => rulePrecision(measured, rule),
  };
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
