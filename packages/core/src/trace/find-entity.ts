import { RedthreadError } from "../errors/redthread-error.js";
import type { GraphReader } from "../graph/graph-reader.js";
import { didYouMean } from "../text/did-you-mean.js";
import { foldName } from "../text/fold.js";
import { compareText, readText, readTexts, readTraceNode, type TraceNode } from "./trace-node.js";

/** Names listed in an error sentence before the rest is counted. */
const LISTED = 5;
/** Tiers of names and aliases, exact and folded; documents come after them. */
const ALIAS_TIER = 4;

/**
 * The one entity a text means: an id, a name or an alias, exact before folded, names before aliases.
 * A state is preferred to a place of its name.
 * @throws RedthreadError `ENTITY_NOT_FOUND` with what was likely meant, `ENTITY_AMBIGUOUS` with the
 * ids to choose from.
 */
export function findEntity(graph: GraphReader, wanted: string): TraceNode {
  const found = findEntities(graph, wanted);
  const [first] = found;
  if (first !== undefined && found.length === 1) return first;
  if (first === undefined) throw notFound(graph, wanted);
  throw new RedthreadError(
    "ENTITY_AMBIGUOUS",
    `\`${wanted}\` names ${found.length} entities: ${listNodes(found)}. Ask for one of them by its id.`,
  );
}

/**
 * Every entity that answers to a text as well as any other does, sorted by id. Of things of one kind
 * a name is no better than an alias: two bodies of one name in two states are both meant.
 */
export function findEntities(graph: GraphReader, wanted: string): readonly TraceNode[] {
  const folded = foldName(wanted);
  const tiers: readonly TraceNode[][] = [[], [], [], [], [], []];
  graph.forEachNode(null, (node) => {
    const tier = tierOf(graph, node, wanted, folded);
    if (tier !== null) tiers[tier]?.push(readTraceNode(graph, node));
    return true;
  });
  const [byId = [], ...others] = tiers;
  if (byId.length > 0) return byId;
  const best = others.find((tier) => tier.length > 0) ?? [];
  const kinds = new Set(best.flatMap((one) => one.labels));
  const alike = others
    .slice(0, ALIAS_TIER)
    .flat()
    .filter((one) => one.labels.some((label) => kinds.has(label)));
  const chosen = preferState(alike.length > best.length ? alike : best);
  return [...chosen].sort((a, b) => compareText(a.id, b.id));
}

function preferState(found: readonly TraceNode[]): readonly TraceNode[] {
  const states = found.filter((one) => one.labels.includes("Country"));
  const isStateOrPlace = found.every(({ labels }) =>
    labels.some((label) => label === "Country" || label === "Place"),
  );
  return states.length === 1 && isStateOrPlace ? states : found;
}

function tierOf(graph: GraphReader, node: number, wanted: string, folded: string): number | null {
  const id = readText(graph.nodeProperty(node, "id"));
  if (id === wanted) return 0;
  const name = readText(graph.nodeProperty(node, "name")) ?? "";
  const isDocument = graph.hasLabel(node, "Document");
  if (isDocument) {
    const path = readText(graph.nodeProperty(node, "path"));
    return path === wanted || name === wanted ? 5 : null;
  }
  if (readTexts(graph.nodeProperty(node, "otherIds")).includes(wanted)) return 1;
  if (name === wanted) return 1;
  if (folded === "") return null;
  if (foldName(name) === folded) return 2;
  const aliases = readTexts(graph.nodeProperty(node, "aliases"));
  if (aliases.includes(wanted)) return 3;
  return aliases.some((alias) => foldName(alias) === folded) ? 4 : null;
}

function notFound(graph: GraphReader, wanted: string): RedthreadError {
  const names = new Set<string>();
  const holding: TraceNode[] = [];
  const folded = foldName(wanted);
  graph.forEachNode(null, (node) => {
    if (graph.hasLabel(node, "Document")) return true;
    const one = readTraceNode(graph, node);
    names.add(one.name);
    for (const alias of readTexts(graph.nodeProperty(node, "aliases"))) names.add(alias);
    if (folded.length > 2 && ` ${foldName(one.name)} `.includes(` ${folded} `)) holding.push(one);
    return true;
  });
  const meant = didYouMean(wanted, [...names].sort());
  const hint =
    meant !== null
      ? ` Did you mean \`${meant}\`?`
      : holding.length > 0
        ? ` These names hold it: ${listNodes(holding.sort((a, b) => compareText(a.id, b.id)))}.`
        : " List what is there with `MATCH (n) RETURN labels(n), n.name`.";
  return new RedthreadError("ENTITY_NOT_FOUND", `No entity is named \`${wanted}\`.${hint}`);
}

function listNodes(nodes: readonly TraceNode[]): string {
  const shown = nodes
    .slice(0, LISTED)
    .map((one) => `\`${one.id}\` (${one.labels[0] ?? "no label"} ${one.name})`);
  const rest = nodes.length - shown.length;
  return rest > 0 ? `${shown.join(", ")} and ${rest} more` : shown.join(", ");
}
