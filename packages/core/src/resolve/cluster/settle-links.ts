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
 * Where statements that unite lead from one end of a statement that parts to the other, the shortest such
 * chain is not followed: of people who contradict each other those are heard who keep things apart.
 * The result depends on the order of the statements, so give them in an order of their content.
 */
export function settleStatements<T, S extends Statement<T>>(statements: readonly S[]): Settled<S> {
  let followed = statements.filter((one) => one.isSame);
  const disputed = new Map<S, S[]>();
  const add = (one: S, others: readonly S[]): void => {
    const known = disputed.get(one) ?? [];
    disputed.set(one, [...known, ...others.filter((other) => !known.includes(other))]);
  };
  let sets = unite(statements);
  const parting = statements.filter((statement) => !statement.isSame);
  // What contradicts in so many words is told first; longer chains are what is then left.
  for (const [one, isLong] of [false, true].flatMap((long) =>
    parting.map((of) => [of, long] as const),
  )) {
    while (isJoined(one, sets)) {
      const chain = shortestChain(one, followed);
      if (chain === null || (chain.length > 1 && !isLong)) break;
      add(one, chain);
      for (const link of chain) add(link, [one, ...chain.filter((other) => other !== link)]);
      followed = followed.filter((link) => !chain.includes(link));
      sets = unite(followed);
    }
  }
  return { followed, disputed };
}

/** The statements that lead from one end to the other, or null. Breadth first, in the order given. */
function shortestChain<T, S extends Statement<T>>(
  { a, b }: S,
  followed: readonly S[],
): readonly S[] | null {
  const byThing = new Map<T, S[]>();
  for (const link of followed) {
    for (const thing of [...link.a, ...link.b]) {
      byThing.set(thing, [...(byThing.get(thing) ?? []), link]);
    }
  }
  const goal = new Set(b);
  const cameBy = new Map<T, { readonly link: S; readonly from: T } | null>(
    a.map((thing) => [thing, null]),
  );
  const waiting = [...a];
  for (const thing of waiting) {
    for (const link of byThing.get(thing) ?? []) {
      for (const next of [...link.a, ...link.b]) {
        if (cameBy.has(next)) continue;
        cameBy.set(next, { link, from: thing });
        if (goal.has(next)) return walkBack(next, cameBy);
        waiting.push(next);
      }
    }
  }
  return null;
}

function walkBack<T, S>(
  end: T,
  cameBy: ReadonlyMap<T, { readonly link: S; readonly from: T } | null>,
): readonly S[] {
  const chain: S[] = [];
  for (
    let step = cameBy.get(end);
    step !== null && step !== undefined;
    step = cameBy.get(step.from)
  ) {
    chain.unshift(step.link);
  }
  return chain;
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
