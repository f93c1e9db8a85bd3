import { countWords, dateWords } from "@redthread/core/trace";
import { sourceWords } from "../panel/case-words.js";
import { type Html, html } from "../render/html.js";
import type { Scene, SceneEvidence } from "../scene/scene.js";

/** Every report with its numbered quotes: the footnotes of picture, list and chains. */
export function renderSources(scene: Scene): Html {
  return html`${scene.documents.map((document, at) => {
    const quotes = scene.evidence.filter((evidence) => evidence.document === at);
    const origin = [document.publisher, document.date && dateWords(document.date), document.path];
    const known = origin.filter((part) => part !== null && part !== "").join(" · ");
    const hash =
      document.sha256 === null
        ? null
        : html`<p class="hash">SHA-256 of the text <code>${document.sha256}</code></p>`;
    return html`<article class="report" id="d${at}"><h3><bdi>${document.title}</bdi></h3><p class="origin"><bdi>${known}</bdi> · ${countWords(quotes.length, "quote")}</p>${hash}<ol class="quotes">${quotes.map((evidence) => renderQuote(scene, evidence))}</ol></article>`;
  })}`;
}

/** A quote with its source outside of the list of sources. */
export function renderQuoteText(scene: Scene, evidence: SceneEvidence): Html {
  const document = scene.documents[evidence.document];
  return html`<blockquote dir="auto">“${markedQuote(evidence)}”</blockquote><p class="source" dir="auto">${sourceWords(document, evidence)} <a href="#e${evidence.number}">[${evidence.number}]</a></p>`;
}

/** A numbered quote with the names in it marked and its source under it. */
function renderQuote(scene: Scene, evidence: SceneEvidence): Html {
  const document = scene.documents[evidence.document];
  return html`<li id="e${evidence.number}" value="${evidence.number}"><blockquote dir="auto">“${markedQuote(evidence)}”</blockquote><p class="source" dir="auto">${sourceWords(document, evidence)} <a href="#e${evidence.number}">[${evidence.number}]</a></p></li>`;
}

function markedQuote({ quote, marks }: SceneEvidence): Html {
  let at = 0;
  const parts = marks.map(({ start, end, node }) => {
    const before = quote.slice(at, start);
    at = end;
    return html`${before}<mark data-node="${node}">${quote.slice(start, end)}</mark>`;
  });
  return html`${parts}${quote.slice(at)}`;
}
