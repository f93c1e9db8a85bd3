import type { Claim } from "../model/claim.js";
import type { DocumentEntity } from "../model/document-entity.js";
import type { Extraction } from "../model/extraction.js";
import type { Mention } from "../model/mention.js";
import type { ReportDocument } from "../model/report-document.js";
import { slug } from "../packs/compile-lexicon.js";
import type { DomainPack } from "../packs/domain-pack.js";
import { ClaimMaker } from "./claims/claim-maker.js";
import { clusterMentions } from "./entities/cluster-mentions.js";
import { findMentions } from "./mentions/find-mentions.js";
import { findOperations } from "./operations/find-operations.js";
import { findBylines } from "./relations/find-bylines.js";
import { findCooperation } from "./relations/find-cooperation.js";
import { findDetails } from "./relations/find-details.js";
import { findMembers } from "./relations/find-members.js";
import { findNetworkLinks } from "./relations/find-network-links.js";
import { findOrigins } from "./relations/find-origins.js";
import { findPairs } from "./relations/find-pairs.js";
import { findParts } from "./relations/find-parts.js";
import { findPosts } from "./relations/find-posts.js";
import { findProduction } from "./relations/find-production.js";
import { findTies } from "./relations/find-ties.js";
import { findRoutes } from "./routes/find-routes.js";
import { findStatistics } from "./statistics/find-statistics.js";
import { type DocumentView, viewDocument } from "./view/document-view.js";
import { compileRuleBook, type RuleBook } from "./view/rule-book.js";

/** Reads reports one after another with wording compiled once. */
export type Extractor = (document: ReportDocument) => Extraction;

/** An extractor for a pack; compiling its wording takes some milliseconds, so keep it. */
export function createExtractor(pack: DomainPack): Extractor {
  const book = compileRuleBook(pack);
  return (document) => {
    const mentions: readonly Mention[] = findMentions(document, pack);
    const entities = clusterMentions(document, mentions, pack);
    return extractFacts(document, entities, book);
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
  const view = viewDocument(document, things, book);
  const maker = new ClaimMaker(view);
  const unnamed = unnamedGoods(view, things);
  const operations = findOperations(view, unnamed, maker);
  const routes = findRoutes(view, operations, maker);
  const statistics = findStatistics(view, operations, maker);
  const posts = findPosts(view, maker);
  const told: Claim[] = [
    ...operations.flatMap((found) => found.claims),
    ...routes.claims,
    ...statistics.claims,
    ...findOrigins(view, maker),
    ...posts,
    ...findMembers(view, operations, maker),
    ...findBylines(view, maker),
    ...findCooperation(view, operations, posts, maker),
    ...findProduction(view, operations, maker),
    ...findParts(view, maker),
    ...findNetworkLinks(view, operations, maker),
    ...findPairs(view, book.pairs, maker),
    ...findDetails(view, maker),
  ];
  const claims = [...told, ...findTies(view, operations, told, maker)];
  const events = [
    ...operations.flatMap((found) => found.entities),
    ...routes.entities,
    ...statistics.entities,
  ];
  return finish(document, [...things, ...events], unnamed, claims);
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
