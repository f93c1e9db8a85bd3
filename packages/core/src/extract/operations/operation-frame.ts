import type { DateRange } from "../../model/date-range.js";
import type { DocumentEntity } from "../../model/document-entity.js";
import type { SeizedAmount } from "../../model/quantity.js";
import type { PeopleCount } from "./count-people.js";
import type { PartialFrame } from "./partial-frame.js";

/** A value of a slot with the sentence that tells it. */
export interface Told<T> {
  readonly value: T;
  readonly sentence: number;
}

/** Somebody an action befell, as what, with the sentences that name who a pronoun stands for. */
export interface ToldPerson extends Told<DocumentEntity> {
  readonly role: string;
  readonly also: readonly number[];
}

/** A catch of a frame: named goods, or null for those that are not named. */
export interface Seized {
  readonly goods: DocumentEntity | null;
  readonly amount: SeizedAmount | null;
}

/** One action of the authorities with its slots filled. */
export interface OperationFrame {
  readonly kind: string;
  readonly lead: PartialFrame;
  readonly parts: readonly PartialFrame[];
  readonly date: Told<DateRange> | null;
  readonly agencies: readonly Told<DocumentEntity>[];
  readonly partners: readonly Told<DocumentEntity>[];
  readonly places: readonly Told<DocumentEntity>[];
  readonly networks: readonly Told<DocumentEntity>[];
  /** The people it befell. */
  readonly targets: readonly ToldPerson[];
  /** A group that only this action singles out, or null. */
  readonly unnamed: Told<UnnamedNetwork> | null;
  readonly arrested: Told<PeopleCount> | null;
  readonly killed: Told<PeopleCount> | null;
  readonly seized: readonly Told<Seized>[];
}

/** The wordings a group without a name goes by. */
export interface UnnamedNetwork {
  readonly phrases: readonly string[];
}
