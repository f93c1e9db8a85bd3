// What of FollowTheMoney's model is used here: which of its schemata our roles are, and which of its
// properties join two entities. https://followthemoney.tech/explorer/
import type { EntityRole, RelationRole } from "../model/schema.js";

/** The schema an entity of a role becomes; anything else is an `Asset`, which asks for nothing. */
export const SCHEMA_OF_ROLE: Readonly<Record<EntityRole, string>> = {
  body: "PublicBody",
  group: "Organization",
  organization: "Organization",
  person: "Person",
  official: "Person",
  vessel: "Vessel",
  goods: "Asset",
  country: "Address",
  place: "Address",
  operation: "Event",
  route: "Event",
  statistic: "Note",
  identifier: "Note",
  document: "Document",
};

const PEOPLE = ["Person"];
const BODIES = ["Organization", "PublicBody"];
/** Schemata that act: only they organize an event or take part in one. */
export const LEGAL: readonly string[] = [...PEOPLE, ...BODIES];

/** A schema for links whose ends are of the schemata it takes. */
export interface EdgeSchema {
  readonly schema: string;
  readonly source: string;
  readonly target: string;
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** The link of any two things. */
export const UNKNOWN_LINK: EdgeSchema = {
  schema: "UnknownLink",
  source: "subject",
  target: "object",
  from: [],
  to: [],
};

export const EDGE_OF_ROLE: Readonly<Partial<Record<RelationRole, EdgeSchema>>> = {
  post: edge("Employment", "employee", "employer", PEOPLE, BODIES),
  leads: edge("Directorship", "director", "organization", LEGAL, BODIES),
  member: edge("Membership", "member", "organization", LEGAL, BODIES),
  owns: edge("Ownership", "owner", "asset", LEGAL, ["Vessel", "Asset"]),
};

function edge(
  schema: string,
  source: string,
  target: string,
  from: readonly string[],
  to: readonly string[],
): EdgeSchema {
  return { schema, source, target, from, to };
}

/** Links of an event that are properties of it, beside the link that carries their proof. */
export const EVENT_PROPERTY: Readonly<Partial<Record<RelationRole, string>>> = {
  conducted: "organizer",
  supported: "involved",
  targeted: "involved",
};

/** What a value of a property holds at most; a longer one is cut there and stands whole in notes. */
export const MOST_LETTERS: ReadonlyMap<string, number> = new Map([
  ["name", 384],
  ["alias", 384],
  ["full", 250],
  ["location", 250],
  ["title", 1024],
  ["publisher", 1024],
  ["fileName", 1024],
  ["role", 1024],
  ["recordId", 1024],
]);
export const MOST_LETTERS_OF_TEXT = 65_000;

/** All of FollowTheMoney's schemata that are links, with the properties that name their ends. */
export const EDGES: ReadonlyMap<string, readonly [source: string, target: string]> = new Map([
  ["Associate", ["person", "associate"]],
  ["ContractAward", ["contract", "supplier"]],
  ["Control", ["controller", "controlled"]],
  ["CourtCaseParty", ["party", "case"]],
  ["Debt", ["debtor", "creditor"]],
  ["Directorship", ["director", "organization"]],
  ["Documentation", ["document", "entity"]],
  ["Employment", ["employee", "employer"]],
  ["Family", ["person", "relative"]],
  ["Membership", ["member", "organization"]],
  ["Occupancy", ["holder", "post"]],
  ["Ownership", ["owner", "asset"]],
  ["Payment", ["payer", "beneficiary"]],
  ["ProjectParticipant", ["participant", "project"]],
  ["Representation", ["agent", "client"]],
  ["Succession", ["predecessor", "successor"]],
  ["UnknownLink", ["subject", "object"]],
]);
