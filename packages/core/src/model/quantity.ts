/** How a figure is meant: exactly, about, at least, at most, or between two bounds. */
export type Qualifier = "eq" | "approx" | "gte" | "lte" | "range";

/** A number with its bounds: `value` is the figure to show, `low`–`high` what the text leaves open. */
export interface Quantity {
  /** Null where the text is vague ("hundreds of kilograms"). */
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly qualifier: Qualifier;
}

/** Units of a haul; `kg`, `g`, `t` and `l` are as the text has them, never converted. */
export type SeizureUnit = "kg" | "g" | "t" | "l" | "pills" | "plants" | "packages" | "other";

/** What was caught of one drug. */
export interface SeizedAmount extends Quantity {
  readonly unit: SeizureUnit;
  /** The weight in kilograms where the unit is one of weight, else null. */
  readonly kilograms: number | null;
}
