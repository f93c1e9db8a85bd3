import { type Camera, viewBox } from "../interact/camera.js";
import type { PageScene } from "../scene/page-scene.js";
import { element, find } from "./element.js";

/** The picture's layers, back to front: poster, WebGL, and what is written over both. */
export interface Layers {
  readonly stage: HTMLElement;
  readonly poster: SVGSVGElement;
  readonly canvasHost: HTMLElement;
  readonly overlay: SVGSVGElement;
  /** Elements of the poster by index of node and line. */
  readonly nodes: ReadonlyMap<number, SVGElement>;
  readonly lines: ReadonlyMap<number, SVGElement>;
  readonly marks: ReadonlyMap<number, SVGElement>;
}

/** Parts that are drawn anew for each view, over a canvas that draws nodes and lines. */
const REDRAWN = [".thread", ".ground-names", ".labels"];

/** Splits the poster so that a canvas can lie between its shapes and its writing. */
export function createLayers(root: ParentNode, scene: PageScene): Layers {
  const stage = find(root, ".stage", HTMLElement);
  const poster = find(stage, "svg.picture", SVGSVGElement);
  const overlay = poster.cloneNode(false);
  if (!(overlay instanceof SVGSVGElement)) throw new TypeError("the picture cannot be copied");
  overlay.setAttribute("class", "overlay");
  overlay.removeAttribute("role");
  overlay.removeAttribute("aria-label");
  overlay.setAttribute("aria-hidden", "true");
  overlay.append(find(poster, ":scope > .marks", SVGElement));
  // What is written for good stands over the canvas as well.
  overlay.append(...poster.querySelectorAll(":scope > .handles, :scope > .captions"));
  for (const part of poster.querySelectorAll(REDRAWN.map((one) => `:scope > ${one}`).join())) {
    part.remove();
  }
  // The page answers clicks from here on; links would only be stops without a name for screen readers.
  for (const link of poster.querySelectorAll("a")) link.replaceWith(...link.childNodes);
  const canvasHost = element("div", { class: "sigma-layer", "aria-hidden": "true" });
  stage.append(canvasHost, overlay);
  stage.classList.add("enhanced");
  const layers = {
    stage,
    poster,
    canvasHost,
    overlay,
    nodes: byIndex(poster, ".nodes", "node"),
    lines: byIndex(poster, ".lines", "line"),
    marks: byIndex(overlay, ".marks", "line"),
  };
  showView(layers, { x: scene.width / 2, y: scene.height / 2, zoom: 1 }, scene);
  return layers;
}

/** Turns both pictures to what the camera sees. */
export function showView(
  { poster, overlay }: Pick<Layers, "poster" | "overlay">,
  camera: Camera,
  scene: PageScene,
): void {
  const { x, y, width, height } = viewBox(camera, scene);
  const box = [x, y, width, height].map((value) => Math.round(value * 100) / 100).join(" ");
  poster.setAttribute("viewBox", box);
  overlay.setAttribute("viewBox", box);
}

function byIndex(
  picture: SVGSVGElement,
  part: string,
  what: "node" | "line",
): ReadonlyMap<number, SVGElement> {
  const found = new Map<number, SVGElement>();
  for (const made of picture.querySelectorAll(`${part} [data-${what}]`)) {
    if (made instanceof SVGElement) found.set(Number(made.dataset[what]), made);
  }
  return found;
}
