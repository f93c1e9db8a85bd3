// Clusters while they grow. Each knows what its profiles tell, so that whether two may be united is asked
// of what is told and not of every pair of profiles.
import type { Comparer } from "../compare/comparison.js";
import type { Profile } from "../identify/profile.js";
import type { AttachedPair, JudgedLink } from "../judge/judged-links.js";
import { DisjointSets } from "./union-find.js";

/** What a cluster tells. */
interface Told {
  /** Documents that tell of it, where a document tells of a thing once. */
  readonly documents: Set<string>;
  /** A profile for each claim that may contradict another. */
  readonly claims: Map<string, Profile>;
  /** Sides of the judgements that hold its profiles apart from others. */
  readonly sides: Map<AttachedPair, Set<"a" | "b">>;
}

/** Clusters of profiles with what holds them apart. */
export class Clusters {
  readonly #sets: DisjointSets<Profile>;
  /** Of clusters that have grown or are held apart; what others tell is read where it is asked for. */
  readonly #told = new Map<readonly Profile[], Told>();
  readonly #comparer: Comparer;

  constructor(profiles: readonly Profile[], comparer: Comparer, links: readonly JudgedLink[]) {
    this.#sets = new DisjointSets(profiles);
    this.#comparer = comparer;
    for (const link of links) if (link.pair.verdict !== "same") this.#bar(link);
  }

  setOf(profile: Profile): readonly Profile[] {
    return this.#sets.setOf(profile);
  }

  sets(): readonly (readonly Profile[])[] {
    return this.#sets.sets();
  }

  union(one: Profile, other: Profile): void {
    const [left, right] = [this.setOf(one), this.setOf(other)];
    if (left === right) return;
    const [first, second] = [this.#toldOf(left), this.#toldOf(right)];
    this.#sets.union(one, other);
    this.#told.delete(left);
    this.#told.delete(right);
    this.#told.set(this.setOf(one), uniteTold(first, second));
  }

  /** The judgement that holds two clusters apart, the first by its words, or null. */
  judgedApart(left: readonly Profile[], right: readonly Profile[]): string | null {
    const [one, other] = [this.#told.get(left)?.sides, this.#told.get(right)?.sides];
    if (one === undefined || other === undefined) return null;
    const [small, large] = one.size <= other.size ? [one, other] : [other, one];
    const found: string[] = [];
    for (const [pair, sides] of small) {
      const opposite = large.get(pair);
      if (opposite === undefined) continue;
      if ((sides.has("a") && opposite.has("b")) || (sides.has("b") && opposite.has("a")))
        found.push(`judged ${pair.verdict} by ${pair.judgement.by}`);
    }
    return found.sort()[0] ?? null;
  }

  /** What holds two clusters apart, in words, or null; all that is told of both is heard. */
  obstacle(left: readonly Profile[], right: readonly Profile[]): string | null {
    const judged = this.judgedApart(left, right);
    if (judged !== null) return judged;
    const [one, other] = [this.#toldOf(left), this.#toldOf(right)];
    if (haveCommon(one.documents, other.documents)) return "told apart in one report";
    for (const a of one.claims.values()) {
      for (const b of other.claims.values()) {
        const found = this.#comparer.contradiction(a, b);
        if (found !== null) return found;
      }
    }
    return null;
  }

  #toldOf(set: readonly Profile[]): Told {
    const told = this.#told.get(set);
    if (told !== undefined) return told;
    const [first, ...others] = set.map((profile) => readTold(profile, this.#comparer));
    return others.reduce(
      uniteTold,
      first ?? { documents: new Set(), claims: new Map(), sides: new Map() },
    );
  }

  #bar({ a, b, pair }: JudgedLink): void {
    for (const [side, profiles] of [
      ["a", a],
      ["b", b],
    ] as const) {
      for (const profile of profiles) {
        const set = this.setOf(profile);
        const told = this.#toldOf(set);
        this.#told.set(set, told);
        told.sides.set(pair, (told.sides.get(pair) ?? new Set()).add(side));
      }
    }
  }
}

function readTold(profile: Profile, comparer: Comparer): Told {
  const claims = comparer.claimsOf ?? comparer.signatureOf;
  const documents = comparer.isOnceADocument
    ? profile.members.map((member) => member.document)
    : [];
  return {
    documents: new Set(documents),
    claims: new Map([[claims?.(profile) ?? profile.id, profile]]),
    sides: new Map(),
  };
}

/** The smaller into the larger, so that a cluster grows in time with its size. */
function uniteTold(one: Told, other: Told): Told {
  const [documents, moreDocuments] = bySize(one.documents, other.documents);
  for (const document of moreDocuments) documents.add(document);
  const [claims, moreClaims] = bySize(one.claims, other.claims);
  for (const [claim, profile] of moreClaims) if (!claims.has(claim)) claims.set(claim, profile);
  const [sides, moreSides] = bySize(one.sides, other.sides);
  for (const [pair, more] of moreSides)
    sides.set(pair, new Set([...(sides.get(pair) ?? []), ...more]));
  return { documents, claims, sides };
}

const bySize = <T extends { readonly size: number }>(a: T, b: T): readonly [T, T] =>
  a.size >= b.size ? [a, b] : [b, a];

function haveCommon(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [large, small] = bySize(a, b);
  for (const one of small) if (large.has(one)) return true;
  return false;
}
