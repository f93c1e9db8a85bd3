import { compareText } from "@redthread/core/text";
import { countWords, marksInWords, strengthInWords } from "@redthread/core/trace";
import { callName, linkWords } from "../panel/link-words.js";
import { type Html, html } from "../render/html.js";
import { isMention, styleOf } from "../scene/look-up.js";
import type { Scene, SceneEdge, SceneNode } from "../scene/scene.js";
import { capitalised } from "../scene/wording.js";
import { shapeIcon } from "./legend.js";

/** Footnote numbers as links to the numbered quotes. */
function footnotes(numbers: readonly number[]): Html {
  if (numbers.length === 0) return html`<span class="none">no quote</span>`;
  return html`${numbers.map((number) => html` <a href="#e${number}">[${number}]</a>`)}`;
}

/** The numbers of what proves a link, and apart from them those of what denies it. */
export function proofNotes({ evidence, against }: SceneEdge): Html {
  if (against.length === 0) return footnotes(evidence);
  return html`${footnotes(evidence)} <span class="denied">denied in${footnotes(against)}</span>`;
}

/** Every entity by kind with its other names, facts and links. */
export function renderEntities(scene: Scene): Html {
  const kinds = scene.kinds.filter(({ kind }) => kind !== "Document");
  const edgesOf = edgesByNode(scene);
  const groups = kinds.map(({ kind, plural }) => {
    const members = scene.nodes
      .map((node, at) => ({ node, at }))
      .filter(({ node }) => node.kind === kind)
      .sort((a, b) => compareNames(a.node, b.node));
    const entries = members.map(({ node, at }) => renderEntity(scene, node, at, edgesOf[at] ?? []));
    return html`<details class="group" open><summary><h3>${scene.overview === null ? null : shapeIcon(styleOf(scene, kind))}<bdi>${plural}</bdi> <span class="count">${members.length}</span></h3></summary><div class="entities">${entries}</div></details>`;
  });
  return html`${groups}`;
}

function compareNames(a: SceneNode, b: SceneNode): number {
  const one = a.months?.[0] ?? a.name.toLowerCase();
  const two = b.months?.[0] ?? b.name.toLowerCase();
  return compareText(one, two) || compareText(a.id, b.id);
}

function edgesByNode({ nodes, edges }: Scene): readonly (readonly number[])[] {
  const lists: number[][] = nodes.map(() => []);
  edges.forEach((edge, at) => {
    if (isMention({ nodes }, edge)) return;
    const { from, to } = edge;
    lists[from]?.push(at);
    if (to !== from) lists[to]?.push(at);
  });
  return lists;
}

function renderEntity(scene: Scene, node: SceneNode, at: number, edges: readonly number[]): Html {
  const aliases =
    node.aliases.length === 0
      ? null
      : html`<p class="aliases">also ${node.aliases.map((alias, nth) => html`${nth === 0 ? "" : ", "}<bdi>${alias}</bdi>`)}</p>`;
  const facts =
    node.facts.length === 0
      ? null
      : html`<p class="facts">${node.facts.map(([word, value], nth) => html`${nth === 0 ? "" : " · "}${word}: <bdi>${value}</bdi>`)}</p>`;
  const rows =
    scene.overview === null ? renderEnds(scene, edges, at) : renderOwnEnds(scene, edges, at);
  const isLarge = scene.overview !== null;
  // The heading of a large group shows the shape once, and its links tell the sentences they rest on.
  const told = isLarge ? ownNotes(scene, edges, at) : new Set<number>();
  const named = node.mentions.filter((number) => !told.has(number));
  const mentions =
    named.length === 0 ? null : html`<p class="mentions">named in${footnotes(named)}</p>`;
  const icon = isLarge ? null : shapeIcon(styleOf(scene, node.kind));
  return html`<article class="entity" id="n${at}" data-node="${at}"><h4>${icon}<bdi>${entryName(scene, at)}</bdi></h4>${aliases}${facts}${rows}${mentions}</article>`;
}

