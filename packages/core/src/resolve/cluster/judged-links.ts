import type { Judgement } from "../../model/judgement.js";
import { compareText } from "../../text/compare.js";
import type { Profile } from "../identify/profile.js";

/** A judgement with the profiles its two ids stand for. */
export interface JudgedLink {
  readonly judgement: Judgement;
  readonly a: readonly Profile[];
  readonly b: readonly Profile[];
}

/**
 * Judgements whose both ids stand for some of the profiles. An id is that of an entity, of a
 * profile (an entity id with eight hexadecimal digits behind it) or of a document entity. Of
 * several judgements on one pair the last one holds, so that a wrong one can be taken back.
 */
export function findJudgedLinks(
  profiles: readonly Profile[],
  judgements: readonly Judgement[],
): readonly JudgedLink[] {
  const byAnyId = indexById(profiles);
  const latest = new Map<string, Judgement>();
  for (const judgement of judgements) {
    const pair = [judgement.a, judgement.b].sort().join(" ");
    latest.delete(pair);
    latest.set(pair, judgement);
  }
  const links: JudgedLink[] = [];
  for (const [, judgement] of [...latest].sort(([x], [y]) => compareText(x, y))) {
    const a = byAnyId.get(judgement.a) ?? [];
    const b = byAnyId.get(judgement.b) ?? [];
    const onlyA = a.length > b.length ? a.filter((profile) => !b.includes(profile)) : a;
    const onlyB = a.length > b.length ? b : b.filter((profile) => !a.includes(profile));
    if (onlyA.length > 0 && onlyB.length > 0) links.push({ judgement, a: onlyA, b: onlyB });
  }
  return links;
}

function indexById(profiles: readonly Profile[]): ReadonlyMap<string, readonly Profile[]> {
  const index = new Map<string, Profile[]>();
  const add = (id: string, profile: Profile): void => {
    const known = index.get(id);
    if (known === undefined) index.set(id, [profile]);
    else if (!known.includes(profile)) known.push(profile);
  };
  for (const profile of profiles) {
    add(profile.base, profile);
    add(profile.id, profile);
    for (const member of profile.members) add(member.id, profile);
  }
  return index;
}
