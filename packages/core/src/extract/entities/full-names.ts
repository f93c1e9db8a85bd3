// The full names of a report's people, each with those that are spellings of it. Only names that share a
// word, or have two words of like sound or of few edits, are compared: nothing else can be one name.
import { foldName } from "../../text/fold.js";
import { nameSkeleton } from "../../text/name-skeleton.js";
import {
  alignedSimilarity,
  nameTokenSimilarity,
  nameTokens,
} from "../../text/person-name-similarity.js";

/** From this likeness on two full names in one report are spellings of one. */
const SAME_NAME = 0.88;
/** Shortest word that one more letter leaves so much alike: shorter ones need a like sound. */
const LONG_WORD = 8;
/** What figures may be off by. */
const ROUNDING = 1e-9;

/** A full name with its spellings, and the first of the groups it stands in. */
interface FullName {
  readonly folded: string;
  readonly tokens: readonly string[];
  /** The tokens in one text, with blanks around it. */
  readonly joined: string;
  readonly alike: FullName[];
  /** Index of the first group that holds this very name. */
  group: number;
  /** Index of the first group that holds a spelling of it. */
  nearest: number;
}

/** Groups of people by the spellings of their full names; groups are told apart by index. */
export class FullNames {
  readonly #byName = new Map<string, FullName>();
  readonly #byToken = new Map<string, FullName[]>();
  readonly #words = new LikeWords();

  /** The group that holds a name, else the first that holds a spelling of it; infinite where none does. */
  groupOf(name: string): number {
    const { group, nearest } = this.#find(name);
    return Number.isFinite(group) ? group : nearest;
  }

  /** A group holds a name from here on. */
  put(name: string, group: number): void {
    const full = this.#find(name);
    if (full.group <= group) return;
    full.group = group;
    for (const one of [full, ...full.alike]) one.nearest = Math.min(one.nearest, group);
  }

  #find(name: string): FullName {
    const known = this.#byName.get(name);
    if (known !== undefined) return known;
    const tokens = nameTokens(name);
    const none = Number.POSITIVE_INFINITY;
    const joined = ` ${tokens.join(" ")} `;
    const full = { folded: foldName(name), tokens, joined, alike: [], group: none, nearest: none };
    this.#byName.set(name, full);
    this.#compare(full);
    return full;
  }

  #compare(full: FullName): void {
    const near = new Set<FullName>();
    for (const token of new Set(full.tokens)) {
      for (const word of this.#words.like(token))
        for (const other of this.#byToken.get(word) ?? []) near.add(other);
    }
    for (const other of near) {
      if (!this.#isSame(other, full)) continue;
      full.alike.push(other);
      other.alike.push(full);
      full.nearest = Math.min(full.nearest, other.group);
    }
    for (const token of new Set(full.tokens)) {
      const list = this.#byToken.get(token);
      if (list === undefined) this.#byToken.set(token, [full]);
      else list.push(full);
    }
  }

  #isSame(a: FullName, b: FullName): boolean {
    if (a.folded === b.folded) return true;
    const [one, two] = [a.tokens, b.tokens];
    if (one.length < 2 || two.length < 2) return false;
    if (one.length !== two.length) {
      const [shorter, longer] = one.length < two.length ? [a, b] : [b, a];
      if (longer.joined.includes(shorter.joined)) return true;
      if (shorter.tokens[0] !== longer.tokens[0]) return false;
    } else if (a.joined === b.joined) return true;
    const telling = one.length > 2 || one[0]?.charAt(0) === two[0]?.charAt(0);
    return telling && alignedSimilarity(one, two, this.#words.likeness) >= SAME_NAME;
  }
}

/** Words of names by sound and by length, with how alike two are. */
class LikeWords {
  readonly #skeletons = new Map<string, string>();
  readonly #bySound = new Map<string, Set<string>>();
  readonly #long = new Set<string>();
  readonly #known = new Map<string, Map<string, number>>();

  /** {@link nameTokenSimilarity}, worked out once for two words. */
  readonly likeness = (a: string, b: string): number => {
    if (a === b) return 1;
    let of = this.#known.get(a);
    if (of === undefined) {
      of = new Map();
      this.#known.set(a, of);
    }
    let likeness = of.get(b);
    if (likeness === undefined) {
      likeness = nameTokenSimilarity(a, b, this.#skeletonOf);
      of.set(b, likeness);
    }
    return likeness;
  };

  /**
   * Words met so far, itself among them, that are so like a word that names may be spellings of one for
   * it: the mean of a name's words reaches a likeness only where one of them does. It is met from here on.
   */
  like(word: string): ReadonlySet<string> {
    const sound = this.#soundOf(word);
    const sounding = this.#bySound.get(sound) ?? new Set();
    sounding.add(word);
    this.#bySound.set(sound, sounding);
    const found = new Set<string>();
    for (const other of sounding) if (this.#isLike(word, other)) found.add(other);
    if (word.length < LONG_WORD) return found;
    for (const other of this.#long) {
      const longer = Math.max(word.length, other.length);
      const close = Math.abs(word.length - other.length) <= longer * (1 - SAME_NAME) + ROUNDING;
      if (close && this.#isLike(word, other)) found.add(other);
    }
    this.#long.add(word);
    return found;
  }

  #isLike(a: string, b: string): boolean {
    return this.likeness(a, b) >= SAME_NAME - ROUNDING;
  }

  /** The consonants, with one sign for all that `D` may stand for. */
  #soundOf(word: string): string {
    return this.#skeletonOf(word).replace(/[Ddtzs]/g, "d");
  }

  readonly #skeletonOf = (word: string): string => {
    let skeleton = this.#skeletons.get(word);
    if (skeleton === undefined) {
      skeleton = nameSkeleton(word);
      this.#skeletons.set(word, skeleton);
    }
    return skeleton;
  };
}
