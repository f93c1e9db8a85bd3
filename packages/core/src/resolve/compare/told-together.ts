// Which bodies that a report calls by what they do stand beside named ones that do it: `the country's internal
// security agency` in a report that names one security service of that country.
import type { NameLists } from "../../packs/name-lists.js";
import type { NamedFacts } from "../identify/named-facts.js";
import type { AgencyContext } from "./agency-context.js";
import { described } from "./features/described.js";

/** Named bodies of one report that a description may mean, at most: of more it says nothing. */
const MOST_MEANT = 2;

/** Descriptions and the named bodies of their reports, by what they are called. */
export class ToldTogether {
  readonly #pairs = new Set<string>();

  constructor(context: AgencyContext) {
    for (const bodies of bodiesByDocument(context).values())
      for (const one of bodies) if (one.isDescribed) this.#addMeant(one, bodies, context.names);
  }

  #addMeant(one: NamedFacts, bodies: readonly NamedFacts[], names: NameLists): void {
    const meant = bodies.filter(
      (other) => other.state === one.state && described(one, other, names) !== null,
    );
    if (meant.length > MOST_MEANT) return;
    for (const other of meant) this.#pairs.add(keyOf(one, other));
  }

  has(a: NamedFacts, b: NamedFacts): boolean {
    return a.state === b.state && this.#pairs.has(a.isDescribed ? keyOf(a, b) : keyOf(b, a));
  }
}

const keyOf = (one: NamedFacts, other: NamedFacts): string =>
  [one.state, one.forms[0]?.text, other.forms[0]?.text].join("|");

function bodiesByDocument({ profiles, factsOf }: AgencyContext): Map<string, NamedFacts[]> {
  const byDocument = new Map<string, NamedFacts[]>();
  for (const profile of profiles) {
    const facts = factsOf(profile);
    for (const { document } of facts.state === null ? [] : profile.members)
      byDocument.set(document, [...(byDocument.get(document) ?? []), facts]);
  }
  return byDocument;
}
