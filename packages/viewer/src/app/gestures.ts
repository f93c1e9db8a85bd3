import { type Camera, clampCamera, zoomAt } from "../interact/camera.js";
import type { PageScene } from "../scene/page-scene.js";
import type { Layers } from "./layers.js";

/** What gestures on the picture ask for. */
export interface GestureDoings {
  readonly camera: () => Camera;
  /** A gesture moves the picture; it ends with `settle`. */
  readonly move: (camera: Camera) => void;
  readonly settle: () => void;
}

const DRAG_FROM = 4;

/**
 * Gestures that leave the page its own: the wheel zooms only with Ctrl or Cmd, two fingers move and
 * zoom, one finger scrolls the page, and dragging moves the picture only once it is enlarged.
 * Returns a test whether the click that follows belongs to a drag.
 */
export function listenToGestures(
  { stage, poster }: Layers,
  scene: PageScene,
  doings: GestureDoings,
): () => boolean {
  const toPicture = (x: number, y: number) => {
    const matrix = poster.getScreenCTM();
    if (matrix === null) return { x: 0, y: 0 };
    const point = new DOMPoint(x, y).matrixTransform(matrix.inverse());
    return { x: point.x, y: point.y };
  };
  let quiet: ReturnType<typeof setTimeout> | undefined;
  stage.addEventListener(
    "wheel",
    (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const factor = 2 ** (-event.deltaY * (event.deltaMode === 1 ? 0.05 : 0.004));
      doings.move(zoomAt(doings.camera(), factor, toPicture(event.clientX, event.clientY), scene));
      clearTimeout(quiet);
      quiet = setTimeout(doings.settle, 120);
    },
    { passive: false },
  );
  listenToTwoFingers(stage, scene, doings, toPicture);
  return listenToDrags(stage, scene, doings, toPicture);
}

type ToPicture = (x: number, y: number) => { readonly x: number; readonly y: number };

function listenToDrags(
  stage: HTMLElement,
  scene: PageScene,
  doings: GestureDoings,
  toPicture: ToPicture,
): () => boolean {
  let from: { readonly x: number; readonly y: number } | null = null;
  let start = { x: 0, y: 0 };
  let dragged = false;
  stage.addEventListener("pointerdown", (event) => {
    dragged = false;
    if (event.pointerType === "touch" || event.button !== 0 || doings.camera().zoom === 1) return;
    from = toPicture(event.clientX, event.clientY);
    start = { x: event.clientX, y: event.clientY };
  });
  stage.addEventListener("pointermove", (event) => {
    if (from === null) return;
    const moved = Math.hypot(event.clientX - start.x, event.clientY - start.y);
    if (!dragged && moved < DRAG_FROM) return;
    if (!dragged) stage.setPointerCapture(event.pointerId);
    dragged = true;
    const here = toPicture(event.clientX, event.clientY);
    const { x, y, zoom } = doings.camera();
    doings.move(clampCamera({ x: x + from.x - here.x, y: y + from.y - here.y, zoom }, scene));
  });
  const stop = () => {
    if (from !== null && dragged) doings.settle();
    from = null;
  };
  stage.addEventListener("pointerup", stop);
  stage.addEventListener("pointercancel", stop);
  return () => dragged;
}

function listenToTwoFingers(
  stage: HTMLElement,
  scene: PageScene,
  doings: GestureDoings,
  toPicture: ToPicture,
): void {
  let before: { readonly x: number; readonly y: number; readonly gap: number } | null = null;
  const read = (touches: TouchList) => {
    const [a, b] = [touches[0], touches[1]];
    if (a === undefined || b === undefined) return null;
    return {
      x: (a.clientX + b.clientX) / 2,
      y: (a.clientY + b.clientY) / 2,
      gap: Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY),
    };
  };
  stage.addEventListener("touchstart", (event) => {
    before = event.touches.length === 2 ? read(event.touches) : null;
  });
  stage.addEventListener(
    "touchmove",
    (event) => {
      const now = event.touches.length === 2 ? read(event.touches) : null;
      if (now === null || before === null) return;
      event.preventDefault();
      const was = toPicture(before.x, before.y);
      const zoomed = zoomAt(doings.camera(), now.gap / (before.gap || 1), was, scene);
      doings.move(zoomed);
      const here = toPicture(now.x, now.y);
      const { x, y, zoom } = zoomed;
      doings.move(clampCamera({ x: x + was.x - here.x, y: y + was.y - here.y, zoom }, scene));
      before = now;
    },
    { passive: false },
  );
  const stop = () => {
    if (before !== null) doings.settle();
    before = null;
  };
  stage.addEventListener("touchend", stop);
  stage.addEventListener("touchcancel", stop);
}
