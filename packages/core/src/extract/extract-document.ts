import type { Claim } from "../model/claim.js";
import type { DocumentEntity } from "../model/document-entity.js";
import type { Extraction } from "../model/extraction.js";
import type { Mention } from "../model/mention.js";
import type { ReportDocument } from "../model/report-document.js";
import { slug } from "../packs/compile-lexicon.js";
import type { DomainPack } from "../packs/domain-pack.js";
import type { ReadLink } from "../packs/weights.js";
import { ClaimMaker } from "./claims/claim-maker.js";
import { clusterMentions } from "./entities/cluster-mentions.js";
import { EXTRACTORS } from "./extractors.js";
import { foldDocument } from "./fold-document.js";
import { findMentions } from "./mentions/find-mentions.js";
import type { OperationFindings } from "./operations/frame-claims.js";
import { dateLinks } from "./relations/held-times.js";
import { type DocumentView, viewDocument } from "./view/document-view.js";
import { compileRuleBook, type RuleBook } from "./view/rule-book.js";
import { describeLinks, weighClaims } from "./weights/weigh-claims.js";

/** Reads reports one after another with wording compiled once. */
export type Extractor = (document: ReportDocument) => Extraction;

/** An extractor for a pack; compiling its wording takes some milliseconds, so keep it. */
export function createExtractor(pack: DomainPack, observe?: ObserveLinks): Extractor {
  const book = compileRuleBook(pack);
  return (whole) => {
    const { document, unfold } = foldDocument(whole);
    const mentions: readonly Mention[] = findMentions(document, pack);
    const entities = clusterMentions(document, mentions, pack);
    return unfold(extractFacts(document, entities, book, observe));
  };
}

/** Is told how the links of a report were read, by claim id: what weights are fitted to. */
export type ObserveLinks = (links: ReadonlyMap<string, ReadLink>) => void;

/** All that one report says; {@link createExtractor} for many. */
export function extractDocument(document: ReportDocument, pack: DomainPack): Extraction {
  return createExtractor(pack)(document);
}

/** Claims and events of a report whose things are known. */
export function extractFacts(
  document: ReportDocument,
  things: readonly DocumentEntity[],
  book: RuleBook,
  observe?: ObserveLinks,
): Extraction {
  return readFacts(viewDocument(document, things, book), observe).extraction;
}

/** What was read of a report, with the actions it tells of in their slots. */
export interface ReadFacts {
  readonly extraction: Extraction;
  readonly operations: readonly OperationFindings[];
}

/** Claims and events of a report in view; the view's listener hears how each came about. */
export function readFacts(view: DocumentView, observe?: ObserveLinks): ReadFacts {
  const { document, entities: things, listener, book } = view;
  const unnamed = unnamedGoods(view, things);
  const told: Claim[] = [];
  const seconded = new Set<string>();
  const events: DocumentEntity[] = [];
  let operations: readonly OperationFindings[] = [];
  for (const { name, extract } of EXTRACTORS) {
    listener?.begin(name);
    const maker = new ClaimMaker(view, name);
    const found = extract(view, { maker, unnamed, operations, told: [...told] });
    operations = found.operations ?? operations;
    events.push(...(found.entities ?? []));
    told.push(...found.claims);
    for (const claim of found.seconded ?? []) seconded.add(claim);
  }
  const united = unite([...things, ...events], unnamed, told);
  const { entities } = united;
  const claims = dateLinks(view, united.claims);
  const links =
    book.weights === null && observe === undefined
      ? NO_LINKS
      : describeLinks(view, { entities, claims, seconded });
  observe?.(links);
  const extraction = {
    document,
    entities: [...entities].sort((a, b) => (a.id < b.id ? -1 : 1)),
    claims: [...weighClaims(claims, links, book.weights)].sort(byOffset),
  };
  return { extraction, operations };
}

const NO_LINKS: ReadonlyMap<string, ReadLink> = new Map();

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

/** Things and claims, each once, with the thing for unnamed goods where a claim needs it. */
function unite(
  entities: readonly DocumentEntity[],
  unnamed: DocumentEntity | null,
  claims: readonly Claim[],
): Pick<Extraction, "entities" | "claims"> {
  const used = claims.some((claim) => claim.kind === "relation" && claim.object === unnamed?.id);
  const isNew = unnamed !== null && used && !entities.includes(unnamed);
  const all = isNew ? [...entities, unnamed] : entities;
  return {
    entities: [...new Map(all.map((entity) => [entity.id, entity])).values()],
    claims: [...new Map(claims.map((claim) => [claim.id, claim])).values()],
  };
}

const byOffset = (a: Claim, b: Claim): number =>
  a.evidence[0].span.start - b.evidence[0].span.start || (a.id < b.id ? -1 : 1);
