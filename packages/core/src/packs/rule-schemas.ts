// Schemas of the pack files that hold wording: units, cues, triggers, relation and statistic rules.
import { z } from "zod";

/** Kinds of words after a number; only the first six can be an amount of goods. */
const UNIT_CLASSES = [
  "weight",
  "volume",
  "pieces",
  "plants",
  "packages",
  "count",
  "percent",
  "money",
  "strength",
  "length",
  "calibre",
  "area",
  "time",
  "measure",
] as const;

export type UnitClass = (typeof UNIT_CLASSES)[number];

/** A phrase longer than this stands in no sentence; a gap wider than this ties what has no tie. */
const LONGEST_PHRASE = 120;
const MOST_GAP = 20;

/** Signs of a pattern; a slot such as `{goods}` is none. */
const PATTERN_SIGN = /[()[\]*+|^$\\]|\{(?!\w+\})/;

/** Words as they stand: nothing in a pack is a pattern, so nothing in it can blow up on a report. */
const phrases = z.array(
  z
    .string()
    .min(1)
    .max(LONGEST_PHRASE, `expected a phrase of at most ${LONGEST_PHRASE} characters`)
    .refine(
      (phrase) => !PATTERN_SIGN.test(phrase),
      "expected words as they stand in a report; a phrase is no pattern, so give each wording its own entry",
    ),
);

const sentences = z.array(z.string().min(1));

/** A row of `units.tsv`. */
export const unitRow = z.strictObject({
  form: z.string().min(1),
  unit: z.string().min(1),
  class: z.enum(UNIT_CLASSES),
  kilograms: z
    .string()
    .regex(/^(\d+(\.\d+)?)?$/, "expected a weight in kilograms, or nothing")
    .transform((cell) => (cell === "" ? null : Number(cell))),
});

export type UnitRow = z.infer<typeof unitRow>;

/** `cues.yaml`: words that say how a statement or a figure is meant. */
export const cuesSchema = z.strictObject({
  modality: z.strictObject({
    planned: phrases,
    attempted: phrases,
    alleged: phrases,
    denied: phrases,
    hypothetical: phrases,
    /** Nothing of the sentence took place: `was called off`. */
    void: phrases,
  }),
  quantity: z.strictObject({
    gte: phrases,
    lte: phrases,
    approx: phrases,
    gteAfter: phrases,
    approxAfter: phrases,
  }),
  speech: phrases,
  separators: phrases,
  anaphors: phrases,
});

export type CueSection = z.infer<typeof cuesSchema>;

/** Actions that the engine tells apart; a field words them, and may leave out what it never tells of. */
const FRAMES = [
  "dismantle",
  "seize",
  "hold",
  "find",
  "arrest",
  "raid",
  "strike",
  "airstrike",
  "kill",
  "sentence",
  "sanction",
  "destroy",
  "clash",
] as const;

/** An action of the authorities. */
const frame = z.strictObject({
  id: z.enum(FRAMES),
  kind: z.string().min(1),
  /** Base forms of verbs, inflected on loading; a verb may carry a particle (`break up`). */
  verbs: phrases.default([]),
  /** Wording taken as it stands. */
  phrases: phrases.default([]),
  tests: sentences.default([]),
});

/** What befalls people by an action; those of paper are actions of their own. */
const ACTS = [
  "arrest",
  "charge",
  "warrant",
  "extradite",
  "sanction",
  "sentence",
  "kill",
  "escape",
] as const;

export type FateAct = (typeof ACTS)[number];

/** How it is said that an action concerned somebody. */
const fate = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]*$/, "expected an id such as `charge`"),
  act: z.enum(ACTS),
  /** What somebody was to the action, one of the roles that the schema declares. */
  role: z.string().min(1),
  /** Base forms, a particle behind them. */
  verbs: phrases.default([]),
  /** Nouns in the singular: `the arrest of X`, `X's trial`. */
  nouns: phrases.default([]),
  /** Words of which one must stand in the verb's phrases: `face charges`, `found guilty`. */
  with: phrases.default([]),
  /**
   * The phrases that name whom it concerns: `subject`, `object`, `owner` of the noun or of the word in
   * `with`, or a preposition.
   */
  who: phrases.min(1),
  /** Prepositions behind which a state or a body must stand: `handed X over to Y`. */
  to: phrases.default([]),
  /** True where an authority must be said to have done it: else a killing is no action of theirs. */
  agent: z.boolean().default(false),
  /** `Ole Lund charged`. */
  tests: sentences.default([]),
  never: sentences.default([]),
});

/** `frames.yaml`: what authorities do, and what befalls people by it. */
export const framesSchema = z.strictObject({
  frames: z.array(frame),
  fates: z.array(fate).default([]),
  /** Verbs of which the object has not come about: `requested the extradition of X`. */
  undone: phrases.default([]),
  /** Words for more of the same action: `as well`, `others`. */
  more: phrases.default([]),
  /** Nouns in the singular for those who act for a state. */
  authorities: phrases.default([]),
});

export type FrameSection = z.infer<typeof framesSchema>;

const relationRule = z.strictObject({
  id: z.string().min(1),
  /** Relationship type it makes. */
  type: z.string().min(1),
  /** Types of the name before the cue and of the name after it. */
  left: phrases.min(1),
  right: phrases.min(1),
  /** True where the name after the cue is the subject. */
  reverse: z.boolean().default(false),
  /** Most items between the left name and the cue. */
  gap: z.number().int().min(0).max(MOST_GAP).default(0),
  /** Wording between the names; it ends right before the right one, determiners aside. */
  cues: phrases.min(1),
  tests: sentences.default([]),
  /** Sentences that the rule must read no link of its type from. */
  never: sentences.default([]),
});

/** `relations.yaml`: how links are worded. */
export const relationsSchema = z.strictObject({ rules: z.array(relationRule) });

export type RelationSection = z.infer<typeof relationsSchema>;
