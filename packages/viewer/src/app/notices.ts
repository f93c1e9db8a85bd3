import { countWords, rangeWords } from "@redthread/core/trace";
import type { ViewState } from "../interact/view-state.js";
import type { VisibleParts } from "../interact/visible-parts.js";
import { bandTitle, flowWord } from "../panel/flow-words.js";
import { callName } from "../panel/link-words.js";
import { isDrawn, styleOf } from "../scene/look-up.js";
import { FLOWS } from "../scene/overview.js";
import type { PageScene } from "../scene/page-scene.js";
import { element, find } from "./element.js";

/** What a state is, for the live region and for print. */
export interface StateWords {
  /** One sentence on what was just chosen. */
  readonly now: string;
  /** The filter in force, or empty. */
  readonly filter: string;
}

export interface Notices {
  readonly say: (words: StateWords | string) => void;
}

/** A live region for what happens, a line under the picture for the filter, a note for what is missing. */
export function createNotices(root: ParentNode, missing: readonly string[]): Notices {
  const live = element("div", { class: "live-region", role: "status", "aria-live": "polite" });
  const filter = element("p", { class: "filter-note soft", hidden: "" });
  find(root, "figcaption", HTMLElement).prepend(filter);
  find(root, "body", HTMLElement).append(live);
  if (missing.length > 0) {
    const names = missing.slice(0, 3).map((id) => `“${id.slice(0, 80)}”`);
    find(root, "#drawer", HTMLElement).before(
      element(
        "p",
        { class: "notice", role: "status" },
        `The address names ${names.join(", ")}, which this report does not hold. Search for the name above.`,
      ),
    );
  }
  return {
    say: (words) => {
      const now = typeof words === "string" ? words : words.now;
      if (live.textContent !== now) live.textContent = now;
      if (typeof words === "string") return;
      filter.textContent = words.filter;
      filter.hidden = words.filter === "";
    },
  };
}

/** A state in words. */
export function describeState(scene: PageScene, state: ViewState, parts: VisibleParts): StateWords {
  const shown = scene.nodes.filter((node, at) => isDrawn(node) && parts.nodes[at] === true).length;
  const hidden = [...state.hidden].map((kind) => wordOf(scene, kind).toLowerCase()).sort();
  const filters = [
    ...(hidden.length > 0 ? [`Hidden: ${hidden.join(", ")}.`] : []),
    ...(state.months === null ? [] : [`Only operations of ${rangeWords(...state.months)}.`]),
  ];
  return { now: nowWords(scene, state, shown), filter: filters.join(" ") };
}

/** A kind of things or of crossings by its name. */
function wordOf(scene: PageScene, kind: string): string {
  const flow = FLOWS.find((one) => kind === `flow:${one}`);
  return flow === undefined ? styleOf(scene, kind).plural : flowWord(scene, flow);
}

function nowWords(scene: PageScene, { selection, chain }: ViewState, shown: number): string {
  if (selection?.kind === "node") {
    const node = scene.nodes[selection.node];
    return `${node?.name ?? ""}, ${styleOf(scene, node?.kind ?? "").word}, ${countWords(node?.degree ?? 0, "line")}`;
  }
  if (selection?.kind === "band") {
    const band = scene.overview?.bands[selection.band];
    if (scene.overview !== null && band !== undefined)
      return bandTitle(scene, scene.overview, band);
  }
  if (selection !== null) return "Link opened";
  if (chain !== null) {
    return `Chain from ${callName(scene, chain[0])} to ${callName(scene, chain[1])}`;
  }
  return `${countWords(shown, "thing")} shown`;
}
