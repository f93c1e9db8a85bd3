import type { NamedFacts } from "../../identify/named-facts.js";

/** A group and a wing of it, two wings of one group, a group and its splinter. */
export function differentFactions(a: NamedFacts, b: NamedFacts): string | null {
  const told = (one: string, other: string): string =>
    `another part of it: ${[one, other].map((part) => part || "the whole").sort().join(" / ")}`;
  if (a.part !== b.part) return told(a.part, b.part);
  if (a.faction !== "" && b.faction !== "" && a.faction !== b.faction)
    return told(a.faction, b.faction);
  return null;
}
