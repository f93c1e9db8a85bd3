import type { PersonFacts } from "../../identify/person-facts.js";

/** A man and a woman. */
export const differentSexes = (a: PersonFacts, b: PersonFacts): string | null =>
  a.sex !== null && b.sex !== null && a.sex !== b.sex ? "a man and a woman" : null;
