import { MultiGraph } from "graphology";
import type { Sigma } from "sigma";
import SigmaModule from "sigma";
import { type Camera, MOST_ZOOM } from "../interact/camera.js";
import type { VisibleParts } from "../interact/visible-parts.js";
import { lineDash } from "../render/line-style.js";
import { variableName } from "../render/paint.js";
import { strokeWidth } from "../render/picture-parts.js";
import { pointOn } from "../scene/geometry.js";
import { styleOf } from "../scene/look-up.js";
import type { PageScene } from "../scene/page-scene.js";
import type { Point, SceneLine } from "../scene/scene.js";
import { CourseProgram } from "./course-program.js";
import { ShapeProgram } from "./shape-program.js";

/** Draws nodes and lines on the graphics card over the poster, from the same scene. */
export interface CanvasPainter {
  readonly show: (camera: Camera, parts: VisibleParts) => void;
  readonly kill: () => void;
}

/** Size of what only holds the ends of lines; Sigma reads 0 as its own default. */
const UNSEEN = 1e-6;

/** In bundles the default export is the class itself. */
const SigmaClass = SigmaModule as unknown as typeof Sigma;

/**
 * Starts Sigma in the host, or returns null where there is no WebGL. When the context is lost, all
 * is removed and `lost` is called: the SVG is there and goes on.
 */
export function startSigma(
  host: HTMLElement,
  scene: PageScene,
  sizeScale: () => number,
  lost: () => void,
): CanvasPainter | null {
  if (!hasWebgl()) return null;
  let hidden: VisibleParts = { nodes: [], lines: [] };
  let pixelsPerUnit = 1;
  const colours = readColours(host);
  const renderer = new SigmaClass(sceneGraph(scene, colours), host, {
    nodeProgramClasses: { shape: ShapeProgram },
    edgeProgramClasses: { course: CourseProgram },
    defaultNodeType: "shape",
    defaultEdgeType: "course",
    renderLabels: false,
    renderEdgeLabels: false,
    enableEdgeEvents: false,
    stagePadding: 0,
    autoRescale: true,
    allowInvalidContainer: true,
    minCameraRatio: null,
    maxCameraRatio: null,
    itemSizesReference: "screen",
    zoomToSizeRatioFunction: (ratio) => sizeRatio(ratio, pixelsPerUnit * sizeScale()),
    nodeReducer: (key, data) => ({ ...data, hidden: hidden.nodes[Number(key)] === false }),
    edgeReducer: (_, data) => ({ ...data, hidden: hidden.lines[Number(data["line"])] === false }),
  });
  renderer.setCustomBBox({ x: [0, scene.width], y: [0, scene.height] });
  const painter: CanvasPainter = {
    show: (camera, parts) => {
      if (parts !== hidden) {
        hidden = parts;
        renderer.refresh({ skipIndexation: true });
      }
      pixelsPerUnit = fitScale(host, scene);
      renderer.getCamera().setState(cameraState(renderer, camera, scene, pixelsPerUnit));
    },
    kill: () => {
      renderer.kill();
      host.replaceChildren();
    },
  };
  for (const canvas of host.querySelectorAll("canvas")) {
    canvas.addEventListener("webglcontextlost", () => {
      painter.kill();
      lost();
    });
  }
  return painter;
}

/** At the whole picture's camera ratio sizes are true; enlarged, shapes grow by the root of the zoom. */
function sizeRatio(ratio: number, pixelsPerUnit: number): number {
  const zoom = Math.min(MOST_ZOOM, Math.max(1, 1 / ratio));
  return 1 / (pixelsPerUnit * Math.sqrt(zoom));
}

/** CSS pixels per unit of the picture when all of it is seen. */
function fitScale(host: HTMLElement, { width, height }: PageScene): number {
  return Math.min(host.clientWidth / width, host.clientHeight / height) || 1;
}

/** Sigma's camera for the same view as the SVG's: its ratio is corrected by what it makes of one unit. */
function cameraState(
  renderer: Sigma,
  { x, y, zoom }: Camera,
  scene: PageScene,
  pixelsPerUnit: number,
): { x: number; y: number; ratio: number; angle: number } {
  const whole = { x: 0.5, y: 0.5, ratio: 1, angle: 0 };
  const a = renderer.framedGraphToViewport({ x: 0, y: 0.5 }, { cameraState: whole });
  const b = renderer.framedGraphToViewport({ x: 1, y: 0.5 }, { cameraState: whole });
  const normalised = toFrame(scene, { x, y });
  const wanted = pixelsPerUnit * zoom * Math.max(scene.width, scene.height);
  return { ...normalised, ratio: (b.x - a.x) / wanted, angle: 0 };
}

/** A point of the picture in Sigma's unit square; Sigma's y runs upwards. */
function toFrame({ width, height }: PageScene, { x, y }: Point): Point {
  const side = Math.max(width, height);
  return { x: 0.5 + (x - width / 2) / side, y: 0.5 - (y - height / 2) / side };
}

function sceneGraph(scene: PageScene, colours: Colours): MultiGraph {
  const graph = new MultiGraph();
  scene.nodes.forEach((node, at) => {
    graph.addNode(String(at), {
      x: node.at?.x ?? 0,
      y: scene.height - (node.at?.y ?? 0),
      size: node.at === null ? UNSEEN : node.size,
      shape: styleOf(scene, node.kind).shape,
      color: colours.kind(node.kind),
      paper: colours.paper,
      rim: colours.soft,
    });
  });
  scene.lines.forEach((line, at) => {
    for (const [from, control, to] of strokes(line)) {
      graph.addEdge(String(line.a), String(line.b), {
        line: at,
        size: strokeWidth(line),
        color: colours.edge,
        dash: dashes(line),
        from: toFrame(scene, from),
        control: toFrame(scene, control),
        to: toFrame(scene, to),
      });
    }
  });
  return graph;
}

/** A line as quadratic strokes: itself, or the four parts of a loop. */
function strokes(line: SceneLine): readonly (readonly [Point, Point, Point])[] {
  if (!line.loop) return [[line.from, line.control, line.to]];
  return [0, 1, 2, 3].map((part) => {
    const [a, middle, b] = [part / 4, (part + 0.5) / 4, (part + 1) / 4].map((t) =>
      pointOn(line, t),
    );
    const [from, through, to] = [a ?? line.from, middle ?? line.from, b ?? line.from];
    const control = {
      x: 2 * through.x - (from.x + to.x) / 2,
      y: 2 * through.y - (from.y + to.y) / 2,
    };
    return [from, control, to] as const;
  });
}

function dashes({ doubt }: SceneLine): readonly [number, number] | null {
  const dash = lineDash(doubt);
  if (dash === null) return null;
  const [on = 0, off = 0] = dash.dash.split(" ").map(Number);
  return [on < 0.5 ? 0 : on, off];
}

interface Colours {
  readonly paper: string;
  readonly soft: string;
  readonly edge: string;
  readonly kind: (kind: string) => string;
}

/** The colours in force, read from the page's variables. */
function readColours(host: HTMLElement): Colours {
  const style = getComputedStyle(host);
  const read = (name: string) => style.getPropertyValue(`--${name}`).trim() || "#888888";
  return {
    paper: read("paper"),
    soft: read("soft"),
    edge: read("edge"),
    kind: (kind) => read(`kind-${variableName(kind)}`),
  };
}

function hasWebgl(): boolean {
  const probe = document.createElement("canvas").getContext("webgl2");
  probe?.getExtension("WEBGL_lose_context")?.loseContext();
  return probe !== null;
}
