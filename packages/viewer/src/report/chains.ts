import { type Chain, strengthInWords } from "@redthread/core/trace";
import { chainSummary, chainTitle } from "../panel/chain-words.js";
import { callName, linkWords } from "../panel/link-words.js";
import { type Html, html } from "../render/html.js";
import type { Scene } from "../scene/scene.js";
import { capitalised } from "../scene/wording.js";
import { proofNotes } from "./lists.js";

/** The chains worth following, closed but for the one that is drawn; they work without a script. */
export function renderChains(scene: Scene): Html {
  if (scene.chains.length === 0)
    return html`<p class="soft">No chain of links crosses a border here.</p>`;
  return html`${scene.chains.map((chain, at) => renderChain(scene, chain, at))}`;
}

function renderChain(scene: Scene, chain: Chain, at: number): Html {
  const open = scene.open === at ? html` open` : null;
  const steps = chain.hops.map(({ link, forward }, nth) => {
    const edge = scene.edges[link];
    if (edge === undefined) return null;
    const words = linkWords(scene, edge, forward);
    const detail = words.detail === null ? null : html` (${words.detail})`;
    return html`<li class="step"><span class="stop-number">${nth + 1}</span><div><p class="claim"><bdi>${capitalised(callName(scene, words.from))}</bdi> ${words.verb} <bdi>${callName(scene, words.to)}</bdi>${detail}</p><p class="worth">${strengthInWords(edge)}${proofNotes(edge)}</p></div></li>`;
  });
  return html`<details class="chain" data-chain="${at}"${open}><summary><span class="chain-title"><bdi>${chainTitle(scene, chain)}</bdi></span><span class="soft">${chainSummary(scene, chain)}</span></summary><ol class="steps">${steps}</ol></details>`;
}
