import { type Camera, wholeView } from "../interact/camera.js";
import type { Selection, ViewState } from "../interact/view-state.js";
import { visibleParts } from "../interact/visible-parts.js";
import { placeChainScene } from "../layout/place-chain-scene.js";
import { placeFocusScene } from "../layout/place-focus-scene.js";
import { variablePaint } from "../render/paint.js";
import { pictureNode } from "../render/picture-node.js";
import { FLOWS } from "../scene/overview.js";
import type { PageScene } from "../scene/page-scene.js";
import { type Board, createBoard } from "./board.js";
import { element, find, svgDom } from "./element.js";
import { writtenQuote } from "./handle.js";
import type { PictureView } from "./picture.js";
import type { Store } from "./store.js";
import { chainBetween } from "./view.js";

/** A picture of part of a large case, laid over its overview. */
interface OpenView {
  readonly key: string;
  readonly scene: PageScene;
  readonly board: Board;
}

/**
 * The three distances of a large case: the overview, which the page holds; a focus or a chain, which
 * is laid out when it is asked for. What is followed or selected is always placed in one of them.
 */
export function createAtlas(
  root: Document,
  scene: PageScene,
  store: Store,
  select: (selection: Selection | null) => void,
  opened: (stage: HTMLElement) => void,
): Board {
  const host = find(root, ".overviews", HTMLElement);
  host.tabIndex = 0;
  listenToOverview(host, scene, select);
  const quoteOf = (number: number): string =>
    scene.evidence[number - 1]?.quote ?? writtenQuote(root, number);
  let view: OpenView | null = null;
  const open = (key: string, placed: PageScene) => {
    const stage = element("div", { class: "stage" });
    stage.append(svgDom(pictureNode(placed, { paint: variablePaint, hits: true })));
    host.after(stage);
    listenToHandles(stage, placed, store);
    const board = createBoard(root, placed, store, select);
    view = { key, scene: placed, board };
    opened(stage);
    // A chain is chosen at the foot of a drawer: what it opens is above.
    if (stage.getBoundingClientRect().top < 0) find(root, "#picture", HTMLElement).scrollIntoView();
  };
  const close = () => {
    view?.board.remove();
    view?.board.stage.remove();
    view = null;
  };
  const sync = () => {
    const wanted = wantedView(scene, store.state, quoteOf);
    if (wanted?.key === view?.key) return;
    close();
    host.hidden = wanted !== null;
    if (wanted !== null) open(wanted.key, wanted.layOut());
  };
  const draw = () => {
    sync();
    if (view !== null) view.board.draw();
    else showOverview(host, store.state);
  };
  const camera: Camera = wholeView(scene);
  return {
    get stage() {
      return view?.board.stage ?? host;
    },
    view: () => view?.board.view() ?? overviewView(scene, store.state, camera),
    draw,
    walk: (heading) => view?.board.walk(heading) ?? null,
    pointed: () => view?.board.pointed() ?? null,
    zoom: (factor) => view?.board.zoom(factor),
    remove: close,
  };
}

/** The handle of the opened state brings more of it; that of another state opens it. */
function listenToHandles(stage: HTMLElement, { grounds }: PageScene, store: Store): void {
  stage.addEventListener(
    "click",
    (event) => {
      const made = event.target instanceof Element ? event.target.closest("[data-more]") : null;
      const more = made instanceof SVGElement ? Number(made.dataset["more"]) : -1;
      const { focus, unfolded } = store.state;
      if (focus === null || grounds[more]?.node !== focus) return;
      event.stopPropagation();
      store.set({ unfolded: unfolded + 1 });
    },
    { capture: true },
  );
}

/** Which distance a state asks for, and how it is laid out; null for the overview. */
function wantedView(
  scene: PageScene,
  { focus, chain, unfolded }: ViewState,
  quoteOf: (number: number) => string,
): { readonly key: string; readonly layOut: () => PageScene } | null {
  if (focus !== null) {
    const layOut = () => placeFocusScene(scene, focus, unfolded);
    return { key: `focus ${focus} ${unfolded}`, layOut };
  }
  const found = chain === null ? null : chainBetween(scene, chain);
  if (found === null) return null;
  const key = `chain ${found.stops.join(" ")}`;
  return { key, layOut: () => placeChainScene(scene, found, quoteOf) };
}

/**
 * Around what a selection is shown: what is open already where it is on that picture, else the thing
 * itself; a state opens its own ground.
 */
export function focusFor(
  scene: PageScene,
  seen: PageScene | null,
  state: ViewState,
  selection: Selection | null,
): number | null {
  if (selection?.kind === "node") {
    const { node } = selection;
    if (scene.nodes[node]?.isState !== null) return node;
    return (seen?.nodes[node]?.at ?? null) === null ? node : state.focus;
  }
  if (selection?.kind === "edge") {
    const { from = -1, to = -1 } = scene.edges[selection.edge] ?? {};
    const isSeen = [from, to].every((end) => {
      const node = seen?.nodes[end];
      return (node?.at ?? node?.isGround ?? null) !== null;
    });
    return isSeen ? state.focus : from;
  }
  return selection?.kind === "band" ? null : state.focus;
}

function overviewView(scene: PageScene, state: ViewState, camera: Camera): PictureView {
  const chain = state.chain === null ? null : chainBetween(scene, state.chain);
  const parts = visibleParts(scene, state, new Set());
  const focus = { nodes: [], edges: [] };
  return { camera, seen: scene, parts, chain, focus, pointed: null };
}

function listenToOverview(
  host: HTMLElement,
  scene: PageScene,
  select: (selection: Selection | null) => void,
): void {
  host.addEventListener("click", (event) => {
    const { target } = event;
    if (!(target instanceof Element)) return;
    const made = target.closest("[data-state],[data-band],[data-region]");
    if (!(made instanceof SVGElement)) return;
    event.preventDefault();
    const { state, band, region } = made.dataset;
    if (band !== undefined) select({ kind: "band", band: Number(band) });
    else if (state !== undefined) select({ kind: "node", node: Number(state) });
    else if (region !== undefined) {
      const first = firstState(scene, Number(region));
      if (first !== null) select({ kind: "node", node: first });
    }
  });
}

/** The state of a region that most is told of, by the index of the region's ground on a phone. */
function firstState({ overview, nodes }: PageScene, region: number): number | null {
  const name = overview?.regionNames[region];
  const states = overview?.places.find((one) => one.name === name)?.states.map(([at]) => at) ?? [];
  const held = (state: number) => nodes.filter(({ homes }) => homes[0] === state).length;
  return states.reduce<number | null>(
    (best, state) => (best === null || held(state) > held(best) ? state : best),
    null,
  );
}

/** Hides kinds and brings out the band that is chosen. */
function showOverview(host: HTMLElement, { hidden, selection }: ViewState): void {
  for (const made of host.querySelectorAll<SVGElement>("[data-kind],[data-flow]")) {
    const { kind, flow } = made.dataset;
    const isHidden =
      (kind !== undefined && hidden.has(kind)) ||
      (flow !== undefined && FLOWS.some((one) => one === flow) && hidden.has(`flow:${flow}`));
    made.style.display = isHidden ? "none" : "";
  }
  const chosen = selection?.kind === "band" ? String(selection.band) : null;
  host.classList.toggle("hushed", chosen !== null);
  for (const made of host.querySelectorAll<SVGElement>(".band")) {
    made.classList.toggle("chosen", made.dataset["band"] === chosen);
  }
}
