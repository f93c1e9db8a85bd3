import { evidence } from "../evidence.js";
import type { RelationFeature } from "./name-relation.js";

/** The same words in another order: `Ministry of Interior`, `Interior Ministry`. */
export const wordOrder: RelationFeature = (a, b) =>
  a.sorted === b.sorted ? evidence("order", "same words in another order") : null;
