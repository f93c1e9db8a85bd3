// The types of a case as data. A pack declares them; the engine knows only the roles that its
// grammars read and the few structural types that every field of reports shares.
import { compareText } from "../text/compare.js";
import type { MeasuredBands } from "./confidence.js";

/** A label of the graph, such as `Agency`; which there are, the schema says. */
export type EntityType = string;

/** A relationship type, such as `PART_OF`; which there are, the schema says. */
export type RelationType = string;

/** The types the engine itself names: whatever a field is about, its reports have these. */
export const STRUCTURAL_TYPES = [
  "Document",
  "Operation",
  "Route",
  "Statistic",
  "Country",
  "Place",
] as const;

/**
 * Which grammar of the engine reads a type. Several types of a pack may share a role; the first one
 * declared is what a name found by grammar alone becomes.
 */
export const ENTITY_ROLES = [
  "body",
  "group",
  "person",
  "official",
  "organization",
  "goods",
  "vessel",
  "country",
  "place",
  "operation",
  "route",
  "statistic",
  "identifier",
  "document",
] as const;

export type EntityRole = (typeof ENTITY_ROLES)[number];

/** Things that are told rather than named: an action, a total, a leg of traffic. */
export const EVENT_TYPES: ReadonlySet<EntityType> = new Set(["Operation", "Statistic", "Route"]);

/** How resolution tells two things of a type apart, from identity at sight to comparison. */
export const IDENTITIES = [
  "key",
  "place",
  "body",
  "group",
  "person",
  "action",
  "leg",
  "figure",
  "text",
] as const;

export type IdentityKind = (typeof IDENTITIES)[number];

/** What the engine's rules mean by a relation; a pack says which of its types each is. */
export const RELATION_ROLES = [
  "of-state",
  "part",
  "lies-in",
  "post",
  "member",
  "leads",
  "protects",
  "partner",
  "trade",
  "active-in",
  "made-in",
  "moved-from",
  "moved-via",
  "moved-to",
  "conducted",
  "supported",
  "place-of-action",
  "targeted",
  "seized",
  "reported",
  "route-of",
  "route-from",
  "route-via",
  "route-to",
  "found-in",
  "mentioned-in",
  "owns",
  "carried",
  "handed-to",
  "identified-by",
  "tie",
] as const;

export type RelationRole = (typeof RELATION_ROLES)[number];

/** Outlines a thing can be drawn with; types differ by shape first, so that a print in black still tells them apart. */
export const SHAPES = [
  "square",
  "diamond",
  "disc",
  "ring",
  "hexagon",
  "small-ring",
  "open-square",
  "target",
  "state",
  "dot",
] as const;

export type Shape = (typeof SHAPES)[number];

/** One step to a state: along a relationship type out of a thing or into it, or its own property. */
export type StateStep =
  | { readonly kind: "property"; readonly property: "country" }
  | { readonly kind: "relation"; readonly type: RelationType; readonly direction: "out" | "in" };

/** An entity type: what reads it, what identifies it, how its state is found, how it is shown. */
export interface EntityTypeSchema {
  readonly name: EntityType;
  /** The type this one is a special case of; its label stands on the node too. */
  readonly parent: EntityType | null;
  readonly role: EntityRole;
  readonly identity: IdentityKind;
  /** Tried in order; the first that leads to a state decides. Empty for what is at home nowhere. */
  readonly state: readonly StateStep[];
  /** Where a picture sets what has no state; never a border. */
  readonly near: readonly StateStep[];
  /** False for what joins much without saying anything: a chain ends there, but never leads through. */
  readonly passes: boolean;
  /** True for those who act; chains worth following are told from them. */
  readonly acts: boolean;
  /** Name of what the reports do not name, such as `narcotics`; null where there is no such thing. */
  readonly unspecified: string | null;
  /** For a sentence, in lower case: `state`, `agency`. */
  readonly word: string;
  /** For a heading: `Agencies`. */
  readonly plural: string;
  readonly shape: Shape;
  /** Colours on light and on dark paper, `#RRGGBB`. */
  readonly light: string;
  readonly dark: string;
}

