import type { Mention } from "../../model/mention.js";
import { firstFrom } from "../../text/first-from.js";
import { foldName } from "../../text/fold.js";
import { nameTokens } from "../../text/person-name-similarity.js";
import { addMention, type MentionGroup, newGroup } from "./mention-group.js";

/** A name that groups hold, with its words in every form. */
interface HeldName {
  readonly words: ReadonlySet<string>;
  /** Places of the groups that hold it. */
  readonly groups: Set<number>;
}

/** Where a group stands in the list. */
interface PlacedGroup {
  readonly place: number;
  /** The mentions it had when it was placed; those and the ones added since are in text order each. */
  readonly settled: readonly Mention[];
}

/** Groups of people by the words of their names, by whole names and by sentence. */
export class PeopleIndex {
  readonly #groups: MentionGroup[];
  readonly #placed = new Map<MentionGroup, PlacedGroup>();
  readonly #names = new Map<string, HeldName>();
  readonly #byWord = new Map<string, HeldName[]>();
  readonly #byWhole = new Map<string, number>();
  readonly #bySentence = new Map<number, [mention: Mention, group: MentionGroup][]>();

  /** Groups that are opened join the list. */
  constructor(groups: MentionGroup[]) {
    this.#groups = groups;
    for (const [place, group] of groups.entries()) this.#place(group, place);
  }

  add(group: MentionGroup, mention: Mention): void {
    addMention(group, mention);
    this.#hold(group, mention);
  }

  open(mention: Mention): void {
    const group = newGroup(mention);
    this.#place(group, this.#groups.push(group) - 1);
  }

  /** Groups one of whose names has all words of one of two lists, in the order of the list. */
  withWords(...lists: readonly (readonly string[])[]): readonly MentionGroup[] {
    const places = new Set<number>();
    for (const wanted of lists) {
      for (const { words, groups } of this.#byWord.get(wanted[0] ?? "") ?? []) {
        if (wanted.length > 0 && wanted.every((word) => words.has(word)))
          for (const place of groups) places.add(place);
      }
    }
    return [...places].sort((a, b) => a - b).flatMap((place) => this.#groups[place] ?? []);
  }

  /** The first group that holds a folded name. */
  named(folded: string): MentionGroup | undefined {
    return this.#groups[this.#byWhole.get(folded) ?? -1];
  }

  /** The group of the name that ends nearest before a mention of its sentence, within a reach. */
  beside(mention: Mention, reach: number): MentionGroup | undefined {
    let best: MentionGroup | undefined;
    let nearest = reach;
    for (const [other, group] of this.#bySentence.get(mention.sentence) ?? []) {
      const gap = mention.start - other.end;
      if (gap < 0 || gap >= nearest) continue;
      best = group;
      nearest = gap;
    }
    return best;
  }

  /** End of the last mention of a group before an offset that lies behind all that were added; 0 for none. */
  lastBefore(group: MentionGroup, offset: number): number {
    const { mentions } = group;
    const settled = this.#placed.get(group)?.settled ?? [];
    const behind = firstFrom(settled, ({ start }) => start >= offset);
    const added = mentions.length > settled.length ? (mentions.at(-1)?.end ?? 0) : 0;
    return Math.max(settled[behind - 1]?.end ?? 0, added);
  }

  #place(group: MentionGroup, place: number): void {
    this.#placed.set(group, { place, settled: [...group.mentions] });
    for (const mention of group.mentions) this.#hold(group, mention);
  }

  #hold(group: MentionGroup, mention: Mention): void {
    const place = this.#placed.get(group)?.place ?? 0;
    this.#heldName(mention).groups.add(place);
    const whole = foldName(mention.name);
    this.#byWhole.set(whole, Math.min(place, this.#byWhole.get(whole) ?? place));
    const beside = this.#bySentence.get(mention.sentence);
    if (beside === undefined) this.#bySentence.set(mention.sentence, [[mention, group]]);
    else beside.push([mention, group]);
  }

  #heldName(mention: Mention): HeldName {
    const known = this.#names.get(mention.name);
    if (known !== undefined) return known;
    const words = new Set([
      ...nameTokens(plainName(mention)),
      ...foldName(mention.name).split(" "),
    ]);
    const name = { words, groups: new Set<number>() };
    this.#names.set(mention.name, name);
    for (const word of words) {
      const list = this.#byWord.get(word);
      if (list === undefined) this.#byWord.set(word, [name]);
      else list.push(name);
    }
    return name;
  }
}

/** The name without a nickname in quotes. */
export const plainName = (mention: Mention): string =>
  mention.name.replace(/[“"‘«][^”"’»]*[”"’»]/gu, " ");
