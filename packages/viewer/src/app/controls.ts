import { type Camera, wholeView, zoomAt } from "../interact/camera.js";
import type { PageScene } from "../scene/page-scene.js";
import { element, find } from "./element.js";

/** Words that enlarge the picture and bring all of it back. */
export function createControls(
  stage: HTMLElement,
  scene: PageScene,
  camera: () => Camera,
  go: (camera: Camera) => void,
): { readonly show: (camera: Camera) => void; readonly remove: () => void } {
  const make = (word: string, title: string, next: () => Camera) => {
    const button = element("button", { type: "button", title }, word);
    button.addEventListener("click", () => go(next()));
    return button;
  };
  const closer = make("Zoom in", "Enlarge (+), or Ctrl and wheel", () =>
    zoomAt(camera(), 1.6, camera(), scene),
  );
  const farther = make("Zoom out", "Make smaller (−)", () =>
    zoomAt(camera(), 1 / 1.6, camera(), scene),
  );
  const whole = make("Whole picture", "Show all (0)", () => wholeView(scene));
  const caption = find(stage.parentElement ?? stage, "figcaption", HTMLElement);
  const words = element("div", { class: "controls no-print" }, closer, farther, whole);
  caption.append(words);
  const show = ({ zoom }: Camera) => {
    farther.hidden = zoom === 1;
    whole.hidden = zoom === 1;
    stage.classList.toggle("zoomed", zoom > 1);
  };
  show(camera());
  return { show, remove: () => words.remove() };
}
