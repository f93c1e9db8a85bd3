import type { GraphReader } from "../../graph/graph-reader.js";
import { machinesAlone } from "../../model/claim-makers.js";
import type { EntityType, RelationType, Schema } from "../../model/schema.js";
import { compareText } from "../../text/compare.js";
import { readDeniers } from "./deniers.js";
import { readNumber, readText, readTexts } from "./trace-node.js";

/** What a node says of itself; all of it survives `JSON.stringify`. */
export interface PlainNode {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** Names that no report of the case uses and a reader may ask by, in any script. */
  readonly knownAs: readonly string[];
  /** Its most special label that the schema declares, or its first label. */
  readonly kind: EntityType;
  /** Sorted by code unit. */
  readonly labels: readonly string[];
  /** False for what a chain may end at and never leads through. */
  readonly passes: boolean;
}

/** What a relationship says of itself; all of it survives `JSON.stringify`. */
export interface PlainLink {
  readonly id: string;
  readonly type: RelationType;
  /** Indexes of its ends in the list of nodes, as the relationship points. */
  readonly from: number;
  readonly to: number;
  /** 0–1, as stored. */
  readonly confidence: number;
  readonly modality: string;
  /** Number of independent sources; none where all that told it was taken back. */
  readonly sources: number;
  /** Reports that tell it: indexes in the list of documents, ascending. */
  readonly documents: readonly number[];
  /** False for what no chain follows unless common ground is asked for: bylines, mentions. */
  readonly walk: boolean;
  /** True where it only says where its start stands. */
  readonly standing: boolean;
  /** True where no single sentence says it. */
  readonly inferred: boolean;
  /** Extractors that alone say it; empty where a rule or a person says it too. */
  readonly machines: readonly string[];
  /** Who denies it, each once, as the build named them. */
  readonly deniedBy: readonly string[];
}

/** A node before anything is concluded from its links: a place larger than a town passes nothing either. */
export interface RawNode extends PlainNode {
  readonly slot: number;
  /** Its own code, of a state only. */
  readonly state: string | null;
  /** What its property `country` says, in lower case. */
  readonly country: string | null;
}

/** A relationship before anything is concluded from it. */
export interface RawLink extends PlainLink {
  readonly slot: number;
  readonly spans: readonly string[];
}

/** A graph as plain lists in order of id. */
export interface RawGraph {
  readonly nodes: readonly RawNode[];
  readonly links: readonly RawLink[];
  readonly documents: readonly string[];
}

/** Levels of places that join much without saying anything: two things in one province need not meet. */
const WIDE_LEVELS: ReadonlySet<string> = new Set([
  "country",
  "adm1",
  "adm2",
  "region",
  "river",
  "sea",
]);

/** The rule that reads who wrote a report: no link between what the report tells. */
const BYLINE = "byline";

/** Every node and relationship of a graph as lists in order of id; loops are left out. */
export function readRawGraph(graph: GraphReader, schema: Schema): RawGraph {
  const nodes: RawNode[] = [];
  const documents: string[] = [];
  graph.forEachNode(null, (slot) => {
    const node = readNode(graph, slot, schema);
    nodes.push(node);
    if (schema.roleOf(node.kind) === "document") documents.push(node.id);
    return true;
  });
  nodes.sort((a, b) => compareText(a.id, b.id) || a.slot - b.slot);
  documents.sort(compareText);
  const at = new Map(nodes.map((node, index) => [node.slot, index]));
  const documentAt = new Map(documents.map((id, index) => [id, index]));
  const links: RawLink[] = [];
  graph.forEachRelationship(null, (slot) => {
    const from = at.get(graph.startOf(slot)) ?? 0;
    const to = at.get(graph.endOf(slot)) ?? 0;
    if (from === to) return true;
    const ends = [nodes[from]?.id ?? "", nodes[to]?.id ?? ""] as const;
    links.push({ ...readLink(graph, slot, schema, ends, documentAt), from, to });
    return true;
  });
  links.sort((a, b) => compareText(a.id, b.id) || a.slot - b.slot);
  return { nodes, links, documents };
}

function readNode(graph: GraphReader, slot: number, schema: Schema): RawNode {
  const read = (key: string) => readText(graph.nodeProperty(slot, key));
  const labels = [...graph.labelsOf(slot)].sort();
  const kind = schema.kindOf(labels) ?? labels[0] ?? "";
  const id = read("id") ?? String(slot);
  const role = schema.roleOf(kind);
  const isWide = role === "place" && WIDE_LEVELS.has(read("level") ?? "");
  return {
    slot,
    id,
    name: read("name") ?? id,
    aliases: readTexts(graph.nodeProperty(slot, "aliases")),
    knownAs: readTexts(graph.nodeProperty(slot, "knownAs")),
    kind,
    labels,
    passes: (schema.entity(kind)?.passes ?? true) && !isWide,
    state: role === "country" ? (read("iso2")?.toLowerCase() ?? id) : null,
    country: read("country")?.toLowerCase() ?? null,
  };
}

function readLink(
  graph: GraphReader,
  slot: number,
  schema: Schema,
  [start, end]: readonly [string, string],
  documentAt: ReadonlyMap<string, number>,
): Omit<RawLink, "from" | "to"> {
  const read = (key: string) => graph.relationshipProperty(slot, key);
  const type = graph.typeOf(slot);
  const relation = schema.relation(type);
  const rules = readTexts(read("rules"));
  const isByline = rules.length > 0 && rules.every((rule) => rule.startsWith(BYLINE));
  const documents = readTexts(read("documents"));
  return {
    slot,
    id: readText(read("id")) ?? `${start} ${type} ${end}`,
    type,
    confidence: readNumber(read("confidence")) ?? 1,
    modality: readText(read("modality")) ?? "asserted",
    sources: readNumber(read("sources")) ?? Math.max(1, documents.length),
    documents: documents.flatMap((id) => documentAt.get(id) ?? []).sort((a, b) => a - b),
    spans: readTexts(read("spans")),
    walk: (relation?.walk ?? true) && !isByline,
    standing: relation?.standing ?? false,
    inferred: read("inferred") === true,
    machines: machinesAlone(rules),
    deniedBy: readDeniers(read),
  };
}
