import { variableName } from "../render/paint.js";
import { SANS, SERIF } from "../theme/fonts.js";
import type { KindStyle } from "../theme/kinds.js";
import { DARK, LIGHT, type Palette } from "../theme/palette.js";
import { ATLAS_STYLE } from "./atlas-style.js";
import { PRINT_STYLE } from "./print-style.js";
import { SCREEN_STYLE } from "./screen-style.js";

/** The page's stylesheet: variables of both themes for the kinds given, then screen and print. */
export function pageStyle(kinds: readonly KindStyle[], isLarge: boolean): string {
  const light = variables(LIGHT, kinds, "light");
  const dark = variables(DARK, kinds, "dark");
  return [
    `:root{color-scheme:light dark;--serif:${SERIF};--sans:${SANS};${light}}`,
    `@media (prefers-color-scheme:dark){:root{${dark}}}`,
    `@media print{:root{color-scheme:light;${light}}}`,
    SCREEN_STYLE,
    ...(isLarge ? [ATLAS_STYLE] : []),
    PRINT_STYLE,
  ]
    .join("\n")
    .replace(/\n\s*/g, "\n");
}

function variables(palette: Palette, kinds: readonly KindStyle[], theme: "light" | "dark"): string {
  const tokens = Object.entries(palette).map(([name, value]) => `--${variableName(name)}:${value}`);
  const colours = kinds.map((style) => `--kind-${variableName(style.kind)}:${style[theme]}`);
  return [...tokens, ...colours].join(";");
}
