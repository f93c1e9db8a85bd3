import type { Chain } from "@redthread/core/trace";
import { type Camera, shapeScale, viewBox } from "../interact/camera.js";
import type { VisibleParts } from "../interact/visible-parts.js";
import { touches } from "../labels/place-labels.js";
import { sceneLabels } from "../labels/scene-labels.js";
import { type Focus, focusPart } from "../render/focus-part.js";
import { groundNamesPart, labelPart, labelsPart } from "../render/labels-part.js";
import { variablePaint } from "../render/paint.js";
import { nodePart } from "../render/picture-parts.js";
import { group, type SvgNode } from "../render/svg-node.js";
import { threadPart } from "../render/thread-part.js";
import { isDrawn, styleOf } from "../scene/look-up.js";
import type { PageScene } from "../scene/page-scene.js";
import type { LabelSpot } from "../scene/scene.js";
import { stopBoxes, threadOf } from "../scene/thread.js";
import { PHONE_NODE_SCALE, PHONE_SCALE, PHONE_THREAD_SCALE, SUB_SIZE } from "../theme/fonts.js";
import { svgDom } from "./element.js";
import { createLayers, type Layers, showView } from "./layers.js";

/** All that decides what the picture looks like. */
export interface PictureView {
  readonly camera: Camera;
  /** The scene with a place for all that is followed or selected. */
  readonly seen: PageScene;
  readonly parts: VisibleParts;
  readonly chain: Chain | null;
  readonly focus: Focus;
  /** Node under the pointer or the keyboard, or null. */
  readonly pointed: number | null;
}

/** Draws a view over the page's poster; works without WebGL. */
export interface Picture {
  readonly layers: Layers;
  /** Draws all of a view; labels find new places where the view asks for it. */
  readonly draw: (view: PictureView) => void;
  /** Only moves, as long as a gesture lasts. */
  readonly move: (camera: Camera) => void;
  readonly point: (view: PictureView) => void;
  /** Paper is narrow but no phone. */
  readonly setPrinting: (now: boolean) => void;
  /** Calls back when the page becomes a phone's or no longer is one, or type must change its size; gives what ends it. */
  readonly whenResized: (listener: () => void) => () => void;
}

export function createPicture(root: ParentNode, scene: PageScene): Picture {
  const layers = createLayers(root, scene);
  const phone = matchMedia("(max-width:760px)");
  let printing = false;
  const isPhone = () => phone.matches && !printing;
  const narrow = () => (printing ? 1 : narrowing(layers, scene));
  let places: readonly (LabelSpot | null)[] = [];
  const draw = (view: PictureView) => {
    showView(layers, view.camera, scene);
    layers.stage.style.setProperty("--shape", String(shapeScale(view.camera.zoom)));
    showParts(layers, view.parts);
    const scale = writingScale(view.camera, isPhone(), narrow());
    const bold = new Set([...(view.chain?.stops ?? []), ...view.focus.nodes]);
    places = labelPlaces(view, isPhone(), narrow());
    const [names, labels] = writing(view.seen, places, scale, bold, view.chain, isPhone());
    replaceParts(layers.overlay, [
      names,
      ["focus", focusPart(view.seen, view.focus, variablePaint, shapeScale(view.camera.zoom))],
      ["thread", threadOfView(view, isPhone())],
      ["guests", guestsPart(scene, view.seen)],
      labels,
      ["pointed", pointedPart(view, places, scale)],
    ]);
  };
  return {
    layers,
    draw,
    setPrinting: (now) => {
      printing = now;
    },
    whenResized: (listener) => {
      let before = narrowing(layers, scene);
      const resized = new ResizeObserver(() => {
        const now = narrowing(layers, scene);
        if (now === before) return;
        before = now;
        listener();
      });
      resized.observe(layers.stage);
      phone.addEventListener("change", listener);
      return () => {
        resized.disconnect();
        phone.removeEventListener("change", listener);
      };
    },
    move: (camera) => showView(layers, camera, scene),
    point: (view) => {
      const scale = writingScale(view.camera, isPhone(), narrow());
      replaceParts(layers.overlay, [["pointed", pointedPart(view, places, scale)]]);
    },
  };
}

/** Size of type in units of the picture, so that it stays about the same on the screen. */
function writingScale({ zoom }: Camera, phone: boolean, narrow: number): number {
  return (phone ? PHONE_SCALE : narrow) / zoom;
}

/** Least size of type on the screen; the smallest of the picture is its second lines. */
const LEAST_TYPE = 10;

/** How much larger type is drawn where the whole picture is shown so small that it could not be read. */
function narrowing({ stage }: Layers, { width, height }: PageScene): number {
  const pixels = Math.min(stage.clientWidth / width, stage.clientHeight / height);
  const wanted = LEAST_TYPE / (SUB_SIZE * (pixels || 1));
  // In steps, so that a page that grows by a pixel keeps its labels where they are.
  return Math.max(1, Math.ceil(wanted * 20) / 20);
}

function isStart({ camera, chain, focus, parts }: PictureView): boolean {
  return (
    camera.zoom === 1 &&
    chain === null &&
    focus.nodes.length === 0 &&
    parts.nodes.every((seen) => seen)
  );
}

function threadOfView({ seen: scene, chain, camera }: PictureView, phone: boolean): SvgNode {
  const thread = chain === null ? null : threadOf(scene, chain);
  return threadPart(thread, scene, variablePaint, threadScale(camera, phone));
}

