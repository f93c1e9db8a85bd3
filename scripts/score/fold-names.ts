import type { NamedReport } from "./sets.js";

/** Reports of a region and a block of numbers that are left out together. */
const BLOCK = 8;

/**
 * The part of the scored reports that one is left out with: of the prose its letter and its block of
 * eight numbers, of the others the region before the first dash; the halves of the real articles have
 * the same regions. The few seeds are one part.
 */
export function foldOf({ set, id }: Pick<NamedReport, "set" | "id">): string {
  const numbered = /^([a-z])(\d+)-/.exec(id);
  if (set.startsWith("prose") && numbered !== null)
    return `prose-${numbered[1]}${Math.ceil(Number(numbered[2]) / BLOCK)}`;
  if (set === "seeds") return set;
  return `${set.startsWith("real") ? "real" : set}-${id.split("-")[0] ?? id}`;
}
