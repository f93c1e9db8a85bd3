import type { VerbForm } from "../../text/inflect.js";
import type { Item } from "../stream/item.js";
import { wordAt } from "../stream/item.js";
import type { WordClasses } from "./word-classes.js";
import type { PartOfSpeech } from "./word-tagger.js";

/** What an item is in its clause. */
export type ItemTag =
  | "noun"
  | "name"
  | "adjective"
  | "number"
  | "determiner"
  | "owner"
  | "verb"
  | "be"
  | "have"
  | "modal"
  | "to"
  | "negation"
  | "adverb"
  | "preposition"
  | "coordinator"
  | "subordinator"
  | "pronoun"
  | "relative"
  | "that"
  | "possessive"
  | "time"
  | "mark";

/** What tags lean on: the model's parts of speech, and the forms of verbs the pack knows. */
export interface TagGround {
  readonly classes: WordClasses;
  /** Part of speech by the offset at which a word starts. */
  readonly parts: ReadonlyMap<number, PartOfSpeech>;
  /** Form of each item that is a word of a known verb. */
  readonly verbs: ReadonlyMap<number, VerbForm>;
  /** Items that are a role noun of the pack. */
  readonly nouns: ReadonlySet<number>;
}

/**
 * The tag of each item. Closed classes come from the language's tables, names and figures from the
 * items; for the rest the model's tag is corrected where a known verb stands as a verb stands.
 */
export function tagItems(items: readonly Item[], ground: TagGround): ItemTag[] {
  const tags = items.map((item, at) => firstTag(items, item, at, ground));
  for (let at = 0; at < items.length; at += 1) tags[at] = settled(items, tags, at, ground);
  return tags;
}

function firstTag(items: readonly Item[], item: Item, at: number, ground: TagGround): ItemTag {
  if (item.kind === "mention") return item.mention.form === "demonym" ? "adjective" : "name";
  if (item.kind === "quantity") return "number";
  if (item.kind === "date") return "time";
  if (item.kind === "mark")
    return item.word === "'s" ? "possessive" : item.word === "&" ? "coordinator" : "mark";
  return closedTag(item.word, ground.classes) ?? openTag(items, at, ground);
}

const CLOSED = [
  ["be", "be"],
  ["passiveHelper", "be"],
  ["have", "have"],
  ["do", "modal"],
  ["modal", "modal"],
  ["negation", "negation"],
  ["relative", "relative"],
  ["ownerRelative", "owner"],
  ["determiner", "determiner"],
  ["owner", "owner"],
  ["personPronoun", "pronoun"],
  ["thingPronoun", "pronoun"],
  ["pluralPronoun", "pronoun"],
  ["coordinator", "coordinator"],
] as const;

function closedTag(word: string, classes: WordClasses): ItemTag | null {
  if (word === "that") return "that";
  if (word === "to") return "to";
  const found = CLOSED.find(([slot]) => classes(slot).has(word));
  if (found !== undefined) return found[1];
  if (classes("preposition").has(word)) return "preposition";
  if (classes("subordinator").has(word) || classes("complementizer").has(word))
    return "subordinator";
  return null;
}

const OPEN: Readonly<Partial<Record<PartOfSpeech, ItemTag>>> = {
  NOUN: "noun",
  PROPN: "noun",
  VERB: "verb",
  AUX: "verb",
  ADJ: "adjective",
  ADV: "adverb",
  ADP: "preposition",
  PART: "adverb",
  DET: "determiner",
  NUM: "number",
  CCONJ: "coordinator",
  SCONJ: "subordinator",
  PRON: "pronoun",
};

function openTag(items: readonly Item[], at: number, { parts }: TagGround): ItemTag {
  return OPEN[parts.get(items[at]?.start ?? -1) ?? "NOUN"] ?? "noun";
}

const NOMINAL: ReadonlySet<ItemTag> = new Set(["noun", "name", "pronoun", "relative", "that"]);
const OPENS_GROUP: ReadonlySet<ItemTag> = new Set([
  "determiner",
  "owner",
  "adjective",
  "number",
  "noun",
  "name",
]);
const INSIDE_GROUP: ReadonlySet<ItemTag> = new Set([
  "determiner",
  "owner",
  "adjective",
  "possessive",
  "number",
]);

/** A word behind `to`, a participle before a noun, and a known verb that the model took for a noun. */
function settled(
  items: readonly Item[],
  tags: readonly ItemTag[],
  at: number,
  ground: TagGround,
): ItemTag {
  const tag = tags[at] as ItemTag;
  if (tag === "to") {
    const verb = tags[at + 1] === "verb" || isBase(ground.verbs, at + 1);
    return verb ? "to" : "preposition";
  }
  if (isCompoundPreposition(items, at, ground)) return "preposition";
  if (tag === "determiner") return determinerOr(items, tags, at, ground);
  if (ground.classes("fixedPair").has(`${wordAt(items, at)} ${wordAt(items, at + 1)}`))
    return "adjective";
  if (isNounHere(items, tags, at, ground)) return "noun";
  if (tag === "verb") return verbOrModifier(items, tags, at);
  if (isPluralVerb(items, tags, at, ground)) return "verb";
  const form = ground.verbs.get(at);
  const open = tag === "noun" || tag === "adjective" || tag === "adverb";
  return open && form !== undefined && standsAsVerb(items, tags, at, form, ground.classes)
    ? "verb"
    : tag;
}

