import type { DocumentEntity } from "../../model/document-entity.js";
import type { SeizedAmount, SeizureUnit } from "../../model/quantity.js";
import { kilogramsOf, type QuantityItem } from "../quantities/quantity-item.js";

/** What was caught of one drug, as one sentence tells it. */
export interface Haul {
  /** Null for goods told only by a pronoun, a unit or a generic word. */
  readonly goods: DocumentEntity | null;
  /** True where a generic word ("narcotics") stands, so that no name is to be sought. */
  readonly generic: boolean;
  /** Null where the text gives no quantity at all. */
  readonly amount: SeizedAmount | null;
  /** Index of the sentence view, and the item of the figure or the goods. */
  readonly sentence: number;
  readonly item: number;
  /** True where a second figure for the same catch stands right before: `2.7 t (16 million pills)`. */
  readonly aside: boolean;
}

const UNITS: ReadonlySet<string> = new Set(["kg", "g", "t", "l", "pills", "plants", "packages"]);

/** A unit of `units.tsv` as a haul stores it. */
const seizureUnit = (unit: string | null): SeizureUnit =>
  unit !== null && UNITS.has(unit) ? (unit as SeizureUnit) : "other";

/** A figure as the amount of a haul, several times over where each of `times` things holds it. */
export function amountOf(quantity: QuantityItem, unit: string | null, times = 1): SeizedAmount {
  const scale = (value: number | null): number | null =>
    value === null ? null : Number((value * times).toPrecision(12));
  return {
    value: scale(quantity.value),
    low: scale(quantity.low),
    high: scale(quantity.high),
    qualifier: quantity.qualifier,
    unit: seizureUnit(unit),
    kilograms: scale(kilogramsOf(quantity)),
  };
}
