import { wordAt } from "../stream/item.js";
import { ageStart, type GroupGround, startOf } from "./link-groups.js";
import type { NounGroup } from "./noun-groups.js";
import type { ItemTag } from "./tag-items.js";
import type { VerbGroup } from "./verb-groups.js";

/** A group behind a preposition of a verb; attachment is left open, so all up to the clause's end are kept. */
interface PrepositionPhrase {
  readonly word: string;
  readonly group: NounGroup;
}

/** A verb with what stands around it. */
export interface Clause {
  readonly verb: VerbGroup;
  /** What the verb says something of; the one it happens to where the verb is passive. */
  readonly subject: NounGroup | null;
  /** The group right behind the verb, and in a copular clause what the subject is. */
  readonly object: NounGroup | null;
  readonly phrases: readonly PrepositionPhrase[];
  /** First item behind the verb's phrases. */
  readonly to: number;
}

/** What the clause table is read from. */
export interface ClauseGround extends GroupGround {
  readonly verbs: readonly VerbGroup[];
}

/** The clauses of a sentence, one a verb group, in text order. */
export function readClauses(ground: ClauseGround): Clause[] {
  const clauses: Clause[] = [];
  for (const [at, verb] of ground.verbs.entries()) {
    const end = phrasesEnd(ground, at);
    const subject = subjectOf(ground, at, clauses);
    const object = objectOf(ground, verb, end) ?? relativeObject(ground, verb, subject);
    clauses.push({
      verb,
      subject,
      object,
      phrases: [...phrasesOf(ground, verb, object, end), ...relativePhrase(ground, verb)],
      to: end,
    });
  }
  return clauses.map((clause, at) => sharing(ground, clause, clauses[at + 1]));
}

/** `owns or controls X`: the first of two joined verbs has what stands behind the second. */
function sharing({ tags }: ClauseGround, clause: Clause, next: Clause | undefined): Clause {
  const joined =
    next !== undefined &&
    tags[clause.verb.to] === "coordinator" &&
    next.verb.from === clause.verb.to + 1;
  if (!joined || clause.object !== null || clause.verb.passive !== next.verb.passive) return clause;
  return { ...clause, object: next.object, phrases: [...clause.phrases, ...next.phrases] };
}

/** Where the phrases of a verb end: at the next verb or the group that is its subject. */
function phrasesEnd(ground: ClauseGround, at: number): number {
  const { verbs, items, tags } = ground;
  const verb = verbs[at] as VerbGroup;
  const next = verbs[at + 1];
  const end = next === undefined ? items.length : next.from;
  for (let item = verb.to; item < end; item += 1)
    if (wordAt(items, item) === ";" || tags[item] === "relative") return item;
  return next?.stand === "finite"
    ? Math.min(end, subjectStart(ground, verb, next.from) ?? end)
    : end;
}

/** Where the subject of the next verb opens, unless that is the object of the verb before. */
function subjectStart(ground: ClauseGround, verb: VerbGroup, next: number): number | null {
  const subject = adjacentBefore(ground, next);
  const top = subject === null ? null : climb(ground, subject, verb.to);
  if (top === null || top.preposition !== null) return null;
  const opens = startOf(top);
  const beside = opens === verb.to && ground.tags[verb.head] === "verb";
  return opens >= verb.to && !beside ? opens : null;
}

/** The group right behind the verb, adverbs and the opening of a quotation aside. */
function objectOf(
  { groups, tags, items }: ClauseGround,
  verb: VerbGroup,
  end: number,
): NounGroup | null {
  let at = verb.to;
  while (
    tags[at] === "adverb" ||
    tags[at] === "time" ||
    wordAt(items, at) === '"' ||
    wordAt(items, at) === "“"
  )
    at += 1;
  if (tags[at] === "preposition" && tags[at + 1] === "time") at += 2;
  at = behindAside(tags, items, at);
  return groups.find((one) => !one.owns && startOf(one) === at && one.from < end) ?? null;
}

/** How far before its verb `on which` may stand. */
const RELATIVE_REACH = 12;

