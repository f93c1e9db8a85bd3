import {
  carrierWords,
  claimManner,
  type ExplainedClaim,
  type ExplainedSentence,
  flat,
  rejectedTexts,
  ruleWords,
  textPieces,
} from "@redthread/core/build";
import { type Html, html, trusted } from "../render/html.js";
import { renderSyntax } from "./render-syntax.js";

/** A sentence with its names marked, beside it what it tells. */
export function renderSentence(
  sentence: ExplainedSentence,
  known: ReadonlyMap<string, ExplainedClaim>,
): Html {
  const { number, role, unread, tellsActions } = sentence;
  const manner =
    unread === null ? (tellsActions ? "" : ", no actions read") : `, ${unread}: not read`;
  const claims = sentence.claims.flatMap((id) => known.get(id) ?? []);
  const rows = claims.map(renderClaim);
  const none = claims.length === 0 ? html`<p class="none">No link.</p>` : null;
  return html`<article class="${unread === null ? "sentence" : "sentence unread"}" id="s${number}"><a class="number" href="#s${number}">${number}</a><div><blockquote>${markedText(sentence)}</blockquote><p class="role">${role}${manner}</p></div><div class="read">${none}<ul class="read-links">${rows}</ul>${renderRejected(sentence)}${renderSyntax(sentence)}</div></article>`;
}

/** The sentence's text with its names marked; a pointer over a name shows its type and rule. */
function markedText(sentence: ExplainedSentence): readonly Html[] {
  return textPieces(sentence).map((piece) => {
    if (piece.kind === "text") return html`${piece.text}`;
    if (piece.kind === "close") return trusted("</mark>");
    const { type, rule } = piece.name;
    // Opened here and closed by its twin: pieces always nest.
    return trusted(html`<mark class="name" title="${type}, by ${rule}">`.markup);
  });
}

function renderClaim(claim: ExplainedClaim): Html {
  const { type, subject, object, value, stands, sentence } = claim;
  const others = claim.sentences.filter((number) => number !== sentence);
  const also = others.map((number) => html`, with <a href="#s${number}">sentence ${number}</a>`);
  const manner = claimManner(claim).join("; ");
  const head =
    object === null
      ? html`<bdi>${flat(subject.name)}</bdi> <span class="type">${type}</span> ${String(value)}`
      : html`<bdi>${flat(subject.name)}</bdi> <span class="type">${type}</span> <bdi>${flat(object.name)}</bdi>`;
  return html`<li class="${stands ? "is-link" : "no-link"}"><p class="claim">${head}${manner === "" ? null : html` <small>${manner}</small>`}</p><p>${carrierWords(claim)}</p><p class="worth">${ruleWords(claim)}${also}</p></li>`;
}

/** What was rejected, folded away. */
function renderRejected(sentence: ExplainedSentence): Html | null {
  const lines = rejectedTexts(sentence).map((text) => html`<li>${text}</li>`);
  if (lines.length === 0) return null;
  return html`<details class="more"><summary>${lines.length} rejected</summary><ul>${lines}</ul></details>`;
}
