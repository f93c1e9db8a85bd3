import type { Extraction } from "../../model/extraction.js";
import type { DomainPack } from "../../packs/domain-pack.js";
import type { ReadLink } from "../../packs/weights.js";
import { viewDocument } from "../view/document-view.js";
import { compileRuleBook } from "../view/rule-book.js";
import { describeLinks } from "./weigh-claims.js";

/** How the links of a report were read, by claim id: what weights are fitted to. */
export type LinkReader = (extraction: Extraction) => ReadonlyMap<string, ReadLink>;

/**
 * Reads extractions made with this pack, which should have no weights of its own: how sure a claim was
 * before it was weighed is a feature too.
 */
export function createLinkReader(pack: DomainPack): LinkReader {
  const book = compileRuleBook(pack);
  return ({ document, entities, claims }) =>
    describeLinks(viewDocument(document, entities, book), entities, claims);
}
