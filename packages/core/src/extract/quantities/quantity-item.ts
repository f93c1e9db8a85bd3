import type { Qualifier } from "../../model/quantity.js";
import type { TextSpan } from "../../model/text-span.js";
import type { UnitClass } from "../../packs/rule-schemas.js";

/** A figure in a sentence with the unit that stands next to it. */
export interface QuantityItem extends TextSpan {
  /** Null where the text is vague ("hundreds of kilograms"). */
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly qualifier: Qualifier;
  /** The unit word right after the figure, as `units.tsv` stores it, or null for a bare count. */
  readonly unit: string | null;
  readonly unitClass: UnitClass | null;
  /** What one unit weighs in kilograms, or null where it is none of weight. */
  readonly unitKilograms: number | null;
  /** True for the article of `a tonne`: one, but no figure in its own right. */
  readonly article: boolean;
  /** True for a share without a unit: `a third of`, `half`. */
  readonly fraction: boolean;
}

/** The weight of a quantity in kilograms, or null where it has none. */
export function kilogramsOf(quantity: QuantityItem): number | null {
  if (quantity.value === null || quantity.unitKilograms === null) return null;
  return Number((quantity.value * quantity.unitKilograms).toPrecision(12));
}
