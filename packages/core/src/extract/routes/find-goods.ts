import type { DocumentEntity } from "../../model/document-entity.js";
import type { OperationFindings } from "../operations/frame-claims.js";
import { type Item, wordAt } from "../stream/item.js";
import type { DocumentView } from "../view/document-view.js";
import { clauseEnd, clauseStart, type SentenceView } from "../view/sentence-view.js";
import type { OpenLeg } from "./find-legs.js";

/** Drugs that a leg of a sentence is about, with the sentence that names them. */
export interface Goods {
  readonly drugs: readonly DocumentEntity[];
  readonly sentence: number;
}

const namedDrugs = (view: SentenceView, from: number, to: number): DocumentEntity[] => {
  const drugs = new Set<DocumentEntity>();
  for (const item of view.items.slice(Math.max(0, from), to)) {
    const drug = item.kind === "mention" && item.entity.type === "Drug";
    if (drug && item.entity.attributes.unspecified !== true) drugs.add(item.entity);
  }
  return [...drugs];
};

/** A drug with the sentence that names it. */
export interface NamedGoods {
  readonly drug: DocumentEntity;
  readonly sentence: number;
}

/**
 * The goods of a leg: drugs of its clause, since the leg before where there are some; else of its
 * sentence; else those of the action or the sentences before that a word like "the shipment" takes
 * up; else, for such a noun, the one drug of a report that names no other.
 */
export function goodsOf(
  view: DocumentView,
  sentence: number,
  leg: OpenLeg,
  legs: readonly OpenLeg[],
  operations: readonly OperationFindings[],
): readonly NamedGoods[] {
  const own = view.sentences[sentence];
  if (own === undefined) return [];
  const tied = leg.goods === undefined ? undefined : own.items[leg.goods];
  if (tied?.kind === "mention") return [{ drug: tied.entity, sentence }];
  const start = clauseStart(own.clauses, leg.item);
  const run = lastRun(own, start, leg.cue);
  if (run !== null) return run.map((drug) => ({ drug, sentence }));
  const before = legs.filter((one) => one.item < leg.cue && one.direction === leg.direction);
  const last = before.at(-1)?.item ?? -1;
  const scopes: readonly (readonly [number, number])[] = [
    [Math.max(start, last), leg.item],
    [start, leg.item],
    [leg.item, clauseEnd(own.clauses, leg.item)],
    [0, own.items.length],
  ];
  for (const [from, to] of scopes) {
    const drugs = namedDrugs(own, from, to);
    if (drugs.length > 0) return drugs.map((drug) => ({ drug, sentence }));
  }
  const word = goodsWord(view, own, start, leg.cue);
  if (word === "none") return [];
  const framed = framedDrugs(sentence, operations);
  if (framed.length > 0) return framed;
  const told =
    earlierGoods(view, sentence) ?? (word === "definite" ? widerGoods(view, sentence) : null);
  return told === null ? [] : told.drugs.map((drug) => ({ drug, sentence: told.sentence }));
}

/** Drugs of a clause, else of its sentence, else those that a word in it takes up. */
export function goodsNear(
  view: DocumentView,
  sentence: number,
  range: { readonly from: number; readonly to: number },
  operations: readonly OperationFindings[],
): Goods | null {
  const own = view.sentences[sentence];
  if (own === undefined) return null;
  const near = namedDrugs(own, range.from, range.to);
  if (near.length > 0) return { drugs: near, sentence };
  const whole = namedDrugs(own, 0, own.items.length);
  if (whole.length > 0) return { drugs: whole, sentence };
  return framedGoods(sentence, operations) ?? earlierGoods(view, sentence);
}

const PEOPLE: ReadonlySet<string> = new Set("he she they him her them we i".split(" "));
const PRONOUNS: ReadonlySet<string> = new Set("it they them which".split(" "));

const APART: ReadonlySet<string> = new Set(
  "for from to via through into with while whereas".split(" "),
);

/**
 * The drugs listed last before a cue, where a word of direction parts them from others before:
 * `for heroin and for cocaine arriving from A` is of cocaine alone. Null where nothing parts them.
 */
