import type { DocumentEntity } from "../../model/document-entity.js";
import { type Item, wordAt } from "../stream/item.js";
import { groupOfNoun, groupOfPronoun, type ToldGroup, type ToldGroups } from "./told-groups.js";

/** Items of a sentence that stand for a person or group: a name, `the network`, `it`, `its`, `whose`. */
export interface Referent {
  readonly entity: DocumentEntity;
  readonly from: number;
  /** First item behind the name, its bracket and its noun. */
  readonly to: number;
  /** True for `its` and `whose`, which only own what follows. */
  readonly owner: boolean;
  /** The sentence that tells what a pronoun or noun stands for, or null for a name. */
  readonly told: number | null;
}

const NAMED: ReadonlySet<string> = new Set(["person", "official", "group"]);

/** What stands for people and groups in a sentence, in text order. */
export function findReferents(told: ToldGroups, sentence: number): Referent[] {
  const items = told.view.sentences[sentence]?.items ?? [];
  const nouns = told.view.book.nouns("network");
  const found: Referent[] = [];
  for (const [at, item] of items.entries()) {
    const referent =
      item.kind === "mention"
        ? nameAt(items, at, item.entity, nouns)
        : item.kind === "word"
          ? wordReferent(told, sentence, items, at, found.at(-1))
          : null;
    if (referent !== null) found.push(referent);
  }
  return found;
}

function nameAt(
  items: readonly Item[],
  at: number,
  entity: DocumentEntity,
  nouns: ReadonlySet<string>,
): Referent | null {
  if (!NAMED.has(entity.role)) return null;
  let to = at + 1;
  if (entity.role === "group" && nouns.has(wordAt(items, to))) to += 1;
  return { entity, from: at, to: aliasEnd(items, bracketEnd(items, to)), owner: false, told: null };
}

const LONGEST_ALIAS = 6;

/** Past `alias "Topo"` before a sign, or where it started. */
function aliasEnd(items: readonly Item[], from: number): number {
  if (wordAt(items, from) !== "alias") return from;
  for (let at = from + 1; at <= from + LONGEST_ALIAS; at += 1) {
    if ([",", ".", ";"].includes(wordAt(items, at))) return at;
  }
  return from;
}

const LONGEST_BRACKET = 5;

/** Past `(ISIS)`, or where it started. */
function bracketEnd(items: readonly Item[], from: number): number {
  if (wordAt(items, from) !== "(") return from;
  for (let at = from + 1; at <= from + LONGEST_BRACKET; at += 1) {
    if (wordAt(items, at) === ")") return at + 1;
  }
  return from;
}

const POINTERS: ReadonlySet<string> = new Set(["the", "this", "that"]);

function wordReferent(
  told: ToldGroups,
  sentence: number,
  items: readonly Item[],
  at: number,
  last: Referent | undefined,
): Referent | null {
  const word = wordAt(items, at);
  const of = (group: ToldGroup | null, from: number, to: number, owner: boolean) =>
    group === null ? null : { entity: group.group, from, to, owner, told: group.sentence };
  if (word === "its" || word === "their")
    return of(groupOfPronoun(told, sentence, at), at, at + 1, true);
  if (word === "it") return of(subjectBefore(told, sentence, items, at), at, at + 1, false);
  if (word === "whose") {
    const comma = wordAt(items, at - 1) === "," ? 1 : 0;
    const owns = last !== undefined && last.to === at - comma;
    return owns ? { ...last, from: at, to: at + 1, owner: true } : null;
  }
  const { book } = told.view;
  const isNoun = book.nouns("network").has(word) && !word.endsWith("s");
  if (!isNoun || !POINTERS.has(wordAt(items, at - 1))) return null;
  return of(groupOfNoun(told, sentence, at), at - 1, at + 1, false);
}

const JOINING: ReadonlySet<string> = new Set(
  "and but because while as since that where".split(" "),
);
const OF_NAMES: ReadonlySet<string> = new Set(["group", "body", "organization"]);

/** The group that `it` takes up: the only one of the sentence, and what the sentence is about. */
function subjectBefore(
  told: ToldGroups,
  sentence: number,
  items: readonly Item[],
  at: number,
): ToldGroup | null {
  if (!JOINING.has(wordAt(items, at - 1))) return null;
  const named = items
    .slice(0, at)
    .flatMap((item, place) =>
      item.kind === "mention" && OF_NAMES.has(item.entity.role) ? [place] : [],
    );
  const [only = at] = named;
  if (named.length !== 1 || items[only]?.kind !== "mention") return null;
  const before = wordAt(items, only - 1) === "the" ? only - 2 : only - 1;
  const opens = before < 0 || [",", "that", "but", "and"].includes(wordAt(items, before));
  return opens ? groupOfPronoun(told, sentence, at, 0) : null;
}
