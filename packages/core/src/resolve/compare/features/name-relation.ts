// Which relation two things' names have: the closest one that any two of their names have. Each relation
// is a file; the order of the list is from the closest to the farthest.
import type { NameForm } from "../../identify/name-form.js";
import type { Evidence } from "../evidence.js";

/** A relation that two names have, or null; symmetric. */
export type RelationFeature = (a: NameForm, b: NameForm) => Evidence | null;

/** Names of a thing beyond which no further one is compared: a page of aliases costs no square. */
const MOST_NAMES = 8;

/** The closest relation of two things' names; the first name of each is the one it is listed by. */
export function closestRelation(
  a: readonly NameForm[],
  b: readonly NameForm[],
  relations: readonly RelationFeature[],
): Evidence | null {
  for (const relation of relations) {
    for (const one of a.slice(0, MOST_NAMES)) {
      for (const other of b.slice(0, MOST_NAMES)) {
        const found = relation(one, other);
        if (found !== null) return found;
      }
    }
  }
  return null;
}
