import { type Chain, countWords } from "@redthread/core/trace";
import { chainSummary, chainTitle } from "../panel/chain-words.js";
import { bandNote, callName } from "../panel/link-words.js";
import { edgesOfNode } from "../panel/node-words.js";
import { isThing, styleOf } from "../scene/look-up.js";
import type { PageScene } from "../scene/page-scene.js";
import { capitalised } from "../scene/wording.js";
import { element, name } from "./element.js";
import { edgeView, nodeButton } from "./evidence-view.js";
import { findWritten } from "./folded-parts.js";

/** A chain: its ends, and each hop with its number, its sentence and its quotes. */
export function chainView(scene: PageScene, chain: Chain): readonly HTMLElement[] {
  const steps = chain.hops.map(({ link, forward }, at) => {
    const body = edgeView(scene, link, forward, 1);
    if (at === chain.weakest && chain.hops.length > 1) {
      body.append(element("p", { class: "worth weakest" }, "The weakest link of this chain."));
    }
    return element(
      "li",
      { class: "step" },
      element("span", { class: "stop-number" }, String(at + 1)),
      body,
    );
  });
  return [
    element("h2", { class: "title", tabindex: "-1" }, name(chainTitle(scene, chain))),
    element("p", { class: "summary soft" }, chainSummary(scene, chain)),
    element("ol", { class: "steps" }, ...steps),
    bandLine(
      scene,
      chain.hops.map(({ link }) => link),
    ),
  ];
}

/** A thing: its other names, what is known of it, its links with quotes, the sentences that name it. */
export function nodeView(scene: PageScene, at: number): readonly HTMLElement[] {
  const node = scene.nodes[at];
  if (node === undefined) return [];
  const edges = edgesOfNode(scene, at);
  const views: HTMLElement[] = [
    element(
      "h2",
      { class: "title", tabindex: "-1" },
      name(capitalised(callName(scene, at).replace(/^the /, ""))),
    ),
  ];
  const facts = node.facts.map(([word, value]) =>
    element("p", { class: "fact soft" }, `${word}: `, name(value)),
  );
  if (node.aliases.length > 0) {
    facts.unshift(element("p", { class: "fact soft" }, "also ", name(node.aliases.join(", "))));
  }
  views.push(...facts, ...writtenFacts(scene, at), groundMembers(scene, at));
  views.push(
    element(
      "p",
      { class: "summary soft" },
      `${countWords(edges.length, "link")} in ${countWords(node.documents.length, "report")}`,
    ),
  );
  return [
    ...views,
    ...edges.map((edge) => edgeView(scene, edge, scene.edges[edge]?.from === at, 1)),
    bandLine(scene, edges),
  ];
}

/** The facts of a thing of a large case as its list tells them. */
function writtenFacts({ overview }: PageScene, at: number): readonly HTMLElement[] {
  const written =
    overview === null ? null : findWritten(document, `n${at}`)?.querySelector(".facts");
  const text = written?.textContent ?? "";
  return text === "" ? [] : [element("p", { class: "fact soft" }, text)];
}

/** What `likely` and its like were worth, under the links that are called so. */
const bandLine = (scene: PageScene, edges: readonly number[]): HTMLElement =>
  element("p", { class: "summary soft" }, bandNote(scene, edges));

/** Who stands on the ground that a state is, as names. */
function groundMembers(scene: PageScene, at: number): HTMLElement {
  const members = membersOf(scene, at);
  if (scene.overview !== null) return memberLists(scene, members);
  if (members.length === 0) return element("p", { hidden: "" });
  const names = members.flatMap((member, nth) => [
    nth === 0 ? "" : ", ",
    nodeButton(scene, member),
  ]);
  return element("p", { class: "fact soft" }, "On its ground: ", ...names);
}

/** What stands on a state of a large case, a list a kind. */
function memberLists(scene: PageScene, members: readonly number[]): HTMLElement {
  const lists = scene.kinds.flatMap(({ kind, plural }) => {
    const own = members.filter((at) => scene.nodes[at]?.kind === kind);
    if (own.length === 0) return [];
    const rows = own.map((member) => element("li", {}, nodeButton(scene, member)));
    return [
      element("h3", { class: "eyebrow" }, `${plural} ${own.length}`),
      element("ul", { class: "members" }, ...rows),
    ];
  });
  return element("div", {}, ...lists);
}

/** Those who stand on a state, on the picture or, of a large case, in all. */
function membersOf(scene: PageScene, at: number): readonly number[] {
  if (scene.overview === null) return scene.grounds[scene.nodes[at]?.isGround ?? -1]?.members ?? [];
  return scene.nodes.flatMap((node, member) =>
    node.homes[0] === at && isThing(node) && node.isState === null ? [member] : [],
  );
}

/** All links between the two ends of a line. */
export function linksView(scene: PageScene, edges: readonly number[]): readonly HTMLElement[] {
  const first = scene.edges[edges[0] ?? -1];
  if (first === undefined) return [];
  const ends = `${capitalised(callName(scene, first.from))} and ${callName(scene, first.to)}`;
  const count =
    edges.length === 1
      ? []
      : [element("p", { class: "summary soft" }, countWords(edges.length, "link"))];
  return [
    element("h2", { class: "title", tabindex: "-1" }, name(ends)),
    ...count,
    ...edges.map((edge) => edgeView(scene, edge, true, 4)),
    bandLine(scene, edges),
  ];
}

/** The word over a view: what it shows. */
export function eyebrowOf(scene: PageScene, node: number): string {
  return capitalised(styleOf(scene, scene.nodes[node]?.kind ?? "").word);
}
