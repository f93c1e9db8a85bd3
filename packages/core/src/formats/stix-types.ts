// What of STIX 2.1 is used here: which of its types our roles are.
import type { EntityRole } from "../model/schema.js";

/** What STIX has no type for, declared by an extension as the standard asks. */
export const CUSTOM_TYPE = "x-redthread-thing";

/** Nobody is called a threat actor here: that a report names somebody is no such finding. */
export const STIX_TYPE: Readonly<Record<EntityRole, string>> = {
  body: "identity",
  group: "identity",
  organization: "identity",
  person: "identity",
  official: "identity",
  country: "location",
  place: "location",
  operation: "incident",
  document: "report",
  goods: CUSTOM_TYPE,
  vessel: CUSTOM_TYPE,
  route: CUSTOM_TYPE,
  statistic: CUSTOM_TYPE,
  identifier: CUSTOM_TYPE,
};

export const IDENTITY_CLASS: Readonly<Partial<Record<EntityRole, string>>> = {
  body: "organization",
  organization: "organization",
  group: "group",
  person: "individual",
  official: "individual",
};

/** The marks that STIX 2.1 itself defines; it knows neither CLEAR by that name nor STRICT. */
export const TLP_MARKINGS: Readonly<Record<string, string>> = {
  "TLP:CLEAR": "marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9",
  "TLP:GREEN": "marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da",
  "TLP:AMBER": "marking-definition--f88d31f6-486f-44da-b317-01333bde0b82",
  "TLP:AMBER+STRICT": "marking-definition--f88d31f6-486f-44da-b317-01333bde0b82",
  "TLP:RED": "marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed",
};
