import { evidence } from "../evidence.js";
import type { RelationFeature } from "./name-relation.js";

/** What a name is worth that says otherwise what sort of body it is. */
const OTHERWISE = 0.5;

/** Names that differ only in what sort of body they say it is: `Drug Control Agency`, `Drug Control Service`. */
export const otherRanks: RelationFeature = (a, b) =>
  a.telling !== "" && a.telling === b.telling
    ? evidence("ranks", "they differ in what sort of body it is", OTHERWISE)
    : null;
