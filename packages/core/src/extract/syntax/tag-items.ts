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
  { verbs, classes, nouns }: TagGround,
): ItemTag {
  const tag = tags[at] as ItemTag;
  const before = tags[at - 1];
  const after = tags[at + 1];
  if (tag === "to") return after === "verb" || isBase(verbs, at + 1) ? "to" : "preposition";
  if (tag === "subordinator" && before === "determiner") return "noun";
  if (classes("compoundPreposition").has(`${wordAt(items, at - 1)} ${wordAt(items, at)}`))
    return "preposition";
  // `a flat in X`: what stands between an article and a preposition is a noun.
  if (tag === "adjective" && before === "determiner" && after === "preposition") return "noun";
  let back = at - 1;
  while (tags[back] === "adverb") back -= 1;
  const describes = INSIDE_GROUP.has(tags[back] ?? "mark");
  if (nouns.has(at) && (tag === "adjective" || tag === "adverb" || (tag === "verb" && describes)))
    return "noun";
  // `X plans to move`: a plural between a name and an infinitive is a verb.
  const infinitive = after === "to" && (isBase(verbs, at + 2) || tags[at + 2] === "verb");
  if (tag === "noun" && before === "name" && infinitive && wordAt(items, at).endsWith("s"))
    return "verb";
  const form = verbs.get(at);
  const inGroup = before !== undefined && INSIDE_GROUP.has(before);
  if (tag === "verb" && isCompound(items, tags, at)) return "adjective";
  if (tag === "verb") {
    const modifies = inGroup && (after === "noun" || after === "name" || after === "adjective");
    if (modifies) return "adjective";
    if (inGroup && wordAt(items, at).endsWith("ing") && before !== "number") return "noun";
    return before === "determiner" || before === "owner" ? "noun" : "verb";
  }
  if (form === undefined || (tag !== "noun" && tag !== "adjective" && tag !== "adverb")) return tag;
  return standsAsVerb(tags, at, form, classes, items) ? "verb" : tag;
}

/** `Basra - based trader`: a verb tied to a word before it by a hyphen, with a noun behind. */
function isCompound(items: readonly Item[], tags: readonly ItemTag[], at: number): boolean {
  const sign = items[at - 1];
  const tied = sign?.word === "-" && sign.end === items[at]?.start;
  return tied && ["noun", "name", "adjective"].includes(tags[at + 1] ?? "");
}

const isBase = (verbs: ReadonlyMap<number, VerbForm>, at: number): boolean =>
  verbs.get(at) === "base";

function standsAsVerb(
  tags: readonly ItemTag[],
  at: number,
  form: VerbForm,
  classes: WordClasses,
  items: readonly Item[],
): boolean {
  let back = at - 1;
  while (tags[back] === "adverb") back -= 1;
  const before = tags[back];
  const after = tags[at + 1];
  if (before === "to" || before === "modal") return form === "base";
  if (before === "be" || before === "have")
    return form === "past" || form === "participle" || form === "gerund";
  if (before !== undefined && INSIDE_GROUP.has(before)) return false;
  const opens = after !== undefined && OPENS_GROUP.has(after);
  const leads =
    after === "preposition" || after === "to" || after === undefined || after === "mark";
  if (form === "past" || form === "participle") return opens || leads || after === "time";
  if (form === "gerund") return opens && after !== "noun";
  // `owns or controls X`: a second verb of one subject.
  if (before === "coordinator" && tags[back - 1] === "verb" && form !== "base") return opens;
  const subject = before !== undefined && NOMINAL.has(before);
  if (form === "third") return subject && (opens || before === "relative");
  // A bare form is a verb behind a plural: `prosecutors link`, `they run`.
  const plural = classes("pluralPronoun").has(wordAt(items, back)) || before === "relative";
  return plural && opens;
}
