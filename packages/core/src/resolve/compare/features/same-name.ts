import { evidence } from "../evidence.js";
import type { RelationFeature } from "./name-relation.js";

/** The same words in the same order. */
export const sameName: RelationFeature = (a, b) =>
  a.plain.length === b.plain.length && a.plain.every((word, at) => word === b.plain[at])
    ? evidence("same", "same name")
    : null;
