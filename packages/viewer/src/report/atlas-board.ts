import { countWords } from "@redthread/core/trace";
import { pictureWords } from "../panel/case-words.js";
import { bandSummary, bandTitle, flowWord, grainWords } from "../panel/flow-words.js";
import { bandParts } from "../render/band-part.js";
import { type Html, html, trusted } from "../render/html.js";
import { renderPlate } from "../render/overview-part.js";
import { variablePaint } from "../render/paint.js";
import { svg, svgMarkup } from "../render/svg-node.js";
import { isThing } from "../scene/look-up.js";
import { type Band, FLOWS, type Flow, type Overview } from "../scene/overview.js";
import type { Scene } from "../scene/scene.js";
import { renderChains } from "./chains.js";
import { renderBandKey, renderLineKey, shapeIcon } from "./legend.js";
import { renderQuoteText } from "./sources.js";
import { renderTimeline } from "./timeline.js";

type LargeScene = Scene & { readonly overview: Overview };

export const isLargeScene = (scene: Scene): scene is LargeScene => scene.overview !== null;

/** Rows of rankings in the key, and of bands in the drawer. */
const MOST_TOLD = 4;
const MOST_RANKED = 12;

/** The board of a large case: key and filter, the overview at three widths, what crosses most. */
export function renderAtlasBoard(scene: LargeScene): Html {
  return html`<section class="board atlas" id="picture" aria-label="Picture"><aside class="key">${renderKey(scene)}</aside><figure class="plate">${renderPlates(scene)}<figcaption>${renderTimeline(scene)}</figcaption></figure><section class="drawer" id="drawer" aria-label="Evidence">${renderDrawer(scene)}</section></section>`;
}

function renderPlates(scene: LargeScene): Html {
  const { overview } = scene;
  const plates = (["wide", "middle", "phone"] as const).map((name) =>
    renderPlate(overview, overview[name], {
      paint: variablePaint,
      kinds: scene.kinds,
      hrefOf: (state) => `#n${state}`,
      className: `overview ${name}`,
      description: pictureWords(scene),
    }),
  );
  return html`<div class="overviews">${trusted(plates.join(""))}</div>`;
}

/** Roles whose things are no marks, with where they are told instead. */
const ASIDE: Readonly<Record<string, string>> = { goods: ", on bands", place: ", counted" };

function renderKey(scene: LargeScene): Html {
  const { overview, kinds } = scene;
  const shown = kinds.filter((kind) => isThing(kind) && kind.role !== "country");
  const rows = shown.map(
    (kind) =>
      html`<li data-kind="${kind.kind}">${shapeIcon(kind)}<span class="word"><bdi>${kind.plural}</bdi>${ASIDE[kind.role ?? ""] ?? null}</span><span class="count">${kind.count}</span></li>`,
  );
  const { unit } = overview.wide;
  const mark =
    unit === 1
      ? "One mark, one thing, on the ground of its state."
      : `One mark, ${unit} things, on the ground of their state; the figure is exact.`;
  const flows = FLOWS.flatMap((flow) => {
    const count = overview.crossings.filter((one) => one.flow === flow).length;
    return count === 0
      ? []
      : [
          html`<li data-kind="flow:${flow}">${flowIcon(scene, flow, 3)}<span class="word">${flowWord(scene, flow)}${fromWords(overview, flow)}</span><span class="count">${count}</span></li>`,
        ];
  });
  return html`<h2 class="eyebrow">What is shown</h2><ul class="legend">${rows}</ul><p class="left-out soft">${mark} A click hides a kind, a double click shows it alone.</p><h2 class="eyebrow">What crosses</h2><ul class="legend flows">${flows}</ul>${renderWidths(scene)}${renderMoved(scene)}${renderTold(scene)}<details class="reading"><summary class="eyebrow">How to read a link</summary>${renderLineKey()}<h2 class="eyebrow">How sure it is</h2>${renderBandKey(scene)}</details>`;
}

/** From how many sources a kind is drawn, where that is more than two. */
const fromWords = ({ thresholds }: Overview, flow: Flow): Html | null =>
  thresholds[flow] > 2 ? html` <small class="soft">from ${thresholds[flow]} sources</small>` : null;

function flowIcon(scene: Scene, flow: Flow, width: number): Html {
  const points = [
    { x: 1, y: 6 },
    { x: 31, y: 6 },
  ];
  const band = { band: 0, width, points, bridge: false, label: null, ring: null };
  const parts = bandParts(
    { flow },
    band,
    { paint: variablePaint, kinds: scene.kinds },
    { coarse: false },
  ).slice(1);
  const attributes = { class: "flow-icon", width: 32, height: 12, viewBox: "0 0 32 12" };
  return trusted(
    svgMarkup(svg("svg", { ...attributes, "aria-hidden": "true", focusable: "false" }, ...parts)),
  );
}

