import type { DocumentEntity } from "../../model/document-entity.js";
import type { OperationFindings } from "../operations/frame-claims.js";
import type { DocumentView } from "../stream/document-view.js";
import { clauseStart, type SentenceView } from "../stream/sentence-view.js";

/** Drugs that a leg of a sentence is about, with the sentence that names them. */
export interface Goods {
  readonly drugs: readonly DocumentEntity[];
  readonly sentence: number;
}

const namedDrugs = (view: SentenceView, from: number, to: number): DocumentEntity[] => {
  const drugs = new Set<DocumentEntity>();
  for (const item of view.items.slice(from, to)) {
    const drug = item.kind === "mention" && item.entity.type === "Drug";
    if (drug && item.entity.attributes.unspecified !== true) drugs.add(item.entity);
  }
  return [...drugs];
};

/**
 * The goods of a leg: drugs of its clause, else of its sentence, else those of the action or the
 * sentence before that a word such as "the shipment" takes up.
 */
export function goodsOf(
  view: DocumentView,
  sentence: number,
  item: number,
  operations: readonly OperationFindings[],
): Goods | null {
  const own = view.sentences[sentence];
  if (own === undefined) return null;
  const start = clauseStart(own.clauses, item);
  const near = namedDrugs(own, start, item);
  if (near.length > 0) return { drugs: near, sentence };
  const whole = namedDrugs(own, 0, own.items.length);
  if (whole.length > 0) return { drugs: whole, sentence };
  if (!hasGoodsWord(view, own)) return null;
  return framedGoods(sentence, operations) ?? earlierGoods(view, sentence);
}

function hasGoodsWord(view: DocumentView, own: SentenceView): boolean {
  const goods = view.book.nouns("goodsNoun");
  return own.items.some((item) => item.kind === "word" && goods.has(item.word));
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
