// A STIX 2.1 bundle. Ids are UUIDs of the case's own ids and days those of its reports, so that the
// same case gives the same bundle.
import { compareText } from "../text/compare.js";
import {
  type CaseElements,
  type CaseLink,
  type CaseNode,
  caseElements,
  dateOf,
  linksByNode,
  numberOf,
  PROOF_KEYS,
  restOf,
  textOf,
  textsOf,
} from "./case-elements.js";
import type { WriteFile } from "./graph-format.js";
import { uuidOf } from "./hashed-id.js";
import { CUSTOM_TYPE, IDENTITY_CLASS, STIX_TYPE, TLP_MARKINGS } from "./stix-types.js";
import { fitForXml } from "./xml-text.js";

type StixObject = Readonly<Record<string, unknown>>;

/** What every object of a bundle says of itself. */
interface Stamp {
  readonly spec_version: "2.1";
  readonly created: string;
  readonly modified: string;
  readonly created_by_ref?: string;
}

export const writeStix: WriteFile = function* (source) {
  const elements = caseElements(source);
  const objects = objectsOf(elements);
  const id = `bundle--${uuidOf(objects.map((object) => String(object["id"])).join(" "))}`;
  yield `{"type":"bundle","id":"${id}","objects":[`;
  for (const [at, object] of objects.entries())
    yield `${at === 0 ? "" : ","}\n${JSON.stringify(object)}`;
  yield "]}\n";
};

function objectsOf(elements: CaseElements): readonly StixObject[] {
  const [author, extension] = [`identity--${uuidOf("Redthread")}`, extensionId];
  const day = timestampOf(latestDay(elements)) ?? UNKNOWN_DAY;
  const stamp: Stamp = { spec_version: "2.1", created: day, modified: day };
  const own: Stamp = { ...stamp, created_by_ref: author };
  const things = elements.nodes.filter(({ role }) => role !== "document");
  const mentions = linksByNode(elements.mentions);
  const proven = provenBy(elements.links);
  return [
    { type: "identity", id: author, ...stamp, name: "Redthread", identity_class: "system" },
    extensionObject(extension, own),
    ...things.map((node) => thing(node, own)),
    ...elements.links
      .filter(({ from, to }) => from.role !== "document" && to.role !== "document")
      .map((link) => relationship(link, own, elements)),
    ...[...elements.documents.values()].map((document) => {
      const named = (mentions.get(document) ?? []).map(({ from }) => idOf(from));
      const refs = [...new Set([...named, ...(proven.get(document.id) ?? [])])].sort(compareText);
      return report(document, refs.length === 0 ? [author] : refs, own);
    }),
  ];
}

/** A report has to say when it was published; this stands where nobody knows. */
const UNKNOWN_DAY = "1970-01-01T00:00:00.000Z";

const extensionId = `extension-definition--${uuidOf(CUSTOM_TYPE)}`;

const extensionObject = (id: string, stamp: Stamp): StixObject => ({
  type: "extension-definition",
  id,
  ...stamp,
  name: "Things of a case that STIX has no type for",
  schema: "urn:redthread:stix",
  version: "1.0.0",
  extension_types: ["new-sdo"],
});

const latestDay = ({ documents }: CaseElements): string | null =>
  [...documents.values()]
    .flatMap((document) => dateOf(document, "date") ?? [])
    .sort()
    .at(-1) ?? null;

/** The first moment of a day, month or year. */
function timestampOf(date: string | null): string | null {
  if (date === null) return null;
  const day = `${date}-01-01`.slice(0, 10);
  const isDay = !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day);
  return isDay ? `${day}T00:00:00.000Z` : null;
}

function typeOf(node: CaseNode): string {
  const type = node.role === null ? CUSTOM_TYPE : STIX_TYPE[node.role];
  return type === "location" && locationOf(node) === null ? CUSTOM_TYPE : type;
}

const idOf = (node: CaseNode): string => `${typeOf(node)}--${uuidOf(node.id)}`;

const SHOWN: ReadonlySet<string> = new Set([...PROOF_KEYS, "id", "name"]);

