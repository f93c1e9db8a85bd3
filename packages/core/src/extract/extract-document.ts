import type { Claim } from "../model/claim.js";
import type { DocumentEntity } from "../model/document-entity.js";
import type { Extraction } from "../model/extraction.js";
import type { Mention } from "../model/mention.js";
import type { ReportDocument } from "../model/report-document.js";
import { slug } from "../packs/compile-lexicon.js";
import type { DomainPack } from "../packs/domain-pack.js";
import { ClaimMaker } from "./claims/claim-maker.js";
import { clusterMentions } from "./entities/cluster-mentions.js";
import { EXTRACTORS } from "./extractors.js";
import { foldDocument } from "./fold-document.js";
import { findMentions } from "./mentions/find-mentions.js";
import type { OperationFindings } from "./operations/frame-claims.js";
import { type DocumentView, viewDocument } from "./view/document-view.js";
import { compileRuleBook, type RuleBook } from "./view/rule-book.js";

/** Reads reports one after another with wording compiled once. */
export type Extractor = (document: ReportDocument) => Extraction;

/** An extractor for a pack; compiling its wording takes some milliseconds, so keep it. */
export function createExtractor(pack: DomainPack): Extractor {
  const book = compileRuleBook(pack);
  return (whole) => {
    const { document, unfold } = foldDocument(whole);
    const mentions: readonly Mention[] = findMentions(document, pack);
    const entities = clusterMentions(document, mentions, pack);
    return unfold(extractFacts(document, entities, book));
  };
}

/** All that one report says; {@link createExtractor} for many. */
export function extractDocument(document: ReportDocument, pack: DomainPack): Extraction {
  return createExtractor(pack)(document);
}

/** Claims and events of a report whose things are known. */
export function extractFacts(
  document: ReportDocument,
  things: readonly DocumentEntity[],
  book: RuleBook,
): Extraction {
  return readFacts(viewDocument(document, things, book)).extraction;
}

/** What was read of a report, with the actions it tells of in their slots. */
export interface ReadFacts {
  readonly extraction: Extraction;
  readonly operations: readonly OperationFindings[];
}

/** Claims and events of a report in view; the view's listener hears how each came about. */
export function readFacts(view: DocumentView): ReadFacts {
  const { document, entities: things, listener } = view;
  const unnamed = unnamedGoods(view, things);
  const told: Claim[] = [];
  const events: DocumentEntity[] = [];
  let operations: readonly OperationFindings[] = [];
  for (const { name, extract } of EXTRACTORS) {
    listener?.begin(name);
    const maker = new ClaimMaker(view, name);
    const found = extract(view, { maker, unnamed, operations, told: [...told] });
    operations = found.operations ?? operations;
    events.push(...(found.entities ?? []));
    told.push(...found.claims);
  }
  return { extraction: finish(document, [...things, ...events], unnamed, told), operations };
}

/**
 * The thing that stands for goods nobody names: the report's own generic word, or the pack's; null
 * where the field has neither.
 */
function unnamedGoods(
  { document, book: { schema } }: DocumentView,
  things: readonly DocumentEntity[],
): DocumentEntity | null {
  const known = things.find((thing) => thing.attributes.unspecified === true);
  if (known !== undefined) return known;
  const type = schema.typeOf("goods");
  const name = type === null ? null : (schema.entity(type)?.unspecified ?? null);
  if (type === null || name === null) return null;
  return {
    id: `${document.id}#${type}:${slug(name)}`,
    document: document.id,
    type,
    role: "goods",
    name,
    aliases: [],
    mentions: [],
    key: `${type.toLowerCase()}:${slug(name)}`,
    attributes: { unspecified: true },
  };
}

function finish(
  document: ReportDocument,
  entities: readonly DocumentEntity[],
  unnamed: DocumentEntity | null,
  claims: readonly Claim[],
): Extraction {
  const used = claims.some((claim) => claim.kind === "relation" && claim.object === unnamed?.id);
  const isNew = unnamed !== null && used && !entities.includes(unnamed);
  const all = isNew ? [...entities, unnamed] : entities;
  const byId = new Map(all.map((entity) => [entity.id, entity]));
  const unique = new Map(claims.map((claim) => [claim.id, claim]));
  return {
    document,
    entities: [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    claims: [...unique.values()].sort(byOffset),
  };
}

const byOffset = (a: Claim, b: Claim): number =>
  a.evidence[0].span.start - b.evidence[0].span.start || (a.id < b.id ? -1 : 1);
