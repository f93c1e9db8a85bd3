import type { Judgement, PairJudgement } from "../../model/judgement.js";
import { compareText } from "../../text/compare.js";
import { sha256 } from "../../text/sha256.js";
import type { Profile } from "../identify/profile.js";
import type { Attached } from "./attach-thing.js";

/** A side of a pair that stands for something. */
export type Side = Extract<Attached, { readonly kind: "things" | "id" }>;

/** What a person says of two things that were found in the reports. */
export interface AttachedPair {
  readonly verdict: PairJudgement["verdict"];
  /** A pair, or the split that holds two parts of a thing apart. */
  readonly judgement: Judgement;
  readonly a: Side;
  readonly b: Side;
}

/** A pair with the profiles its two sides are. */
export interface JudgedLink {
  readonly pair: AttachedPair;
  readonly a: readonly Profile[];
  readonly b: readonly Profile[];
}

/** What became of a link when profiles were united. */
export type LinkVerdict =
  | { readonly kind: "holds" }
  /** A side is several things, each with its profiles. */
  | {
      readonly kind: "several";
      readonly side: "a" | "b";
      readonly things: readonly (readonly Profile[])[];
    }
  /** What others say contradicts it: the chain of their judgements. */
  | { readonly kind: "disputed"; readonly chain: readonly JudgedLink[] };

/** The links of pairs whose both sides are wholly among the profiles, in an order of their content. */
export function findJudgedLinks(
  profiles: readonly Profile[],
  pairs: readonly AttachedPair[],
): readonly JudgedLink[] {
  if (pairs.length === 0) return [];
  const index = createProfileIndex(profiles);
  const links = pairs.flatMap((pair): JudgedLink[] => {
    const a = index(pair.a);
    const b = index(pair.b);
    const onlyA = a.length > b.length ? a.filter((profile) => !b.includes(profile)) : a;
    const onlyB = a.length > b.length ? b : b.filter((profile) => !a.includes(profile));
    return onlyA.length === 0 || onlyB.length === 0 ? [] : [{ pair, a: onlyA, b: onlyB }];
  });
  return links
    .map((link) => [keyOf(link), link] as const)
    .sort(([x], [y]) => compareText(x, y))
    .map(([, link]) => link);
}

function keyOf({ pair, a, b }: JudgedLink): string {
  const sides = [a, b].map((side) => side.map(({ id }) => id).sort()).sort();
  const { by, at, why } = pair.judgement;
  return JSON.stringify([sides, pair.verdict, by, at, why]);
}

/**
 * The profiles of a side, none where some of its things are not among them. An id is that of an entity,
 * of a profile (an entity id with eight hexadecimal digits behind it) or of a document entity.
 */
function createProfileIndex(profiles: readonly Profile[]): (side: Side) => readonly Profile[] {
  const byMember = new Map<string, Profile>();
  const byAnyId = new Map<string, Profile[]>();
  const add = (id: string, profile: Profile): void => {
    const known = byAnyId.get(id);
    if (known === undefined) byAnyId.set(id, [profile]);
    else if (!known.includes(profile)) known.push(profile);
  };
  for (const profile of profiles) {
    add(profile.base, profile);
    add(profile.id, profile);
    for (const { id } of profile.members) {
      add(id, profile);
      byMember.set(id, profile);
    }
  }
  return (side) => {
    if (side.kind === "id") return byAnyId.get(side.id) ?? [];
    const found = side.members.map((member) => byMember.get(member));
    return found.includes(undefined) ? [] : [...new Set(found.flatMap((one) => one ?? []))];
  };
}

/** Two profiles that were one until a person held some of its members apart. */
export interface Parted {
  readonly a: Profile;
  readonly b: Profile;
}

/**
 * Profiles that hold both sides of a pair that a person holds apart, taken to pieces: one a document
 * entity. Those pieces that nobody holds apart are to be united again.
 */
export function partProfiles(
  profiles: readonly Profile[],
  pairs: readonly AttachedPair[],
): { readonly profiles: readonly Profile[]; readonly parted: readonly Parted[] } {
  const parting = pairs.filter(({ verdict }) => verdict !== "same");
  if (parting.length === 0) return { profiles, parted: [] };
  const index = createProfileIndex(profiles);
  const torn = new Set<Profile>();
  for (const { a, b } of parting) {
    if (a.kind === "id" || b.kind === "id") continue;
    const others = new Set(index(b));
    for (const profile of index(a)) if (others.has(profile)) torn.add(profile);
  }
  if (torn.size === 0) return { profiles, parted: [] };
  const parted: Parted[] = [];
  const all = profiles.flatMap((profile) => {
    if (!torn.has(profile)) return [profile];
    const pieces = profile.members.map((member) => ({
      ...profile,
      id: `${profile.base}:${sha256(`${profile.id} ${member.id}`).slice(0, 8)}`,
      members: [member],
    }));
    pieces.sort((x, y) => compareText(x.id, y.id));
    for (const [at, b] of pieces.entries()) {
      for (const a of new Set([pieces[0], pieces[at - 1]])) {
        if (a !== undefined && a !== b) parted.push({ a, b });
      }
    }
    return pieces;
  });
  return { profiles: all.sort((x, y) => compareText(x.id, y.id)), parted };
}
