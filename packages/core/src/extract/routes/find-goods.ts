import type { DocumentEntity } from "../../model/document-entity.js";
import type { OperationFindings } from "../operations/frame-claims.js";
import type { Item } from "../stream/item.js";
import type { DocumentView } from "../view/document-view.js";
import { clauseEnd, clauseStart, type SentenceView } from "../view/sentence-view.js";
import { is } from "../words/read-tokens.js";
import type { OpenLeg } from "./find-legs.js";

/** Goods that a leg of a sentence is about, with the sentence that names them. */
interface Goods {
  readonly kinds: readonly DocumentEntity[];
  readonly sentence: number;
}

const namedGoods = (view: SentenceView, from: number, to: number): DocumentEntity[] => {
  const kinds = new Set<DocumentEntity>();
  for (const item of view.items.slice(Math.max(0, from), to)) {
    const goods = item.kind === "mention" && item.entity.role === "goods";
    if (goods && item.entity.attributes.unspecified !== true) kinds.add(item.entity);
  }
  return [...kinds];
};

/** Goods with the sentence that names it. */
export interface NamedGoods {
  readonly goods: DocumentEntity;
  readonly sentence: number;
}

/**
 * The goods of a leg: goods of its clause, since the leg before where there are some; else of its
 * sentence; else those of the action or the sentences before that a word like "the shipment" takes
 * up; else, for such a noun, the one thing of its kind in a report that names no other. `actions` are
 * those that the sentence tells of.
 */
export function goodsOf(
  view: DocumentView,
  sentence: number,
  leg: OpenLeg,
  legs: readonly OpenLeg[],
  actions: readonly OperationFindings[],
): readonly NamedGoods[] {
  const own = view.sentences[sentence];
  if (own === undefined) return [];
  const tied = leg.goods === undefined ? undefined : own.items[leg.goods];
  if (tied?.kind === "mention") return [{ goods: tied.entity, sentence }];
  const start = clauseStart(own.clauses, leg.item);
  const run = lastRun(view, own, start, leg.cue);
  if (run !== null) return run.map((goods) => ({ goods, sentence }));
  const before = legs.filter((one) => one.item < leg.cue && one.direction === leg.direction);
  const last = before.at(-1)?.item ?? -1;
  const scopes: readonly (readonly [number, number])[] = [
    [Math.max(start, last), leg.item],
    [start, leg.item],
    [leg.item, clauseEnd(own.clauses, leg.item)],
    [0, own.items.length],
  ];
  for (const [from, to] of scopes) {
    const kinds = namedGoods(own, from, to);
    if (kinds.length > 0) return kinds.map((goods) => ({ goods, sentence }));
  }
  const word = goodsWord(view, own, start, leg.cue);
  if (word === "none") return [];
  const framed = caughtGoods(actions);
  if (framed.length > 0) return framed;
  const told =
    earlierGoods(view, sentence) ?? (word === "definite" ? widerGoods(view, sentence) : null);
  return told === null ? [] : told.kinds.map((goods) => ({ goods, sentence: told.sentence }));
}
const PRONOUNS: ReadonlySet<string> = new Set("it they them which".split(" "));

/**
 * The goods listed last before a cue, where a word of direction or a verb of trade parts them from
 * others before: `for horn and for ivory arriving from A` is of ivory alone. Null where nothing parts them.
 */
function lastRun(
  view: DocumentView,
  own: SentenceView,
  from: number,
  to: number,
): readonly DocumentEntity[] | null {
  const trade = view.book.nouns("tradeVerb");
  let cut = -1;
  let goods = -1;
  for (let at = from; at < to; at += 1) {
    const item = own.items[at];
    if (item?.kind === "mention" && item.entity.role === "goods") goods = at;
    else if (
      item?.kind === "word" &&
      goods >= 0 &&
      (is(item, "goods_apart") || trade.has(item.word))
    )
      cut = at;
  }
  if (cut < 0 || goods < cut) return null;
  const kinds = namedGoods(own, cut, to);
  return kinds.length === 0 ? null : kinds;
}

type GoodsWord = "definite" | "other" | "none";

/** What stands for goods in a sentence; in a clause about people it must be a noun before the cue. */
function goodsWord(view: DocumentView, own: SentenceView, start: number, cue: number): GoodsWord {
  const nouns = view.book.nouns("goodsNoun");
  const people = own.items
    .slice(start, cue)
    .some(
      (item) =>
        is(item, "people_pronouns") ||
        (item.kind === "mention" &&
          (item.entity.role === "person" || item.entity.role === "official")),
    );
  let found: GoodsWord = "none";
  for (const [at, item] of own.items.entries()) {
    const goods = item.kind === "mention" && item.entity.role === "goods";
    const word = goods ? item.last : item.word;
    if (!(goods || (item.kind === "word" && nouns.has(word)))) continue;
    if (people && !goods && (PRONOUNS.has(word) || word.length <= 5) && (at > cue || at < start))
      continue;
    if (people && PRONOUNS.has(word)) continue;
    if (nouns.has(word) && isPointedAt(own.items, at)) return "definite";
    found = "other";
  }
  return found;
}

/** `the tusks`, `the hidden load`: goods told before. */
const isPointedAt = (items: readonly Item[], at: number): boolean =>
  is(items[at - 1], "goods_pointers") || is(items[at - 2], "goods_pointers");

/** Named goods caught by the first of some actions that tells of any. */
function caughtGoods(actions: readonly OperationFindings[]): readonly NamedGoods[] {
  for (const { frame } of actions) {
    const named = frame.seized.flatMap(({ value, sentence: at }) =>
      value.goods === null ? [] : [{ goods: value.goods, sentence: at }],
    );
    if (named.length > 0) {
      return named.filter(
        (one, at) => named.findIndex(({ goods }) => goods.id === one.goods.id) === at,
      );
    }
  }
  return [];
}

/** How far a noun such as `the load` may reach over paragraphs, in sentences. */
const NOUN_REACH = 5;

/** The only goods of the last sentences, where the report names one at all or they agree. */
function widerGoods(view: DocumentView, sentence: number): Goods | null {
  let told: Goods | null = null;
  for (let at = sentence - 1; at >= Math.max(0, sentence - NOUN_REACH); at -= 1) {
    const before = view.sentences[at];
    if (before === undefined) break;
    const kinds = namedGoods(before, 0, before.items.length);
    const [goods] = kinds;
    if (goods === undefined) continue;
    if (kinds.length > 1 || (told !== null && told.kinds[0] !== goods)) return null;
    told ??= { kinds, sentence: at };
  }
  return told;
}

/** Goods of up to three sentences before in the same paragraph. */
function earlierGoods(view: DocumentView, sentence: number): Goods | null {
  const block = view.sentences[sentence]?.block.index;
  for (let at = sentence - 1; at >= Math.max(0, sentence - 3); at -= 1) {
    const before = view.sentences[at];
    if (before === undefined || before.block.index !== block) break;
    const kinds = namedGoods(before, 0, before.items.length);
    if (kinds.length > 0) return { kinds, sentence: at };
  }
  return null;
}
