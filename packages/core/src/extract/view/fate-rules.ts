import type { FateAct, FrameSection } from "../../packs/rule-schemas.js";
import { inflect } from "../../text/inflect.js";
import { pluralOf } from "../../text/plural.js";
import { PhraseSet } from "../stream/phrase-set.js";

type Fate = FrameSection["fates"][number];

/** What a word says to have befallen somebody. */
export interface FateWord extends Pick<Fate, "id" | "role" | "who" | "to" | "agent"> {
  readonly act: FateAct;
  /** Folded words of which one must stand in the verb's phrases; empty where none need. */
  readonly with: ReadonlySet<string>;
}

/** What befalls people, by the words that say it. */
export interface FateRules {
  readonly verbs: PhraseSet<readonly FateWord[]>;
  readonly nouns: PhraseSet<readonly FateWord[]>;
  /** Forms of verbs of which the object has not come about. */
  readonly undone: ReadonlySet<string>;
  /** Words for more of the same: `as well`, `others`. */
  readonly more: ReadonlySet<string>;
  /** Nouns for those who act for a state, in both numbers. */
  readonly authorities: ReadonlySet<string>;
}

type Irregular = Readonly<Record<string, readonly string[]>>;

export function compileFates(
  { fates, undone, authorities, more }: Omit<FrameSection, "frames">,
  irregular: Irregular,
  be: readonly string[],
): FateRules {
  const verbs = new Map<string, FateWord[]>();
  const nouns = new Map<string, FateWord[]>();
  for (const fate of fates) {
    const word: FateWord = { ...fate, with: withPlurals(fate.with) };
    for (const verb of fate.verbs)
      for (const text of formsOf(verb, irregular, be)) push(verbs, text, word);
    for (const noun of fate.nouns)
      for (const text of [noun, pluralOf(noun)]) push(nouns, text, word);
  }
  return {
    verbs: setOf(verbs),
    nouns: setOf(nouns),
    undone: new Set(undone.flatMap((verb) => formsOf(verb, irregular, be))),
    authorities: withPlurals(authorities),
    more: new Set(more),
  };
}

/** `be` has forms of its own, which the language lists. */
function formsOf(verb: string, irregular: Irregular, be: readonly string[]): readonly string[] {
  const [head, ...particles] = verb.split(" ");
  if (head === "be") return be.map((form) => [form, ...particles].join(" "));
  return inflect(verb, irregular).map(({ text }) => text);
}

const withPlurals = (words: readonly string[]): ReadonlySet<string> =>
  new Set(words.flatMap((word) => [word, pluralOf(word)]));

function push(map: Map<string, FateWord[]>, text: string, word: FateWord): void {
  const list = map.get(text);
  if (list === undefined) map.set(text, [word]);
  else if (!list.includes(word)) list.push(word);
}

function setOf(map: ReadonlyMap<string, readonly FateWord[]>): FateRules["verbs"] {
  const set: FateRules["verbs"] = new PhraseSet();
  for (const [text, words] of map) set.add(text, words);
  return set;
}