/** Widths of bands by independent sources, then what a stroke is. */
function renderWidths(scene: LargeScene): Html {
  const from = scene.overview.thresholds.route;
  const steps: readonly (readonly [number, number])[] = [
    [3, from],
    [4.5, Math.ceil(from * 1.45)],
    [6, from * 2],
    [7.6, Math.ceil(from * 2.5)],
  ];
  const rows = steps.map(
    ([width, sources], at) =>
      html`<li>${trusted(`<svg width="32" height="10" viewBox="0 0 32 10" aria-hidden="true" focusable="false"><path d="M1 5H31" stroke="var(--edge)" stroke-width="${width}"/></svg>`)}<span>${at === 0 ? `${sources} independent sources` : at === 3 ? `${sources} and more` : `${sources}`}</span></li>`,
  );
  return html`<ul class="line-key widths">${rows}<li>${trusted('<svg width="32" height="10" viewBox="0 0 32 10" aria-hidden="true" focusable="false"><path d="M2 1v8M6 1v8M10 1v8M14 1v8" stroke="var(--edge)" stroke-width="1.5"/></svg>')}<span>one stroke: a crossing that no band shows, kept in its ground</span></li></ul>`;
}

function renderMoved(scene: LargeScene): Html | null {
  const counts = new Map<number, number>();
  for (const { flow, about } of scene.overview.crossings) {
    if (flow !== "route") continue;
    for (const at of about) counts.set(at, (counts.get(at) ?? 0) + 1);
  }
  return renderRanking(scene, "What is moved", counts);
}

function renderTold(scene: LargeScene): Html | null {
  const counts = new Map<number, number>();
  scene.nodes.forEach(({ acts, kind, documents }, at) => {
    const role = scene.kinds.find((one) => one.kind === kind)?.role;
    if (acts && role !== "body" && documents.length > 1) counts.set(at, documents.length);
  });
  return renderRanking(scene, "Who is told of most", counts);
}

function renderRanking(
  scene: Scene,
  title: string,
  counts: ReadonlyMap<number, number>,
): Html | null {
  const order = [...counts].sort(([a, x], [b, y]) => y - x || a - b).slice(0, MOST_TOLD);
  if (order.length === 0) return null;
  const rows = order.map(
    ([at, count]) =>
      html`<li><a href="#n${at}" data-open-node="${at}"><bdi>${scene.nodes[at]?.name ?? ""}</bdi></a><span class="count">${count}</span></li>`,
  );
  return html`<h2 class="eyebrow">${title}</h2><ul class="publishers">${rows}</ul>`;
}

function renderDrawer(scene: LargeScene): Html {
  const { overview } = scene;
  const [first] = overview.bands;
  const chains = html`<h2 class="eyebrow">Chains over borders</h2>${renderChains(scene)}`;
  if (first === undefined) return chains;
  const rows = overview.bands
    .slice(1, MOST_RANKED)
    .map((band, at) => renderRanked(scene, band, at + 1));
  const banded = new Set(overview.bands.flatMap(({ crossings }) => crossings)).size;
  const rest = overview.crossings.length - banded;
  const more =
    rest === 0
      ? null
      : html`<p class="summary soft">${countWords(rest, "more crossing")} in no band: the strokes of the grounds.</p>`;
  return html`<h2 class="eyebrow">What crosses most</h2>${renderFirst(scene, first)}<ol class="ranking">${rows}</ol>${more}${chains}`;
}

function renderFirst(scene: LargeScene, band: Band): Html {
  const { overview, evidence } = scene;
  const edges = band.crossings.flatMap((at) => overview.crossings[at]?.edges ?? []);
  const best = [...edges].sort(
    (a, b) => (scene.edges[b]?.confidence ?? 0) - (scene.edges[a]?.confidence ?? 0) || a - b,
  );
  const number = best.flatMap((at) => scene.edges[at]?.evidence[0] ?? [])[0];
  const quote = evidence[(number ?? 0) - 1];
  const words = quote === undefined ? null : renderQuoteText(scene, quote);
  const grain = grainWords(band);
  return html`<div class="strongest" data-band="0"><h3 class="drawer-title"><a href="#l${best[0] ?? 0}" data-open-band="0"><bdi>${bandTitle(scene, overview, band)}</bdi></a></h3><p class="summary soft">${bandSummary(scene, overview, band)}. ${grain}</p>${words}</div>`;
}

function renderRanked(scene: LargeScene, band: Band, at: number): Html {
  const { overview } = scene;
  const edge = overview.crossings[band.crossings[0] ?? 0]?.edges[0] ?? 0;
  return html`<li>${flowIcon(scene, band.flow, 4)}<div><a href="#l${edge}" data-open-band="${at}"><bdi>${bandTitle(scene, overview, band)}</bdi></a><p class="soft">${bandSummary(scene, overview, band)}</p></div></li>`;
}