/** Footnotes of the links that start at a thing. */
const ownNotes = (scene: Scene, edges: readonly number[], at: number): ReadonlySet<number> =>
  new Set(
    edges.flatMap((edge) => {
      const { from, evidence = [] } = scene.edges[edge] ?? {};
      return from === at ? evidence : [];
    }),
  );

const renderEnds = (scene: Scene, edges: readonly number[], at: number): Html =>
  html`<ul>${edges.map((edge) => renderEnd(scene, edge, at))}</ul>`;

/**
 * The links of an entry of a large case: those that start at it with all they are worth, the others by
 * the names of where they start. Each link stands once, so that the page can be sent.
 */
function renderOwnEnds(scene: Scene, edges: readonly number[], at: number): Html {
  const own = edges.filter((edge) => scene.edges[edge]?.from === at);
  const others = edges.filter((edge) => scene.edges[edge]?.from !== at);
  const rows = own.map((edge) => renderOwnEnd(scene, edge));
  const back =
    others.length === 0
      ? null
      : html`<p class="back-links">linked from${others.map((edge, nth) => html`${nth === 0 ? " " : ", "}<a href="#l${edge}">${callName(scene, scene.edges[edge]?.from ?? 0)}</a>`)}</p>`;
  return html`${own.length === 0 ? null : html`<ul>${rows}</ul>`}${back}`;
}

function renderOwnEnd(scene: Scene, at: number): Html | null {
  const edge = scene.edges[at];
  if (edge === undefined) return null;
  const words = linkWords(scene, edge, true);
  const detail = words.detail === null ? null : html` (${words.detail})`;
  return html`<li id="l${at}">${words.verb} <a href="#n${words.to}">${callName(scene, words.to)}</a>${detail} <i>${strengthInWords(edge)}</i>${proofNotes(edge)}</li>`;
}

/** The name at the head of an entry: an operation as one would call it, without its article. */
function entryName(scene: Scene, at: number): string {
  return capitalised(callName(scene, at).replace(/^the /, ""));
}

function renderEnd(scene: Scene, at: number, node: number): Html | null {
  const edge = scene.edges[at];
  if (edge === undefined) return null;
  const words = linkWords(scene, edge, edge.from === node);
  const marks = marksInWords(edge);
  const doubt = marks === "" ? null : html` <em>${marks}</em>`;
  const detail = words.detail === null ? null : html` (${words.detail})`;
  return html`<li>${words.verb} <a href="#n${words.to}" dir="auto">${callName(scene, words.to)}</a>${detail}${doubt}${proofNotes(edge)}</li>`;
}

/** Every link as a row with its worth and footnotes; of a large case the list holds them. */
export function renderLinks(scene: Scene): Html {
  if (scene.overview !== null)
    return html`<p>${countWords(scene.counts.edges, "link")}: each stands in the <a href="#list">list</a> under the name that it starts from.</p>`;
  const rows = scene.edges.map((edge, at) => {
    if (isMention(scene, edge)) return null;
    const words = linkWords(scene, edge, true);
    return html`<tr id="l${at}" data-edge="${at}"><td><a href="#n${edge.from}" dir="auto">${callName(scene, edge.from)}</a></td><td>${words.verb}${words.detail === null ? null : html` <span class="detail">(${words.detail})</span>`} <small>${edge.type}</small></td><td><a href="#n${edge.to}" dir="auto">${callName(scene, edge.to)}</a></td><td class="worth">${strengthInWords(edge)}</td><td>${proofNotes(edge)}</td></tr>`;
  });
  return html`<div class="table"><table><caption>${countWords(scene.counts.edges, "link")}</caption><thead><tr><th scope="col">From</th><th scope="col">Link</th><th scope="col">To</th><th scope="col">Worth</th><th scope="col">Quotes</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}
