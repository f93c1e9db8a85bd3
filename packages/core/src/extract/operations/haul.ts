import type { DocumentEntity } from "../../model/document-entity.js";
import type { SeizedAmount } from "../../model/quantity.js";
import type { UnitClass } from "../../packs/rule-schemas.js";
import { kilogramsOf, type QuantityItem } from "../quantities/quantity-item.js";

/** What was caught of one kind of goods, as one sentence tells it. */
export interface Haul {
  /** Null for goods told only by a pronoun, a unit or a generic word. */
  readonly goods: DocumentEntity | null;
  /** True where a generic word ("contraband") stands, so that no name is to be sought. */
  readonly generic: boolean;
  /** Null where the text gives no quantity at all. */
  readonly amount: SeizedAmount | null;
  /** Index of the sentence view, and the item of the figure or the goods. */
  readonly sentence: number;
  readonly item: number;
  /** True where a second figure for the same catch stands right before: `2.7 t (16 million pieces)`. */
  readonly aside: boolean;
}

/** Units that a haul keeps beside the kinds of pieces, plants and wrappings. */
const MEASURES: ReadonlySet<string> = new Set(["kg", "g", "t", "l"]);
const KEPT: ReadonlySet<UnitClass> = new Set(["pieces", "plants", "packages"]);

/** What a figure counts: a row of `units.tsv`, or nothing that is told. */
interface HaulUnit {
  readonly unit: string | null;
  readonly class: UnitClass | null;
}

const keptUnit = ({ unit, class: unitClass }: HaulUnit): string =>
  unit !== null && (MEASURES.has(unit) || (unitClass !== null && KEPT.has(unitClass)))
    ? unit
    : "other";

/** A figure as the amount of a haul, several times over where each of `times` things holds it. */
export function amountOf(quantity: QuantityItem, unit: HaulUnit, times = 1): SeizedAmount {
  const scale = (value: number | null): number | null =>
    value === null ? null : Number((value * times).toPrecision(12));
  return {
    value: scale(quantity.value),
    low: scale(quantity.low),
    high: scale(quantity.high),
    qualifier: quantity.qualifier,
    unit: keptUnit(unit),
    kilograms: scale(kilogramsOf(quantity)),
  };
}
