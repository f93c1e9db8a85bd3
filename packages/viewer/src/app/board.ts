import { type Camera, wholeView, zoomAt } from "../interact/camera.js";
import type { Selection } from "../interact/view-state.js";
import { type Heading, nextNode } from "../interact/walk-nodes.js";
import type { PageScene } from "../scene/page-scene.js";
import { createCanvas } from "./canvas.js";
import { createControls } from "./controls.js";
import { listenToGestures } from "./gestures.js";
import { createPicture, type PictureView } from "./picture.js";
import { listenToPicture } from "./picture-clicks.js";
import type { Store } from "./store.js";
import { firstNode, toView } from "./view.js";

/** The picture with all that moves it; draws itself anew when the state changes. */
export interface Board {
  readonly stage: HTMLElement;
  readonly view: () => PictureView;
  readonly draw: () => void;
  /** Goes to the next thing in a direction and gives its index, or null where there is none. */
  readonly walk: (heading: Heading) => number | null;
  readonly pointed: () => number | null;
  /** Enlarges by the factor; 0 shows the whole picture. */
  readonly zoom: (factor: number) => void;
  /** Ends all that listens, for a picture that is taken away. */
  readonly remove: () => void;
}

export function createBoard(
  root: ParentNode,
  scene: PageScene,
  store: Store,
  select: (selection: Selection | null) => void,
): Board {
  const picture = createPicture(root, scene);
  const { stage } = picture.layers;
  let camera = wholeView(scene);
  let pointed: number | null = null;
  let view = toView(scene, store.state, camera, pointed);
  const canvas = createCanvas(picture.layers, scene, () => view);
  const draw = () => {
    view = toView(scene, store.state, camera, pointed, view);
    picture.draw(view);
    canvas.show(camera, view.parts);
    controls.show(camera);
  };
  const move = (next: Camera) => {
    camera = next;
    picture.move(camera);
    canvas.show(camera, view.parts);
  };
  const go = (next: Camera) => {
    move(next);
    draw();
  };
  const controls = createControls(stage, scene, () => camera, go);
  const point = (node: number | null) => {
    if (node === pointed) return;
    pointed = node;
    view = { ...view, pointed };
    picture.point(view);
  };
  const wasDrag = listenToGestures(picture.layers, scene, {
    camera: () => camera,
    move,
    settle: draw,
  });
  listenToPicture(stage, scene, wasDrag, select, point);
  const beforePrint = () => {
    picture.setPrinting(true);
    picture.draw({ ...view, camera: wholeView(scene), pointed: null });
  };
  const afterPrint = () => {
    picture.setPrinting(false);
    draw();
  };
  addEventListener("beforeprint", beforePrint);
  addEventListener("afterprint", afterPrint);
  const endResizing = picture.whenResized(draw);
  return {
    stage,
    view: () => view,
    draw,
    walk: (heading) => {
      const next =
        pointed === null
          ? firstNode(view)
          : nextNode(view.seen, view.parts.nodes, pointed, heading);
      if (next !== null) point(next);
      return next;
    },
    pointed: () => pointed,
    zoom: (factor) => go(factor === 0 ? wholeView(scene) : zoomAt(camera, factor, camera, scene)),
    remove: () => {
      removeEventListener("beforeprint", beforePrint);
      removeEventListener("afterprint", afterPrint);
      endResizing();
      controls.remove();
      canvas.remove();
    },
  };
}
