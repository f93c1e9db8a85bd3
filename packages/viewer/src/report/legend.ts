import { allBands, confidenceWords, countWords } from "@redthread/core/trace";
import { type Html, html, trusted } from "../render/html.js";
import { variablePaint } from "../render/paint.js";
import { shapeElements } from "../render/shape-part.js";
import { svg, svgMarkup } from "../render/svg-node.js";
import { isThing } from "../scene/look-up.js";
import type { Scene, SceneKind } from "../scene/scene.js";
import type { KindStyle } from "../theme/kinds.js";

/** The one list of kinds: shape, name, number. The script makes it the filter. */
export function renderLegend({ kinds }: Scene): Html {
  const rows = kinds
    .filter(({ drawn }) => drawn > 0)
    .map(
      (kind) =>
        html`<li data-kind="${kind.kind}">${shapeIcon(kind)}<span class="word"><bdi>${kind.plural}</bdi></span><span class="count">${kind.drawn}</span></li>`,
    );
  const left = kinds.reduce((sum, kind) => sum + leftOut(kind), 0);
  const note =
    left === 0
      ? null
      : html`<p class="left-out soft">${countWords(left, "more thing")} in the list: what no state or link ties to the picture, or what it has no room for.</p>`;
  return html`<ul class="legend">${rows}</ul>${note}`;
}

/** Things of a kind that the picture leaves to the list; a state may be a ground. */
function leftOut(kind: SceneKind): number {
  return isThing(kind) && kind.kind !== "Country" ? kind.count - kind.drawn : 0;
}

/** A kind's shape as a small picture, for legends and lists. */
export function shapeIcon(style: KindStyle): Html {
  const size = style.shape === "small-ring" ? 4.4 : 6.2;
  const icon = svg(
    "svg",
    {
      class: "icon",
      width: 18,
      height: 18,
      viewBox: "-9 -9 18 18",
      "aria-hidden": "true",
      focusable: "false",
    },
    ...shapeElements(style, size, variablePaint),
  );
  return trusted(svgMarkup(icon));
}

const KEY: readonly (readonly [string, string])[] = [
  ['<path d="M1 5H43" stroke-width="1"/>', "one source"],
  ['<path d="M1 5H43" stroke-width="1.9"/>', "two"],
  ['<path d="M1 5H43" stroke-width="2.8"/>', "three or more"],
  ['<path d="M1 5H43" stroke-width="1.6" stroke-dasharray="6 4"/>', "planned or attempted"],
  [
    '<path d="M1 5H43" stroke-width="1.9" stroke-dasharray="0.1 4.2" stroke-linecap="round"/>',
    "alleged",
  ],
  ['<path d="M1 5H43" stroke-width="1.6"/><path d="M19 0.5L25 9.5" stroke-width="1.8"/>', "denied"],
];

/** Every word for how sure a link is, from where it is used, and what it was worth when last measured. */
export function renderBandKey({ schema }: Pick<Scene, "schema">): Html {
  const rows = allBands(schema).map(
    ({ from, inWords }) =>
      html`<li>${inWords}, ${from === 0 ? "below" : `from ${confidenceWords(from)}`}</li>`,
  );
  return html`<ul class="band-key">${rows}</ul>`;
}

/** How to read a line. */
export function renderLineKey(): Html {
  const rows = KEY.map(
    ([lines, word]) =>
      html`<li>${trusted(`<svg width="44" height="10" viewBox="0 0 44 10" fill="none" stroke="var(--edge)" aria-hidden="true" focusable="false">${lines}</svg>`)}<span>${word}</span></li>`,
  );
  const thread = trusted(
    '<svg width="44" height="10" viewBox="0 0 44 10" fill="none" stroke="var(--thread)" aria-hidden="true" focusable="false"><path d="M1 5H43" stroke-width="2.6"/></svg>',
  );
  return html`<ul class="line-key">${rows}<li>${thread}<span>the chain you follow</span></li></ul>`;
}
