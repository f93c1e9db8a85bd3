import { createNameSearch } from "../interact/name-search.js";
import type { Selection, ViewState } from "../interact/view-state.js";
import { callName } from "../panel/link-words.js";
import type { PageScene } from "../scene/page-scene.js";
import { keepAddress } from "./address.js";
import { createAtlas, focusFor } from "./atlas.js";
import { type Board, createBoard } from "./board.js";
import { createDrawer } from "./drawer.js";
import { find } from "./element.js";
import { foldParts } from "./folded-parts.js";
import { listenToKeys, listenToStage } from "./keys.js";
import { createLegendFilter } from "./legend-filter.js";
import { listenToLists } from "./lists.js";
import { createMonthsFilter } from "./months-filter.js";
import { createNamePicker } from "./name-picker.js";
import { createNotices, describeState } from "./notices.js";
import { createStore, type Store } from "./store.js";
import { createThreadForm } from "./thread-form.js";

/** Mounts picture, drawer, search, filters, lists and keys on a page and keeps them in step. */
export function createViewer(
  root: Document,
  scene: PageScene,
  start: ViewState,
  missing: readonly string[],
): void {
  foldParts(root, scene);
  const store = createStore(start);
  const search = createNameSearch(scene);
  const notices = createNotices(root, missing);
  const select = (selection: Selection | null) => {
    if (scene.overview === null) return store.set({ selection });
    const focus = focusFor(scene, board.view().seen, store.state, selection);
    const unfolded = focus === store.state.focus ? store.state.unfolded : 0;
    store.set({ selection, focus, unfolded });
  };
  const follow = (from: number, to: number) =>
    store.set({ chain: [from, to], selection: null, focus: null, unfolded: 0 });
  const listen = (stage: HTMLElement) =>
    listenToStage(stage, {
      walk: (heading) => {
        const next = board.walk(heading);
        if (next !== null) notices.say(callName(scene, next));
      },
      open: () => {
        const node = board.pointed();
        if (node !== null) select({ kind: "node", node });
      },
      zoom: (factor) => board.zoom(factor),
    });
  const board: Board =
    scene.overview === null
      ? createBoard(root, scene, store, select)
      : createAtlas(root, scene, store, select, listen);
  if (scene.overview === null) listen(board.stage);
  const drawer = createDrawer(root, scene, {
    back: () => leave(store),
    threadForm: (from) => createThreadForm(scene, search, from, follow),
  });
  const showDrawer = () => {
    const { selection, chain } = store.state;
    const found = board.view().chain;
    drawer.show({ selection, chain: found, lost: found === null ? chain : null });
  };
  store.listen((state, before) => {
    board.draw();
    if (state.selection !== before.selection || state.chain !== before.chain) showDrawer();
    if (state.selection === null) drawer.float(false);
    notices.say(describeState(scene, state, board.view().parts));
  });
  listenToLists(root, {
    select: (selection) => {
      select(selection);
      drawer.float(!isSeen(find(root, "#drawer", HTMLElement)));
    },
    follow: (at) => {
      const stops = scene.chains[at]?.stops ?? [];
      follow(stops[0] ?? 0, stops.at(-1) ?? 0);
    },
  });
  createLegendFilter(root, store);
  createMonthsFilter(root, scene, store);
  const input = enableSearch(root);
  createNamePicker(input, scene, search, "found-names", (node) => {
    input.value = "";
    select({ kind: "node", node });
  });
  listenToKeys(root, { search: () => input.focus(), leave: () => leave(store) });
  keepAddress(root, scene, store);
  board.draw();
  showDrawer();
  notices.say(describeState(scene, store.state, board.view().parts));
}

/** One step back: from a selection to what is open, from there to the chain, from the chain to the start. */
function leave(store: Store): void {
  const { selection, focus } = store.state;
  const isOpened = selection?.kind === "node" && selection.node === focus;
  if (selection !== null)
    store.set(isOpened ? { selection: null, focus: null, unfolded: 0 } : { selection: null });
  else store.set(focus !== null ? { focus: null, unfolded: 0 } : { chain: null });
}

function enableSearch(root: ParentNode): HTMLInputElement {
  const form = find(root, "form.find", HTMLFormElement);
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  return find(form, "input", HTMLInputElement);
}

/** True where enough of an element is in the window to be read. */
function isSeen(element: HTMLElement): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 160 && top < innerHeight - 160;
}
