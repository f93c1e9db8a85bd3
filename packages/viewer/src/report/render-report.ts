import { compareText } from "@redthread/core/text";
import { allBands, confidenceWords } from "@redthread/core/trace";
import { pictureWords, standfirst } from "../panel/case-words.js";
import { escapeJson } from "../render/escape.js";
import { type Html, html, trusted } from "../render/html.js";
import { variablePaint } from "../render/paint.js";
import { renderSvg } from "../render/render-svg.js";
import { writePageData } from "../scene/page-data.js";
import type { Scene } from "../scene/scene.js";
import { isLargeScene, renderAtlasBoard } from "./atlas-board.js";
import { renderChains } from "./chains.js";
import { policyHash } from "./content-hash.js";
import { renderBandKey, renderLegend, renderLineKey } from "./legend.js";
import { renderEntities, renderLinks } from "./lists.js";
import { pageStyle } from "./page-style.js";
import { renderSources } from "./sources.js";
import { renderTimeline } from "./timeline.js";

export interface ReportInput {
  readonly scene: Scene;
  readonly title: string;
  /** The viewer's script (`@redthread/viewer/app.js`); without it the page is picture, lists and quotes. */
  readonly appScript?: string;
  /** Line under the title; counts and span where absent. */
  readonly standfirst?: string;
  /** Paragraphs on how the graph was made, for the end of the page. */
  readonly method?: readonly string[];
}

const methodOf = ({ schema }: Pick<Scene, "schema">): readonly string[] => [
  "Every link is numbered with the sentences it was read from, the one that names both ends first where there is one; the names are marked. Where a link is marked “inferred”, no single one of its sentences says it: all of them together do.",
  `Sources count as independent where their wording is; a report that copies another adds none. A band tells how sure the reading is: ${bandWords(schema)}.`,
  "Links that somebody plans or alleges are marked as such. Who denies a link is named beside it, and a denial is never counted as its proof. Names that could not be told to be one are kept apart. A graph can hold mistakes of reading: check the quote before you print a claim.",
];

/** `confirmed (right 192 of 196 on own reports) from .85, …, candidate (…) below`. */
const bandWords = (schema: Scene["schema"]): string =>
  allBands(schema)
    .map(
      ({ from, inWords }) => `${inWords} ${from === 0 ? "below" : `from ${confidenceWords(from)}`}`,
    )
    .join(", ");

/**
 * The report as one HTML file: picture, key, chains, lists and numbered quotes that need no script,
 * no network and no other file. The same input gives the same bytes.
 */
export function renderReport(input: ReportInput): string {
  const { scene, title } = input;
  const style = pageStyle(scene.kinds, isLargeScene(scene));
  const script = inlineScript(input.appScript ?? "");
  const policy = [
    "default-src 'none'",
    `script-src ${script === "" ? "'none'" : policyHash(script)}`,
    `style-src ${policyHash(style)}`,
    "img-src data: blob:",
    "worker-src blob:",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const data =
    script === "" ? trusted("") : trusted(`${dataBlock(scene)}<script>${script}</script>`);
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${trusted(policy.replaceAll('"', "&quot;"))}"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><title>${title}</title><style>${trusted(style)}</style></head>
<body><div class="front">${renderHead(input)}${renderBoard(scene)}</div><main>${renderParts(input)}</main>${renderColophon(scene)}${data}</body></html>
`.markup;
}

function dataBlock(scene: Scene): string {
  const { text, isDeflated } = writePageData(scene);
  return isDeflated
    ? `<script type="text/plain" id="scene">${text}</script>`
    : `<script type="application/json" id="scene">${escapeJson(JSON.parse(text))}</script>`;
}

/** A script that may stand inside a script element: nothing in it closes or reopens one. */
function inlineScript(script: string): string {
  return script.replace(/<(?=\/script|script|!--)/gi, "\\x3C");
}

function renderHead({ scene, title, standfirst: line }: ReportInput): Html {
  return html`<a class="skip" href="#list">Skip the picture</a><header class="masthead"><div class="titles"><h1><bdi>${title}</bdi></h1><p class="standfirst">${line ?? standfirst(scene)}</p></div><form class="find" role="search" hidden><input type="search" name="find" placeholder="Find a name, alias or spelling  /" aria-label="Find a name, alias or spelling" autocomplete="off" spellcheck="false"></form><nav class="parts" aria-label="Parts of this report"><a href="#picture" aria-current="true">Picture</a><a href="#list">List</a><a href="#links">Links</a><a href="#sources">Sources</a><a href="#method">Method</a></nav></header>`;
}

function renderBoard(scene: Scene): Html {
  if (isLargeScene(scene)) return renderAtlasBoard(scene);
  const svg = renderSvg(scene, {
    paint: variablePaint,
    description: pictureWords(scene),
    hits: true,
    phone: true,
    hrefOf: (what, at) => hrefOf(scene, what, at),
  });
  const publishers = new Map<string, number>();
  for (const { publisher } of scene.documents) {
    const name = publisher ?? "unnamed source";
    publishers.set(name, (publishers.get(name) ?? 0) + 1);
  }
  const rows = [...publishers]
    .sort(([a, x], [b, y]) => y - x || compareText(a, b))
    .map(([name, count]) => html`<li><bdi>${name}</bdi><span class="count">${count}</span></li>`);
  return html`<section class="board" id="picture" aria-label="Picture"><aside class="key"><h2 class="eyebrow">What is shown</h2>${renderLegend(scene)}<h2 class="eyebrow">How to read a link</h2>${renderLineKey()}<h2 class="eyebrow">How sure it is</h2>${renderBandKey(scene)}<h2 class="eyebrow">Sources</h2><ul class="publishers">${rows}</ul></aside><figure class="plate"><div class="stage">${trusted(svg)}</div><figcaption>${renderTimeline(scene)}</figcaption></figure><section class="drawer" id="drawer" aria-label="Evidence"><h2 class="eyebrow">Chains over borders</h2>${renderChains(scene)}</section></section>`;
}

/** Where a click leads without a script: a link to its row, a node and a ground to their entry. */
function hrefOf(scene: Scene, what: "node" | "line" | "ground", at: number): string | null {
  if (what === "node") return `#n${at}`;
  if (what === "line") return `#l${scene.lines[at]?.edges[0] ?? 0}`;
  const node = scene.grounds[at]?.node ?? null;
  return node === null ? null : `#n${node}`;
}

function renderParts({ scene, method }: ReportInput): Html {
  const paragraphs = (method ?? methodOf(scene)).map((text) => html`<p>${text}</p>`);
  return html`<section class="part" id="list"><h2>List</h2><p class="lead">All that the reports name, with every link. A number leads to the sentence that proves it.</p>${renderEntities(scene)}</section><section class="part" id="links"><h2>Links</h2><p class="lead">Every link once, with what it is worth.</p>${renderLinks(scene)}</section><section class="part" id="sources"><h2>Sources</h2><p class="lead">The sentences behind picture and lists, in the order of the reports. Names are marked where they stand.</p>${renderSources(scene)}</section><section class="part" id="method"><h2>Method</h2><div class="method">${paragraphs}</div></section>`;
}

function renderColophon({ counts }: Scene): Html {
  return html`<footer class="colophon">Made with Redthread from ${counts.reports} reports. This file asks the network for nothing.</footer>`;
}
