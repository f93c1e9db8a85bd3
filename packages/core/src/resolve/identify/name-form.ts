// A name as it is compared: folded, in Latin letters, its words brought to one form, with what it says
// beside them: numbers, a kind, a wing, the words that tell it from others.
import type { NameLists } from "../../packs/name-lists.js";
import { foldName } from "../../text/fold.js";

/** One name of a thing, taken apart. */
export interface NameForm {
  /** Folded, as it was written. */
  readonly text: string;
  /** In order, as written, without words that say nothing. */
  readonly plain: readonly string[];
  /** {@link plain} with one word for all of one meaning, in whatever language. */
  readonly words: ReadonlySet<string>;
  /** Sorted words of {@link words}, of {@link plain}, and the letters of {@link plain} without blanks. */
  readonly meaning: string;
  readonly sorted: string;
  readonly joined: string;
  /** Sorted words that tell it from others of its sort. */
  readonly telling: string;
  /** Numbers in it, `first` as 1. */
  readonly numbers: string;
  /** Words of it that make it a part of another group. */
  readonly faction: string;
  /** The kind that it says it is, such as cartel or brigade. */
  readonly kind: string;
  /** True where every state has something of that name. */
  readonly isCommon: boolean;
}

const DIGITS = /^(\d+)(st|nd|rd|th|o|a|er|e)?$/;

/** A name taken apart; `folded` is free of the words that name its state. */
export function readNameForm(folded: string, names: NameLists): NameForm {
  const latin = foldName(names.latin(folded));
  const all = latin.split(" ").filter((word) => word !== "");
  const kept = all.filter((word) => !names.has("small_words", word));
  const plain = kept.length === 0 ? all : kept;
  const meant = plain.map((word) => meaningOf(word, names));
  const words = new Set(meant);
  const numbers = meant.filter((word) => /^\d+$/.test(word));
  const telling = [...words].filter((word) => !names.has("body_ranks", word));
  return {
    text: latin,
    plain,
    words,
    meaning: sortedText(words),
    sorted: sortedText(plain),
    joined: plain.join(""),
    telling: sortedText(telling),
    numbers: sortedText(numbers),
    faction: sortedText(plain.filter((word) => names.has("factions", word))),
    kind: sortedText(plain.flatMap((word) => names.standFor("kinds", word) ?? [])),
    isCommon: telling.every((word) => names.has("common_bodies", word) || /^\d+$/.test(word)),
  };
}

function meaningOf(word: string, names: NameLists): string {
  const number = DIGITS.exec(word)?.[1] ?? names.standFor("ordinals", word);
  if (number !== undefined) return String(Number(number));
  return names.standFor("body_words", word) ?? word;
}

const sortedText = (words: Iterable<string>): string => [...new Set(words)].sort().join(" ");
