import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clampCamera, viewBox, wholeView, zoomAt } from "./camera.js";

const size = { width: 880, height: 712 };
const point = fc.record({
  x: fc.double({ min: -50, max: 950, noNaN: true }),
  y: fc.double({ min: -50, max: 800, noNaN: true }),
});

describe("the camera", () => {
  it("sees the whole picture at first", () => {
    expect(viewBox(wholeView(size), size)).toEqual({ x: 0, y: 0, ...size });
  });

  it("never looks beyond the picture", () => {
    fc.assert(
      fc.property(point, fc.double({ min: 0.01, max: 50, noNaN: true }), ({ x, y }, zoom) => {
        const box = viewBox(clampCamera({ x, y, zoom }, size), size);
        return box.x >= -1e-6 && box.x + box.width <= 880 + 1e-6 && box.y >= -1e-6;
      }),
    );
  });

  it("keeps the point under the pointer where it is seen", () => {
    const start = clampCamera({ x: 440, y: 356, zoom: 2 }, size);
    const target = { x: 400, y: 300 };
    const next = zoomAt(start, 1.5, target, size);
    const share = (camera: typeof start) => {
      const box = viewBox(camera, size);
      return [(target.x - box.x) / box.width, (target.y - box.y) / box.height];
    };
    share(next).forEach((value, axis) => {
      expect(value).toBeCloseTo(share(start)[axis] ?? 0);
    });
  });
});
