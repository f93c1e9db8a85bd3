import type { Mention } from "../../model/mention.js";
import type { WordLists } from "../../packs/word-lists.js";
import { addMention, type MentionGroup, newGroup } from "./mention-group.js";

/** A body with what its names are made of. */
export interface WordedGroup extends MentionGroup {
  /** Sorted content words of every wording. */
  readonly wordings: Set<string>;
  /** True where a name of it speaks of several states. */
  multinational: boolean;
}

/** "the Balkan Police Council": a name that speaks of several states. */
const isMultinational = (mention: Mention, words: WordLists): boolean =>
  words.pattern("\\b<multinational_words> ", "iu").test(`${mention.name} `);

/** The bodies of a report while they are brought together, by identity and by wording. */
export class WordedGroups {
  readonly groups: WordedGroup[] = [];
  readonly #places = new Map<WordedGroup, number>();
  readonly #byKey = new Map<string, WordedGroup>();
  readonly #byWording = new Map<string, WordedGroup[]>();
  readonly #words: WordLists;

  constructor(words: WordLists) {
    this.#words = words;
  }

  open(mention: Mention): WordedGroup {
    const multinational = isMultinational(mention, this.#words);
    const group = { ...newGroup(mention), wordings: new Set<string>(), multinational };
    this.#places.set(group, this.groups.push(group) - 1);
    this.#index(group);
    return group;
  }

  add(group: WordedGroup, mention: Mention): void {
    addMention(group, mention);
    group.multinational ||= isMultinational(mention, this.#words);
    this.#index(group);
  }

  /** A group has a wording from here on. */
  word(group: WordedGroup, wording: string): void {
    if (group.wordings.has(wording)) return;
    group.wordings.add(wording);
    const list = this.#byWording.get(wording);
    if (list === undefined) this.#byWording.set(wording, [group]);
    else {
      list.push(group);
      list.sort((a, b) => this.#placeOf(a) - this.#placeOf(b));
    }
  }

  /** The first group of an identity in the pack. */
  ofKey(key: string): WordedGroup | undefined {
    return this.#byKey.get(key);
  }

  /** Groups that have a wording, in the order in which they were opened. */
  ofWording(wording: string): readonly WordedGroup[] {
    return this.#byWording.get(wording) ?? [];
  }

  #index(group: WordedGroup): void {
    if (group.key === null) return;
    const known = this.#byKey.get(group.key);
    if (known === undefined || this.#placeOf(group) < this.#placeOf(known))
      this.#byKey.set(group.key, group);
  }

  #placeOf(group: WordedGroup): number {
    return this.#places.get(group) ?? 0;
  }
}
