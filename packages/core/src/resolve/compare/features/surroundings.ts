import type { Surroundings } from "../../identify/surroundings.js";
import { type Evidence, evidence, sharedMember } from "../evidence.js";

/** What is named close to both, and whether what is named close to them is all other. */
export function surroundings(a: Surroundings, b: Surroundings): readonly Evidence[] {
  const found: Evidence[] = [];
  const state = sharedMember(a.states, b.states);
  if (state !== undefined) found.push(evidence("same-states", `near both: \`country:${state}\``));
  else if (a.states.size > 0 && b.states.size > 0)
    found.push(
      evidence("other-states", `other states near them: ${listed(a.states)} / ${listed(b.states)}`),
    );
  const place = sharedMember(a.places, b.places);
  if (place !== undefined) found.push(evidence("place", `near both: \`${place}\``));
  else if (a.places.size > 0 && b.places.size > 0)
    found.push(evidence("other-places", "other places near them"));
  const neighbour = sharedMember(a.neighbours, b.neighbours);
  if (neighbour !== undefined) found.push(evidence("neighbour", `near both: \`${neighbour}\``));
  return found;
}

const MOST_LISTED = 4;

const listed = (states: ReadonlySet<string>): string =>
  [...states]
    .sort()
    .slice(0, MOST_LISTED)
    .map((state) => `\`country:${state}\``)
    .join(", ");
