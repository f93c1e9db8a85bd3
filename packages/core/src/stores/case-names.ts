/** The names under which stores hold cases, and what keeps one from taking another for its own. */
import { RedthreadError } from "../errors/redthread-error.js";

/** Name of a case that nobody named. */
export const UNNAMED_CASE = "case";

/** How many elements of a kind are in the case to be loaded, in the store, and in both. */
export interface Overlap {
  readonly here: number;
  readonly there: number;
  readonly common: number;
}

/**
 * A name that another case has would take that case's elements for withdrawn ones.
 * @param all every node of the two
 * @param anchors those of the label that a case keeps from build to build; all zero where there is none
 * @throws RedthreadError `STORE_REFUSED` where the store holds nothing of this case under its name.
 */
export function refuseStranger(name: string, all: Overlap, anchors: Overlap): void {
  if ([all, anchors].every(isKin)) return;
  throw new RedthreadError(
    "STORE_REFUSED",
    `The store holds another case under the name \`${name}\`, of which nothing is in this one. Load this case under a name of its own, or say that it replaces the other.`,
  );
}

const isKin = ({ here, there, common }: Overlap): boolean =>
  common > 0 || here === 0 || there === 0;
