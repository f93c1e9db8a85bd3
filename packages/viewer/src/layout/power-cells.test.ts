import { describe, expect, it } from "vitest";
import { cellArea, cellCentre, isInside } from "./convex-cell.js";
import { powerCells } from "./power-cells.js";

const frame = { x: 0, y: 0, width: 880, height: 700 };
const sites = [
  { x: 150, y: 200 },
  { x: 420, y: 150 },
  { x: 700, y: 260 },
  { x: 300, y: 560 },
];

describe("powerCells", () => {
  const shares = [1, 4, 2, 3];
  const cells = powerCells(sites, shares, frame, sites.length);

  it("gives each site about its share of the area", () => {
    const total = cells.reduce((sum, cell) => sum + cellArea(cell), 0);
    cells.forEach((cell, at) => {
      expect(cellArea(cell) / total).toBeCloseTo((shares[at] ?? 0) / 10, 1);
    });
  });

  it("keeps west and north of sites that are well apart", () => {
    const [west, , east, south] = cells.map(cellCentre);
    expect(west?.x).toBeLessThan(east?.x ?? 0);
    expect(west?.y).toBeLessThan(south?.y ?? 0);
  });

  it("lets no two cells share ground", () => {
    const centres = cells.map(cellCentre);
    centres.forEach((centre, at) => {
      expect(cells.filter((cell) => isInside(cell, centre))).toEqual([cells[at]]);
    });
  });

  it("gives the whole frame to a lone site", () => {
    const [only] = powerCells([{ x: 10, y: 10 }], [1], frame, 1);
    expect(only && cellArea(only)).toBeGreaterThan(0.9 * 880 * 700);
  });
});
