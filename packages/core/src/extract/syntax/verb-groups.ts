import type { VerbForm } from "../../text/inflect.js";
import type { Item } from "../stream/item.js";
import { wordAt } from "../stream/item.js";
import { is } from "../words/read-tokens.js";
import type { ItemTag } from "./tag-items.js";
import type { WordClasses } from "./word-classes.js";

/** How a verb stands in its sentence. */
type VerbStand = "finite" | "participle" | "gerund" | "infinitive";

/** A verb with its auxiliaries: items `from` up to but not including `to`. */
export interface VerbGroup {
  readonly from: number;
  readonly to: number;
  /** The telling verb; the form of `be` or `have` where there is no other. */
  readonly head: number;
  readonly stand: VerbStand;
  /** True where what the verb happens to is its subject. */
  readonly passive: boolean;
  readonly negated: boolean;
  /** True for `would`, `could`, `may` and the like. */
  readonly modal: boolean;
  /** True where the head is a form of `be` or of a verb like it: `is`, `became`. */
  readonly copular: boolean;
}

const AUXILIARY: ReadonlySet<ItemTag> = new Set([
  "be",
  "have",
  "modal",
  "negation",
  "adverb",
  "to",
]);

/** What verb groups lean on. */
export interface VerbGround {
  readonly items: readonly Item[];
  readonly tags: readonly ItemTag[];
  readonly classes: WordClasses;
  /** Form of each item that is a word of a known verb. */
  readonly verbs: ReadonlyMap<number, VerbForm>;
  /** True for a word that is a form of a verb like `become`. */
  readonly isCopula: (word: string) => boolean;
}

/** The verb groups of a sentence in text order, none overlapping. Linear. */
export function findVerbGroups(ground: VerbGround): VerbGroup[] {
  const { items, tags } = ground;
  const found: VerbGroup[] = [];
  let at = 0;
  while (at < items.length) {
    const group = groupAt(ground, at);
    if (group === null) at += 1;
    else {
      found.push(group);
      at = group.to;
    }
  }
  return found.filter((group) => group.to > group.from && tags.length > 0);
}

function groupAt(ground: VerbGround, from: number): VerbGroup | null {
  const { tags } = ground;
  const first = tags[from];
  if (first === undefined || (first !== "verb" && !AUXILIARY.has(first))) return null;
  const to = helpersEnd(tags, from);
  const helpers = tags.slice(from, to).filter((tag) => AUXILIARY.has(tag));
  if (tags[to] === "verb") return made(ground, from, to + 1, to, helpers);
  const head = lastHelper(tags, from, to);
  // `is not`, `was never`: the negation stands behind a helper that is the verb.
  return head === null ? null : made(ground, from, to, head, tags.slice(from, head));
}

/** First item behind the helpers; `has for ten years been` is parted by a measure of time. */
function helpersEnd(tags: readonly ItemTag[], from: number): number {
  let to = from;
  for (;;) {
    while (AUXILIARY.has(tags[to] as ItemTag)) to += 1;
    const aside = asideEnd(tags, to);
    const next = tags[aside];
    const helped = tags[to - 1] === "have" || tags[to - 1] === "be" || tags[to - 1] === "adverb";
    if (aside === to || !helped || (next !== "verb" && next !== "be")) return to;
    to = aside;
  }
}

function asideEnd(tags: readonly ItemTag[], from: number): number {
  if (tags[from] === "time") return from + 1;
  if (tags[from] !== "preposition") return from;
  if (tags[from + 1] === "time") return from + 2;
  if (tags[from + 1] !== "number") return from;
  return tags[from + 2] === "noun" ? from + 3 : from + 2;
}

/** `was`, `had`: a helper that stands alone is the verb. */
function lastHelper(tags: readonly ItemTag[], from: number, to: number): number | null {
  for (let at = to - 1; at >= from; at -= 1)
    if (tags[at] === "be" || tags[at] === "have") return at;
  return null;
}

function made(
  ground: VerbGround,
  from: number,
  to: number,
  head: number,
  helpers: readonly ItemTag[],
): VerbGroup {
  const { items, tags, verbs, isCopula, classes } = ground;
  const word = wordAt(items, head);
  const form = verbs.get(head) ?? shapeOf(word);
  const last = helpers.findLast(
    (tag) => tag === "be" || tag === "have" || tag === "modal" || tag === "to",
  );
  const past = form === "past" || form === "participle";
  const words = items.slice(from, to).map((item) => item.word);
  return {
    from,
    to,
    head,
    stand: standOf(ground, from, head, form, helpers),
    passive:
      tags[head] === "verb" &&
      past &&
      (last === "be" || (last === undefined && isReduced(ground, from, head))),
    negated: words.some((one) => classes("negation").has(one)),
    modal: helpers.includes("modal"),
    copular: tags[head] === "be" || isCopula(word),
  };
}

