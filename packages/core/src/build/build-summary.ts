import type { PropertyGraph } from "../graph/property-graph.js";
import type { Resolution } from "../model/entity.js";
import { countInvisible } from "../text/invisible.js";
import type { CaseDocument } from "./case-context.js";
import { isHeld } from "./modality.js";

/** What a build did, in figures; lists are in order of name. */
export interface BuildSummary {
  /** Files handed in: `read + repeated + failed`. */
  readonly files: number;
  readonly read: number;
  /** Files whose text another file has too; each stands among the paths of that document. */
  readonly repeated: number;
  readonly failed: number;
  readonly nodes: readonly (readonly [label: string, count: number])[];
  readonly relationships: readonly (readonly [type: string, count: number])[];
  readonly claims: number;
  /** Claims that are denied or only supposed: kept, but no relationship. */
  readonly unheldClaims: number;
  /** Document entities that were united with another one. */
  readonly merged: number;
  /** Pairs listed for a person to judge. */
  readonly reviews: number;
  /** Less likely pairs that are listed once those are judged. */
  readonly unlistedReviews: number;
  /** Nodes whose reports disagree on a figure or date. */
  readonly conflicts: number;
  /** Characters that print nothing, which were passed over, and how many texts have them. */
  readonly invisible: { readonly characters: number; readonly texts: number };
}

/** The figures of a build. */
export function summarizeBuild(
  documents: readonly CaseDocument[],
  failed: number,
  resolution: Resolution,
  graph: PropertyGraph,
): BuildSummary {
  const files = documents.reduce((sum, document) => sum + document.paths.length, 0);
  const members = resolution.entities.reduce((sum, entity) => sum + entity.members.length, 0);
  let conflicts = 0;
  graph.forEachNode(null, (node) => {
    if (graph.nodeProperty(node, "conflicts") !== undefined) conflicts += 1;
    return true;
  });
  return {
    files: files + failed,
    read: documents.length,
    repeated: files - documents.length,
    failed,
    nodes: graph.labels().map((label) => [label, graph.countWithLabel(label)] as const),
    relationships: graph
      .relationshipTypes()
      .map((type) => [type, graph.countWithType(type)] as const),
    claims: resolution.claims.length,
    unheldClaims: resolution.claims.filter((claim) => !isHeld(claim)).length,
    merged: members - resolution.entities.length,
    reviews: resolution.decisions.filter((decision) => decision.outcome === "review").length,
    unlistedReviews: resolution.unlistedReviews ?? 0,
    conflicts,
    invisible: invisibleIn(documents),
  };
}

function invisibleIn(documents: readonly CaseDocument[]): BuildSummary["invisible"] {
  const counts = documents.map(({ document }) => countInvisible(document.text));
  return {
    characters: counts.reduce((sum, count) => sum + count, 0),
    texts: counts.filter((count) => count > 0).length,
  };
}
