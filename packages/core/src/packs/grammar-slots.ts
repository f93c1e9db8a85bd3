/** Closed classes of words that the reading of clauses asks a language for. */
export const GRAMMAR_SLOTS = [
  "be",
  "passiveHelper",
  "have",
  "do",
  "modal",
  "negation",
  "relative",
  "ownerRelative",
  "complementizer",
  "determiner",
  "owner",
  "personPronoun",
  "thingPronoun",
  "pluralPronoun",
  "coordinator",
  "alsoJoins",
  "preposition",
  "subordinator",
  "copula",
  "naming",
  "past",
  "lesser",
  "portion",
] as const;

export type GrammarSlot = (typeof GRAMMAR_SLOTS)[number];