function thing(node: CaseNode, stamp: Stamp): StixObject {
  const type = typeOf(node);
  const lines = [`kind: ${node.type}`, ...restOf(node, SHOWN)];
  const own = {
    type,
    id: idOf(node),
    ...stamp,
    name: node.name,
    description: fitForXml(lines.join("\n")),
    external_references: [{ source_name: "Redthread", external_id: fitForXml(node.id) }],
  };
  if (type === "identity" && node.role !== null)
    return { ...own, identity_class: IDENTITY_CLASS[node.role] ?? "unspecified" };
  if (type === "location") return { ...own, ...locationOf(node) };
  if (type !== CUSTOM_TYPE) return own;
  return { ...own, extensions: { [extensionId]: { extension_type: "new-sdo" } } };
}

/** What STIX asks a location to have, or null where nothing of it is known. */
function locationOf(node: CaseNode): StixObject | null {
  const country = textOf(node, "country");
  const [latitude, longitude] = [numberOf(node, "latitude"), numberOf(node, "longitude")];
  const found = {
    ...(country !== null && /^[a-z]{2}$/i.test(country) ? { country: country.toUpperCase() } : {}),
    ...(latitude !== null && longitude !== null ? { latitude, longitude } : {}),
  };
  return Object.keys(found).length === 0 ? null : found;
}

const TOLD_OF_LINKS: ReadonlySet<string> = new Set(["quotes", "documents", "confidence"]);

function relationship(link: CaseLink, stamp: Stamp, { documents }: CaseElements): StixObject {
  const confidence = numberOf(link, "confidence");
  const [from, to] = [timestampOf(dateOf(link, "from")), timestampOf(dateOf(link, "to"))];
  const lines = [...link.quotes.map(({ quote }) => quote), ...restOf(link, TOLD_OF_LINKS)];
  const isSpan = from !== null && to !== null && from < to;
  return {
    type: "relationship",
    id: `relationship--${uuidOf(link.id)}`,
    ...stamp,
    relationship_type: kebab(link.type),
    source_ref: idOf(link.from),
    target_ref: idOf(link.to),
    description: fitForXml(lines.join("\n")),
    ...(confidence === null ? {} : { confidence: Math.round(clamp(confidence) * 100) }),
    ...(from === null ? {} : { start_time: from }),
    ...(isSpan ? { stop_time: to } : {}),
    ...markings(textOf(link, "handling")),
    ...references(link, documents),
  };
}

const clamp = (value: number): number => Math.min(1, Math.max(0, value));

/** Lower case, digits and hyphens are what STIX takes for a type of relationship. */
function kebab(type: string): string {
  const name = type
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return name === "" ? "related-to" : name;
}

function references(link: CaseLink, documents: ReadonlyMap<string, CaseNode>): StixObject {
  const found = link.quotes.map(({ quote, document, span }) => {
    const report = document === null ? undefined : documents.get(document);
    const source = report === undefined ? "report" : (textOf(report, "publisher") ?? report.name);
    return {
      source_name: fitForXml(source) || "report",
      description: fitForXml(quote),
      ...(document === null ? {} : { external_id: fitForXml(`${document}:${span ?? ""}`) }),
    };
  });
  return found.length === 0 ? {} : { external_references: found };
}

/** Ids of the links that each document proves. */
function provenBy(links: readonly CaseLink[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const link of links) {
    if (link.from.role === "document" || link.to.role === "document") continue;
    for (const document of new Set(textsOf(link, "documents"))) {
      const known = found.get(document) ?? [];
      known.push(`relationship--${uuidOf(link.id)}`);
      found.set(document, known);
    }
  }
  return found;
}

function report(document: CaseNode, refs: readonly string[], stamp: Stamp): StixObject {
  return {
    type: "report",
    id: `report--${uuidOf(document.id)}`,
    ...stamp,
    name: document.name,
    published: timestampOf(dateOf(document, "date")) ?? UNKNOWN_DAY,
    report_types: ["threat-report"],
    description: fitForXml(restOf(document, SHOWN).join("\n")),
    object_refs: refs,
    ...markings(textOf(document, "handling")),
    external_references: [{ source_name: "Redthread", external_id: fitForXml(document.id) }],
  };
}

function markings(handling: string | null): StixObject {
  const marking = handling === null ? undefined : TLP_MARKINGS[handling];
  return marking === undefined ? {} : { object_marking_refs: [marking] };
}
