/** Outline a node is drawn with; kinds differ by shape first, so that a black-and-white print still tells them apart. */
export type Shape =
  | "square"
  | "diamond"
  | "disc"
  | "ring"
  | "hexagon"
  | "small-ring"
  | "open-square"
  | "target"
  | "state"
  | "dot";

/** How one kind of thing is shown. */
export interface KindStyle {
  /** Label of the graph, such as `Agency`. */
  readonly kind: string;
  readonly plural: string;
  readonly shape: Shape;
  /** Colour on light paper. */
  readonly light: string;
  /** Colour on dark paper. */
  readonly dark: string;
}

/** Kinds of the default pack in the order of the legend; the first that a node carries is its kind. */
export const KINDS: readonly KindStyle[] = [
  style("Operation", "Operations", "target", "#1B1B1A", "#ECEAE4"),
  style("Agency", "Agencies", "square", "#1F4E79", "#79AEDD"),
  style("Network", "Networks", "diamond", "#6B3FA0", "#B795E4"),
  style("Official", "Officials", "disc", "#0F6E66", "#55BDB0"),
  style("Person", "Persons", "ring", "#0F6E66", "#55BDB0"),
  style("Drug", "Drugs", "hexagon", "#A8620C", "#DD9C4A"),
  style("Organization", "Organizations", "open-square", "#4B5563", "#A9B2C0"),
  style("Place", "Places", "small-ring", "#5B5852", "#ABA79E"),
  style("Country", "States", "state", "#5B5852", "#ABA79E"),
  style("Statistic", "Figures", "dot", "#8B877C", "#7B7F8A"),
];

const OTHER: readonly (readonly [string, string])[] = [
  ["#7A4B5E", "#CFA0B3"],
  ["#4E6B2F", "#A3C182"],
  ["#3E5C76", "#94B4CF"],
];

/** Style of a kind; kinds a pack adds are dots in a muted colour that depends on the name alone. */
export function kindStyle(kind: string): KindStyle {
  const known = KINDS.find((one) => one.kind === kind);
  if (known) return known;
  let sum = 0;
  for (const char of kind) sum = (sum + (char.codePointAt(0) ?? 0)) % 9973;
  const [light, dark] = OTHER[sum % OTHER.length] ?? ["#4B5563", "#A9B2C0"];
  return style(kind, kind, "dot", light, dark);
}

/** Names in bold: hubs, and the dates of operations. */
export function isBold({ hub, kind }: { readonly hub: boolean; readonly kind: string }): boolean {
  return hub || kind === "Operation";
}

/** Position of a kind in the legend; kinds a pack adds come last. */
export function kindRank(kind: string): number {
  const rank = KINDS.findIndex((one) => one.kind === kind);
  return rank < 0 ? KINDS.length : rank;
}

function style(kind: string, plural: string, shape: Shape, light: string, dark: string): KindStyle {
  return { kind, plural, shape, light, dark };
}
