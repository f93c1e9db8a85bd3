import type { Chain } from "@redthread/core/trace";
import type { Selection } from "../interact/view-state.js";
import { callName } from "../panel/link-words.js";
import type { PageScene } from "../scene/page-scene.js";
import { bandView } from "./band-view.js";
import { chainView, eyebrowOf, linksView, nodeView } from "./drawer-views.js";
import { element, find } from "./element.js";

/** What the drawer shows. */
interface DrawerContent {
  readonly selection: Selection | null;
  readonly chain: Chain | null;
  /** Ends between which no chain was found, or null. */
  readonly lost: readonly [number, number] | null;
}

export interface Drawer {
  readonly show: (content: DrawerContent) => void;
  /** Floats over the page while the board is out of sight, as after a click in a list. */
  readonly float: (on: boolean) => void;
}

export interface DrawerDoings {
  /** Steps back: from a selection to the chain, from the chain to the start. */
  readonly back: () => void;
  /** Adds what starts a chain at a node to its view. */
  readonly threadForm: (from: number | null) => HTMLElement;
}

/** The drawer of the page: the chains of the file at first, what is selected afterwards. */
export function createDrawer(root: ParentNode, scene: PageScene, doings: DrawerDoings): Drawer {
  const drawer = find(root, "#drawer", HTMLElement);
  const home = element("div", { class: "home" }, ...drawer.childNodes);
  home.append(doings.threadForm(null));
  const view = element("div", { class: "view", hidden: "" });
  drawer.append(home, view);
  return {
    show: (content) => {
      const parts = contentView(scene, content, doings);
      home.hidden = parts !== null;
      view.hidden = parts === null;
      view.replaceChildren(...(parts ?? []));
      drawer.scrollTop = 0;
    },
    float: (on) => drawer.classList.toggle("floating", on),
  };
}

function contentView(
  scene: PageScene,
  { selection, chain, lost }: DrawerContent,
  doings: DrawerDoings,
): readonly HTMLElement[] | null {
  const backTo =
    selection !== null && chain !== null
      ? "Back to the chain"
      : selection !== null
        ? scene.overview === null
          ? "Close"
          : "All states"
        : "All chains";
  const bar = (eyebrow: string) => topBar(eyebrow, backTo, doings.back);
  if (selection === null && lost !== null)
    return [bar("Chain"), noChain(scene, lost), doings.threadForm(lost[0])];
  if (selection === null) {
    return chain === null ? null : [bar("Chain"), ...chainView(scene, chain)];
  }
  switch (selection.kind) {
    case "node":
      return [
        bar(eyebrowOf(scene, selection.node)),
        ...nodeView(scene, selection.node),
        doings.threadForm(selection.node),
      ];
    case "line":
      return [bar("Link"), ...linksView(scene, scene.lines[selection.line]?.edges ?? [])];
    case "band":
      return [bar("What crosses"), ...bandView(scene, selection.band)];
    case "edge":
      return [bar("Link"), ...linksView(scene, [selection.edge])];
  }
}

function topBar(eyebrow: string, backTo: string, back: () => void): HTMLElement {
  const button = element("button", { type: "button", class: "back" }, backTo);
  button.addEventListener("click", back);
  return element("div", { class: "top-bar" }, element("p", { class: "eyebrow" }, eyebrow), button);
}

function noChain(scene: PageScene, [from, to]: readonly [number, number]): HTMLElement {
  return element(
    "p",
    {},
    `No chain of links leads from ${callName(scene, from)} to ${callName(scene, to)} in these reports.`,
  );
}
