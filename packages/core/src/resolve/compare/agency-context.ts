import type { KindWeights } from "../../packs/identity-weights.js";
import type { NameLists } from "../../packs/name-lists.js";
import type { NamedFacts } from "../identify/named-facts.js";
import type { Profile } from "../identify/profile.js";

/** What is known of the other bodies and of the reports that name one. */
export interface AgencyContext {
  readonly profiles: readonly Profile[];
  readonly weights: KindWeights;
  readonly names: NameLists;
  readonly factsOf: (profile: Profile) => NamedFacts;
  /** Alpha-2 codes of the states a document names. */
  readonly statesOf: (document: string) => ReadonlySet<string>;
}
