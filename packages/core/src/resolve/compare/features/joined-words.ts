import { evidence } from "../evidence.js";
import type { RelationFeature } from "./name-relation.js";

/** The same letters, parted by other blanks and hyphens: `Coast Guard`, `Coastguard`. */
export const joinedWords: RelationFeature = (a, b) =>
  a.joined === b.joined && a.joined.length > 3
    ? evidence("joined", "names differ in blanks and hyphens only")
    : null;
