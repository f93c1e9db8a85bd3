import type { Item } from "../stream/item.js";
import { wordAt } from "../stream/item.js";
import type { RuleBook } from "../view/rule-book.js";
import type { SentenceView } from "../view/sentence-view.js";
import type { TieRule } from "../view/tie-rules.js";
import { cueEnd } from "./match-cue.js";
import type { Referent } from "./referents.js";
import { type Between, NOTHING_BETWEEN, stepOver } from "./small-words.js";
import {
  isClosed,
  isNearestNoun,
  isSetOff,
  isSubject,
  phraseStart,
  referentFrom,
} from "./tie-guards.js";

/** Two names that a rule ties in a sentence, with the items of its cue. */
export interface TieMatch {
  readonly left: Referent;
  readonly right: Referent;
  readonly from: number;
  readonly to: number;
}

/** What matching needs of a sentence. */
export interface TieGround {
  readonly view: SentenceView;
  readonly referents: readonly Referent[];
  readonly book: RuleBook;
}

/** Most items between a name and its cue. */
const LONGEST_BETWEEN = 12;

/** Ties whose cue stands between the two names. */
export function matchBetween(ground: TieGround, rule: TieRule): TieMatch[] {
  return ground.referents.flatMap((left) =>
    rule.left.includes(left.entity.type) ? rightOf(ground, rule, left) : [],
  );
}

function rightOf(ground: TieGround, rule: TieRule, left: Referent): TieMatch[] {
  const { view, book } = ground;
  let seen: Between = NOTHING_BETWEEN;
  let at = left.to;
  while (at < left.to + LONGEST_BETWEEN) {
    const end = cueEnd(view.items, at, rule.cues, book, left.owner);
    if (end !== null) return tiesBehind(ground, rule, left, seen, at, end);
    const step = left.owner ? null : stepOver(view, at, seen, book, rule.form === "verb");
    if (step === null) return [];
    at = step.to;
    seen = step.seen;
  }
  return [];
}

function tiesBehind(
  ground: TieGround,
  rule: TieRule,
  left: Referent,
  seen: Between,
  from: number,
  end: number,
): TieMatch[] {
  const { view, referents, book } = ground;
  const { items } = view;
  const possessive = left.owner || wordAt(items, from) === "'s";
  const named = possessive || wordAt(items, from) === "and" || wordAt(items, from) === "with";
  const comma = named && wordAt(items, end) === ",";
  const right = referentFrom(items, comma ? end + 1 : end, referents, book);
  if (right === null || !rule.right.includes(right.entity.type)) return [];
  if (!isClosed(items, right.to, book) || (comma && !isSetOff(items, right.to))) return [];
  if (!hasTail(ground, rule, right.to)) return [];
  if (!isAboutLeft(ground, rule, left, right, seen, named || from === left.to)) return [];
  const apposed = seen.comma && !seen.predicate && !seen.relative;
  // `According to A, the leader of B is C`: a description that no sign closes is none of A.
  if (apposed && rule.form === "phrase" && !isSetOff(items, right.to)) return [];
  const rights = apposed || comma ? [right] : [right, ...listed(ground, rule, right)];
  return rights.map((one) => ({ left, right: one, from, to: end }));
}

/** Words in front of `Salt Ring leader X` that make X one of many, or no longer the one. */
const ONE_OF_MANY: ReadonlySet<string> = new Set(
  "a an another former ex late then senior one deputy regional local".split(" "),
);

/** True where the cue can only tell of the left name, not of what that name belongs to. */
function isAboutLeft(
  { view, book }: TieGround,
  rule: TieRule,
  left: Referent,
  right: Referent,
  seen: Between,
  adjacent: boolean,
): boolean {
  const { items } = view;
  const predicate = seen.predicate || (rule.form === "verb" && !seen.relative);
  if (predicate && !seen.relative) return isSubject(view, left.from, book);
  if (left.owner && wordAt(items, left.from) !== "whose")
    return right.entity.role !== "official" && !isSpeaking(view, right.to);
  if (adjacent && !seen.comma) {
    const start = phraseStart(items, left.from, book);
    if (items.slice(Math.max(0, start - 1), left.from).some((one) => ONE_OF_MANY.has(one.word)))
      return false;
    if (rule.reverse === false || !BY.has(wordAt(items, left.to + 1))) return true;
  }
  const unsure = left.entity.role === "group" && right.entity.role === "official";
  return !unsure && isNearestNoun(items, left.from, book);
}

const BY: ReadonlySet<string> = new Set(["by", "the"]);

/** True where speech follows a name: `its head, Ana Rey, said`. */
const isSpeaking = (view: SentenceView, to: number): boolean =>
  view.speech.some((hit) => hit.from >= to && hit.from <= to + 1);

function hasTail({ view, book }: TieGround, rule: TieRule, to: number): boolean {
  return rule.tails.length === 0 || cueEnd(view.items, to, rule.tails, book) !== null;
}

const FINITE: ReadonlySet<string> = new Set(
  "is was are were has had have will which who".split(" "),
);

/** Names listed with the right one, and with nothing of their own behind them. */
function listed({ view, referents, book }: TieGround, rule: TieRule, first: Referent): Referent[] {
  const { items } = view;
  const found: Referent[] = [];
  let last = first;
  while (joins(items, last.to)) {
    const skip = wordAt(items, last.to) === "," && wordAt(items, last.to + 1) === "and" ? 2 : 1;
    const next = referentFrom(items, last.to + skip, referents, book);
    if (next === null || !rule.right.includes(next.entity.type)) break;
    if (!isClosed(items, next.to, book) || FINITE.has(wordAt(items, next.to))) break;
    found.push(next);
    last = next;
  }
  // Without an `and` the names are no list: "linked to A, B said".
  const isList = items.slice(first.to, last.from).some((item) => item.word === "and");
  return isList ? found : [];
}

const joins = (items: readonly Item[], at: number): boolean =>
  wordAt(items, at) === "," || wordAt(items, at) === "and";
