import { RedthreadError } from "../errors/redthread-error.js";
import type { PropertyGraph } from "../graph/property-graph.js";
import type { Claim, PropertyClaim, RelationClaim } from "../model/claim.js";
import type { Resolution } from "../model/entity.js";
import { restoreEvidence } from "../model/evidence.js";
import type { CaseContext } from "./case-context.js";
import { deriveLegs } from "./derived-routes.js";
import { createDocumentNode } from "./document-nodes.js";
import { createEntityNode, type EntityClaims } from "./entity-nodes.js";
import { type RelationshipDraft, writeGraph } from "./graph-draft.js";
import { type LinkVerdicts, NO_VERDICTS } from "./judge-links.js";
import { createMentions } from "./mention-relationships.js";
import { createRelationships } from "./relation-relationships.js";
import { writeStates } from "./state-properties.js";
import { tellSuccessions } from "./successions.js";

/**
 * The graph of a resolution. Every claim's quote is compared with the stored text first; everything
 * is added in order of id, so that the same reports give the same graph.
 * @param verdicts what people say of derived legs, and of links that are right
 * @throws RedthreadError `EVIDENCE_NOT_IN_TEXT`, `EVIDENCE_MISSING`, `GRAPH_INVALID`.
 */
export function buildGraph(
  resolution: Resolution,
  context: CaseContext,
  verdicts: LinkVerdicts = NO_VERDICTS,
): PropertyGraph {
  for (const claim of resolution.claims) assertQuotesStand(claim, context);
  const relations = resolution.claims.filter((claim) => claim.kind === "relation");
  const { schema } = context.pack;
  const stated = relations.filter((claim) => schema.relationRoleOf(claim.type) !== "mentioned-in");
  const legs = deriveLegs(stated, context).filter((claim) => !verdicts.isWithdrawn(claim));
  const made = createRelationships([...stated, ...legs], context);
  const { conflicts, corrections } = made;
  const held = made.relationships.map((draft) => withHolders(draft, verdicts));
  const { relationships, conflicts: atOnce } = tellSuccessions(held, context);
  const claimsOf = groupByEntity(resolution.claims);
  const nodes = [...context.documents.values()].map((document) =>
    createDocumentNode(document, context),
  );
  const mentions = [];
  for (const entity of resolution.entities) {
    const claims = claimsOf.get(entity.id) ?? NO_CLAIMS;
    const all = [...claims.properties, ...claims.outgoing, ...claims.incoming];
    const told = {
      ...claims,
      conflicts: [...(conflicts.get(entity.id) ?? []), ...(atOnce.get(entity.id) ?? [])],
      corrections: corrections.get(entity.id) ?? [],
    };
    nodes.push(createEntityNode(entity, told, context));
    mentions.push(...createMentions(entity, all, context));
  }
  const graph = writeGraph(nodes, [...relationships, ...mentions]);
  writeStates(graph, context.pack.schema);
  return graph;
}

const JUDGED_RIGHT = "judgedRightBy";

/** Who says that a link is right stands on it, and counts as no source. */
function withHolders(draft: RelationshipDraft, { heldRightBy }: LinkVerdicts): RelationshipDraft {
  const holders = heldRightBy({ type: draft.type, subject: draft.start, object: draft.end });
  if (holders.length === 0) return draft;
  return { ...draft, properties: [...draft.properties, [JUDGED_RIGHT, holders]] };
}

const NO_CLAIMS: EntityClaims = {
  properties: [],
  outgoing: [],
  incoming: [],
  conflicts: [],
  corrections: [],
};

function assertQuotesStand(claim: Claim, context: CaseContext): void {
  for (const evidence of claim.evidence) {
    const document = context.documents.get(evidence.document)?.document;
    if (document === undefined) {
      throw new RedthreadError(
        "EVIDENCE_NOT_IN_TEXT",
        `Claim \`${claim.id}\` quotes \`${evidence.document}\`, which is no document of this case. Build it from all of its reports.`,
      );
    }
    restoreEvidence(document, evidence);
  }
}

function groupByEntity(claims: readonly Claim[]): ReadonlyMap<string, EntityClaims> {
  const groups = new Map<
    string,
    {
      properties: PropertyClaim[];
      outgoing: RelationClaim[];
      incoming: RelationClaim[];
      conflicts: string[];
      corrections: string[];
    }
  >();
  const of = (id: string) => {
    const known = groups.get(id) ?? {
      properties: [],
      outgoing: [],
      incoming: [],
      conflicts: [],
      corrections: [],
    };
    groups.set(id, known);
    return known;
  };
  for (const claim of claims) {
    if (claim.kind === "property") {
      of(claim.subject).properties.push(claim);
    } else {
      of(claim.subject).outgoing.push(claim);
      of(claim.object).incoming.push(claim);
    }
  }
  return groups;
}
