import type { NamedFacts } from "../../identify/named-facts.js";
import { type Evidence, evidence } from "../evidence.js";

/** A cartel is no brigade; where only one name says what it is, that speaks against it a little. */
export function kinds(a: NamedFacts, b: NamedFacts): Evidence | null {
  if (a.kind === b.kind) return null;
  if (a.kind === "" || b.kind === "")
    return evidence("kind", `one name says what kind it is: ${a.kind}${b.kind}`);
  return evidence("different-kind", `different kinds: ${[a.kind, b.kind].sort().join(", ")}`);
}
