import type { KindWeights } from "../../packs/identity-weights.js";
import type { NameLists } from "../../packs/name-lists.js";
import type { Profile } from "../identify/profile.js";
import type { Surroundings } from "../identify/surroundings.js";
import type { ToldPerson } from "./person-contradictions.js";

/** What the comparison of two people needs beside their names. */
export interface PeopleContext {
  readonly profiles: readonly Profile[];
  readonly weights: KindWeights;
  readonly names: NameLists;
  readonly toldOf: (profile: Profile) => ToldPerson;
  readonly around: (profile: Profile) => Surroundings;
  /** Indexes of the sentences of a document that name an entity, by canonical id. */
  readonly sentencesOf: (document: string, canonical: string) => readonly number[];
}
