import { bandSummary, bandTitle, crossingTitle, grainWords } from "../panel/flow-words.js";
import type { PageScene } from "../scene/page-scene.js";
import { element, name } from "./element.js";
import { edgeView } from "./evidence-view.js";

/** Crossings of a band shown before the reader asks for the rest. */
const FIRST = 8;

/** A band of the overview: what it is, and each crossing in it with its sentences. */
export function bandView(scene: PageScene, at: number): readonly HTMLElement[] {
  const { overview } = scene;
  const band = overview?.bands[at];
  if (overview === null || band === undefined) return [];
  const title = element("h2", { class: "title", tabindex: "-1" });
  title.append(name(bandTitle(scene, overview, band)));
  const summary = `${bandSummary(scene, overview, band)}. ${grainWords(band)}`;
  const crossings = band.crossings.map((one) => crossingPart(scene, one));
  const rest = crossings.slice(FIRST);
  const more =
    rest.length === 0
      ? []
      : [
          element(
            "details",
            { class: "more" },
            element("summary", {}, `${rest.length} more`),
            ...rest,
          ),
        ];
  return [
    title,
    element("p", { class: "summary soft" }, summary),
    ...crossings.slice(0, FIRST),
    ...more,
  ];
}

function crossingPart(scene: PageScene, at: number): HTMLElement {
  const crossing = scene.overview?.crossings[at];
  if (crossing === undefined) return element("div");
  return element(
    "section",
    { class: "crossing" },
    element("h3", {}, name(crossingTitle(scene, crossing))),
    ...crossing.edges.slice(0, 4).map((edge) => edgeView(scene, edge, true, 1)),
  );
}
