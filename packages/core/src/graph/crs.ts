/** Neo4j's four coordinate reference systems by number. */
export const CRS_NAMES: ReadonlyMap<number, string> = new Map([
  [4326, "wgs-84"],
  [4979, "wgs-84-3d"],
  [7203, "cartesian"],
  [9157, "cartesian-3d"],
]);

/** Their numbers by name. */
export const SRIDS: ReadonlyMap<string, number> = new Map(
  [...CRS_NAMES].map(([srid, name]) => [name, srid]),
);