/** A relationship type: its ends, and what a chain, a picture and a sentence make of it. */
export interface RelationTypeSchema {
  readonly name: RelationType;
  /** What the engine's rules call it, or null for a type that only a pack's own patterns make. */
  readonly role: RelationRole | null;
  /** Types it may start from; `*` is any. Special cases of a type are meant too. */
  readonly from: readonly EntityType[];
  readonly to: readonly EntityType[];
  /** True where the order of the ends means nothing. */
  readonly symmetric: boolean;
  /** True where it holds for a time: `from`, `to`, `asOf`, `former` may stand on it. */
  readonly dated: boolean;
  /** False for what no chain follows unless asked. */
  readonly walk: boolean;
  /** True where it only says where its start stands: it never crosses a border. */
  readonly standing: boolean;
  /** Which end goods move to along it, or null. */
  readonly moves: "to" | "from" | null;
  /** What its property `role` may say; empty where it has none. */
  readonly roles: readonly string[];
  /** From start to end, and back, for a sentence: `leads`, `is led by`. */
  readonly forward: string;
  readonly back: string;
}

/** A schema as plain data, in the order declared: what a case stores. */
export interface SchemaData {
  readonly entities: readonly EntityTypeSchema[];
  readonly relations: readonly RelationTypeSchema[];
  /** What a word such as `likely` was worth in this field; absent where nothing was measured. */
  readonly measured?: MeasuredBands;
}

/** The types of a case, to ask about. */
export interface Schema {
  readonly data: SchemaData;
  readonly entity: (type: EntityType) => EntityTypeSchema | undefined;
  readonly relation: (type: RelationType) => RelationTypeSchema | undefined;
  /** The role of an entity type, or null for a type it does not declare. */
  readonly roleOf: (type: EntityType) => EntityRole | null;
  /** The first entity type of a role, or null where the field has none. */
  readonly typeOf: (role: EntityRole) => EntityType | null;
  /** A type and those it is a special case of, the type itself first. */
  readonly lineage: (type: EntityType) => readonly EntityType[];
  /** The most special of some labels, or null where none is declared. */
  readonly kindOf: (labels: readonly string[]) => EntityType | null;
  readonly relationRoleOf: (type: RelationType) => RelationRole | null;
  /** The first relationship type of a role, or the first whose ends fit where ends are given; null for none. */
  readonly relationOf: (
    role: RelationRole,
    from?: EntityType,
    to?: EntityType,
  ) => RelationType | null;
  /** Whether a relationship type may join two entity types. */
  readonly accepts: (type: RelationType, from: EntityType, to: EntityType) => boolean;
}

/** Stands in `from` or `to` for every type. */
export const ANY_TYPE = "*";

/** A schema from its data, which has been checked; look-ups cost no more than a map. */
export function createSchema(data: SchemaData): Schema {
  const entities = new Map(data.entities.map((one) => [one.name, one]));
  const relations = new Map(data.relations.map((one) => [one.name, one]));
  const lineages = new Map(data.entities.map(({ name }) => [name, climb(entities, name)]));
  const lineage = (type: EntityType): readonly EntityType[] => lineages.get(type) ?? [type];
  const fits = (wanted: readonly EntityType[], type: EntityType): boolean =>
    wanted.includes(ANY_TYPE) || lineage(type).some((one) => wanted.includes(one));
  const accepts = (type: RelationType, from: EntityType, to: EntityType): boolean => {
    const rule = relations.get(type);
    return rule !== undefined && fits(rule.from, from) && fits(rule.to, to);
  };
  return {
    data,
    entity: (type) => entities.get(type),
    relation: (type) => relations.get(type),
    roleOf: (type) => entities.get(type)?.role ?? null,
    typeOf: (role) => data.entities.find((one) => one.role === role)?.name ?? null,
    lineage,
    kindOf: (labels) =>
      mostSpecial(
        labels.filter((label) => entities.has(label)),
        lineage,
      ),
    relationRoleOf: (type) => relations.get(type)?.role ?? null,
    relationOf: (role, from, to) =>
      data.relations.find(
        (one) =>
          one.role === role &&
          (from === undefined || fits(one.from, from)) &&
          (to === undefined || fits(one.to, to)),
      )?.name ?? null,
    accepts,
  };
}

function climb(
  entities: ReadonlyMap<EntityType, EntityTypeSchema>,
  type: EntityType,
): readonly EntityType[] {
  const line: EntityType[] = [];
  for (let at: EntityType | null = type; at !== null && !line.includes(at); ) {
    line.push(at);
    at = entities.get(at)?.parent ?? null;
  }
  return line;
}

/** The label with the longest line of parents; the first by code unit of equals. */
function mostSpecial(
  labels: readonly EntityType[],
  lineage: (type: EntityType) => readonly EntityType[],
): EntityType | null {
  const ranked = [...labels].sort(
    (a, b) => lineage(b).length - lineage(a).length || compareText(a, b),
  );
  return ranked[0] ?? null;
}
