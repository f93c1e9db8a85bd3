import type { Claim } from "../model/claim.js";
import type { RuleFamily } from "../packs/engine-rules.js";
import type { ExtractorContext, FactExtractor } from "./extractor.js";
import { findIdentifiers } from "./identifiers/find-identifiers.js";
import { findOperations } from "./operations/find-operations.js";
import { findPredicates } from "./predicates/find-predicates.js";
import { findBylines } from "./relations/find-bylines.js";
import { findCooperation } from "./relations/find-cooperation.js";
import { findDetails } from "./relations/find-details.js";
import { findNetworkLinks } from "./relations/find-network-links.js";
import { findOrigins } from "./relations/find-origins.js";
import { findPairs } from "./relations/find-pairs.js";
import { findParts } from "./relations/find-parts.js";
import { findPosts } from "./relations/find-posts.js";
import { groupPlaces } from "./relations/group-places.js";
import { nestedParts } from "./relations/nested-parts.js";
import { findRoutes } from "./routes/find-routes.js";
import { findStatistics } from "./statistics/find-statistics.js";
import type { DocumentView } from "./view/document-view.js";

/** An extractor that tells of no event. */
const claimsOnly = (
  name: string,
  families: readonly RuleFamily[],
  find: (view: DocumentView, context: ExtractorContext) => readonly Claim[],
): FactExtractor => ({
  name,
  families,
  extract: (view, context) => ({ claims: find(view, context) }),
});

const POSTS = "posts";

/**
 * The extractors in the order they run. Actions come first, because most others ask what a sentence
 * belongs to; predicates come last, because a link that is known already is not told again.
 */
export const EXTRACTORS: readonly FactExtractor[] = [
  {
    name: "operations",
    families: ["action"],
    extract: (view, { unnamed, maker }) => {
      const operations = findOperations(view, unnamed, maker);
      return {
        operations,
        entities: operations.flatMap((found) => found.entities),
        claims: operations.flatMap((found) => found.claims),
      };
    },
  },
  {
    name: "routes",
    families: ["route"],
    extract: (view, { operations, maker }) => findRoutes(view, operations, maker),
  },
  {
    name: "statistics",
    families: ["total"],
    extract: (view, { operations, maker }) => findStatistics(view, operations, maker),
  },
  claimsOnly("origins", ["origin"], (view, { maker }) => findOrigins(view, maker)),
  claimsOnly(POSTS, ["post"], (view, { maker }) => findPosts(view, maker)),
  claimsOnly("bylines", ["byline"], (view, { maker }) => findBylines(view, maker)),
  claimsOnly("cooperation", ["cooperation"], (view, { operations, told, maker }) =>
    findCooperation(
      view,
      operations,
      told.filter((claim) => claim.extractor === POSTS),
      maker,
    ),
  ),
  claimsOnly("parts", ["part"], (view, { maker }) => [
    ...findParts(view, maker),
    ...nestedParts(view, maker),
  ]),
  claimsOnly("groups", ["group"], (view, { operations, maker }) =>
    findNetworkLinks(view, operations, maker),
  ),
  claimsOnly("pairs", ["pair"], (view, { maker }) => findPairs(view, view.book.pairs, maker)),
  claimsOnly("details", ["detail"], (view, { maker }) => findDetails(view, maker)),
  {
    name: "identifiers",
    families: ["identifier"],
    extract: (view, { maker }) => findIdentifiers(view, maker),
  },
  {
    name: "predicates",
    families: ["predicate"],
    extract: (view, { operations, told, maker }) =>
      findPredicates(view, groupPlaces(view, operations), told, maker),
  },
];
