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

/** What was caught of one kind of goods. */
export interface SeizedAmount extends Quantity {
  /** As the text has it, never converted: `kg`, `g`, `t`, `l`, a unit of the pack, or `other`. */
  readonly unit: string;
  /** The weight in kilograms where the unit is one of weight, else null. */
  readonly kilograms: number | null;
}
