import { SaxesParser } from "saxes";
import { unusable } from "./graph-elements.js";

/** An element of an XML file without its comments; its own name without a prefix. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** The text directly in it. */
  readonly text: string;
}

interface Open {
  readonly name: string;
  readonly attributes: Map<string, string>;
  readonly children: XmlElement[];
  text: string;
}

/** Deeper than any graph is nested; a file that goes on is hostile. */
const MAX_DEPTH = 64;

/**
 * The root of an XML text. Entities that a file declares itself are an error, so none can swell or fetch.
 * @throws RedthreadError `GRAPH_INVALID` for what is no XML.
 */
export function readXml(text: string): XmlElement {
  const open: Open[] = [{ name: "", attributes: new Map(), children: [], text: "" }];
  const parser = new SaxesParser({ xmlns: false });
  const append = (piece: string): void => {
    const last = open.at(-1);
    if (last !== undefined) last.text += piece;
  };
  parser.on("error", (error) => {
    throw unusable(`it is no XML (${error.message})`, error);
  });
  parser.on("opentag", ({ name, attributes }) => {
    if (open.length > MAX_DEPTH) throw unusable(`its tags are nested deeper than ${MAX_DEPTH}`);
    const entries = Object.entries(attributes).map(([key, value]) => [key, String(value)] as const);
    open.push({ name: bareName(name), attributes: new Map(entries), children: [], text: "" });
  });
  parser.on("text", append);
  parser.on("cdata", append);
  parser.on("closetag", () => {
    const closed = open.pop();
    if (closed !== undefined) open.at(-1)?.children.push(closed);
  });
  parser.write(text.replace(/^\ufeff/, "")).close();
  const root = open[0]?.children[0];
  if (root === undefined) throw unusable("it has no element");
  return root;
}

const bareName = (name: string): string => name.slice(name.indexOf(":") + 1);

export const childrenNamed = (element: XmlElement, name: string): readonly XmlElement[] =>
  element.children.filter((child) => child.name === name);