/** `the ship on which it was found`: the group before `on which` stands behind `on`. */
function relativePhrase(ground: ClauseGround, verb: VerbGroup): PrepositionPhrase[] {
  const { tags, items } = ground;
  for (let at = verb.from - 1; at > Math.max(0, verb.from - RELATIVE_REACH); at -= 1) {
    if (tags[at] === "verb" || tags[at] === "be") return [];
    if (tags[at] !== "relative" || tags[at - 1] !== "preposition") continue;
    const group = adjacentBefore(ground, at - 1);
    return group === null ? [] : [{ word: wordAt(items, at - 1), group }];
  }
  return [];
}

/** `the ring, which X runs`: what the relative word in front of the subject takes up. */
function relativeObject(
  ground: ClauseGround,
  verb: VerbGroup,
  subject: NounGroup | null,
): NounGroup | null {
  if (subject === null || verb.passive || verb.copular || verb.stand !== "finite") return null;
  const at = startOf(subject) - 1;
  const relative = ground.tags[at] === "relative" || ground.tags[at] === "that";
  const before = relative && subject.to <= verb.from ? adjacentBefore(ground, at) : null;
  // `said that X runs` has no noun before `that`.
  return before !== null && before.to >= at - 1 ? before : null;
}

const LONGEST_ASIDE = 9;

/** `owns, through a firm, the ship`: past a phrase in commas that a preposition opens. */
function behindAside(tags: readonly ItemTag[], items: ClauseGround["items"], at: number): number {
  if (wordAt(items, at) !== "," || tags[at + 1] !== "preposition") return at;
  for (let next = at + 2; next < at + LONGEST_ASIDE; next += 1)
    if (wordAt(items, next) === ",") return next + 1;
  return at;
}

/** Every group behind a preposition between the verb and the end of its phrases. */
function phrasesOf(
  { groups, items, tags }: ClauseGround,
  verb: VerbGroup,
  object: NounGroup | null,
  end: number,
): PrepositionPhrase[] {
  return groups.flatMap((group) => {
    if (group.from < verb.to || group.from >= end || group === object || group.owns) return [];
    const { preposition } = group;
    const to =
      preposition === null && tags[startOf(group) - 1] === "to" ? startOf(group) - 1 : preposition;
    return to === null || to < verb.to ? [] : [{ word: wordAt(items, to), group }];
  });
}

/** The group that ends right before an item, adverbs, signs and ages aside. */
function adjacentBefore(ground: ClauseGround, from: number): NounGroup | null {
  const { groups, tags, items } = ground;
  let at = from;
  for (;;) {
    // `X, 34, was`: an age is no part of the clause.
    const age = ageStart(ground, at);
    if (age !== null) at = age;
    else if (tags[at - 1] === "adverb" || isClosing(wordAt(items, at - 1), tags[at - 1])) at -= 1;
    else break;
  }
  return groups.findLast((group) => group.to <= at && group.to >= at - 1) ?? null;
}

const isClosing = (word: string, tag: ItemTag | undefined): boolean =>
  tag === "mark" && [",", "(", ")", '"', "”", "’", "-", "–", "—"].includes(word);

/** Up a chain of phrases, lists and descriptions to the group that is spoken of; no further than `from`. */
function climb(ground: ClauseGround, group: NounGroup, from: number): NounGroup {
  let top = group;
  for (let step = 0; step < 12; step += 1) {
    const next = above(top);
    if (next === null || startOf(next) < from) break;
    top = next;
  }
  return ground.groups[top.index] ?? top;
}

function above(group: NounGroup): NounGroup | null {
  if (group.listHead !== null) return group.listHead;
  if (group.parent !== null) return group.parent;
  const before = group.apposed.find((one) => one.from < group.from);
  return before ?? null;
}

