import type { JudgedLink } from "../judge/judged-links.js";
import { DisjointSets } from "./union-find.js";

/** A statement about two groups of things. */
export interface Statement<T> {
  readonly isSame: boolean;
  readonly a: readonly T[];
  readonly b: readonly T[];
}

/** Which statements are followed, and who contradicts the others. */
export interface Settled<S> {
  /** Those that unite. */
  readonly followed: readonly S[];
  /** Those that unite and are not followed, with what holds their things apart, and the reverse. */
  readonly disputed: ReadonlyMap<S, readonly S[]>;
}

/**
 * Where statements that unite lead from one end of a statement that parts to the other, none of the
 * shortest chains between them is followed: of people who contradict each other those are heard who keep
 * things apart. Shorter chains are dropped before longer ones, and equals together, so that neither the
 * order of statements nor any id decides.
 */
export function settleStatements<T, S extends Statement<T>>(statements: readonly S[]): Settled<S> {
  let followed = statements.filter((one) => one.isSame);
  // What is on both sides is one thing already, whatever is said of it.
  let parting = statements.filter(
    ({ isSame, a, b }) => !isSame && !a.some((one) => b.includes(one)),
  );
  const disputed = new Map<S, S[]>();
  for (;;) {
    const sets = unite([...followed, ...parting]);
    parting = parting.filter((one) => isJoined(one, sets));
    const dropped = dropShortest(parting, indexThings<T, S>(followed), disputed);
    if (dropped.size === 0) return { followed, disputed };
    followed = followed.filter((link) => !dropped.has(link));
  }
}

/** The statements of the shortest chains of all, told as disputed; none where nothing is contradicted. */
function dropShortest<T, S extends Statement<T>>(
  parting: readonly S[],
  byThing: ByThing<T, S>,
  disputed: Map<S, S[]>,
): ReadonlySet<S> {
  const dispute = (one: S, others: readonly S[]): void => {
    const known = disputed.get(one) ?? [];
    disputed.set(one, [...known, ...others.filter((other) => !known.includes(other))]);
  };
  const chains = parting.map((one) => ({ one, ...shortestChains(one, byThing) }));
  const shortest = Math.min(...chains.map(({ length }) => length));
  const dropped = new Set<S>();
  for (const { one, links } of chains.filter(({ length }) => length === shortest)) {
    dispute(one, links);
    for (const link of links) {
      dispute(link, [one, ...links.filter((other) => other !== link)]);
      dropped.add(link);
    }
  }
  return dropped;
}

type ByThing<T, S> = ReadonlyMap<T, readonly S[]>;

function indexThings<T, S extends Statement<T>>(statements: readonly S[]): ByThing<T, S> {
  const index = new Map<T, S[]>();
  for (const one of statements) {
    for (const thing of [...one.a, ...one.b]) {
      const known = index.get(thing);
      if (known === undefined) index.set(thing, [one]);
      else known.push(one);
    }
  }
  return index;
}

/** All statements that lie on a shortest way from one end to the other, and how long that is. */
function shortestChains<T, S extends Statement<T>>(
  { a, b }: S,
  byThing: ByThing<T, S>,
): { readonly links: readonly S[]; readonly length: number } {
  const fromA = measure(a, byThing);
  const fromB = measure(b, byThing);
  const far = Number.POSITIVE_INFINITY;
  const length = b.reduce((best, thing) => Math.min(best, fromA.get(thing) ?? far), far);
  const nearest = (steps: ReadonlyMap<T, number>, link: S): number =>
    [...link.a, ...link.b].reduce((best, thing) => Math.min(best, steps.get(thing) ?? far), far);
  const reached = new Set([...fromA.keys()].flatMap((thing) => byThing.get(thing) ?? []));
  const links = [...reached].filter(
    (link) => nearest(fromA, link) + 1 + nearest(fromB, link) === length,
  );
  return { links, length };
}

/** Steps from some things to each that statements lead to, breadth first. */
function measure<T, S extends Statement<T>>(
  from: readonly T[],
  byThing: ByThing<T, S>,
): ReadonlyMap<T, number> {
  const steps = new Map<T, number>(from.map((thing) => [thing, 0]));
  const waiting = [...from];
  for (const thing of waiting) {
    const next = (steps.get(thing) ?? 0) + 1;
    for (const link of byThing.get(thing) ?? []) {
      const fresh = [...link.a, ...link.b].filter((other) => !steps.has(other));
      for (const other of fresh) steps.set(other, next);
      waiting.push(...fresh);
    }
  }
  return steps;
}

function unite<T>(statements: readonly Statement<T>[]): DisjointSets<T> {
  const sets = new DisjointSets(new Set(statements.flatMap(({ a, b }) => [...a, ...b])));
  for (const one of statements) if (one.isSame) uniteAll(sets, one);
  return sets;
}

const isJoined = <T>({ a, b }: Statement<T>, sets: DisjointSets<T>): boolean =>
  a.some((one) => b.some((other) => sets.setOf(one) === sets.setOf(other)));

/** Unites all things of both sides. */
export function uniteAll<T>(sets: DisjointSets<T>, { a, b }: Pick<Statement<T>, "a" | "b">): void {
  for (const one of a) for (const other of b) sets.union(one, other);
}

/** A link as a statement about its profiles. */
export const toStatement = (link: JudgedLink) => ({
  link,
  isSame: link.pair.verdict === "same",
  a: link.a,
  b: link.b,
});
