import type { KindStyle } from "../theme/kinds.js";
import { DARK, LIGHT, type Palette } from "../theme/palette.js";

/** Gives colours as they stand in the picture: fixed for a file of its own, variables for a page with two themes. */
export interface Paint {
  readonly token: (name: keyof Palette) => string;
  readonly kind: (style: KindStyle) => string;
}

/** Colours of one theme. */
export function fixedPaint(theme: "light" | "dark"): Paint {
  const palette = theme === "light" ? LIGHT : DARK;
  return { token: (name) => palette[name], kind: (style) => style[theme] };
}

/** Colours by the page's variables. */
export const variablePaint: Paint = {
  token: (name) => `var(--${variableName(name)})`,
  kind: ({ kind }) => `var(--kind-${variableName(kind)})`,
};

/** A token or kind as part of a custom property's name: letters, digits and dashes only. */
export function variableName(name: string): string {
  const plain = name.replace(/[^A-Za-z0-9]+/g, "-").toLowerCase();
  if (/^[a-z0-9-]+$/.test(plain) && plain === name.toLowerCase()) return plain;
  let sum = 0;
  for (const char of name) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % 1_000_003;
  return `${plain}-${sum}`;
}
