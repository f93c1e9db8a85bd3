import { escapeText } from "./escape.js";

/** An SVG element as plain data: painters write it as text or build it in a page. */
export interface SvgNode {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children: readonly (SvgNode | string)[];
}

type Attributes = Readonly<Record<string, string | number | null>>;

/** An element; attributes that are null are left out. */
export function svg(
  tag: string,
  attributes: Attributes,
  ...children: readonly (SvgNode | string)[]
): SvgNode {
  const kept: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(attributes)) if (value !== null) kept[name] = value;
  return { tag, attributes: kept, children };
}

/** A group of elements. */
export function group(attributes: Attributes, children: readonly (SvgNode | string)[]): SvgNode {
  return svg("g", attributes, ...children);
}

/** The element as markup; every text and attribute is escaped. */
export function svgMarkup({ tag, attributes, children }: SvgNode): string {
  let markup = `<${tag}`;
  for (const [name, value] of Object.entries(attributes)) {
    markup += ` ${name}="${typeof value === "number" ? value : escapeText(value)}"`;
  }
  if (children.length === 0) return `${markup}/>`;
  const inner = children.map((child) =>
    typeof child === "string" ? escapeText(child) : svgMarkup(child),
  );
  return `${markup}>${inner.join("")}</${tag}>`;
}

/** A number to a tenth, as coordinates are written. */
export function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
