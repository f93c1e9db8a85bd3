import type { Clause } from "./clause.js";
import type { NounGroup } from "./noun-groups.js";
import type { SentenceSyntax } from "./sentence-syntax.js";

/**
 * Whether a clause tells something of what stands at one item that lies at or is what stands at the
 * other: the one is its subject or object, the other its object or behind a preposition; or the other
 * hangs on the one, as in `the gang in X`.
 */
export function isToldOf({ groups, clauses }: SentenceSyntax, who: number, what: number): boolean {
  const [left, right] = [groupOf(groups, who), groupOf(groups, what)];
  if (left === undefined || right === undefined) return false;
  const mine = chainOf(groups, left);
  const its = chainOf(groups, right);
  if (its.has(left)) return true;
  return clauses.some((clause) => isCore(clause, mine) && isPart(clause, its));
}

const groupOf = (groups: readonly NounGroup[], item: number): NounGroup | undefined =>
  groups.find((group) => group.from <= item && item < group.to);

/** A group with what it hangs on, is listed with, describes and owns. */
function chainOf(groups: readonly NounGroup[], group: NounGroup): ReadonlySet<NounGroup> {
  const chain = new Set<NounGroup>([group]);
  for (const one of chain) {
    const owned = one.owns ? groups[one.index + 1] : undefined;
    for (const next of [one.parent, one.listHead, owned, ...one.apposed])
      if (next !== null && next !== undefined) chain.add(next);
  }
  return chain;
}

const isCore = ({ subject, object }: Clause, chain: ReadonlySet<NounGroup>): boolean =>
  (subject !== null && chain.has(subject)) || (object !== null && chain.has(object));

const isPart = ({ object, phrases }: Clause, chain: ReadonlySet<NounGroup>): boolean =>
  (object !== null && chain.has(object)) || phrases.some(({ group }) => chain.has(group));
