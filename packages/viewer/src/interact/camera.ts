import type { Box } from "../scene/scene.js";

/** Which part of the picture is seen: its middle, and how many times it is enlarged. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

export const MOST_ZOOM = 8;

/** The whole picture. */
export function wholeView({ width, height }: PictureSize): Camera {
  return { x: width / 2, y: height / 2, zoom: 1 };
}

/** The part of the picture that a camera sees. */
export function viewBox({ x, y, zoom }: Camera, { width, height }: PictureSize): Box {
  const [wide, high] = [width / zoom, height / zoom];
  return { x: x - wide / 2, y: y - high / 2, width: wide, height: high };
}

/** The camera kept between whole picture and largest zoom, and inside the picture. */
export function clampCamera({ x, y, zoom }: Camera, { width, height }: PictureSize): Camera {
  const kept = Math.min(MOST_ZOOM, Math.max(1, zoom));
  const [halfWide, halfHigh] = [width / kept / 2, height / kept / 2];
  return {
    x: Math.min(width - halfWide, Math.max(halfWide, x)),
    y: Math.min(height - halfHigh, Math.max(halfHigh, y)),
    zoom: kept,
  };
}

/** Zooms by a factor so that a point of the picture stays where it is seen. */
export function zoomAt(
  camera: Camera,
  factor: number,
  point: { readonly x: number; readonly y: number },
  size: PictureSize,
): Camera {
  const zoom = Math.min(MOST_ZOOM, Math.max(1, camera.zoom * factor));
  const share = camera.zoom / zoom;
  return clampCamera(
    { x: point.x + (camera.x - point.x) * share, y: point.y + (camera.y - point.y) * share, zoom },
    size,
  );
}

/** How shapes shrink against the picture when it is enlarged: half way between fixed and true. */
export function shapeScale(zoom: number): number {
  return 1 / Math.sqrt(zoom);
}
