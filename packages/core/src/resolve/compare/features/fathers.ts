import type { PersonFacts } from "../../identify/person-facts.js";
import { soundsLike } from "./spelling.js";

/** Two people of one name whose fathers have other names. */
export function differentFathers(a: PersonFacts, b: PersonFacts): string | null {
  if (a.fathers.size === 0 || b.fathers.size === 0) return null;
  const isShared = [...a.fathers].some((one) =>
    [...b.fathers].some((other) => soundsLike(one, other)),
  );
  return isShared ? null : `different fathers: ${[...a.fathers, ...b.fathers].sort().join(", ")}`;
}
