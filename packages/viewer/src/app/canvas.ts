import type { Camera } from "../interact/camera.js";
import type { VisibleParts } from "../interact/visible-parts.js";
import type { PageScene } from "../scene/page-scene.js";
import type { Layers } from "./layers.js";
import { type CanvasPainter, startSigma } from "./sigma-painter.js";

/** Sigma over the poster where it can run; every fault of driver or browser leaves the SVG. */
export interface Canvas {
  readonly show: (camera: Camera, parts: VisibleParts) => void;
  /** Lets the graphics context go. */
  readonly remove: () => void;
}

/**
 * Starts Sigma once the page is drawn. A lost graphics context ends it for good: fighting for one
 * would take it from another page.
 */
export function createCanvas(
  { stage, canvasHost }: Layers,
  scene: PageScene,
  current: () => { readonly camera: Camera; readonly parts: VisibleParts },
): Canvas {
  let painter: CanvasPainter | null = null;
  const show = (camera: Camera, parts: VisibleParts) => painter?.show(camera, parts);
  const set = (next: CanvasPainter | null) => {
    painter = next;
    stage.classList.toggle("live", painter !== null);
    const { camera, parts } = current();
    show(camera, parts);
  };
  const start = () => set(tryStart(canvasHost, scene, () => set(null)));
  const waiting = setTimeout(start, 0);
  const resized = new ResizeObserver(() => show(current().camera, current().parts));
  resized.observe(stage);
  const dark = matchMedia("(prefers-color-scheme:dark)");
  const changed = () => {
    if (painter === null) return;
    painter.kill();
    start();
  };
  dark.addEventListener("change", changed);
  return {
    show,
    remove: () => {
      clearTimeout(waiting);
      resized.disconnect();
      dark.removeEventListener("change", changed);
      painter?.kill();
      painter = null;
    },
  };
}

function tryStart(host: HTMLElement, scene: PageScene, lost: () => void): CanvasPainter | null {
  try {
    const phone = matchMedia("(max-width:760px)");
    return startSigma(host, scene, () => (phone.matches ? 1.5 : 1), lost);
  } catch {
    host.replaceChildren();
    return null;
  }
}
