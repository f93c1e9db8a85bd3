/** Kinds of things a domain pack names; the labels of the graph's entity nodes. */
export const ENTITY_TYPES = [
  "Agency",
  "Network",
  "Country",
  "Place",
  "Drug",
  "Official",
  "Person",
  "Organization",
] as const;

export type EntityType = (typeof ENTITY_TYPES)[number];

/** Things that are told rather than named: an action, a total, a leg of traffic. */
export const EVENT_TYPES = ["Operation", "Statistic", "Route"] as const;

export type EventType = (typeof EVENT_TYPES)[number];

export type NodeType = EntityType | EventType;

/** Relationship types that claims can assert; a domain pack says which ends each may join. */
export const RELATION_TYPES = [
  "AGENCY_OF",
  "PART_OF",
  "LOCATED_IN",
  "HOLDS_POSITION",
  "AFFILIATED_WITH",
  "COOPERATED_WITH",
  "TRAFFICS",
  "OPERATES_IN",
  "PRODUCED_IN",
  "SMUGGLED_FROM",
  "SMUGGLED_VIA",
  "SMUGGLED_TO",
  "CONDUCTED",
  "SUPPORTED",
  "TOOK_PLACE_IN",
  "TARGETED",
  "SEIZED",
  "REPORTED",
  "OF",
  "FROM",
  "VIA",
  "TO",
  "FOUND_IN",
  "ALLIED_WITH",
  "RIVAL_OF",
  "LEADS",
  "PROTECTS",
  "ASSOCIATED_WITH",
  "FAMILY_OF",
  "SUPPLIES",
  "MENTIONED_IN",
] as const;

export type RelationType = (typeof RELATION_TYPES)[number];
