// FollowTheMoney entities, a line of JSON each, as Aleph and OpenAleph load them. Every thing and link
// names the documents that prove it; what its schema has no property for stands in notes and summary.
import {
  type CaseElements,
  type CaseLink,
  type CaseNode,
  caseElements,
  dateOf,
  linksByNode,
  numberOf,
  restOf,
  textOf,
  textsOf,
} from "./case-elements.js";
import {
  EDGE_OF_ROLE,
  type EdgeSchema,
  EVENT_PROPERTY,
  LEGAL,
  MOST_LETTERS,
  MOST_LETTERS_OF_TEXT,
  SCHEMA_OF_ROLE,
  UNKNOWN_LINK,
} from "./ftm-schema.js";
import type { WriteFile } from "./graph-format.js";
import { shortHash } from "./hashed-id.js";
import { fitForXml } from "./xml-text.js";

type Properties = Readonly<Record<string, readonly string[]>>;

export const writeFtm: WriteFile = function* (source) {
  const elements = caseElements(source);
  const [links, mentions] = [linksByNode(elements.links), linksByNode(elements.mentions)];
  for (const node of elements.nodes) {
    const told = { ...elements, links: links.get(node) ?? [], mentions: mentions.get(node) ?? [] };
    yield entity(node.id, schemaOf(node), thingProperties(node, told));
  }
  for (const link of elements.links) {
    const edge = edgeOf(link);
    yield entity(link.id, edge.schema, linkProperties(link, edge));
  }
};

/** An id of the letters that FollowTheMoney takes; the case's own stays in notes and `recordId`. */
const idOf = (id: string): string => `redthread-${shortHash(id)}`;

function entity(id: string, schema: string, properties: Properties): string {
  const rest = properties["summary"] === undefined ? "notes" : "summary";
  const whole: string[] = [];
  const cut = (key: string, text: string): string => {
    const most = MOST_LETTERS.get(key) ?? MOST_LETTERS_OF_TEXT;
    if (text.length <= most) return text;
    if (key !== rest) whole.push(`${key}: ${text}`);
    return `${text.slice(0, most - 3).replace(/\p{Surrogate}$/u, "")}...`;
  };
  const told = Object.entries(properties).map(([key, values]) => {
    const fit = values.map((value) => cut(key, fitForXml(value).trim()));
    return [key, [...new Set(fit)].filter((value) => value !== "")] as const;
  });
  const more = new Map(told);
  more.set(rest, [
    ...new Set([...(more.get(rest) ?? []), ...whole.map((text) => cut(rest, text))]),
  ]);
  const kept = [...more].filter(([, values]) => values.length > 0);
  return `${JSON.stringify({ id: idOf(id), schema, properties: Object.fromEntries(kept) })}\n`;
}

const schemaOf = ({ role }: CaseNode): string => (role === null ? "Asset" : SCHEMA_OF_ROLE[role]);

const TOLD_OF_THINGS: ReadonlySet<string> = new Set([
  "name",
  "aliases",
  "knownAs",
  "acronym",
  "country",
  "states",
  "documents",
  "latitude",
  "longitude",
]);

function thingProperties(node: CaseNode, { links, mentions }: CaseElements): Properties {
  const alias = [...textsOf(node, "aliases"), ...textsOf(node, "knownAs")];
  const country = [textOf(node, "country")].flatMap(codeOf);
  const notes = [`id: ${node.id}`, `kind: ${node.type}`, ...restOf(node, TOLD_OF_THINGS)];
  const proof = [
    ...new Set(mentions.filter(({ from }) => from === node).map(({ end }) => idOf(end))),
  ];
  const told = { name: [node.name], alias, country, notes, proof };
  switch (schemaOf(node)) {
    case "Document":
      return { ...documentProperties(node), notes };
    case "Address":
      return { ...told, full: [node.name], ...position(node) };
    case "Event":
      return { ...told, ...eventProperties(node, links) };
    case "Note":
      return { ...told, description: [node.name] };
    default:
      return told;
  }
}

function documentProperties(node: CaseNode): Properties {
  return {
    name: [node.name],
    title: [textOf(node, "title") ?? node.name],
    fileName: [textOf(node, "path") ?? node.id],
    publisher: textsOf(node, "publisher"),
    publishedAt: [dateOf(node, "date") ?? ""],
  };
}

function position(node: CaseNode): Properties {
  const [latitude, longitude] = [numberOf(node, "latitude"), numberOf(node, "longitude")];
  if (latitude === null || longitude === null) return {};
  return { latitude: [String(latitude)], longitude: [String(longitude)] };
}

function eventProperties(node: CaseNode, links: readonly CaseLink[]): Properties {
  const found: Record<string, string[]> = { organizer: [], involved: [], location: [] };
  for (const { role, from, to } of links) {
    const property = role === null ? undefined : EVENT_PROPERTY[role];
    const other = from === node ? to : from;
    const isLegal = LEGAL.includes(schemaOf(other));
    if (property !== undefined && isLegal) found[property]?.push(idOf(other.id));
    if (schemaOf(other) === "Address") found["location"]?.push(other.name);
  }
  return { ...found, date: [dateOf(node, "date") ?? ""] };
}

/** Two letters in lower case, as FollowTheMoney writes states. */
const codeOf = (code: string | null): readonly string[] =>
  code !== null && /^[a-z]{2}$/.test(code) ? [code] : [];

/** The schema of a link where both ends fit it. */
function edgeOf({ role, from, to }: CaseLink): EdgeSchema {
  const edge = role === null ? undefined : EDGE_OF_ROLE[role];
  const fits = edge?.from.includes(schemaOf(from)) === true && edge.to.includes(schemaOf(to));
  return fits && edge !== undefined ? edge : UNKNOWN_LINK;
}

const TOLD_OF_LINKS: ReadonlySet<string> = new Set([
  "quotes",
  "documents",
  "title",
  "from",
  "to",
  "asOf",
]);

function linkProperties(link: CaseLink, edge: EdgeSchema): Properties {
  const proof = [...new Set(link.quotes.flatMap(({ document }) => document ?? []))];
  const documents = proof.length > 0 ? proof : textsOf(link, "documents");
  return {
    [edge.source]: [idOf(link.start)],
    [edge.target]: [idOf(link.end)],
    role: [...textsOf(link, "title"), link.words],
    startDate: [dateOf(link, "from") ?? ""],
    endDate: [dateOf(link, "to") ?? ""],
    date: [dateOf(link, "asOf") ?? ""],
    recordId: [link.id],
    proof: documents.map(idOf),
    description: link.quotes.map(({ quote }) => quote),
    summary: [`type: ${link.type}`, ...restOf(link, TOLD_OF_LINKS)],
  };
}
