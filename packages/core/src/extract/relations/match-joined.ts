import { type Item, wordAt } from "../stream/item.js";
import type { TieRule } from "../view/tie-rules.js";
import { cueEnd } from "./match-cue.js";
import type { TieGround, TieMatch } from "./match-ties.js";
import type { Referent } from "./referents.js";
import { NOTHING_BETWEEN, stepOver } from "./small-words.js";
import { isClosed, isSetOff, isSubject, phraseStart, referentFrom } from "./tie-guards.js";

/** Ties whose cue stands before or behind both names, which `and` or a comma joins. */
export function matchJoined(ground: TieGround, rule: TieRule): TieMatch[] {
  if (rule.form === "holder") return matchHolders(ground, rule);
  return ground.referents.flatMap((left) => {
    if (left.owner || !rule.left.includes(left.entity.type)) return [];
    const right = joinedWith(ground, rule, left);
    if (right === null) return [];
    const cue =
      rule.form === "before" ? cueBefore(ground, rule, left) : cueBehind(ground, rule, right);
    if (cue === null) return [];
    const stands =
      rule.form === "before"
        ? isClosed(ground.view.items, right.to, ground.book)
        : isSubject(ground.view, left.from, ground.book);
    return stands ? [{ left, right, ...cue }] : [];
  });
}

function joinedWith({ view, referents, book }: TieGround, rule: TieRule, left: Referent) {
  if (wordAt(view.items, left.to) !== "and") return null;
  const right = referentFrom(view.items, left.to + 1, referents, book);
  return right !== null && rule.right.includes(right.entity.type) ? right : null;
}

/** What an alliance or a war that is only spoken of stands behind: `talks on`, `an end to`. */
const ONLY_SPOKEN_OF: ReadonlySet<string> = new Set("for on about of to against over".split(" "));
const LONGEST_CUE = 6;

function cueBefore({ view, book }: TieGround, rule: TieRule, left: Referent) {
  const { items } = view;
  const start = phraseStart(items, left.from, book);
  for (let from = Math.max(0, start - LONGEST_CUE); from < start; from += 1) {
    const to = cueEnd(items, from, rule.cues, book);
    if (to === null || to < start || to > left.from) continue;
    const before = wordAt(items, phraseStart(items, from, book) - 1);
    return ONLY_SPOKEN_OF.has(before) ? null : { from, to };
  }
  return null;
}

const LONGEST_BETWEEN = 6;
/** Words behind the cue that name a third party: `are allied with C`. */
const THIRD: ReadonlySet<string> = new Set("with of to against by 's".split(" "));

function cueBehind({ view, book }: TieGround, rule: TieRule, right: Referent) {
  const { items } = view;
  let at = right.to;
  let seen = NOTHING_BETWEEN;
  while (at < right.to + LONGEST_BETWEEN) {
    const to = cueEnd(items, at, rule.cues, book);
    if (to !== null) return endsCue(items, to) ? { from: at, to } : null;
    const step = stepOver(view, at, seen, book, true);
    if (step === null || step.seen.comma || step.seen.relative) return null;
    at = step.to;
    seen = step.seen;
  }
  return null;
}

const endsCue = (items: readonly Item[], to: number): boolean =>
  !THIRD.has(wordAt(items, to)) && items[to]?.kind !== "mention";

/** `the leader of A, B,`: the right name is set off by commas and no list goes on behind it. */
function matchHolders(ground: TieGround, rule: TieRule): TieMatch[] {
  const { view, referents, book } = ground;
  const { items } = view;
  return referents.flatMap((left) => {
    if (left.owner || !rule.left.includes(left.entity.type)) return [];
    if (wordAt(items, left.to) !== ",") return [];
    const right = referentFrom(items, left.to + 1, referents, book);
    if (right === null || !rule.right.includes(right.entity.type)) return [];
    const listed = wordAt(items, right.to) === "," && wordAt(items, right.to + 1) === "and";
    if (listed || !isSetOff(items, right.to)) return [];
    const cue = holderCue(ground, rule, left);
    return cue === null ? [] : [{ left, right, ...cue }];
  });
}

const THE: ReadonlySet<string> = new Set(
  "the its their alleged suspected reputed presumed".split(" "),
);

/** The cue right before a name; only `the leader` is one person, `a leader` one of many. */
function holderCue({ view, book }: TieGround, rule: TieRule, left: Referent) {
  const { items } = view;
  const start = phraseStart(items, left.from, book);
  for (let from = Math.max(0, start - LONGEST_CUE); from < start; from += 1) {
    const to = cueEnd(items, from, rule.cues, book);
    if (to !== null && to >= start && to <= left.from && THE.has(wordAt(items, from - 1)))
      return { from, to };
  }
  return null;
}