function lastRun(own: SentenceView, from: number, to: number): readonly DocumentEntity[] | null {
  let cut = -1;
  let drug = -1;
  for (let at = from; at < to; at += 1) {
    const item = own.items[at];
    if (item?.kind === "mention" && item.entity.type === "Drug") drug = at;
    else if (item?.kind === "word" && APART.has(item.word) && drug >= 0) cut = at;
  }
  if (cut < 0 || drug < cut) return null;
  const drugs = namedDrugs(own, cut, to);
  return drugs.length === 0 ? null : drugs;
}

type GoodsWord = "definite" | "other" | "none";

/** What stands for goods in a sentence; in a clause about people it must be a noun before the cue. */
function goodsWord(view: DocumentView, own: SentenceView, start: number, cue: number): GoodsWord {
  const goods = view.book.nouns("goodsNoun");
  const people = own.items
    .slice(start, cue)
    .some(
      (item) =>
        PEOPLE.has(item.word) ||
        (item.kind === "mention" &&
          (item.entity.type === "Person" || item.entity.type === "Official")),
    );
  let found: GoodsWord = "none";
  for (const [at, item] of own.items.entries()) {
    const drug = item.kind === "mention" && item.entity.type === "Drug";
    const word = drug ? item.last : item.word;
    if (!(drug || (item.kind === "word" && goods.has(word)))) continue;
    if (people && !drug && (PRONOUNS.has(word) || word.length <= 5) && (at > cue || at < start))
      continue;
    if (people && PRONOUNS.has(word)) continue;
    if (goods.has(word) && isPointedAt(own.items, at)) return "definite";
    found = "other";
  }
  return found;
}

const POINTERS: ReadonlySet<string> = new Set(
  "the this these that those its their such".split(" "),
);

/** `the pills`, `the hidden load`: goods told before. */
const isPointedAt = (items: readonly Item[], at: number): boolean =>
  POINTERS.has(wordAt(items, at - 1)) || POINTERS.has(wordAt(items, at - 2));

/** Named drugs caught by the action that a sentence is part of. */
function framedDrugs(
  sentence: number,
  operations: readonly OperationFindings[],
): readonly NamedGoods[] {
  for (const { frame } of operations) {
    if (!frame.parts.some((part) => part.sentence === sentence)) continue;
    const named = frame.seized.flatMap(({ value, sentence: at }) =>
      value.drug === null ? [] : [{ drug: value.drug, sentence: at }],
    );
    if (named.length > 0) {
      return named.filter(
        (one, at) => named.findIndex(({ drug }) => drug.id === one.drug.id) === at,
      );
    }
  }
  return [];
}

/** How far a noun such as `the load` may reach over paragraphs, in sentences. */
const NOUN_REACH = 5;

/** The only drug of the last sentences, where the report names one at all or they agree. */
function widerGoods(view: DocumentView, sentence: number): Goods | null {
  let told: Goods | null = null;
  for (let at = sentence - 1; at >= Math.max(0, sentence - NOUN_REACH); at -= 1) {
    const before = view.sentences[at];
    if (before === undefined) break;
    const drugs = namedDrugs(before, 0, before.items.length);
    const [drug] = drugs;
    if (drug === undefined) continue;
    if (drugs.length > 1 || (told !== null && told.drugs[0] !== drug)) return null;
    told ??= { drugs, sentence: at };
  }
  return told;
}

function framedGoods(sentence: number, operations: readonly OperationFindings[]): Goods | null {
  for (const { frame } of operations) {
    if (!frame.parts.some((part) => part.sentence === sentence)) continue;
    const seized = frame.seized.filter(({ value }) => value.drug !== null);
    const first = seized[0];
    if (first === undefined) continue;
    const drugs = seized.flatMap(({ value }) => (value.drug === null ? [] : [value.drug]));
    return { drugs: [...new Set(drugs)], sentence: first.sentence };
  }
  return null;
}

/** Drugs of up to three sentences before in the same paragraph. */
function earlierGoods(view: DocumentView, sentence: number): Goods | null {
  const block = view.sentences[sentence]?.block.index;
  for (let at = sentence - 1; at >= Math.max(0, sentence - 3); at -= 1) {
    const before = view.sentences[at];
    if (before === undefined || before.block.index !== block) break;
    const drugs = namedDrugs(before, 0, before.items.length);
    if (drugs.length > 0) return { drugs, sentence: at };
  }
  return null;
}
