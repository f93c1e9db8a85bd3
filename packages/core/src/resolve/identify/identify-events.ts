import type { DocumentEntity } from "../../model/document-entity.js";
import type { RelationRole } from "../../model/schema.js";
import { foldName } from "../../text/fold.js";
import { sha256 } from "../../text/sha256.js";
import type { Neighbourhood } from "./neighbourhood.js";
import type { Identity } from "./profile.js";
import type { ResolvedEnds } from "./resolved-ends.js";

/** What the identity of an event is read from: its claims, with canonical ids at their far ends. */
export interface EventContext {
  readonly neighbourhood: Neighbourhood;
  readonly ends: ResolvedEnds;
}

const AGENTS: ReadonlySet<RelationRole> = new Set(["conducted"]);
const PLACES: ReadonlySet<RelationRole> = new Set(["place-of-action"]);
const TARGETED: ReadonlySet<RelationRole> = new Set(["targeted"]);
const FOUND_IN: ReadonlySet<RelationRole> = new Set(["found-in"]);
const LEGS = ["route-of", "route-from", "route-via", "route-to"] as const;

/** Identity of an action: one a document; its id is made of day, places, agencies and kind. */
export function identifyOperation(entity: DocumentEntity, context: EventContext): Identity {
  const { neighbourhood } = context;
  const content = [
    ...propertiesOf(entity, context, ["date", "kind"]),
    ...endsOf(neighbourhood.outgoing(entity.id, PLACES), "object", context),
    ...endsOf(neighbourhood.incoming(entity.id, AGENTS), "subject", context),
  ];
  return {
    base: hashedId("operation", content),
    group: entity.id,
    comparable: foldName(entity.name),
  };
}

/** Identity of a group known only by an action against it: that action. */
export function identifyUnnamedNetwork(entity: DocumentEntity, context: EventContext): Identity {
  const { neighbourhood } = context;
  const actions = endsOf(neighbourhood.incoming(entity.id, TARGETED), "subject", context);
  const content = actions.length === 0 ? [entity.id] : actions;
  return {
    base: hashedId(`${entity.type.toLowerCase()}:unnamed`, content),
    group: entity.id,
    comparable: foldName(entity.name),
  };
}

/** Identity of a leg of traffic: its goods, ends and the action that found it. */
export function identifyRoute(entity: DocumentEntity, context: EventContext): Identity {
  const { neighbourhood } = context;
  const legs = LEGS.flatMap((role) =>
    endsOf(neighbourhood.outgoing(entity.id, new Set([role])), "object", context).map(
      (end) => `${role} ${end}`,
    ),
  );
  const found = endsOf(neighbourhood.outgoing(entity.id, FOUND_IN), "object", context);
  const content = [...legs, ...found];
  const base = hashedId("route", content.length === 0 ? [entity.id] : content);
  return { base, group: base, comparable: foldName(entity.name) };
}

/** Identity of a total: one a document; its id is made of what it counts, when, where and in what. */
export function identifyStatistic(entity: DocumentEntity, context: EventContext): Identity {
  const content = propertiesOf(entity, context, ["metric", "period", "scope", "unit"]);
  const isTold = content.some((line) => line.startsWith("metric "));
  const base = hashedId("statistic", isTold ? content : [entity.id]);
  return { base, group: entity.id, comparable: foldName(entity.name) };
}

function propertiesOf(
  entity: DocumentEntity,
  { neighbourhood }: EventContext,
  names: readonly string[],
): readonly string[] {
  return neighbourhood
    .properties(entity.id)
    .filter((claim) => names.includes(claim.property))
    .map((claim) => `${claim.property} ${foldName(String(claim.value))}`);
}

function endsOf(
  claims: readonly { readonly subject: string; readonly object: string }[],
  end: "subject" | "object",
  { ends }: EventContext,
): readonly string[] {
  return claims.flatMap((claim) => ends.canonicalOf(claim[end]) ?? []);
}

const hashedId = (kind: string, content: readonly string[]): string =>
  `${kind}:${sha256([...new Set(content)].sort().join("\n")).slice(0, 12)}`;
