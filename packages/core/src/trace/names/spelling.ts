// Whether a query is a name as another desk spells it, in Latin letters or in the Arabic script.
import { sharedSound } from "../../text/name-skeleton.js";
import { nameTokens, personNameSimilarity } from "../../text/person-name-similarity.js";
import type { ReadName } from "./read-name.js";

/** Likeness from which two spellings of a person's name are one; of a family name alone, which reaches .8. */
const SAME_PERSON = 0.85;
const SAME_FAMILY = 0.76;
/** Consonants that two spellings must share: fewer are shared by many names. */
const LEAST_SHARED = 3;
/** Articles as desks write them; they tell nothing. */
const ARTICLES: ReadonlySet<string> = new Set(
  "al el ul ad ed an en ar er as es ash esh at et az ez the".split(" "),
);

/** What a query is of a name: all of it or some of its words, spelt in another way; null for neither. */
export type Spelling = "whole" | "part" | null;

export function spellingOf(name: ReadName, wanted: ReadName, isPerson: boolean): Spelling {
  const byPerson = isPerson ? personSpelling(name.text, wanted.text) : null;
  return byPerson ?? soundSpelling(name, wanted);
}

function personSpelling(name: string, wanted: string): Spelling {
  const likeness = personNameSimilarity(name, wanted);
  const words = nameTokens(wanted).length;
  if (words < 2) return likeness >= SAME_FAMILY ? "part" : null;
  if (likeness < SAME_PERSON) return null;
  return nameTokens(name).length < 2 ? "part" : "whole";
}

/**
 * Every word asked for is a word of the name, in order, by its letters or its sound. Acronyms have no
 * sound: one letter parts two services.
 */
function soundSpelling(name: ReadName, wanted: ReadName): Spelling {
  const own = spoken(name);
  const asked = spoken(wanted);
  let at = 0;
  let shared = 0;
  for (const word of asked) {
    const isLetters = wanted.acronyms.has(word);
    const soundAt = (other: string): number =>
      isLetters || name.acronyms.has(other) ? 0 : sharedSound(word, other);
    const found = own.findIndex(
      (other, nth) => nth >= at && (other === word || soundAt(other) > 0),
    );
    if (found < 0) return null;
    shared += soundAt(own[found] ?? "");
    at = found + 1;
  }
  if (shared < LEAST_SHARED) return null;
  return asked.length === own.length ? "whole" : "part";
}

const spoken = ({ words }: ReadName): readonly string[] =>
  words.filter((word) => !ARTICLES.has(word));