function threadScale({ zoom }: Camera, phone: boolean): number {
  return shapeScale(zoom) * (phone ? PHONE_THREAD_SCALE : 1);
}

/** Places of the labels: those of the file at the start, found anew for every other view. */
function labelPlaces(
  view: PictureView,
  phone: boolean,
  narrow: number,
): readonly (LabelSpot | null)[] {
  const scene = view.seen;
  if (isStart(view) && (phone || narrow === 1))
    return scene.nodes.map((node) => (phone ? node.phoneLabelSpot : node.labelSpot));
  const scale = writingScale(view.camera, phone, narrow);
  const first = new Set([...(view.chain?.stops ?? []), ...view.focus.nodes]);
  const thread = view.chain === null ? null : threadOf(scene, view.chain);
  const stops = thread === null ? [] : stopBoxes(thread, threadScale(view.camera, phone));
  const few = scale > 1.3;
  const nodeScale = shapeScale(view.camera.zoom) * (phone ? PHONE_NODE_SCALE : 1);
  return sceneLabels(scene, {
    fontScale: scale,
    nodeScale,
    frame: viewBox(view.camera, scene),
    first,
    without: (at) =>
      view.parts.nodes[at] !== true ||
      (few && !first.has(at) && (first.size > 0 || scene.nodes[at]?.hub !== true)),
    obstacles: [
      ...scene.grounds.flatMap((ground) => {
        const box = (phone ? ground.phoneLabel : ground.label)?.box;
        // A phone leaves a name out that a stop lies on: see `writing`.
        const isShown = !phone || stops.every((stop) => box && !touches(box, stop, 0));
        return box && isShown ? [box] : [];
      }),
      ...stops,
    ],
    thread,
  });
}

/** What has a place for this view only, drawn over the canvas. */
function guestsPart(scene: PageScene, seen: PageScene): SvgNode {
  const guests = seen.nodes.flatMap((node, at) =>
    isDrawn(node) && !isDrawn(scene.nodes[at])
      ? [
          nodePart(node, at, styleOf(scene, node.kind), {
            paint: variablePaint,
            hits: true,
          }),
        ]
      : [],
  );
  return group({ class: "guests" }, guests);
}

/** Names of grounds and labels, at about their usual size on the screen. */
function writing(
  scene: PageScene,
  places: readonly (LabelSpot | null)[],
  scale: number,
  bold: ReadonlySet<number>,
  chain: Chain | null,
  phone: boolean,
): readonly [readonly [string, SvgNode], readonly [string, SvgNode]] {
  const stops =
    chain === null || !phone ? [] : stopBoxes(threadOf(scene, chain), PHONE_THREAD_SCALE);
  const grounds = scene.grounds.map((ground) => {
    const place = phone ? ground.phoneLabel : ground.label;
    return place !== null && stops.every((stop) => !touches(place.box, stop, 0)) ? place : null;
  });
  const reached = new Set(
    (chain?.stops ?? []).flatMap((stop) => scene.nodes[stop]?.isGround ?? []),
  );
  return [
    ["ground-names", groundNamesPart(grounds, variablePaint, scale, reached)],
    ["labels", labelsPart(scene, places, variablePaint, scale, { bold })],
  ];
}

/** The label of a node that shows none, and a thin ring around it. */
function pointedPart(
  { seen: scene, pointed, camera }: PictureView,
  places: readonly (LabelSpot | null)[],
  scale: number,
): SvgNode {
  const node = scene.nodes[pointed ?? -1];
  if (pointed === null || !isDrawn(node)) return group({ class: "pointed" }, []);
  const ring = focusPart(
    scene,
    { nodes: [pointed], edges: [] },
    variablePaint,
    shapeScale(camera.zoom),
  );
  if ((places[pointed] ?? null) !== null) return group({ class: "pointed" }, [ring]);
  const [place] = sceneLabels(
    { ...scene, nodes: [node], lines: [] },
    {
      fontScale: scale,
      nodeScale: shapeScale(camera.zoom),
      frame: viewBox(camera, scene),
      first: new Set([0]),
      without: () => false,
      obstacles: [],
    },
  );
  if (place === undefined || place === null) return group({ class: "pointed" }, [ring]);
  const label = labelsPart({ nodes: [] }, [], variablePaint, scale);
  return group({ class: "pointed" }, [
    ring,
    { ...label, children: [labelPart(pointed, place, true, variablePaint, scale)] },
  ]);
}

function showParts({ nodes, lines, marks }: Layers, parts: VisibleParts): void {
  for (const [at, made] of nodes) made.style.display = parts.nodes[at] === true ? "" : "none";
  for (const set of [lines, marks]) {
    for (const [at, made] of set) made.style.display = parts.lines[at] === true ? "" : "none";
  }
}

/** Replaces the named parts of the overlay in the order given; parts it lacks are added at the end. */
function replaceParts(
  overlay: SVGSVGElement,
  parts: readonly (readonly [string, SvgNode])[],
): void {
  for (const [slot, part] of parts) {
    const made = svgDom(part);
    made.dataset["slot"] = slot;
    const old = overlay.querySelector(`:scope > [data-slot="${slot}"]`);
    if (old) old.replaceWith(made);
    else overlay.append(made);
  }
}
