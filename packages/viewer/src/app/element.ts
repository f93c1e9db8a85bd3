import { showUnseen } from "../render/escape.js";
import type { SvgNode } from "../render/svg-node.js";

const SVG = "http://www.w3.org/2000/svg";

type Child = Node | string | null;

/** An HTML element with attributes and children; texts become text nodes, never markup. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  for (const child of children) if (child !== null) made.append(child);
  return made;
}

/** A picture's element built in the page; texts become text nodes. */
export function svgDom({ tag, attributes, children }: SvgNode): SVGElement {
  const made = document.createElementNS(SVG, tag);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  for (const child of children) {
    made.append(typeof child === "string" ? showUnseen(child) : svgDom(child));
  }
  return made;
}

/** A name isolated from the direction of the text around it, unseen characters shown. */
export function name(text: string): HTMLElement {
  return element("bdi", {}, showUnseen(text));
}

/** The first element that matches, or an error that names what is missing. */
export function find<T extends Element>(
  root: ParentNode,
  selector: string,
  type: abstract new (...args: never[]) => T,
): T {
  const found = root.querySelector(selector);
  if (!(found instanceof type)) throw new TypeError(`the page has no ${selector}`);
  return found;
}
