import type { NamedFacts } from "../../identify/named-facts.js";

/** A group and a wing of it, two wings of one group, a group and its splinter. */
export function differentFactions(a: NamedFacts, b: NamedFacts): string | null {
  const told = (one: string, other: string): string =>
    `another part of it: ${[one, other]
      .map((part) => part || "the whole")
      .sort()
      .join(" / ")}`;
  if (a.part !== b.part) return told(a.part, b.part);
  if (a.faction === b.faction) return null;
  const isLeftOut = a.faction === "" || b.faction === "";
  return isLeftOut && !areWholeAndPart(a, b) ? null : told(a.faction, b.faction);
}

/** Whether the words that one name leaves out are those that make it a part: `Red Reed`, `New Red Reed`. */
function areWholeAndPart(a: NamedFacts, b: NamedFacts): boolean {
  const [whole, part] = a.faction === "" ? [a, b] : [b, a];
  const left = (part.forms[0]?.sorted ?? "")
    .split(" ")
    .filter((word) => whole.forms[0]?.plain.includes(word) !== true);
  return left.join(" ") === part.faction && left.length > 0;
}
