// Elements with what their types mean, for formats that know people, bodies and places.
import type { EntityRole, EntityType, RelationRole, Schema } from "../model/schema.js";
import { displayName } from "./display-name.js";
import { elementsOf, type LinkElement, type NodeElement } from "./graph-elements.js";
import type { FormatSource } from "./graph-format.js";
import { isList, textOfValue } from "./typed-text.js";
import { fitForXml } from "./xml-text.js";

export interface CaseNode extends NodeElement {
  /** The most special of its types, else its first label. */
  readonly type: EntityType;
  readonly role: EntityRole | null;
  readonly name: string;
}

/** A quote with where it stands. */
export interface Quote {
  readonly quote: string;
  /** Id of the document, or null where the graph does not say. */
  readonly document: string | null;
  /** `start-end` in its text. */
  readonly span: string | null;
}

export interface CaseLink extends LinkElement {
  readonly role: RelationRole | null;
  readonly from: CaseNode;
  readonly to: CaseNode;
  /** How a sentence says it, such as `operates in`. */
  readonly words: string;
  readonly quotes: readonly Quote[];
}

export interface CaseElements {
  readonly nodes: readonly CaseNode[];
  /** Without those that only say which report mentions what. */
  readonly links: readonly CaseLink[];
  /** Those alone: from a thing to a document. */
  readonly mentions: readonly CaseLink[];
  readonly documents: ReadonlyMap<string, CaseNode>;
}

export function caseElements({ graph, schema }: FormatSource): CaseElements {
  const elements = elementsOf(graph);
  const byId = new Map(elements.nodes.map((node) => [node.id, caseNode(node, schema)]));
  const links = elements.links.flatMap((link): readonly CaseLink[] => {
    const [from, to] = [byId.get(link.start), byId.get(link.end)];
    return from === undefined || to === undefined ? [] : [caseLink(link, { from, to }, schema)];
  });
  const isMention = ({ role, to }: CaseLink): boolean =>
    role === "mentioned-in" && to.role === "document";
  const nodes = [...byId.values()];
  return {
    nodes,
    links: links.filter((link) => !isMention(link)),
    mentions: links.filter(isMention),
    documents: new Map(nodes.filter(({ role }) => role === "document").map((one) => [one.id, one])),
  };
}

/** Links by the nodes at their ends; a loop stands once. */
export function linksByNode(
  links: readonly CaseLink[],
): ReadonlyMap<CaseNode, readonly CaseLink[]> {
  const found = new Map<CaseNode, CaseLink[]>();
  for (const link of links)
    for (const node of new Set([link.from, link.to])) {
      const known = found.get(node);
      if (known === undefined) found.set(node, [link]);
      else known.push(link);
    }
  return found;
}

function caseNode(node: NodeElement, schema: Schema): CaseNode {
  const type = schema.kindOf(node.labels) ?? node.labels[0] ?? "Thing";
  return { ...node, type, role: schema.roleOf(type), name: fitForXml(displayName(node)) };
}

function caseLink(
  link: LinkElement,
  ends: Pick<CaseLink, "from" | "to">,
  schema: Schema,
): CaseLink {
  const words = schema.relation(link.type)?.forward ?? link.type.toLowerCase().replaceAll("_", " ");
  const spans = textsOf(link, "spans");
  const quotes = textsOf(link, "quotes").map((quote, at): Quote => {
    const [, document = null, span = null] = /^(.*):(\d+-\d+)$/.exec(spans[at] ?? "") ?? [];
    return { quote, document, span };
  });
  return { ...link, ...ends, role: schema.relationRoleOf(link.type), words, quotes };
}

type Element = Pick<NodeElement, "properties">;

const propertyOf = ({ properties }: Element, key: string) =>
  properties.find(([name]) => name === key)?.[1];

/** A property that is a text of at least one character, or null. */
export function textOf(element: Element, key: string): string | null {
  const value = propertyOf(element, key);
  return typeof value === "string" && value !== "" ? value : null;
}

/** The texts of a list, or the one text. */
export function textsOf(element: Element, key: string): readonly string[] {
  const value = propertyOf(element, key);
  if (typeof value === "string") return [value];
  if (value === undefined || !isList(value)) return [];
  return value.filter((item) => typeof item === "string");
}

export function numberOf(element: Element, key: string): number | null {
  const value = propertyOf(element, key);
  if (value === undefined || typeof value === "string" || typeof value === "boolean") return null;
  if (isList(value)) return null;
  const number = Number(textOfValue(value));
  return Number.isFinite(number) ? number : null;
}

/** `key: value` for each property that is not told elsewhere; lists with `; ` between their items. */
export function restOf({ properties }: Element, told: ReadonlySet<string>): readonly string[] {
  return properties
    .filter(([key]) => !told.has(key))
    .map(([key, value]) => {
      const text = isList(value) ? value.map(textOfValue).join("; ") : textOfValue(value);
      return `${key}: ${text}`;
    })
    .filter((line) => !line.endsWith(": "));
}

/** What shows a link, apart from what it says. */
export const PROOF_KEYS: ReadonlySet<string> = new Set(["quotes", "spans", "documents", "rules"]);

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, or null. */
export function dateOf(element: Element, key: string): string | null {
  const text = textOf(element, key);
  return text !== null && /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(text) ? text : null;
}
