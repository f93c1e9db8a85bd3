import { type Item, wordAt } from "../stream/item.js";
import { is } from "../words/read-tokens.js";
import type { Clause, ClauseGround } from "./clause.js";
import { readClauses } from "./clause-table.js";
import type { GroupGround } from "./group-ground.js";
import { linkGroups } from "./link-groups.js";
import { findNounGroups, type NounGroup } from "./noun-groups.js";
import { type ItemTag, type TagGround, tagItems } from "./tag-items.js";
import { findVerbGroups } from "./verb-groups.js";
import type { WordClasses } from "./word-classes.js";
import { tagWords } from "./word-tagger.js";

/** A sentence with its tags, noun groups and clauses. */
export interface SentenceSyntax {
  readonly tags: readonly ItemTag[];
  readonly groups: readonly NounGroup[];
  readonly clauses: readonly Clause[];
}

/** What of the pack the reading of clauses needs. */
export interface SyntaxGround {
  readonly classes: WordClasses;
  readonly isCopula: (word: string) => boolean;
  /** True for a word of a verb that says what somebody is: `appointed`, `described`. */
  readonly isNaming: (word: string) => boolean;
  /** True for a word of a verb whose object is what somebody does not have: `lost`, `denied`. */
  readonly isLosing: (word: string) => boolean;
  /** True for a word of a verb that two things stand behind: `call X the leader`. */
  readonly isCalling: (word: string) => boolean;
  /** True for a word of a verb whose subject is what stands behind `as`: `succeeded him as leader`. */
  readonly isSucceeding: (word: string) => boolean;
  readonly describes: GroupGround["describes"];
}

/** Reads the clauses of a sentence. Linear in its length but for lists, which are bounded. */
export function parseSentence(
  text: string,
  items: readonly Item[],
  { verbs, nouns }: Pick<TagGround, "verbs" | "nouns">,
  { classes, isCopula, describes }: SyntaxGround,
): SentenceSyntax {
  const first = items[0];
  const last = items.at(-1);
  if (first === undefined || last === undefined) return { tags: [], groups: [], clauses: [] };
  const parts = tagWords(text, first.start, last.end);
  const tags = tagItems(items, { classes, parts, verbs, nouns });
  const groups = findNounGroups(items, tags);
  linkGroups({ items, tags, groups, classes, describes });
  const verbGroups = findVerbGroups({ items, tags, classes, verbs, isCopula });
  const ground = { items, tags, groups, classes, describes, verbs: verbGroups };
  nameGroups(ground, readClauses(ground));
  return { tags, groups, clauses: readClauses(ground) };
}

/** `the gang, known as X,`: what something is called says what it is, as if it were set beside it. */
function nameGroups({ items, classes }: ClauseGround, clauses: readonly Clause[]): void {
  for (const { verb, subject, object, phrases } of clauses) {
    if (verb.stand !== "participle" || subject === null) continue;
    if (!classes("called").has(wordAt(items, verb.head))) continue;
    const name = object ?? phrases.find((one) => is(one, "role_mark"))?.group;
    if (
      name === undefined ||
      items[name.head]?.kind !== "mention" ||
      subject.apposed.includes(name)
    )
      continue;
    subject.apposed.push(name);
    name.apposed.push(subject);
  }
}
