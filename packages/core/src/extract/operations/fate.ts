import type { Referent } from "../predicates/referent.js";
import type { FateWord } from "../view/fate-rules.js";
import type { Doer } from "./fate-doers.js";

/** Something that befell people, or somebody the text only counts. */
export interface Fate {
  readonly word: FateWord;
  /** Item of the verb or the noun, and where its clause starts. */
  readonly at: number;
  readonly from: number;
  /** The named ones; empty where the text does not name them. */
  readonly people: readonly Referent[];
  /** Who did it, where the text says; `null` for nobody, else with or without a name. */
  readonly doer: Doer | null;
  /** States and bodies that somebody was handed to. */
  readonly receivers: readonly Referent[];
  /** True for a noun: `the arrest of X`. */
  readonly nominal: boolean;
  /** First item of its clause with its subject. */
  readonly scene: number;
}

/** What a sentence tells of who did what, and whom it befell. */
export interface Deeds {
  readonly fates: readonly Fate[];
  /** Who did what a verb says, by the item of the verb. */
  readonly doers: ReadonlyMap<number, Doer>;
}
