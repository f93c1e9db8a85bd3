import type { WordLists } from "../../packs/word-lists.js";
import { foldName } from "../../text/fold.js";

const SMALL_WORDS = new Set(["the", "of", "for", "and", "on", "in", "to", "against", "a", "at"]);
const JOINTS = new Set(["of", "for"]);

/**
 * A body's folded name with its field in front and small words out, so that word order stops
 * mattering: `ministry of interior` → `interior ministry`.
 */
export function normalizeBodyName(folded: string): string {
  const words = folded.split(" ");
  const joint = words.findIndex((word) => JOINTS.has(word));
  const turned = joint <= 0 ? words : [...words.slice(joint + 1), ...words.slice(0, joint)];
  const kept = turned.filter((word) => !SMALL_WORDS.has(word));
  return kept.length === 0 ? folded : kept.join(" ");
}

/** Head nouns of groups; a language and a field give them. */
export type GroupHeads = Pick<WordLists, "has">;

const isHead = (word: string, heads: GroupHeads): boolean =>
  heads.has("group_heads", word) || heads.has("group_heads", word.replace(/s$/, ""));

/** A network's folded name without article and head noun: `the Red Dune network` → `red dune`. */
export function normalizeNetworkName(name: string, heads: GroupHeads): string {
  const words = foldName(name)
    .split(" ")
    .filter((word) => !SMALL_WORDS.has(word));
  const kept = words.filter((word) => !isHead(word, heads));
  return (kept.length === 0 ? words : kept).join(" ");
}

/** The words of a normalized name as one key, whatever their order. */
export const sortedWords = (normalized: string): string =>
  [...new Set(normalized.split(" "))].sort().join(" ");

/** A folded name as the end of an id: `al qaim` → `al-qaim`; `unnamed` when nothing is left. */
export const toSlug = (folded: string): string =>
  folded === "" ? "unnamed" : folded.replaceAll(" ", "-");
