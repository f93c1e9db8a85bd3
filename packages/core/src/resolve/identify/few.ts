const NONE: ReadonlySet<string> = new Set();

/** A set of some texts; of nothing one and the same, for most things of a case have nothing to tell of most. */
export function setOfFew(values: Iterable<string>): ReadonlySet<string> {
  const set = new Set(values);
  return set.size === 0 ? NONE : set;
}
