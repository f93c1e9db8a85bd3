import type { NamedFacts } from "../../identify/named-facts.js";

/** The first and the second brigade, precinct 4 and precinct 7. */
export function differentNumbers(a: NamedFacts, b: NamedFacts): string | null {
  if (a.numbers.size === 0 || b.numbers.size === 0) return null;
  if ([...a.numbers].some((number) => b.numbers.has(number))) return null;
  const told = [a, b].map(({ numbers }) => [...numbers].sort().join(" ")).sort();
  return `different numbers: ${told.join(", ")}`;
}
