import { ELSEWHERE, REGION_TABLE, SHORT_STATES } from "./region-table.js";

/** A part of the world with its place on the overview. */
export interface Region {
  readonly id: string;
  /** From west to east. */
  readonly column: number;
  /** The latitude by which it is set inside its column. */
  readonly latitude: number;
  readonly name: string;
  readonly short: string;
}

const rows = (table: string): readonly (readonly string[])[] =>
  table
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => line.split("\t"));

function readRegion([
  id = "",
  column = "0",
  latitude = "0",
  name = "",
  short = "",
]: readonly string[]) {
  return { id, column: Number(column), latitude: Number(latitude), name, short };
}

/** All regions in the order of the page; the last is for states that the table does not know. */
export const REGIONS: readonly Region[] = [...rows(REGION_TABLE), ELSEWHERE.split("\t")].map(
  readRegion,
);

const REGION_AT = new Map(
  rows(REGION_TABLE).flatMap(([, , , , , states = ""], at) =>
    states.split(" ").map((code) => [code, at] as const),
  ),
);
const SHORT_AT = new Map(rows(SHORT_STATES).map(([code = "", short = ""]) => [code, short]));

/** The index of the region that a state lies in, by its code. */
export const regionOf = (code: string): number => REGION_AT.get(code) ?? REGIONS.length - 1;

/** The name by which reports call a state for short, or null. */
export const shortState = (code: string): string | null => SHORT_AT.get(code) ?? null;