/** The form that the ending of an unknown verb shows. */
function shapeOf(word: string): VerbForm {
  if (word.endsWith("ing")) return "gerund";
  if (word.endsWith("ed")) return "past";
  return word.endsWith("s") ? "third" : "base";
}

function standOf(
  ground: VerbGround,
  from: number,
  head: number,
  form: VerbForm,
  helpers: readonly ItemTag[],
): VerbStand {
  if (helpers.includes("to") && !helpers.includes("modal")) return "infinitive";
  if (helpers.some((tag) => tag === "be" || tag === "have" || tag === "modal")) {
    // `being held`, `having fled` open no clause of their own.
    const first = ground.items.slice(from, head).find((item) => is(item, "participle_auxiliaries"));
    return first === undefined ? "finite" : "gerund";
  }
  if (form === "gerund") return "gerund";
  if (form === "past" || form === "participle")
    return isReduced(ground, from, head) ? "participle" : "finite";
  return "finite";
}

const OBJECT: ReadonlySet<ItemTag> = new Set([
  "determiner",
  "owner",
  "number",
  "name",
  "noun",
  "adjective",
  "pronoun",
  "that",
]);

/**
 * A past form without a helper that is no finite verb: nothing that it could happen to follows, and
 * the clause has another verb or the form is set off: `the ring, led by X`, `drugs seized in Y`.
 */
function isReduced(
  { items, tags, verbs, classes }: VerbGround,
  from: number,
  head: number,
): boolean {
  const after = tags[head + 1];
  const before = tags[from - 1];
  if (before === "pronoun" && classes("bare").has(wordAt(items, from - 1))) return true;
  if (before === "relative" || before === "pronoun" || before === "that") return false;
  if (verbs.get(head) === "participle") return true;
  if (hasObject(tags, head)) return false;
  if (is(items[head + 1], "agent_mark")) return true;
  if (before === undefined) return true;
  if (after === "preposition" && isDescription(tags, from)) return true;
  if (before === "mark") return hasOtherVerb(items, tags, head);
  if (before === "coordinator") return false;
  return after === "preposition" && hasLaterVerb(tags, head + 1);
}

/** `seized in Basra 3 kg` is rare; `seized 3 kg` and `announced on Tuesday the arrest` are active. */
function hasObject(tags: readonly ItemTag[], head: number): boolean {
  const dated = tags[head + 1] === "preposition" && tags[head + 2] === "time";
  const behind = tags[dated ? head + 3 : head + 1];
  return behind !== undefined && OBJECT.has(behind);
}

const GROUP: ReadonlySet<ItemTag> = new Set(["noun", "name", "adjective", "determiner", "number"]);

/** `X is a militia allied with Y`: what stands behind a form of `be` has no verb of its own. */
function isDescription(tags: readonly ItemTag[], from: number): boolean {
  let at = from - 1;
  while (GROUP.has(tags[at] as ItemTag)) at -= 1;
  return at < from - 1 && tags[at] === "be" && tags[at + 1] === "determiner";
}

/** True where the sentence has another verb that can be its main one; that of a relative clause cannot. */
function hasOtherVerb(items: readonly Item[], tags: readonly ItemTag[], head: number): boolean {
  let relative = false;
  for (const [at, tag] of tags.entries()) {
    if (tag === "relative") relative = true;
    if (tag === "mark") relative = false;
    // `led by X` is no main verb.
    const telling = tag === "verb" && tags[at - 1] !== "to" && !is(items[at + 1], "agent_mark");
    const verb = tag === "be" || tag === "have" || tag === "modal" || telling;
    if (verb && at !== head && !relative) return true;
  }
  return false;
}

/** True where a finite verb follows before the sentence or a semicolon ends. */
function hasLaterVerb(tags: readonly ItemTag[], from: number): boolean {
  for (let at = from; at < tags.length; at += 1) {
    const tag = tags[at];
    if (tag === "be" || tag === "have" || tag === "modal") return true;
    if (tag === "verb" && tags[at - 1] !== "to" && tags[at - 1] !== "mark") return true;
    if (tag === "relative" || tag === "subordinator" || tag === "that") return false;
  }
  return false;
}
