import { RedthreadError } from "../../errors/redthread-error.js";
import type { Trace, TraceGraphNode } from "../graph/trace-graph.js";
import { readText, readTexts, readTraceNode, type TraceNode } from "../read/trace-node.js";
import { type ReadName, readKnownName, readName } from "./read-name.js";
import { type SearchName, searchNames, spellingsOf } from "./search-names.js";

/** Names listed in an error sentence before the rest is counted. */
const LISTED = 5;
const MEANT = 3;
/** Tiers of names and aliases, exact and folded; what the pack knows and documents come after them. */
const ALIAS_TIER = 4;

/**
 * The one entity a text means: an id, a name or an alias, exact before folded, names before aliases,
 * names that reports use before those that the pack knows, and where none of these fits, a name that
 * the text spells in another way or script.
 * A state is preferred to a place of its name.
 * @throws RedthreadError `ENTITY_NOT_FOUND` with what was likely meant, `ENTITY_AMBIGUOUS` with the
 * ids to choose from.
 */
export function findEntity(trace: Trace, wanted: string): TraceNode {
  const found = findEntities(trace, wanted);
  const [first] = found;
  if (first !== undefined && found.length === 1) return first;
  if (first === undefined) throw notFound(trace, wanted);
  throw new RedthreadError(
    "ENTITY_AMBIGUOUS",
    `\`${wanted}\` names ${found.length} entities: ${listNodes(found)}. Ask for one of them by its id.`,
  );
}

/**
 * Every entity that answers to a text as well as any other does, sorted by id. Of things of one kind
 * a name is no better than an alias: two bodies of one name in two states are both meant.
 * @throws RedthreadError `USAGE` for no name at all.
 */
export function findEntities(trace: Trace, wanted: string): readonly TraceNode[] {
  if (wanted.trim() === "") {
    throw new RedthreadError("USAGE", "A name is empty. Ask by a name, an alias or an id.");
  }
  const asked = readName(wanted);
  const tiers: readonly number[][] = [[], [], [], [], [], [], []];
  trace.graph.nodes.forEach((node, index) => {
    const tier = isDocument(trace, node)
      ? documentTier(trace, index, wanted)
      : tierOf(trace, index, asked);
    if (tier !== null) tiers[tier]?.push(index);
  });
  const [byId = [], ...others] = tiers;
  if (byId.length > 0) return byId.map((index) => toNode(trace, index));
  const best = others.find((tier) => tier.length > 0) ?? spellingsOf(namesOf(trace), wanted);
  const labelsOf = (index: number) => trace.graph.nodes[index]?.labels ?? [];
  const kinds = new Set(best.flatMap(labelsOf));
  const alike = others
    .slice(0, ALIAS_TIER)
    .flat()
    .filter((index) => labelsOf(index).some((label) => kinds.has(label)));
  const chosen = preferState(trace, alike.length > best.length ? alike : best);
  return [...chosen].sort((a, b) => a - b).map((index) => toNode(trace, index));
}

/** The names of a case to search in, parallel to its nodes; documents answer to nothing. */
export function namesOf({ graph, schema }: Pick<Trace, "graph" | "schema">): readonly SearchName[] {
  return graph.nodes.map(({ kind, name, aliases, knownAs }) => {
    const role = schema.roleOf(kind);
    if (role === "document") return { name: "", aliases: [], isPerson: false };
    return {
      name,
      aliases: [...aliases, ...knownAs],
      isPerson: role === "person" || role === "official",
    };
  });
}

const isDocument = ({ schema }: Trace, { kind }: TraceGraphNode): boolean =>
  schema.roleOf(kind) === "document";

const toNode = ({ reader, nodeSlots }: Trace, index: number): TraceNode =>
  readTraceNode(reader, nodeSlots[index] ?? 0);

function preferState({ graph, schema }: Trace, found: readonly number[]): readonly number[] {
  const states = found.filter((index) => (graph.nodes[index]?.isState ?? null) !== null);
  const isStateOrPlace = found.every((index) => {
    const role = schema.roleOf(graph.nodes[index]?.kind ?? "");
    return role === "country" || role === "place";
  });
  return states.length === 1 && isStateOrPlace ? states : found;
}

function documentTier({ graph, reader, nodeSlots }: Trace, at: number, wanted: string) {
  const { id, name } = graph.nodes[at] ?? {};
  if (id === wanted) return 0;
  const path = readText(reader.nodeProperty(nodeSlots[at] ?? 0, "path"));
  return path === wanted || name === wanted ? 6 : null;
}

function tierOf(
  { graph, reader, nodeSlots }: Trace,
  at: number,
  { text: wanted, folded, words }: ReadName,
): number | null {
  const node = graph.nodes[at];
  if (node === undefined) return null;
  const { id, name, aliases, knownAs } = node;
  if (id === wanted) return 0;
  if (name === wanted) return 1;
  if (readTexts(reader.nodeProperty(nodeSlots[at] ?? 0, "otherIds")).includes(wanted)) return 1;
  if (folded === "") return null;
  if (readKnownName(name).folded === folded) return 2;
  if (aliases.includes(wanted)) return 3;
  if (aliases.some((alias) => readKnownName(alias).folded === folded)) return 4;
  const plain = words.join(" ");
  return knownAs.some((other) => readKnownName(other).words.join(" ") === plain) ? 5 : null;
}

function notFound(trace: Trace, wanted: string): RedthreadError {
  const meant = searchNames(namesOf(trace), wanted, MEANT)
    .map((index) => `\`${trace.graph.nodes[index]?.name ?? ""}\``)
    .filter((name, at, all) => all.indexOf(name) === at);
  const hint =
    meant.length > 0
      ? ` Did you mean ${listOr(meant)}?`
      : " List what is there with `MATCH (n) RETURN labels(n), n.name`.";
  return new RedthreadError("ENTITY_NOT_FOUND", `No entity is named \`${wanted}\`.${hint}`);
}

const listOr = (names: readonly string[]): string =>
  names.length < 2
    ? names.join("")
    : `${names.slice(0, -1).join(", ")} or ${names[names.length - 1] ?? ""}`;

function listNodes(nodes: readonly TraceNode[]): string {
  const shown = nodes
    .slice(0, LISTED)
    .map((one) => `\`${one.id}\` (${one.labels[0] ?? "no label"} ${one.name})`);
  const rest = nodes.length - shown.length;
  return rest > 0 ? `${shown.join(", ")} and ${rest} more` : shown.join(", ");
}
