// How a stretch of text is meant, for whoever claims that it says something: the reading of clauses,
// cues and questions that the engine's own rules go by, asked from outside. Nobody told which verb
// states the link, so every word of the clauses that hold the two ends counts: whoever is read too
// doubtfully can quote less, whoever is read too surely cannot be caught.

import type { Modality } from "../model/claim.js";
import type { Extraction } from "../model/extraction.js";
import type { TextSpan } from "../model/text-span.js";
import type { DomainPack } from "../packs/domain-pack.js";
import { saidModality } from "./predicates/said-modality.js";
import { wordAt } from "./stream/item.js";
import { viewDocument } from "./view/document-view.js";
import { compileRuleBook, type RuleBook } from "./view/rule-book.js";
import type { SentenceView } from "./view/sentence-view.js";
import { is } from "./words/read-tokens.js";

/** How a sentence means what it says of two ends. */
interface Manner {
  /** Null where it says that nothing of the kind took place, as of a report that was false. */
  readonly modality: Modality | null;
  /** Index of the sentence. */
  readonly sentence: number;
}

/** Why a stretch of text has no manner. */
type Unmannered = "several-sentences" | "not-read";

/** The manner of a stretch of one document that holds the places where two ends are named. */
export type MannerReader = (
  quote: TextSpan,
  ends: readonly [TextSpan, ...TextSpan[]],
) => Manner | Unmannered;

/** A reader of manners for a pack; compiling its wording takes some milliseconds, so keep it. */
export function createMannerReader(
  pack: Pick<DomainPack, "identifiers" | "schema" | "wording" | "words">,
): (extraction: Extraction) => MannerReader {
  const book = compileRuleBook(pack);
  return ({ document, entities }) => {
    const views = viewDocument(document, entities, book).sentences;
    return (quote, ends) => {
      const holds = ({ start, end }: TextSpan): boolean => start <= quote.start && quote.end <= end;
      const view = views.find(({ sentence }) => holds(sentence));
      if (view !== undefined) return mannerIn(view, ends, book);
      return document.sentences.some(holds) ? "not-read" : "several-sentences";
    };
  };
}

function mannerIn(view: SentenceView, ends: readonly TextSpan[], book: RuleBook): Manner {
  const at = reachOf(view, ends);
  const words = at.map((item) => wordAt(view.items, item));
  const { classes } = book.syntax;
  const manner = {
    negated: words.some((word) => classes("negation").has(word)),
    conditional: words.some((word) => classes("conditional").has(word)),
    aside: null,
  };
  return { modality: saidModality(view, manner, at), sentence: view.sentence.index };
}

/** Items from the first clause that names an end to the last one, with what says that they are so. */
function reachOf({ items, clauses }: SentenceView, ends: readonly TextSpan[]): readonly number[] {
  const naming = items.flatMap((item, at) =>
    ends.some(({ start, end }) => item.start < end && start < item.end) ? [at] : [],
  );
  const told = naming.map((at) => clauses[at] ?? 0);
  const last = Math.max(...told);
  let first = Math.min(...told);
  // `prosecutors allege that X`: who says so and how stands in the clause before.
  while (first > 0 && is(items[clauses.indexOf(first)], "that_word")) first -= 1;
  return items.flatMap((_, at) => {
    const clause = clauses[at] ?? 0;
    return first <= clause && clause <= last ? [at] : [];
  });
}
