import type { Shape } from "@redthread/core/model";

/** One SVG element of a shape; `fill` and `stroke` name what colours it. */
export interface ShapePart {
  readonly tag: "path" | "circle";
  readonly attributes: Readonly<Record<string, number | string>>;
  readonly fill: "kind" | "paper" | "land" | "none";
  readonly stroke: "kind" | "paper" | "soft" | null;
  readonly strokeWidth: number;
}

/** The parts of a shape about the origin, `size` being its radius, back to front. */
export function shapeParts(shape: Shape, size: number): readonly ShapePart[] {
  switch (shape) {
    case "square":
      return [solid(square(size * 0.92))];
    case "diamond":
      return [solid(polygon(4, size * 1.2, 0))];
    case "hexagon":
      return [solid(polygon(6, size * 1.12, 0))];
    case "disc":
    case "dot":
      return [disc(size * 0.95, "kind", "paper", 1.6)];
    case "ring":
      return [disc(size * 0.8, "paper", "kind", 2.4)];
    case "small-ring":
      return [disc(size * 0.86, "paper", "kind", 1.7)];
    case "open-square":
      return [{ ...solid(square(size * 0.78)), fill: "paper", stroke: "kind", strokeWidth: 2.4 }];
    case "target":
      return [
        disc(size * 0.9, "paper", "kind", 1.5),
        { ...disc(size * 0.42, "kind", "paper", 0), stroke: null },
      ];
    case "state":
      return [disc(size * 0.95, "land", "soft", 1.5)];
  }
}

function solid(d: string): ShapePart {
  return { tag: "path", attributes: { d }, fill: "kind", stroke: "paper", strokeWidth: 1.6 };
}

function disc(
  r: number,
  fill: ShapePart["fill"],
  stroke: ShapePart["stroke"],
  strokeWidth: number,
): ShapePart {
  return { tag: "circle", attributes: { r: tenth(r) }, fill, stroke, strokeWidth };
}

function square(half: number): string {
  const h = tenth(half);
  return `M${-h},${-h}H${h}V${h}H${-h}Z`;
}

/** A regular polygon with a corner at the angle, in turns of 360° from the right. */
function polygon(corners: number, radius: number, turn: number): string {
  const points = Array.from({ length: corners }, (_, at) => {
    const angle = (at / corners + turn) * 2 * Math.PI;
    return `${tenth(radius * Math.cos(angle))},${tenth(radius * Math.sin(angle))}`;
  });
  return `M${points.join("L")}Z`;
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
