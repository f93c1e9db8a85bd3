import type { Claim } from "../../model/claim.js";
import type { DocumentEntity } from "../../model/document-entity.js";
import type { ClaimMaker } from "../claims/claim-maker.js";
import { modalityAt } from "../cues/read-cues.js";
import { findPlaces } from "../operations/find-places.js";
import type { OperationFindings } from "../operations/frame-claims.js";
import { goodsNear } from "../routes/find-goods.js";
import type { Item } from "../stream/item.js";
import type { DocumentView } from "../view/document-view.js";
import { clauseEnd, clauseStart, type SentenceView } from "../view/sentence-view.js";

/** Where goods are said to be made, or where their workshop stands. */
export function findProduction(
  view: DocumentView,
  operations: readonly OperationFindings[],
  maker: ClaimMaker,
): Claim[] {
  return view.sentences.flatMap((sentence, at) => {
    const makers = makerPlaces(view, sentence);
    if (makers.length === 0) return [];
    return makers.flatMap((item) => claimsAt(view, sentence, at, item, operations, maker));
  });
}

/** Items that tell of making: `pressed`, `a laboratory`. */
function makerPlaces(view: DocumentView, { items }: SentenceView): number[] {
  const verbs = view.book.nouns("makeVerb");
  const plants = view.book.nouns("makePlace");
  return items.flatMap((item, at) =>
    item.kind === "word" && (verbs.has(item.word) || plants.has(item.word)) ? [at] : [],
  );
}

function claimsAt(
  view: DocumentView,
  sentence: SentenceView,
  at: number,
  item: number,
  operations: readonly OperationFindings[],
  maker: ClaimMaker,
): Claim[] {
  const range = {
    from: clauseStart(sentence.clauses, item),
    to: clauseEnd(sentence.clauses, item),
  };
  const modality = modalityAt(sentence.cues, item);
  const places = findPlaces(sentence, at, range, view.book).filter((place) =>
    isBeside(sentence.items, item, place.item),
  );
  const goods = places.length === 0 ? null : goodsNear(view, at, range, operations);
  if (goods === null || modality === "void") return [];
  return places.flatMap((place) =>
    goods.kinds.flatMap((made: DocumentEntity) =>
      maker.relation(made, "made-in", place.entity, {
        rule: "goods.made-at",
        sentences: [at, goods.sentence],
        modality,
      }),
    ),
  );
}

const NEAR = 9;

/** Near enough, and no other verb or end of a journey in between. */
function isBeside(items: readonly Item[], one: number, other: number): boolean {
  const [from, to] = one < other ? [one, other] : [other, one];
  if (to - from > NEAR) return false;
  return !items.slice(from + 1, to).some((item) => STOPS.has(item.word));
}

const STOPS: ReadonlySet<string> = new Set(
  "from to bound destined for was were arrested seized sentenced sold shipped smuggled said".split(
    " ",
  ),
);