/** What a verb says something of. */
function subjectOf(ground: ClauseGround, at: number, clauses: readonly Clause[]): NounGroup | null {
  const { verbs } = ground;
  const verb = verbs[at] as VerbGroup;
  const before = clauses[at - 1];
  if (verb.stand === "infinitive") return controller(before);
  if (verb.stand === "gerund") return gerundSubject(ground, verb, before);
  if (verb.stand === "participle") return participleSubject(ground, verb, before);
  return finiteSubject(ground, verb, clauses);
}

/** `ordered X to ship`: X; `X planned to ship`, `X was told to ship`: X. */
function controller(before: Clause | undefined): NounGroup | null {
  if (before === undefined) return null;
  return !before.verb.passive && before.object !== null && !before.verb.copular
    ? before.object
    : before.subject;
}

function gerundSubject(
  ground: ClauseGround,
  verb: VerbGroup,
  before: Clause | undefined,
): NounGroup | null {
  const tag = ground.tags[verb.from - 1];
  // `a ring responsible for moving`: what the adjective stands behind.
  const described =
    tag === "preposition" && ground.tags[verb.from - 2] === "adjective"
      ? adjacentBefore(ground, verb.from - 2)
      : null;
  if (described !== null && described.to === verb.from - 2) return described;
  if (tag === "preposition" || tag === "subordinator") return controller(before);
  // `a man carrying drugs`: who stands right before; behind a comma who the clause is about.
  const adjacent = adjacentBefore(ground, verb.from);
  if (tag !== "mark" && adjacent !== null) return adjacent;
  return before?.subject ?? adjacent;
}

function participleSubject(
  ground: ClauseGround,
  verb: VerbGroup,
  before: Clause | undefined,
): NounGroup | null {
  const adjacent = adjacentBefore(ground, verb.from);
  // `Arrested were X and Y`
  if (before === undefined && adjacent === null && ground.tags[verb.to] === "be") {
    const behind = ground.groups.find((one) => !one.owns && startOf(one) === verb.to + 1);
    if (behind !== undefined) return behind;
  }
  if (adjacent !== null) {
    const comma = ground.tags[verb.from - 1] === "mark";
    return comma ? climb(ground, adjacent, before?.verb.to ?? 0) : partOf(ground, adjacent);
  }
  // `Led by X, the ring …`: the group behind the comma.
  const opens = ground.groups.find(
    (group) => group.from > verb.to && wordAt(ground.items, startOf(group) - 1) === ",",
  );
  return opens ?? before?.subject ?? null;
}

const SINGULAR: ReadonlySet<string> = new Set(["is", "was", "has", "does"]);

/** `a militia of rebels that has fought`: the militia, since the verb is in the singular. */
function agreeing({ items, tags }: ClauseGround, group: NounGroup, verb: VerbGroup): NounGroup {
  const singular = SINGULAR.has(wordAt(items, verb.from));
  let one = group;
  while (
    singular &&
    one.parent !== null &&
    tags[one.head] === "noun" &&
    wordAt(items, one.head).endsWith("s")
  )
    one = one.parent;
  return one;
}

/** `a faction of the ring led by X`: the faction is. */
function partOf({ items, classes }: ClauseGround, group: NounGroup): NounGroup {
  const { parent } = group;
  return parent !== null && classes("fraction").has(wordAt(items, parent.head)) ? parent : group;
}

function finiteSubject(
  ground: ClauseGround,
  verb: VerbGroup,
  clauses: readonly Clause[],
): NounGroup | null {
  const { tags } = ground;
  const before = clauses.at(-1);
  const at = beforePhrases(ground, verb.from) - 1;
  if (tags[at] === "relative" || tags[at] === "that") {
    const antecedent = adjacentBefore(ground, at);
    return antecedent === null ? (before?.subject ?? null) : agreeing(ground, antecedent, verb);
  }
  // `X sold pills and fled`: the subject of the verb before.
  if (tags[at] === "coordinator") return before?.subject ?? null;
  const adjacent = adjacentBefore(ground, at + 1) ?? adjacentBefore(ground, verb.from);
  if (adjacent === null) return before?.subject ?? null;
  if (before === undefined || before.verb.to > adjacent.from)
    return climb(ground, adjacent, boundary(clauses, adjacent));
  return subjectBehind(ground, verb, adjacent, clauses);
}