/** A determiner, or `all` in `were all held`, or `those` in `those held`. */
function determinerOr(
  items: readonly Item[],
  tags: readonly ItemTag[],
  at: number,
  { classes, verbs }: TagGround,
): ItemTag {
  const word = wordAt(items, at);
  const form = verbs.get(at + 1);
  const held = form === "past" || form === "participle";
  if (!held || isNominalTag(tags[at + 2])) return "determiner";
  const helped = tags[at - 1] === "be" || tags[at - 1] === "have";
  if (helped && classes("floating").has(word)) return "adverb";
  return classes("bare").has(word) ? "pronoun" : "determiner";
}

const isNominalTag = (tag: ItemTag | undefined): boolean => tag === "noun" || tag === "name";

const isCompoundPreposition = (
  items: readonly Item[],
  at: number,
  { classes }: TagGround,
): boolean => classes("compoundPreposition").has(`${wordAt(items, at - 1)} ${wordAt(items, at)}`);

/** The tag before an item, adverbs aside. */
function tagBefore(tags: readonly ItemTag[], at: number): ItemTag | undefined {
  let back = at - 1;
  while (tags[back] === "adverb") back -= 1;
  return tags[back];
}

/** A noun that the model took for something else: `a flat in X`, `a close associate`. */
function isNounHere(
  items: readonly Item[],
  tags: readonly ItemTag[],
  at: number,
  { nouns }: TagGround,
): boolean {
  const tag = tags[at];
  const [before, after] = [tags[at - 1], tags[at + 1]];
  if (tag === "subordinator" && before === "determiner") return true;
  if (tag === "adjective" && before === "determiner" && after === "preposition") return true;
  if (tag === "adjective" && isHeadOfNationality(items, tags, at)) return true;
  if (!nouns.has(at)) return false;
  const described = INSIDE_GROUP.has(tagBefore(tags, at) ?? "mark");
  return tag === "adjective" || tag === "adverb" || (tag === "verb" && described);
}

/** `a Chilean national,`: nothing follows that the word could modify. */
const isHeadOfNationality = (
  items: readonly Item[],
  tags: readonly ItemTag[],
  at: number,
): boolean =>
  items[at - 1]?.kind === "mention" &&
  tags[at - 1] === "adjective" &&
  !OPENS_GROUP.has(tags[at + 1] ?? "mark") &&
  items[at + 1]?.word !== "-";

/** `X plans to move`: a plural between a name and an infinitive is a verb. */
function isPluralVerb(
  items: readonly Item[],
  tags: readonly ItemTag[],
  at: number,
  { verbs }: TagGround,
): boolean {
  const infinitive = tags[at + 1] === "to" && (isBase(verbs, at + 2) || tags[at + 2] === "verb");
  const between = tags[at] === "noun" && tags[at - 1] === "name";
  return between && infinitive && wordAt(items, at).endsWith("s");
}

/** A word that the model took for a verb: a modifier before a noun, a noun behind an article, or a verb. */
function verbOrModifier(items: readonly Item[], tags: readonly ItemTag[], at: number): ItemTag {
  if (isCompound(items, tags, at)) return "adjective";
  const [before, after] = [tags[at - 1], tags[at + 1]];
  const inGroup = before !== undefined && INSIDE_GROUP.has(before);
  if (inGroup && (after === "noun" || after === "name" || after === "adjective"))
    return "adjective";
  // `of dried plums`, `with suspected links`; `for smuggling pills` has a verb.
  if (before === "preposition" && isNominalTag(after) && isPastShape(wordAt(items, at)))
    return "adjective";
  if (inGroup && wordAt(items, at).endsWith("ing") && before !== "number") return "noun";
  return before === "determiner" || before === "owner" ? "noun" : "verb";
}

const isPastShape = (word: string): boolean => word.endsWith("ed");

/** `Basra - based trader`: a verb tied to a word before it by a hyphen, with a noun behind. */
function isCompound(items: readonly Item[], tags: readonly ItemTag[], at: number): boolean {
  const sign = items[at - 1];
  const tied = sign?.word === "-" && sign.end === items[at]?.start;
  return tied && ["noun", "name", "adjective"].includes(tags[at + 1] ?? "");
}

const isBase = (verbs: ReadonlyMap<number, VerbForm>, at: number): boolean =>
  verbs.get(at) === "base";

/** Whether a known form stands as a verb does: behind a helper, or between a subject and an object. */
function standsAsVerb(
  items: readonly Item[],
  tags: readonly ItemTag[],
  at: number,
  form: VerbForm,
  classes: WordClasses,
): boolean {
  const before = tagBefore(tags, at);
  if (before === "to" || before === "modal") return form === "base";
  const past = form === "past" || form === "participle";
  if (before === "be" || before === "have") return past || form === "gerund";
  if (before !== undefined && INSIDE_GROUP.has(before)) return false;
  const after = tags[at + 1];
  const opens = after !== undefined && OPENS_GROUP.has(after);
  if (past) return opens || after === undefined || LEADS.has(after);
  if (form === "gerund") return opens && after !== "noun";
  return isFiniteHere(items, tags, at, form, classes) && (opens || before === "relative");
}

const LEADS: ReadonlySet<ItemTag> = new Set(["preposition", "to", "mark", "time"]);

/** `owns or controls X`, `X controls Y`, `they control Y`. */
function isFiniteHere(
  items: readonly Item[],
  tags: readonly ItemTag[],
  at: number,
  form: VerbForm,
  classes: WordClasses,
): boolean {
  let back = at - 1;
  while (tags[back] === "adverb") back -= 1;
  const before = tags[back];
  if (before === "coordinator" && tags[back - 1] === "verb" && form !== "base") return true;
  if (form === "third") return before !== undefined && NOMINAL.has(before);
  // A bare form is a verb behind a plural: `prosecutors link`, `they run`.
  return classes("pluralPronoun").has(wordAt(items, back)) || before === "relative";
}
