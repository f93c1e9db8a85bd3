import type { DocumentEntity } from "../../model/document-entity.js";
import type { OperationFindings } from "../operations/frame-claims.js";
import type { DocumentView } from "../stream/document-view.js";
import { clauseEnd, clauseStart, type SentenceView } from "../stream/sentence-view.js";
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

/**
 * The goods of a leg: drugs of its clause, since the leg before where there are some; else of its
 * sentence; else those of the action or the sentence before that a word like "the shipment" takes up.
 */
export function goodsOf(
  view: DocumentView,
  sentence: number,
  leg: OpenLeg,
  legs: readonly OpenLeg[],
  operations: readonly OperationFindings[],
): Goods | null {
  const own = view.sentences[sentence];
  if (own === undefined) return null;
  const start = clauseStart(own.clauses, leg.item);
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
    if (drugs.length > 0) return { drugs, sentence };
  }
  if (!hasGoodsWord(view, own, start, leg.cue)) return null;
  return framedGoods(sentence, operations) ?? earlierGoods(view, sentence);
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

/** A word that stands for goods; in a clause about people it must not be a pronoun. */
function hasGoodsWord(view: DocumentView, own: SentenceView, start: number, end: number): boolean {
  const goods = view.book.nouns("goodsNoun");
  const clause = own.items.slice(start, end);
  const people = clause.some(
    (item) =>
      PEOPLE.has(item.word) ||
      (item.kind === "mention" &&
        (item.entity.type === "Person" || item.entity.type === "Official")),
  );
  return own.items.some((item) => {
    if (item.kind === "mention") return item.entity.type === "Drug";
    return item.kind === "word" && goods.has(item.word) && !(people && item.word.length <= 5);
  });
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