/** The subject of a verb whose nearest group stands behind another verb. */
function subjectBehind(
  ground: ClauseGround,
  verb: VerbGroup,
  adjacent: NounGroup,
  clauses: readonly Clause[],
): NounGroup | null {
  const { tags, items } = ground;
  const before = clauses.at(-1) as Clause;
  const comma = wordAt(items, verb.from - 1) === ",";
  // `X, led by Y, was held`: behind an aside the verb comes back to X.
  if (comma && before.verb.stand !== "finite") return before.subject ?? climb(ground, adjacent, 0);
  if (comma && isRelative(tags, before.verb.from)) return outerOf(before.subject, clauses);
  // `The men who fled X are at war`: X belongs to the clause before.
  const joined = tags[startOf(adjacent) - 1];
  const within = joined !== "that" && joined !== "subordinator" && joined !== "mark";
  if (within && (isAside(tags, before) || isInside(before, adjacent))) return before.subject;
  const top = climb(ground, adjacent, boundary(clauses, adjacent));
  // `buys chemicals in X, turns them into Y`: a verb behind a comma goes on with the subject before.
  return comma && top.apposed.length === 0 ? (before.subject ?? top) : top;
}

/** `Two men tied to the gangs of X and Y were held`: X and Y stand in a phrase of the participle. */
const isInside = ({ verb, phrases }: Clause, group: NounGroup): boolean =>
  verb.stand === "participle" &&
  phrases.some((one) => one.group === group || one.group === group.listHead);

/** `The ring led by X, who was hurt, moved`: of the ring, which X stands inside. */
function outerOf(group: NounGroup | null, clauses: readonly Clause[]): NounGroup | null {
  let outer = group;
  for (const clause of clauses.toReversed()) {
    const inside =
      clause.verb.stand === "participle" && clause.phrases.some((one) => one.group === outer);
    if (inside && clause.subject !== null) outer = clause.subject;
  }
  return outer;
}

/** True for a clause inside a noun group: behind `who`, or `that` right behind a noun, or a participle. */
function isAside(tags: readonly ItemTag[], { verb }: Clause): boolean {
  if (isRelative(tags, verb.from)) return true;
  const noun = tags[verb.from - 2];
  return tags[verb.from - 1] === "that" && (noun === "noun" || noun === "name");
}

const MOST_PHRASES = 4;

/** First item of the adverbs and phrases that part a verb from its subject: `who from a flat in Volos runs`. */
function beforePhrases(ground: ClauseGround, from: number): number {
  const { groups, tags } = ground;
  let at = from;
  for (let step = 0; step < MOST_PHRASES; step += 1) {
    while (tags[at - 1] === "adverb" || tags[at - 1] === "time") at -= 1;
    const group = groups.findLast((one) => one.to === at && !one.owns);
    if (
      group === undefined ||
      group.preposition === null ||
      (group.parent !== null && !isLoose(group))
    )
      return at;
    const top = topOf(group);
    if (top.preposition === null || top.parent !== null) return at;
    at = top.preposition;
  }
  return at;
}

const isLoose = (group: NounGroup): boolean => topOf(group).preposition !== null;

/** The group that a chain of phrases starts with. */
function topOf(group: NounGroup): NounGroup {
  let top = group;
  for (let step = 0; step < 8 && top.parent !== null; step += 1) top = top.parent;
  return top;
}

const isRelative = (tags: readonly ItemTag[], from: number): boolean => {
  let at = from - 1;
  while (tags[at] === "adverb") at -= 1;
  return tags[at] === "relative";
};

/** Where the verb before ends, so that its object is not taken into a list of subjects. */
function boundary(clauses: readonly Clause[], adjacent: NounGroup): number {
  const before = clauses.at(-1);
  if (before === undefined || before.verb.to > adjacent.from) return 0;
  const object = before.object;
  if (object === null) return before.verb.to;
  return object === adjacent ? before.verb.to : object.to;
}
