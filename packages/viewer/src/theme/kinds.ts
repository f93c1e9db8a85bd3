import type { EntityTypeSchema, Shape } from "@redthread/core/model";

/** How one kind of thing is shown and called; the field declares it. */
export interface KindStyle {
  /** Label of the graph, such as `Operation`. */
  readonly kind: string;
  /** For a sentence, in lower case. */
  readonly word: string;
  /** For a heading. */
  readonly plural: string;
  readonly shape: Shape;
  /** Colour on light paper. */
  readonly light: string;
  /** Colour on dark paper. */
  readonly dark: string;
}

const MUTED: readonly (readonly [light: string, dark: string])[] = [
  ["#7A4B5E", "#CFA0B3"],
  ["#4E6B2F", "#A3C182"],
  ["#3E5C76", "#94B4CF"],
];
const GREY = ["#4B5563", "#A9B2C0"] as const;

const COLOUR = /^#[0-9A-F]{6}$/i;

/** Style of a kind that no schema declares: a dot in a muted colour that depends on the label alone. */
export function plainStyle(kind: string): KindStyle {
  let sum = 0;
  for (const char of kind) sum = (sum + (char.codePointAt(0) ?? 0)) % 9973;
  const [light, dark] = MUTED[sum % MUTED.length] ?? GREY;
  return { kind, word: kind.toLowerCase(), plural: kind, shape: "dot", light, dark };
}

/** Style of a declared kind. Colours go into a stylesheet, so what is no colour is never taken over. */
export function declaredStyle(type: EntityTypeSchema): KindStyle {
  const plain = plainStyle(type.name);
  const { word, plural, shape } = type;
  const light = COLOUR.test(type.light) ? type.light : plain.light;
  const dark = COLOUR.test(type.dark) ? type.dark : plain.dark;
  return { kind: type.name, word, plural, shape, light, dark };
}

/** Names in bold: hubs, and the dates of operations. */
export function isBold({ hub, kind }: { readonly hub: boolean; readonly kind: string }): boolean {
  return hub || kind === "Operation";
}
