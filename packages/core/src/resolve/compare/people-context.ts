import type { KindWeights } from "../../packs/identity-weights.js";
import type { NameLists } from "../../packs/name-lists.js";
import type { Profile } from "../identify/profile.js";
import type { Story } from "../identify/story.js";
import type { Surroundings } from "../identify/surroundings.js";
import type { ToldPerson } from "./person-contradictions.js";

/** What the comparison of two people needs beside their names. */
export interface PeopleContext {
  readonly profiles: readonly Profile[];
  readonly weights: KindWeights;
  readonly names: NameLists;
  readonly toldOf: (profile: Profile) => ToldPerson;
  readonly around: (profile: Profile) => Surroundings;
  /** What is told around a person; of one who is known by post and body nothing. */
  readonly storyOf: (profile: Profile) => Story;
  /** Indexes of the sentences of a document that name an entity, by canonical id. */
  readonly sentencesOf: (document: string, canonical: string) => readonly number[];
}
