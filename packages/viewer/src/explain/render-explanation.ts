import { countParts, type Explanation, flat, foundWords, originParts } from "@redthread/core/build";
import { type Html, html, trusted } from "../render/html.js";
import { policyHash } from "../report/content-hash.js";
import { pageStyle } from "../report/page-style.js";
import { EXPLAIN_STYLE } from "./explain-style.js";
import { renderSentence } from "./render-sentence.js";

/**
 * What was read in one report as one HTML file: no script, no network, no other file. The same
 * explanation gives the same bytes.
 */
export function renderExplanation(explanation: Explanation): string {
  const style = `${pageStyle([], false)}${EXPLAIN_STYLE.replace(/\n\s*/g, "\n")}`;
  const policy = [
    "default-src 'none'",
    "script-src 'none'",
    `style-src ${policyHash(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const title = flat(explanation.document.title ?? explanation.document.path);
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${trusted(policy)}"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><title>${title}</title><style>${trusted(style)}</style></head>
<body><a class="skip" href="#text">Skip to the text</a>${renderHead(explanation, title)}${renderNotes(explanation)}<main>${renderText(explanation)}${renderActions(explanation)}${renderThings(explanation)}${METHOD}</main><footer class="colophon">Made with Redthread from one report. This file asks the network for nothing.</footer></body></html>
`.markup;
}

const renderHead = (explanation: Explanation, title: string): Html =>
  html`<header class="masthead"><div class="titles"><h1><bdi>${title}</bdi></h1><p class="standfirst">${originParts(explanation).join(" · ")}</p></div><nav class="parts" aria-label="Parts of this page"><a href="#text" aria-current="true">Text</a><a href="#actions">Actions</a><a href="#things">Things</a><a href="#method">Method</a></nav></header>`;

function renderNotes({ counts, document }: Explanation): Html {
  const parts = countParts(counts).map(([count, what]) => html`<b>${count}</b> ${what}; `);
  const notices = document.notices.map((notice) => html`<p>${notice}</p>`);
  return html`<section class="notes" aria-label="What was read"><p><b>${counts.characters}</b> characters: ${parts}${foundWords(counts)}.</p>${notices}</section>`;
}

function renderText({ sentences, claims }: Explanation): Html {
  const known = new Map(claims.map((claim) => [claim.id, claim]));
  const rows = sentences.map((sentence) => renderSentence(sentence, known));
  return html`<section class="part" id="text"><h2>Text</h2><p class="lead">Sentence by sentence: its names underlined, beside it what was read from it and the words that carry it.</p>${rows}</section>`;
}

function renderActions({ actions }: Explanation): Html {
  const rows = actions.map(({ name, sentences, words, slots }) => {
    const told = words.map(({ text }) => `“${flat(text)}”`).join(", ");
    const filled = slots.map(
      ({ slot, value, sentence }) =>
        html`<li>${slot} <b><bdi>${flat(value)}</bdi></b> ${numberLink(sentence)}</li>`,
    );
    return html`<div class="report"><h3><bdi>${flat(name)}</bdi></h3><p class="origin">told by ${told} in ${sentences.map(numberLink)}</p><ul class="fact">${filled}</ul></div>`;
  });
  const none = actions.length === 0 ? html`<p class="none">No action was read.</p>` : null;
  return html`<section class="part" id="actions"><h2>Actions</h2><p class="lead">What authorities did, with the words that tell it and what fills its slots.</p>${none}${rows}</section>`;
}

function renderThings({ things }: Explanation): Html {
  const rows = things.map(
    ({ name, type, aliases, key, sentences }) =>
      html`<tr><td><b><bdi>${flat(name)}</bdi></b></td><td>${type}</td><td><bdi>${aliases.map(flat).join("; ")}</bdi></td><td>${key ?? ""}</td><td>${sentences.map(numberLink)}</td></tr>`,
  );
  return html`<section class="part" id="things"><h2>Things</h2><p class="lead">All that the report names, with the sentences that name it.</p><div class="table"><table class="things"><thead><tr><th>Name</th><th>Type</th><th>Also</th><th>Known as</th><th>Sentences</th></tr></thead><tbody>${rows}</tbody></table></div></section>`;
}

const numberLink = (number: number): Html =>
  html`<a class="soft" href="#s${number}">${number}</a> `;

const METHOD = html`<section class="part" id="method"><h2>Method</h2><div class="method"><p>The very rules that build a case read this report while somebody listened. What was rejected is told by the rule that rejected it. A figure such as .86 is the probability that the link says what the text says: how often the rule was right when last measured, times how plainly the text puts it.</p><p>What is denied or only supposed is kept and never becomes a link. A program can misread: check the sentence before you print a claim.</p></div></section>`;
