import { type Item, wordAt } from "../stream/item.js";
import { listFrom } from "../stream/lists.js";
import type { PhraseSet } from "../stream/phrase-set.js";
import type { RuleBook } from "../stream/rule-book.js";
import { clauseEnd, clauseStart, type SentenceView } from "../stream/sentence-view.js";
import type { LegDirection } from "./route-leg.js";

/** A place that goods of a sentence come from, pass or go to; the goods are still open. */
export interface OpenLeg {
  readonly direction: LegDirection;
  /** Item of the place. */
  readonly item: number;
  /** Item of the cue. */
  readonly cue: number;
}

const ENDS = ["Place", "Country"] as const;
const FILLERS: ReadonlySet<string> = new Set(
  "the a an its their port city town province village neighbouring neighboring northern southern eastern western east west north south region of in district harbour airport other countries state states markets nearby sea coast markets".split(
    " ",
  ),
);

/** The legs that a sentence's cues tell, in text order. */
export function findOpenLegs(view: SentenceView, book: RuleBook): OpenLeg[] {
  const sets: readonly [LegDirection, PhraseSet<true>][] = [
    ["FROM", book.phrases("routeFrom")],
    ["TO", book.phrases("routeTo")],
    ["VIA", book.phrases("routeVia")],
  ];
  const legs: OpenLeg[] = [];
  for (const [at, item] of view.items.entries()) {
    if (item.kind !== "word") continue;
    const found = longest(view, item.token, sets);
    const direction = found?.direction ?? bareDirection(view, at, book);
    if (direction === null) continue;
    const to = found === null ? at + 1 : itemFrom(view.items, found.to);
    const place = placeAfter(view.items, to);
    if (place === null) continue;
    for (const end of listFrom(view.items, place, ENDS, clauseEnd(view.clauses, place))) {
      if (!isOwner(view.items, end)) legs.push({ direction, item: end, cue: at });
    }
  }
  return unique(legs);
}

function longest(
  view: SentenceView,
  token: number,
  sets: readonly [LegDirection, PhraseSet<true>][],
): { direction: LegDirection; to: number } | null {
  let best: { direction: LegDirection; to: number } | null = null;
  for (const [direction, set] of sets) {
    const hit = set.at(view.tokens, token);
    if (hit !== undefined && (best === null || hit.to > best.to)) best = { direction, to: hit.to };
  }
  return best;
}

const itemFrom = (items: readonly Item[], token: number): number => {
  const at = items.findIndex((item) => item.token >= token);
  return at < 0 ? items.length : at;
};

/** A bare `from` or `to` counts behind a verb of movement, and `to` behind a `from`. */
function bareDirection(view: SentenceView, at: number, book: RuleBook): LegDirection | null {
  const { items } = view;
  const word = wordAt(items, at);
  if (word !== "from" && word !== "to") return null;
  if (word === "from" && isOrigin(items, at, book)) return null;
  const start = clauseStart(view.clauses, at);
  const verbs = book.nouns("moveVerb");
  for (let back = at - 1; back >= Math.max(start, at - 14); back -= 1) {
    if (verbs.has(wordAt(items, back))) return word === "from" ? "FROM" : "TO";
    if (word === "to" && wordAt(items, back) === "from") return "TO";
  }
  return null;
}

/** `a man from X`: where a person comes from is no leg. */
function isOrigin(items: readonly Item[], at: number, book: RuleBook): boolean {
  const before = items[at - 1];
  if (before?.kind === "mention")
    return before.entity.type !== "Drug" && before.entity.type !== "Place";
  if (before?.kind === "quantity") return true;
  return (
    book.nouns("personNoun").has(wordAt(items, at - 1)) ||
    book.nouns("person").has(wordAt(items, at - 1))
  );
}

function placeAfter(items: readonly Item[], from: number): number | null {
  for (let at = from; at < Math.min(items.length, from + 5); at += 1) {
    const item = items[at] as Item;
    if (item.kind === "mention") {
      return item.entity.type === "Place" || item.entity.type === "Country" ? at : null;
    }
    if (item.kind !== "word" || !FILLERS.has(item.word)) return null;
  }
  return null;
}

/** A state that only owns the next name: `Syria's army`, `Turkish police`. */
function isOwner(items: readonly Item[], at: number): boolean {
  const item = items[at];
  if (item?.kind !== "mention") return true;
  if (item.entity.type !== "Country") return false;
  const next = wordAt(items, at + 1);
  if (item.mention.form === "demonym") {
    return ![
      "territory",
      "soil",
      "coast",
      "waters",
      "market",
      "markets",
      "side",
      "border",
      "ports",
      "port",
    ].includes(next);
  }
  return next === "'s" && !["port", "coast", "border", "markets"].includes(wordAt(items, at + 2));
}

function unique(legs: readonly OpenLeg[]): OpenLeg[] {
  const seen = new Set<number>();
  return legs.filter((leg) => !seen.has(leg.item) && seen.add(leg.item) !== undefined);
}
