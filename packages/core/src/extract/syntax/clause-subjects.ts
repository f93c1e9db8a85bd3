// What a verb says something of.

import { wordAt } from "../stream/item.js";
import { is } from "../words/read-tokens.js";
import { adjacentBefore, type Clause, type ClauseGround, climb } from "./clause.js";
import { startOf } from "./group-ground.js";
import type { NounGroup } from "./noun-groups.js";
import type { ItemTag } from "./tag-items.js";
import type { VerbGroup } from "./verb-groups.js";

/** What a verb says something of. */
export function subjectOf(
  ground: ClauseGround,
  at: number,
  clauses: readonly Clause[],
): NounGroup | null {
  const { verbs } = ground;
  const verb = verbs[at] as VerbGroup;
  const before = clauses[at - 1];
  if (verb.stand === "infinitive") return controller(ground, before);
  if (verb.stand === "gerund") return gerundSubject(ground, verb, before);
  if (verb.stand === "participle") return participleSubject(ground, verb, before);
  return finiteSubject(ground, verb, clauses);
}

/** `ordered X to ship`: X; `X planned to ship`, `X was told to ship`, `X used boats to ship`: X. */
function controller(
  { items, classes }: ClauseGround,
  before: Clause | undefined,
): NounGroup | null {
  if (before === undefined) return null;
  if (classes("means").has(wordAt(items, before.verb.head))) return before.subject;
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
  if (tag === "preposition" || tag === "subordinator")
    return before === undefined ? openedBy(ground, verb) : controller(ground, before);
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
  const behind = before === undefined && adjacent === null ? behindBe(ground, verb.to) : undefined;
  if (behind !== undefined) return behind;
  if (adjacent !== null) {
    const comma = ground.tags[verb.from - 1] === "mark";
    return comma ? climb(ground, adjacent, before?.verb.to ?? 0) : partOf(ground, adjacent);
  }
  return behindComma(ground, verb) ?? before?.subject ?? null;
}

/** `Led by X, the ring …`: the group behind the comma. */
const behindComma = ({ groups, items }: ClauseGround, verb: VerbGroup): NounGroup | undefined =>
  groups.find((group) => group.from > verb.to && wordAt(items, startOf(group) - 1) === ",");

/** `After being held in V, X was charged`: where nobody stands before it, who the sentence is about. */
function openedBy(ground: ClauseGround, verb: VerbGroup): NounGroup | null {
  const [first] = ground.groups;
  const opens = first === undefined || first.from > verb.from;
  return opens ? (behindComma(ground, verb) ?? null) : null;
}

/** `Arrested were X and Y`, `Held on Monday was X`: who stands behind the form of `be`. */
function behindBe({ tags, groups }: ClauseGround, from: number): NounGroup | undefined {
  const at = tags[from] === "preposition" && tags[from + 1] === "time" ? from + 2 : from;
  return tags[at] === "be" ? groups.find((one) => !one.owns && startOf(one) === at + 1) : undefined;
}

/** `a militia of rebels that has fought`: the militia, since the verb is in the singular. */
function agreeing({ items, tags }: ClauseGround, group: NounGroup, verb: VerbGroup): NounGroup {
  const singular = is(items[verb.from], "singular_auxiliaries");
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
