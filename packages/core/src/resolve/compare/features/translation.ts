import { evidence } from "../evidence.js";
import type { RelationFeature } from "./name-relation.js";

/** Words of one meaning in two languages or wordings: `Policía Nacional`, `National Police`. */
export const translation: RelationFeature = (a, b) =>
  a.meaning === b.meaning
    ? evidence("translated", "same words in two languages or wordings")
    : null;
