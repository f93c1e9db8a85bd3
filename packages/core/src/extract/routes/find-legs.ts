import type { Modality } from "../../model/claim.js";
import { type Item, wordAt } from "../stream/item.js";
import { listFrom, ofRoles } from "../stream/lists.js";
import type { PhraseSet } from "../stream/phrase-set.js";
import type { RuleBook } from "../view/rule-book.js";
import { clauseEnd, clauseStart, type SentenceView } from "../view/sentence-view.js";
import { is } from "../words/read-tokens.js";
import { bareDirection, isWeakCue, movesBefore } from "./bare-direction.js";
import type { LegDirection } from "./route-leg.js";

/** A place that goods of a sentence come from, pass or go to; the goods are still open. */
export interface OpenLeg {
  readonly direction: LegDirection;
  /** Item of the place. */
  readonly item: number;
  /** Item of the cue. */
  readonly cue: number;
  /** Item of the goods the wording ties the place to, where it does: `Kenyan ivory`. */
  readonly goods?: number;
  /** How the wording itself says that goods have not got there yet. */
  readonly modality?: Modality;
}

const ENDS = ofRoles("place", "country");
/** Words that end a list of ends: what follows them is another leg. */
const LEG_WORDS: ReadonlySet<string> = new Set(
  "from to via through into with by on for at near off when where after before".split(" "),
);

/** The legs that a sentence's cues tell, in text order. */
export function findOpenLegs(view: SentenceView, book: RuleBook): OpenLeg[] {
  const sets: readonly [LegDirection, PhraseSet<true>][] = [
    ["from", book.phrases("routeFrom")],
    ["to", book.phrases("routeTo")],
    ["via", book.phrases("routeVia")],
  ];
  const legs: OpenLeg[] = [];
  for (const [at, item] of view.items.entries()) {
    if (item.kind === "mention")
      legs.push(...originOf(view.items, at), ...boundFor(view.items, at));
    if (item.kind !== "word") continue;
    legs.push(...hubOf(view, at, book));
    const cue = cueAt(view, at, sets, book);
    if (cue === null || isOfOthers(view.items, at, book)) continue;
    const place = placeAfter(view.items, cue.to);
    if (place === null) continue;
    const end = clauseEnd(view.clauses, place);
    for (const one of listFrom(view.items, place, ENDS, end, LEG_WORDS)) {
      const direction = isWatched(view, at) && cue.direction === "to" ? "via" : cue.direction;
      if (!isOwner(view.items, one)) legs.push({ direction, item: one, cue: at });
    }
  }
  return passOn(view, unique(legs));
}

/** `chemists, who come from A`, `precursors, which come from A`, `arrested from A`: no goods travel. */
function isOfOthers(items: readonly Item[], at: number, book: RuleBook): boolean {
  const from = is(items[at], "source_mark") || is(items[at], "out_word");
  if (from && is(items[at - 1], "no_journey")) return true;
  for (let back = at - 1; back >= at - 3; back -= 1) {
    if (!is(items[back], "who_word") && !is(items[back], "which_word")) continue;
    const noun = items[wordAt(items, back - 1) === "," ? back - 2 : back - 1];
    if (noun?.kind !== "word") return false;
    return (
      is(noun, "not_moved") ||
      (is(items[back], "who_word") && !book.nouns("goodsNoun").has(noun.word))
    );
  }
  return is(items[at - 1], "not_moved");
}

/** `had followed the lorry from A to B`: the way goes on where the watching ends. */
function isWatched(view: SentenceView, at: number): boolean {
  const start = Math.max(clauseStart(view.clauses, at), at - 9);
  return view.items.slice(start, at).some((item) => is(item, "watching_verbs"));
}

interface CueHit {
  readonly direction: LegDirection;
  /** Item behind the cue. */
  readonly to: number;
}

/** The longest cue at an item; weak ones such as a lone `into` need a verb of movement. */
function cueAt(
  view: SentenceView,
  at: number,
  sets: readonly [LegDirection, PhraseSet<true>][],
  book: RuleBook,
): CueHit | null {
  const token = view.items[at]?.token ?? 0;
  let best: { direction: LegDirection; to: number } | null = null;
  for (const [direction, set] of sets) {
    const hit = set.at(view.tokens, token);
    if (hit !== undefined && (best === null || hit.to > best.to)) best = { direction, to: hit.to };
  }
  if (best !== null) {
    const to = itemFrom(view.items, best.to);
    const weak = to === at + 1 && isWeakCue(wordAt(view.items, at));
    if (!weak || movesBefore(view, at, book)) return { direction: best.direction, to };
  }
  const direction = bareDirection(view, at, book);
  return direction === null ? null : { direction, to: at + 1 };
}

const itemFrom = (items: readonly Item[], token: number): number => {
  const at = items.findIndex((item) => item.token >= token);
  return at < 0 ? items.length : at;
};

function placeAfter(items: readonly Item[], from: number): number | null {
  for (let at = from; at < Math.min(items.length, from + 6); at += 1) {
    const item = items[at] as Item;
    if (item.kind === "mention") {
      return item.entity.role === "place" || item.entity.role === "country" ? at : null;
    }
    if (item.kind !== "word" || !is(item, "leg_fillers")) return null;
  }
  return null;
}

/** `ivory from Kenya`, `Kenyan ivory`: where the goods themselves are said to be from. */
function originOf(items: readonly Item[], at: number): OpenLeg[] {
  const item = items[at];
  if (item?.kind !== "mention" || item.entity.role !== "goods") return [];
  if (item.entity.attributes.unspecified === true) return [];
  const before = items[at - 1];
  const national =
    before?.kind === "mention" &&
    before.entity.role === "country" &&
    before.mention.form === "demonym";
  const legs: OpenLeg[] = national
    ? [{ direction: "from", item: at - 1, cue: at - 1, goods: at }]
    : [];
  if (!is(items[at + 1], "source_mark")) return legs;
  const place = placeAfter(items, at + 2);
  return place === null ? legs : [...legs, { direction: "from", item: place, cue: at + 1 }];
}

/** `A has become a transit point for ivory`: the place that opens the clause is on the way. */
function hubOf(view: SentenceView, at: number, book: RuleBook): OpenLeg[] {
  const { items, clauses, tokens } = view;
  const hit = book.phrases("routeHub").at(tokens, items[at]?.token ?? 0);
  if (hit === undefined) return [];
  const start = Math.max(clauseStart(clauses, at), at - HUB_REACH);
  const subject = items.findIndex((item, place) => place >= start && isEnd(item));
  if (subject < 0 || subject >= at || isOwner(items, subject)) return [];
  if (!items.slice(subject, at).some((item) => is(item, "being_verbs"))) return [];
  if (items.slice(start, subject).some((item) => is(item, "held_prepositions"))) return [];
  return [{ direction: "via", item: subject, cue: at }];
}

const HUB_REACH = 12;
const isEnd = (item: Item): boolean =>
  item.kind === "mention" && (item.entity.role === "place" || item.entity.role === "country");

/** `a Malta-bound container`: where what carries goods is going. */
function boundFor(items: readonly Item[], at: number): OpenLeg[] {
  const item = items[at];
  if (item?.kind !== "mention") return [];
  if (item.entity.role !== "place" && item.entity.role !== "country") return [];
  const word = wordAt(items, at + 1) === "-" ? at + 2 : at + 1;
  return is(items[word], "bound_word") && !is(items[word + 1], "purpose_mark")
    ? [{ direction: "to", item: at, cue: word, modality: "planned" }]
    : [];
}

/** A state that only owns the next name: `Syria's army`, `Turkish police`. */
function isOwner(items: readonly Item[], at: number): boolean {
  const item = items[at];
  if (item?.kind !== "mention") return true;
  if (item.entity.role !== "country") return false;
  const next = wordAt(items, at + 1);
  if (item.mention.form === "demonym") return !is(items[at + 1], "grounds");
  return next === "'s" && !is(items[at + 2], "grounds");
}

function unique(legs: readonly OpenLeg[]): OpenLeg[] {
  const seen = new Set<number>();
  return legs.filter((leg) => !seen.has(leg.item) && seen.add(leg.item) !== undefined);
}

/** `to A and on to B`, `to A, from where … to B`: goods only pass the first end. */
function passOn(view: SentenceView, legs: readonly OpenLeg[]): OpenLeg[] {
  const onward = legs.findLast((leg) => leg.direction === "to" && isOnward(view, leg));
  if (onward === undefined) return [...legs];
  return legs.map((leg) =>
    leg.direction === "to" && leg.cue < onward.cue ? { ...leg, direction: "via" } : leg,
  );
}

function isOnward(view: SentenceView, leg: OpenLeg): boolean {
  for (let at = leg.cue; at >= Math.max(0, leg.cue - 7); at -= 1) {
    const item = view.items[at];
    if (item?.kind === "mention") return false;
    if (item?.kind === "word" && is(item, "onward_words")) return true;
  }
  return false;
}
